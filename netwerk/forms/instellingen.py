"""How a region keeps its kaart, and the words that people use for what is on it."""

from typing import Any

from django import forms

from basis.forms import NkForm
from netwerk.forms.velden import WORD_LENGTH, line, number, split_words
from toegang.models import Organisatie, Regio

MOST_MONTHS, MOST_WORDS = 24, 12


class KaartForm(NkForm):
    beheerder = forms.ModelChoiceField(
        Organisatie.objects.none(),
        label="Welke organisatie houdt de kaart bij?",
        empty_label="Nog geen",
        required=False,
    )
    maanden_wachttijd = number(
        "Na hoeveel maanden is een wachttijd oud?",
        1,
        MOST_MONTHS,
        "Geldt ook voor de vraag of er plek is. Wij raden 3 aan.",
    )
    maanden_overig = number(
        "En de andere gegevens?", 1, MOST_MONTHS, "Wij raden 6 aan."
    )

    def __init__(self, *args: Any, regio: Regio, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = regio.organisaties.at_work()
        self.fields["beheerder"].queryset = own  # type: ignore[attr-defined]


class SynoniemForm(NkForm):
    woord = forms.CharField(
        label="Welk woord typen mensen?", max_length=WORD_LENGTH, empty_value=""
    )
    ook = line(
        "Waar moet de kaart dan ook op zoeken?",
        600,
        "Met komma’s ertussen. Bijvoorbeeld: schuldhulp, budgetcoach.",
        required=True,
    )

    def clean_woord(self) -> str:
        return " ".join(self.cleaned_data["woord"].lower().split())

    def clean_ook(self) -> list[str]:
        words = split_words(self.cleaned_data["ook"].lower())
        if not words:
            raise forms.ValidationError("Vul een of meer woorden in.")
        if len(words) > MOST_WORDS:
            raise forms.ValidationError("Kies de twaalf belangrijkste woorden.")
        return words
