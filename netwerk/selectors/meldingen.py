"""Reports that a page is wrong, for who follows one and for who keeps the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from netwerk.models import Melding
from toegang.models import Gebruiker

LONG = timedelta(days=14)  # without an answer: named apart
MOST_OPEN, MOST_HANDLED = 200, 25


@dataclass(frozen=True)
class Lijst:
    open: Sequence[Melding]
    lang: int
    behandeld: Sequence[Melding]


def by_number(nummer: str) -> Melding | None:
    rows = Melding.objects.select_related(
        "voorziening__organisatie", "voorziening__regio"
    )
    return rows.filter(nummer=nummer).first() if nummer else None


def waiting(user: Gebruiker) -> int:
    """How many wait for this person."""
    return Melding.objects.visible_to(user).open().values("pk").count()


def listed(user: Gebruiker) -> Lijst:
    """Two queries, whatever there is."""
    mine = Melding.objects.visible_to(user).select_related("voorziening__organisatie")
    waiting = list(mine.open().order_by("gemeld_op", "pk")[:MOST_OPEN])
    done = mine.exclude(afgehandeld_op=None).order_by("-afgehandeld_op", "-pk")
    since = timezone.now() - LONG
    return Lijst(
        waiting,
        sum(1 for row in waiting if row.gemeld_op < since),
        list(done[:MOST_HANDLED]),
    )
