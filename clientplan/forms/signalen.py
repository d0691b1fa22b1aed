"""Lines of the signaleringsplan (P1)."""

from typing import ClassVar

from django import forms

from clientplan.choices import Signaalfase, Signaalsoort
from clientplan.rules.regels import lines_in

from .stuk import StukForm, Woorden

SCHRIJF = {"required": "Schrijf hier iets, dan kunnen we verder."}
MOST = 30  # lines in one go


class SignalenForm(StukForm):
    """Several lines at once; each becomes a piece of its own."""

    WOORDEN = ("tekst",)
    ANDERS: ClassVar = {
        "tekst": (
            "Schrijf op wat bij {naam} past",
            "Elke regel wordt een punt in de lijst.",
        ),
    }

    tekst = Woorden(
        label="Schrijf op wat bij je past",
        help_text="Elke regel wordt een punt in je lijst.",
        rows=6,
        required=True,
        error_messages=SCHRIJF,
    )

    def clean_tekst(self) -> str:
        tekst: str = self.cleaned_data["tekst"]
        if not lines_in(tekst):
            raise forms.ValidationError(SCHRIJF["required"])
        if len(lines_in(tekst)) > MOST:
            raise forms.ValidationError(
                f"Dit zijn er veel. Schrijf er eerst {MOST} of minder, de rest kan daarna."
            )
        return tekst


class SignaalForm(StukForm):
    WOORDEN = ("tekst",)
    VELDEN = ("fase", "soort")

    tekst = Woorden(
        label="Wat staat er?", rows=2, required=True, error_messages=SCHRIJF
    )
    fase = forms.TypedChoiceField(
        label="Bij welk moment hoort het?", choices=Signaalfase.choices, coerce=int
    )
    soort = forms.ChoiceField(label="Waar gaat het over?", choices=Signaalsoort.choices)
    field_order = ["tekst", "fase", "soort"]
