"""Somebody acts for a client: of which kind, about what, from when until when (T1)."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from basis.forms import AdresField, DatumField, Tiles, Toevoegform, with_hint
from netwerk.choices import Stuk, Vertegenwoordiging
from netwerk.rules.bevoegdheid import PAPIER
from netwerk.rules.onderdelen import TE_KIEZEN
from netwerk.rules.rechten import VOLWASSEN, may_begin
from netwerk.services.bevoegdheden import Volmacht

from .wie import BRIEF, MAIL, TOT_VOOR_VAN, VanafForm, check_day

ACHTTIEN = (
    "Dit kan niet meer: het gezag van een ouder of voogd stopt vanzelf op de dag dat"
    " iemand 18 wordt."
)
ANDER_PAPIER = "Dit papier hoort niet bij wat je hierboven koos."
EERSTE_JAAR = 1990


class VolmachtForm(VanafForm, Toevoegform):
    """`geboren`: of the client. `voor_client`: the client fills it in, and parts are called
    as they call them. `vast`: of which kind it is already, where that stays."""

    soort = forms.ChoiceField(
        label="Als wat?", choices=Vertegenwoordiging.choices, widget=Tiles()
    )
    zaken = forms.MultipleChoiceField(
        label="Waarover?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies waarover het gaat."},
    )
    tot = DatumField(
        label="Tot en met welke dag?",
        help_text="Laat leeg als er geen einde is.",
        required=False,
    )
    field_order = ["uuid", "soort", "zaken", "van", "tot"]

    def __init__(
        self,
        *args: Any,
        geboren: date,
        voor_client: bool = True,
        vast: Vertegenwoordiging | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.geboren, self.vast = geboren, vast
        if vast:
            del self.fields["soort"]
        self.fields["zaken"].choices = [  # type: ignore[attr-defined]
            (one.sleutel, one.naam if voor_client else one.naam_voor_anderen)
            for one in TE_KIEZEN
        ]

    def clean_tot(self) -> date | None:
        return check_day(self.cleaned_data["tot"])

    def clean_soort(self) -> Vertegenwoordiging:
        soort = Vertegenwoordiging(self.cleaned_data["soort"])
        adult = may_begin(self.geboren, VOLWASSEN, timezone.localdate())
        if soort == Vertegenwoordiging.OUDER and adult:
            raise forms.ValidationError(ACHTTIEN)
        return soort

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.vast:
            data["soort"] = self.vast
        van = data.get("van") or timezone.localdate()
        if data.get("tot") and data["tot"] < van:
            self.add_error("tot", TOT_VOOR_VAN)
        return data

    def volmacht(self) -> Volmacht:
        data = self.cleaned_data
        return Volmacht(
            soort=data["soort"],
            zaken=tuple(data["zaken"]),
            van=data["van"] or timezone.localdate(),
            tot=data["tot"],
            stuk=Stuk(data["stuk"]) if data.get("stuk") else None,
            stuk_van=data.get("stuk_van"),
        )


class PapierForm(VolmachtForm):
    """What an organisation records: with the paper that it saw."""

    stuk = forms.ChoiceField(
        label="Welk papier heb je gezien?", choices=Stuk.choices, widget=Tiles()
    )
    stuk_van = DatumField(
        label="Van welke dag is het papier?",
        help_text="De datum die erop staat.",
        required=False,
    )
    field_order = ["uuid", "soort", "stuk", "stuk_van", "zaken", "van", "tot"]

    def clean_stuk_van(self) -> date | None:
        day: date | None = self.cleaned_data["stuk_van"]
        if day and (day > timezone.localdate() or day.year < EERSTE_JAAR):
            raise forms.ValidationError("Kijk nog eens naar de datum. Klopt die?")
        return day

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        soort, stuk = data.get("soort"), data.get("stuk")
        if soort and stuk and stuk not in PAPIER[soort]:
            self.add_error("stuk", ANDER_PAPIER)
        elif stuk and stuk != Stuk.GEEN and data.get("stuk_van", ...) is None:
            self.add_error("stuk_van", "Vul de datum in die op het papier staat.")
        return data


class VertegenwoordigerForm(PapierForm):
    """Who it is, and how they are asked."""

    naam = forms.CharField(
        label="Hoe heet deze persoon?",
        help_text="Zoals op het papier staat.",
        max_length=60,
    )
    hoe = forms.ChoiceField(
        label="Hoe vraag je het?",
        choices=[
            (BRIEF, with_hint("Met een brief", "Jij geeft de brief zelf, op papier")),
            (MAIL, with_hint("Met een e-mail", "Wij sturen een mail met een link")),
        ],
        widget=Tiles("two"),
        initial=BRIEF,
    )
    email = AdresField(
        label="Het e-mailadres",
        help_text="Alleen als je een mail wilt sturen.",
        required=False,
    )
    field_order = ["uuid", "naam", *PapierForm.field_order[1:], "hoe", "email"]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("hoe") == MAIL and not data.get("email") and not self.errors:
            self.add_error("email", "Vul het e-mailadres in, of kies voor een brief.")
        return data
