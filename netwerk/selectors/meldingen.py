"""Reports that a page is wrong, for who follows one and for who keeps the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from netwerk.models import Melding
from netwerk.querysets import MeldingQuerySet
from toegang.models import Gebruiker

LONG = timedelta(days=14)  # without an answer: named apart
MOST_OPEN, MOST_HANDLED = 200, 25
# of a page much more is kept than a line says
SHOWN = (
    "uuid", "veld", "gemeld_op", "status", "afgehandeld_op",
    "voorziening__naam", "voorziening__organisatie__naam",
)  # fmt: skip


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
    """Two queries for what it shows, whatever there is."""
    mine = Melding.objects.visible_to(user)
    oldest = mine.open().order_by("gemeld_op", "pk")
    done = mine.exclude(afgehandeld_op=None).order_by("-afgehandeld_op", "-pk")
    waiting = list(_with_more(oldest, MOST_OPEN))
    since = timezone.now() - LONG
    return Lijst(
        waiting,
        sum(1 for row in waiting if row.gemeld_op < since),
        list(_with_more(done, MOST_HANDLED)),
    )


def _with_more(rows: MeldingQuerySet, most: int) -> MeldingQuerySet:
    """The first so many with what a line says; only of those it is looked up."""
    found = Melding.objects.filter(pk__in=rows.values("pk")[:most])
    found = found.select_related("voorziening__organisatie").only(*SHOWN)
    return found.order_by(*rows.query.order_by)
