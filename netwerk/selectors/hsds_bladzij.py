"""Pages that stand still while the kaart changes.

Counting from the front goes wrong: a record that goes away on page 2 pulls one of page 4
back to page 3, which was read already. So a page ends at a record and not at a number:

- `next` of an answer says where that page ended, and goes on right behind it: always right;
- for who only counts pages (page=4), where each page begins is kept for an hour from the
  first question on. Without Redis pages are counted from the front.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.db.models import QuerySet

from redis.exceptions import RedisError

PER_PAGE, MOST, MOST_MINIMAL = 50, 100, 10_000
KEPT_S = 3_600
MOST_PAGES = 5_000


@dataclass(frozen=True)
class Uitsnede:
    """`verder` is the key of its last row when more may come behind it."""

    rijen: list[Any]
    totaal: int
    bladzijden: int
    nummer: int
    verder: int | None

    @property
    def is_laatste(self) -> bool:
        return self.verder is None


@dataclass(frozen=True)
class Samen:
    """Ours first, which do not change; then those of packages, in their `vorm`."""

    onze: list[Any]
    rijen: QuerySet[Any]
    vorm: Callable[[Any], Any]


def cut(
    rows: QuerySet[Any], *, nummer: int, per: int, na: int | None, naam: str = ""
) -> Uitsnede:
    """One page of `rows` in the order of their key. With a `naam` its beginnings are kept
    under it: only for questions that everybody asks the same."""
    rows = rows.order_by("pk")
    total = rows.count()
    pages = -(-total // per)
    if na is not None:
        found = list(rows.filter(pk__gt=na)[: per + 1])
        return _made(found, per, total, pages, nummer)
    begins = _beginnings(rows, per, naam) if naam else None
    if begins is None:
        found = list(rows[(nummer - 1) * per : nummer * per + 1])
        return _made(found, per, total, pages, nummer)
    return _kept(rows, begins, nummer, total)


def cut_together(samen: Samen, *, nummer: int, per: int, na: int | None) -> Uitsnede:
    """One page, counted from the front."""
    first = na or (nummer - 1) * per
    here = samen.onze[first : first + per]
    behind = max(0, first - len(samen.onze))
    rows = samen.rijen[behind : behind + per - len(here)]
    total = len(samen.onze) + samen.rijen.count()
    end = first + per
    found = here + [samen.vorm(row) for row in rows]
    return Uitsnede(
        found, total, -(-total // per), nummer, end if end < total else None
    )


def _made(
    found: Sequence[Any], per: int, total: int, pages: int, nummer: int
) -> Uitsnede:
    page = list(found[:per])
    more = len(found) > per
    return Uitsnede(page, total, pages, nummer, page[-1].pk if more else None)


def _kept(rows: QuerySet[Any], begins: list[int], nummer: int, total: int) -> Uitsnede:
    """What stands between two beginnings; what came later is on the last page."""
    pages = len(begins)
    if nummer > pages:
        return Uitsnede([], total, pages, nummer, None)
    here = rows.filter(pk__gte=begins[nummer - 1]) if nummer > 1 else rows
    if nummer == pages:
        return Uitsnede(list(here), total, pages, nummer, None)
    found = list(here.filter(pk__lt=begins[nummer]))
    return Uitsnede(found, total, pages, nummer, begins[nummer] - 1)


def _beginnings(rows: QuerySet[Any], per: int, naam: str) -> list[int] | None:
    """The key each page begins with; None when it cannot be kept. New rows make new pages
    behind the last one."""
    key = f"hsds:{hashlib.sha256(f'{naam}:{per}'.encode()).hexdigest()[:32]}"
    with contextlib.suppress(RedisError):
        begins: list[int] = cache.get(key) or []
        since = rows.filter(pk__gte=begins[-1]) if begins else rows
        keys = list(since.values_list("pk", flat=True))
        more = keys[::per] if not begins else [begins[-1], *keys[per::per]]
        begins = [*begins[:-1], *more] if begins else more
        if not begins or len(begins) > MOST_PAGES:
            return None
        cache.set(key, begins, KEPT_S)
        return begins
    return None
