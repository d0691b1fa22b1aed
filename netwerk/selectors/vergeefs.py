"""What people looked for in vain: only what five different visits or more typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from netwerk.models import Vergeefs
from netwerk.rules.vergeefs import VANAF, quarter, quarters_back
from toegang.models import Regio

MOST = 50


@dataclass(frozen=True)
class Vergeefswoord:
    """Different visits per quarter; None is fewer than five, and so is never in between."""

    woorden: str
    nu: int | None
    vorig: int | None


def in_vain(regio: Regio, day: date) -> list[Vergeefswoord]:
    """This quarter and the one before it, what was looked for most first. One query."""
    now, before = quarter(day), quarters_back(day, 1)
    rows = Vergeefs.objects.filter(
        regio=regio, kwartaal__in=[now, before], keer__gte=VANAF
    ).exclude(woorden="")
    found: dict[str, dict[date, int]] = {}
    names: dict[str, str] = {}
    for row in rows.order_by("kwartaal"):
        found.setdefault(row.sleutel, {})[row.kwartaal] = row.keer
        names[row.sleutel] = row.woorden
    words = [
        Vergeefswoord(names[key], counts.get(now), counts.get(before))
        for key, counts in found.items()
    ]
    return sorted(words, key=_most_first)[:MOST]


def _most_first(word: Vergeefswoord) -> tuple[int, int, str]:
    return (-(word.nu or 0), -(word.vorig or 0), word.woorden)
