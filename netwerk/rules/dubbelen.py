"""Which provisions look like the same one: at the same organisation or in the same town,
with names that are nearly equal, or resemble each other with the same address, number or
website.

Names are held beside each other without the names of places: "Inloop Lindehoven" and "Inloop
Brugveen" are two, whatever else they share. Resemblance is that of trigrams, as PostgreSQL
reckons it: three letters at a time, spaces before and after a word included.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

# of 1: the more there is in common of address, number and website, the less of the names
LEAST = (0.7, 0.65, 0.5, 0.5)
MOST_ALIKE = (
    4  # what more pages have in common is of their organisation or their building
)
SMALL_GROUP = 60  # all pairs are held beside each other
MOST_SHARED = 40  # letters that more names have say nothing
_WORD = re.compile(r"[^\W_]+")
# these tell two apart as the name of a place does; so do figures
_WHERE = {"noord", "oost", "zuid", "west", "midden", "centrum"}
_WHERE |= {a + b for a in ("noord", "zuid") for b in ("oost", "west")}


@dataclass(frozen=True)
class Kandidaat:
    """`groepen`: its organisation and its towns; two without one in common are not the
    same. `bewijs`: pairs of what it is ("adres") and how it reads, that few have in common.
    `plaatsen`: the towns in which people can go there."""

    sleutel: int
    naam: str
    groepen: frozenset[Hashable]
    bewijs: frozenset[tuple[str, str]] = frozenset()
    plaatsen: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Paar:
    """`samen`: what they have in common beside their name."""

    een: int
    ander: int
    lijkt: float
    samen: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Naam:
    """`apart`: the places in it."""

    grams: frozenset[str]
    apart: frozenset[str]


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


def words_of(naam: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(naam.casefold()))


def without_places(
    naam: str, plaatsen: Collection[tuple[str, ...]]
) -> tuple[str, frozenset[str]]:
    """A name without the places in it, and those; `plaatsen` in words, as `words_of`. A
    name that is nothing but a place stays as it is."""
    words, kept, apart = words_of(naam), [], set()
    longest = max((len(place) for place in plaatsen), default=1)
    at = 0
    while at < len(words):
        size = next(
            (n for n in range(longest, 0, -1) if words[at : at + n] in plaatsen), 0
        )
        one = words[at]
        if size or one in _WHERE or one.isdecimal():
            apart.add(" ".join(words[at : at + max(size, 1)]))
        else:
            kept.append(one)
        at += max(size, 1)
    return (" ".join(kept), frozenset(apart)) if kept else (naam, frozenset())


def likely(
    kandidaten: Sequence[Kandidaat], plaatsnamen: Iterable[str] = ()
) -> list[Paar]:
    """Those that look most like one first, each pair once, `een` before `ander`."""
    places = {words for naam in plaatsnamen if (words := words_of(naam))}
    split = {k.sleutel: without_places(k.naam, places) for k in kandidaten}
    names = {key: _Naam(trigrams(kept), apart) for key, (kept, apart) in split.items()}
    known = {k.sleutel: k for k in kandidaten}
    often: Counter[Hashable] = Counter(one for k in kandidaten for one in k.bewijs)
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for kandidaat in kandidaten:
        for groep in kandidaat.groepen | kandidaat.bewijs:
            if often.get(groep, 0) <= MOST_ALIKE:
                groups[groep].append(kandidaat.sleutel)
    pairs = {pair for keys in groups.values() for pair in _worth_it(keys, names)}
    found = []
    for een, ander in pairs:
        shared = known[een].bewijs & known[ander].bewijs
        samen = {kind for kind, value in shared if often[kind, value] <= MOST_ALIKE}
        lijkt = resemblance(names[een].grams, names[ander].grams)
        if lijkt >= LEAST[len(samen)] and not _elsewhere(
            known[een], known[ander], names
        ):
            found.append(Paar(een, ander, lijkt, tuple(sorted(samen))))
    return sorted(found, key=lambda p: (-len(p.samen), -p.lijkt, p.een, p.ander))


def _elsewhere(een: Kandidaat, ander: Kandidaat, names: dict[int, _Naam]) -> bool:
    """Each is in a place where the other is not, by its name or by its addresses."""
    mine, theirs = names[een.sleutel].apart, names[ander.sleutel].apart
    if mine - theirs and theirs - mine:
        return True
    towns = een.plaatsen, ander.plaatsen
    return all(towns) and not een.plaatsen & ander.plaatsen


def _worth_it(
    keys: Sequence[int], names: dict[int, _Naam]
) -> Iterator[tuple[int, int]]:
    """In a large group only those that share something few have, or are called the same."""
    if len(keys) <= SMALL_GROUP:
        yield from _pairs(keys)
        return
    having: dict[Hashable, list[int]] = defaultdict(list)
    for key in keys:
        having[names[key]].append(key)
        for gram in names[key].grams:
            having[gram].append(key)
    for some in having.values():
        if len(some) <= MOST_SHARED:
            yield from _pairs(some)


def _pairs(keys: Iterable[int]) -> Iterator[tuple[int, int]]:
    return combinations(sorted(keys), 2)
