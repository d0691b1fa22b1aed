"""Which provisions look like the same one: names that resemble each other, at the same
organisation or in the same place.

Resemblance is that of trigrams, as PostgreSQL reckons it: three letters at a time, spaces
before and after a word included.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

LEAST = 0.5  # of 1; "Wijkteam Noord" and "Wijkteam Zuid" stay below
SMALL_GROUP = 60  # all pairs are held beside each other
MOST_SHARED = 40  # letters that more names have say nothing
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Kandidaat:
    """`groepen`: its organisation and its places; two without one in common are not the
    same."""

    sleutel: int
    naam: str
    groepen: frozenset[Hashable]


@dataclass(frozen=True)
class Paar:
    een: int
    ander: int
    lijkt: float


def trigrams(naam: str) -> frozenset[str]:
    found = set()
    for word in _WORD.findall(naam.casefold()):
        padded = f"  {word} "
        found |= {padded[n : n + 3] for n in range(len(padded) - 2)}
    return frozenset(found)


def resemblance(een: frozenset[str], ander: frozenset[str]) -> float:
    """From 0, nothing in common, to 1."""
    together = len(een | ander)
    return len(een & ander) / together if together else 0.0


def likely(kandidaten: Sequence[Kandidaat]) -> list[Paar]:
    """Those that look most like one first, each pair once, `een` before `ander`."""
    grams = {k.sleutel: trigrams(k.naam) for k in kandidaten}
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for kandidaat in kandidaten:
        for groep in kandidaat.groepen:
            groups[groep].append(kandidaat.sleutel)
    pairs = {pair for keys in groups.values() for pair in _worth_it(keys, grams)}
    found = [
        Paar(een, ander, lijkt)
        for een, ander in pairs
        if (lijkt := resemblance(grams[een], grams[ander])) >= LEAST
    ]
    return sorted(found, key=lambda p: (-p.lijkt, p.een, p.ander))


def _worth_it(
    keys: Sequence[int], grams: dict[int, frozenset[str]]
) -> Iterator[tuple[int, int]]:
    """In a large group only those that share something few have, or are called the same."""
    if len(keys) <= SMALL_GROUP:
        yield from _pairs(keys)
        return
    having: dict[Hashable, list[int]] = defaultdict(list)
    for key in keys:
        having[grams[key]].append(key)
        for gram in grams[key]:
            having[gram].append(key)
    for some in having.values():
        if len(some) <= MOST_SHARED:
            yield from _pairs(some)


def _pairs(keys: Iterable[int]) -> Iterator[tuple[int, int]]:
    return combinations(sorted(keys), 2)
