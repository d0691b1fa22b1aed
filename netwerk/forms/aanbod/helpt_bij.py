"""What it helps with, and in what way."""

from typing import Any

from django import forms

from netwerk import werkwijzen
from netwerk.choices import (
    Functie,
    Gezondheidsdomein,
    Manier,
    Onafhankelijk,
    Ring,
    Sfeer,
    Wet,
)
from netwerk.forms.velden import many

from .stap import Stapform


class HelptForm(Stapform):
    onderdeel = "helpt_bij"
    FIELDS = (
        "functies",
        "domeinen",
        "wetten",
        "manieren",
        "werkwijzen",
        "informeel",
        "ervaringsdeskundig",
        "outreachend",
        "ring",
        "sfeer",
        "onafhankelijk",
    )

    functies = many("Waar helpt het bij?", Functie.choices)
    domeinen = many("En in welk deel van het leven?", Gezondheidsdomein.choices)
    manieren = many("Hoe kom je elkaar tegen?", Manier.choices)
    wetten = many("Uit welke wet wordt het betaald?", Wet.choices)
    informeel = forms.BooleanField(
        label="Informeel: vrijwilligers of lotgenoten", required=False
    )
    ervaringsdeskundig = forms.BooleanField(
        label="Wordt gedaan door mensen met eigen ervaring", required=False
    )
    outreachend = forms.BooleanField(label="Komt naar je toe", required=False)
    ring = forms.ChoiceField(
        label="Wie geeft de steun?",
        choices=[("", "Niet gekozen"), *Ring.choices],
        required=False,
    )
    sfeer = forms.ChoiceField(
        label="Bij welk deel van de sociale basis hoort het?",
        choices=[("", "Niet gekozen"), *Sfeer.choices],
        required=False,
    )
    onafhankelijk = forms.ChoiceField(
        label="Is het onafhankelijke ondersteuning?",
        choices=[("", "Nee"), *Onafhankelijk.choices],
        required=False,
    )
    werkwijzen = many("Welke werkwijzen gebruiken jullie?", [])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = werkwijzen.names()
        known = {key: key for key in self.voorziening.werkwijzen} | names
        if known:
            self.fields["werkwijzen"].choices = known.items()  # type: ignore[attr-defined]
        else:
            del self.fields["werkwijzen"]

    def velden(self) -> dict[str, Any]:
        return {n: self.cleaned_data[n] for n in self.FIELDS if n in self.fields}
