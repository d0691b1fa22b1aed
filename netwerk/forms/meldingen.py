"""Saying that a page is wrong, following it, and answering it."""

from django import forms

from basis.forms import AdresField, NkForm, Tiles, Toevoegform, with_hint
from netwerk.choices import Meldstatus, Meldveld
from netwerk.forms.velden import textarea
from netwerk.rules.melding import MAANDEN_ADRES
from netwerk.rules.meldnummer import normalise


class MeldingForm(Toevoegform):
    veld = forms.ChoiceField(
        label="Wat klopt er niet?", choices=Meldveld.choices, widget=Tiles("two")
    )
    tekst = textarea(
        "Wat moet het zijn?",
        1_000,
        "Vertel kort wat er staat en wat beter is. Zet hier niets in over je "
        "gezondheid of over iemand anders.",
        rows=5,
        required=True,
    )
    email = AdresField(
        label="E-mailadres",
        help_text="Alleen als je een mail wilt zodra er een antwoord is. Daarna wissen "
        f"we je adres. Komt er geen antwoord, dan wissen we het na {MAANDEN_ADRES} "
        "maanden.",
        required=False,
    )


class NummerForm(NkForm):
    nummer = forms.CharField(
        label="Nummer van je melding",
        help_text="Zes letters en cijfers, bijvoorbeeld K7M 3PX.",
        max_length=40,
        widget=forms.TextInput(attrs={"class": "code", "autocomplete": "off"}),
    )

    def clean_nummer(self) -> str:
        number = normalise(self.cleaned_data["nummer"])
        if not number:
            raise forms.ValidationError(
                "Dit is geen nummer van een melding. Het heeft zes letters en cijfers."
            )
        return number


class AntwoordForm(NkForm):
    status = forms.ChoiceField(
        label="Wat heb je gedaan?",
        choices=[
            (
                Meldstatus.OPGELOST,
                with_hint("De pagina aangepast", "Het klopt nu weer"),
            ),
            (
                Meldstatus.NIET_OVERGENOMEN,
                with_hint("Niets aangepast", "Het klopte al, of we weten het niet"),
            ),
        ],
        widget=Tiles("two"),
    )
    antwoord = textarea(
        "Je antwoord",
        1_000,
        "Dit leest wie het meldde, en iedereen die het nummer heeft. Zet er "
        "geen namen in.",
        required=True,
    )
