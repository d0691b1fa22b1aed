"""Whether there is room, and what there is while somebody waits."""

from typing import Any

from django import forms

from basis.forms import Tiles
from netwerk.choices import Capaciteit
from netwerk.forms.velden import textarea

from .stap import Stapform


class WachtenForm(Stapform):
    onderdeel = "capaciteit"
    FIELDS = ("capaciteit", "overbrugging", "overbrugging_geen")
    SAMEN = (("overbrugging", "overbrugging_geen"),)

    capaciteit = forms.ChoiceField(
        label="Is er nu plek?", choices=Capaciteit.choices, widget=Tiles()
    )
    overbrugging = textarea(
        "Wat kan iemand doen in de tijd van wachten?",
        2_000,
        "Nodig als het wachten langer is dan de norm, of dan vier weken.",
    )
    overbrugging_geen = forms.BooleanField(
        label="Wij bieden niets voor de tijd van wachten", required=False
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("overbrugging") and cleaned.get("overbrugging_geen"):
            self.add_error(
                "overbrugging_geen", "Haal het vinkje weg, of maak het veld leeg."
            )
        return cleaned
