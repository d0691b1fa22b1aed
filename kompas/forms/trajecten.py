"""What a traject begins with, and how a step is kept."""

from typing import Any

from django import forms

from basis.forms import AdresField, NkForm, Tiles, Toevoegform, with_hint
from kompas.choices import Stapstand
from toegang.models import Gemeente, Regio, Wijk


class TrajectForm(Toevoegform):
    says_what_is_optional = False  # gemeenten or wijken: one of both has to

    naam = forms.CharField(
        label="Hoe heet het traject?",
        help_text="Bijvoorbeeld de namen van de gemeenten.",
        max_length=120,
    )
    gemeenten = forms.ModelMultipleChoiceField(
        Gemeente.objects.none(),
        label="Om welke gemeenten gaat het?",
        help_text="Kies ten minste een gemeente of een wijk.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    wijken = forms.ModelMultipleChoiceField(
        Wijk.objects.none(),
        label="Of om welke wijken?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    begeleider_naam = forms.CharField(
        label="Wie is de procesbegeleider?", max_length=120
    )
    begeleider_email = AdresField(
        label="E-mailadres van de procesbegeleider",
        help_text="Op dit adres komt de uitnodiging binnen.",
    )

    def __init__(self, *args: Any, regio: Regio, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gemeenten"].queryset = regio.gemeenten.all()  # type: ignore[attr-defined]
        self.fields["wijken"].queryset = regio.wijken  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not (cleaned.get("gemeenten") or cleaned.get("wijken")):
            self.add_error("gemeenten", "Kies ten minste een gemeente of een wijk.")
        return cleaned


class StapForm(NkForm):
    stand = forms.ChoiceField(
        label="Hoe staat het ervoor?",
        choices=[
            (Stapstand.NOG_NIET, Stapstand.NOG_NIET.label),
            (Stapstand.BEZIG, Stapstand.BEZIG.label),
            (Stapstand.GEDAAN, with_hint("Gedaan", "Later nog een keer mag altijd")),
        ],
        widget=Tiles(),
    )
    wie = forms.CharField(label="Wie pakt dit op?", required=False, max_length=120)
    notitie = forms.CharField(
        label="Wat willen jullie onthouden?",
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class BegeleiderForm(NkForm):
    naam = forms.CharField(label="Naam", max_length=120)
    email = AdresField(
        label="E-mailadres", help_text="Op dit adres komt de uitnodiging binnen."
    )
