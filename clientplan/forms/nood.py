"""What is open in an emergency, opening it, and looking at it afterwards (T5)."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone

from basis.forms import DatumField, NkForm, Tiles, Toevoegform, with_hint
from netwerk.choices import Noodgrond, Noodsoort, Oordeel
from netwerk.rules.noodtoegang import LATER, TE_OPENEN, told_at

NU, STRAKS = "nu", "later"
GRONDEN = {
    Noodgrond.KEUZE: "Je werkt bij een dienst die de cliënt koos",
    Noodgrond.GESPROKEN: "Je sprak de cliënt net zelf",
    Noodgrond.VITAAL: "Wachten kost iemand zijn leven of gezondheid",
}


class KeuzeForm(NkForm):
    """Nothing, or these parts for these people. Nothing is chosen beforehand."""

    says_what_is_optional = False
    mag = forms.ChoiceField(
        label="Mag er iets open bij nood?",
        choices=[
            ("nee", with_hint("Nee, niets", "Niemand kan iets openen")),
            ("ja", with_hint("Ja", "Je kiest hierna wat, en voor wie")),
        ],
        widget=Tiles("two"),
    )
    wat = forms.MultipleChoiceField(
        label="Wat mag open?",
        choices=[(one.sleutel, one.naam) for one in TE_OPENEN],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    voor = forms.MultipleChoiceField(
        label="Voor wie?",
        help_text="Je eigen team is de organisatie van wie je behandelt. Een HIC is een"
        " afdeling voor heel zware crisis.",
        choices=Noodsoort.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("mag") == "ja":
            if not data.get("wat"):
                self.add_error("wat", "Kies wat open mag, of kies hierboven nee.")
            if not data.get("voor"):
                self.add_error("voor", "Kies voor wie, of kies hierboven nee.")
        return data


class NoodForm(Toevoegform):
    """Who it is about, why, and when they hear it."""

    says_what_is_optional = False
    naam = forms.CharField(
        label="Naam van de cliënt",
        help_text="Voornaam en achternaam, zoals in het account.",
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    geboren_op = DatumField(
        label="Geboortedatum van de cliënt", help_text="Bijvoorbeeld 19-11-1984."
    )
    grond = forms.ChoiceField(
        label="Op welke grond open je dit?",
        choices=[
            (value, with_hint(label, GRONDEN[Noodgrond(value)]))
            for value, label in Noodgrond.choices
        ],
        widget=Tiles(),
    )
    reden = forms.CharField(
        label="Waarom is het nu nodig?",
        help_text="De cliënt leest deze tekst. Schrijf wat je ziet en wat je wilt doen.",
        min_length=15,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    wanneer = forms.ChoiceField(
        label="Wanneer hoort de cliënt dit?",
        choices=[
            (NU, "Nu meteen"),
            (
                STRAKS,
                with_hint(
                    "Later, want nu is dat gevaarlijk",
                    "De privacyfunctionaris kijkt dit extra na",
                ),
            ),
        ],
        widget=Tiles(),
        initial=NU,
    )
    later_op = DatumField(
        label="Op welke dag dan?",
        help_text="Alleen als je later kiest. Uiterlijk over twee weken.",
        required=False,
    )
    later_reden = forms.CharField(
        label="Waarom is het nu gevaarlijk om het te zeggen?",
        help_text="Alleen als je later kiest.",
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("wanneer") != STRAKS:
            data["vertel_op"], data["later_reden"] = None, ""
            return data
        today = timezone.localdate()
        day = data.get("later_op")
        if day and today < day <= today + timedelta(days=LATER):
            data["vertel_op"] = told_at(day, timezone.localtime())
        elif "later_op" not in self.errors:
            self.add_error("later_op", "Kies een dag van morgen tot over twee weken.")
        if len(data.get("later_reden", "")) < self.fields["reden"].min_length:  # type: ignore[attr-defined]
            self.add_error("later_reden", "Schrijf op waarom. Eén zin is genoeg.")
        return data


class VerslagForm(NkForm):
    verslag = forms.CharField(
        label="Wat deed je?",
        help_text="De cliënt en de privacyfunctionaris lezen dit.",
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class OordeelForm(Toevoegform):
    oordeel = forms.ChoiceField(
        label="Jouw oordeel", choices=Oordeel.choices, widget=Tiles()
    )
    uitleg = forms.CharField(
        label="Uitleg",
        help_text="De cliënt leest dit. Bij een vraag leest wie de noodtoegang opende het.",
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
