"""What a region itself has for naasten, beside the words that hold everywhere (N11)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Case, Count, Value, When, Window
from django.utils import timezone

from netwerk.choices import VoorWie
from netwerk.models import Voorziening
from toegang.models import Regio

MOST = 8


@dataclass(frozen=True)
class Hier:
    """The first few, and how many the kaart has."""

    regio: Regio
    plekken: list[Voorziening]
    totaal: int

    @property
    def meer(self) -> bool:
        return self.totaal > len(self.plekken)


def here(regio: Regio) -> Hier:
    """What is for naasten alone first, then what needs no referral; one query. Of each
    `nu_dicht` says whether it is closed today."""
    alone = Value([VoorWie.NAASTEN.value], ArrayField(models.CharField()))
    rows = (
        Voorziening.objects.on_kaart()
        .with_closed(timezone.localdate())
        .filter(regio=regio, voor_wie__contains=[VoorWie.NAASTEN])
        .annotate(
            ver=Case(
                When(voor_wie=alone, then=0),
                When(laagdrempelig=True, then=1),
                default=2,
            ),
            totaal=Window(Count("pk")),
        )
        .select_related("organisatie")
        .order_by("ver", "naam", "pk")
    )
    found: list[Any] = list(rows[:MOST])
    return Hier(regio, found, found[0].totaal if found else 0)
