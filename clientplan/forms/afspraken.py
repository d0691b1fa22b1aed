"""Who does what until when, and for which goal (P1)."""

from datetime import date
from typing import ClassVar

from django import forms

from basis.forms import DatumField

from .stuk import StukForm, Woorden


class AfspraakForm(StukForm):
    WOORDEN = ("wat", "wie")
    VELDEN = ("uitvoerder", "voor_op", "doel")
    ANDERS: ClassVar = {
        "wie": ("Wie doet het?", "Bijvoorbeeld: {naam}, jij, of de huisarts."),
        "uitvoerder": ("Doe jij het?", "{naam} ziet dan jouw naam erbij."),
    }

    wat = Woorden(
        label="Wat spreken we af?",
        rows=3,
        required=True,
        error_messages={"required": "Schrijf hier iets, dan kunnen we verder."},
    )
    wie = Woorden(
        label="Wie doet het?",
        help_text="Bijvoorbeeld: ik, mijn zus, of de huisarts.",
        rows=1,
        max_length=200,
    )
    uitvoerder = forms.ChoiceField(
        label="Is dat iemand uit je lijst?",
        help_text="Andere mensen die meelezen, zien deze naam niet. Mogen ze die zien?"
        " Schrijf hem dan hierboven.",
        choices=[("", "Nee, of liever niet")],
        required=False,
    )
    voor_op = DatumField(
        label="Voor welke dag?",
        help_text="Bijvoorbeeld 1-12-2026.",
        required=False,
    )
    doel = forms.ChoiceField(
        label="Hoort het bij een doel?", choices=[("", "Nee")], required=False
    )
    field_order = ["wat", "wie", "uitvoerder", "voor_op", "doel"]

    def clean_voor_op(self) -> date | None:
        day: date | None = self.cleaned_data["voor_op"]
        if day and not 2000 <= day.year <= 2100:  # noqa: PLR2004
            raise forms.ValidationError("Kies een dag tussen 2000 en 2100.")
        return day
