"""How a region keeps its kaart, and the words that people use for what is on it."""

import re
from typing import Any

from django import forms

from basis.forms import NkForm
from toegang.models import Organisatie, Regio

MOST_MONTHS, MOST_WORDS, WORD_LENGTH = 24, 12, 60


class KaartForm(NkForm):
    beheerder = forms.ModelChoiceField(
        Organisatie.objects.none(),
        label="Welke organisatie houdt de kaart bij?",
        empty_label="Nog geen",
        required=False,
    )
    maanden_wachttijd = forms.IntegerField(
        label="Na hoeveel maanden is een wachttijd oud?",
        help_text="Geldt ook voor de vraag of er plek is. Wij raden 3 aan.",
        min_value=1,
        max_value=MOST_MONTHS,
        widget=forms.NumberInput(attrs={"class": "short"}),
    )
    maanden_overig = forms.IntegerField(
        label="En de andere gegevens?",
        help_text="Wij raden 6 aan.",
        min_value=1,
        max_value=MOST_MONTHS,
        widget=forms.NumberInput(attrs={"class": "short"}),
    )

    def __init__(self, *args: Any, regio: Regio, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = regio.organisaties.at_work()
        self.fields["beheerder"].queryset = own  # type: ignore[attr-defined]


class SynoniemForm(NkForm):
    woord = forms.CharField(
        label="Welk woord typen mensen?", max_length=WORD_LENGTH, empty_value=""
    )
    ook = forms.CharField(
        label="Waar moet de kaart dan ook op zoeken?",
        help_text="Met komma’s ertussen. Bijvoorbeeld: schuldhulp, budgetcoach.",
        max_length=600,
    )

    def clean_woord(self) -> str:
        return " ".join(self.cleaned_data["woord"].lower().split())

    def clean_ook(self) -> list[str]:
        parts = re.split(r"[,;\n]", self.cleaned_data["ook"].lower())
        words = list(dict.fromkeys(" ".join(part.split()) for part in parts))
        words = [word for word in words if word]
        if not words:
            raise forms.ValidationError("Vul een of meer woorden in.")
        if any(len(word) > WORD_LENGTH for word in words):
            raise forms.ValidationError("Zet een komma tussen de woorden.")
        if len(words) > MOST_WORDS:
            raise forms.ValidationError("Kies de twaalf belangrijkste woorden.")
        return words
