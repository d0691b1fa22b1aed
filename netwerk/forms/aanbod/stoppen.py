"""Not any more, or not for a while."""

from typing import Any

from django import forms
from django.utils import timezone

from basis.forms import DatumField, NkForm, Toevoegform
from netwerk.forms.velden import line, textarea
from netwerk.models import Voorziening
from netwerk.querysets import VoorzieningQuerySet


class StoppenForm(NkForm):
    reden = line("Waarom stopt het?", 1_000, "Iedereen kan dit lezen.", required=True)
    vervolg = forms.ModelChoiceField(
        Voorziening.objects.none(),
        label="Waar kunnen mensen nu terecht?",
        empty_label="Geen plek op de kaart",
        required=False,
    )
    vervolg_tekst = textarea("Of in woorden", 1_000, rows=2)

    def __init__(self, *args: Any, kaart: VoorzieningQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["vervolg"].queryset = kaart  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not (cleaned.get("vervolg") or cleaned.get("vervolg_tekst")):
            self.add_error(
                "vervolg", "Kies een plek, of schrijf op waar mensen terechtkunnen."
            )
        return cleaned


class DichtForm(Toevoegform):
    van = DatumField(label="Dicht vanaf")
    tot = DatumField(
        label="Tot en met", help_text="Leeg is: nog niet bekend.", required=False
    )
    reden = line("Waarom?", 255)
    alternatief = forms.ModelChoiceField(
        Voorziening.objects.none(),
        label="Waar kunnen mensen intussen terecht?",
        empty_label="Geen plek op de kaart",
        required=False,
    )
    alternatief_tekst = line("Of in woorden", 500)

    def __init__(self, *args: Any, kaart: VoorzieningQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["alternatief"].queryset = kaart  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        van, tot = cleaned.get("van"), cleaned.get("tot")
        if tot and tot < timezone.localdate():
            self.add_error("tot", "Deze datum is al voorbij.")
        elif van and tot and tot < van:
            self.add_error("tot", "Dit is voor de eerste dag.")
        return cleaned
