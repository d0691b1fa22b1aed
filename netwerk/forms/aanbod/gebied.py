"""Where somebody has to live."""

from typing import Any

from django import forms

from netwerk.services import voorzieningen as services
from toegang.models import Gemeente, Wijk

from .stap import Stapform


class GebiedForm(Stapform):
    onderdeel = "gebied"
    SAMEN = (("hele_regio", "gemeenten", "wijken"),)

    hele_regio = forms.BooleanField(label="De hele regio", required=False)
    gemeenten = forms.ModelMultipleChoiceField(
        Gemeente.objects.none(),
        label="Welke gemeenten?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    wijken = forms.ModelMultipleChoiceField(
        Wijk.objects.none(),
        label="Of alleen deze wijken?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        regio = self.voorziening.regio
        self.fields["gemeenten"].queryset = regio.gemeenten.all()  # type: ignore[attr-defined]
        self.fields["wijken"].queryset = regio.wijken  # type: ignore[attr-defined]

    def start(self) -> dict[str, Any]:
        rows = list(self.voorziening.werkgebieden.all())
        return {
            "hele_regio": any(row.hele_regio for row in rows),
            "gemeenten": [row.gemeente_id for row in rows if row.gemeente_id],
            "wijken": [row.wijk_id for row in rows if row.wijk_id],
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not any(cleaned.get(name) for name in ("hele_regio", "gemeenten", "wijken")):
            self.add_error(
                "hele_regio", "Kies de hele regio, een gemeente of een wijk."
            )
        return cleaned

    def save(self) -> None:
        services.set_area(voorziening=self.voorziening, **self.cleaned_data)
