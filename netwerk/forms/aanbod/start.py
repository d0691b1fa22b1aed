"""When a group or a course begins."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from basis.forms import DatumField
from netwerk.forms.velden import number
from netwerk.models import Startmoment

from .rijen import Rijenform


class StartForm(Rijenform):
    """Of those that began already nothing is asked."""

    onderdeel = "start"
    PARTS = ("begint_op", "bijeenkomsten", "plaatsen_vrij")
    LEAD = PARTS
    KERN = ("begint_op",)
    NAMEN = ("Start", "Nog een start")
    MOST = 12

    def rows(self) -> QuerySet[Startmoment]:
        today = timezone.localdate()
        return self.voorziening.startmomenten.filter(begint_op__gte=today)

    def parts(self, label: str) -> dict[str, forms.Field]:
        return {
            "begint_op": DatumField(label=f"{label}: op welke dag?", required=False),
            "bijeenkomsten": number(
                "Hoeveel keer kom je bij elkaar?", 1, 200, required=False
            ),
            "plaatsen_vrij": number(
                "Hoeveel plaatsen zijn er vrij?", 0, 500, "Nul is vol.", required=False
            ),
        }

    def read(self, key: str, typed: dict[str, Any]) -> dict[str, Any] | None:
        day = typed["begint_op"]
        if day is None:
            self.fault(key, "begint_op", "Vul in wanneer het begint.")
        elif day < timezone.localdate():
            self.fault(key, "begint_op", "Deze datum is al voorbij.")
        else:
            return typed
        return None
