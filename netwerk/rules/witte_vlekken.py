"""White spots: what a region has for each function and working method, per gemeente (N6).

Plain Python. A provision counts in every gemeente that it serves: by where people have to
live, else by where it is. What has neither and comes by phone, online or to your home is
for the whole region of its kaart; of what is left nobody can tell, and the page says of how
many. What is in doubt is not counted: a hole that is hidden is worse than one too many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .datum import MAANDEN, datum, opsomming
from .versheid import NOOIT, OUD, REST, state
from .wachttijd import AANMELD, ANDERS, BEHANDEL, PLAATSING, ZONDER_NORM, getal

DUN = 1  # so few is thin
LANG = ZONDER_NORM  # weeks; longer is said
FIRST = (AANMELD, ANDERS, PLAATSING, BEHANDEL)  # what somebody waits for first
OPEN, WACHTLIJST, DICHT = "open", "wachtlijst", "dicht"
ZONDER_PLEK = frozenset({"thuis", "online", "telefoon"})


@dataclass(frozen=True)
class Gebied:
    """What is known of where a provision is for. `eigen`: it stands on this region's kaart;
    `werkgebied`: gemeenten where people have to live, None without any; `plaatsen`:
    gemeenten where it is."""

    eigen: bool = True
    hele_regio: bool = False
    werkgebied: frozenset[int] | None = None
    plaatsen: frozenset[int] = frozenset()
    manieren: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Meting:
    """The newest measurement of one stage and target group."""

    fase: str
    weken: Decimal
    geldig_tot: date


@dataclass(frozen=True)
class Aanbod:
    """A provision as it counts here. `weken` until the first time, 0 is at once, None is
    not known; `soorten` is all that its organisation is; `tekst` is folded, with a space around every word."""

    pk: int
    gemeenten: frozenset[int]
    functies: frozenset[str] = frozenset()
    werkwijzen: frozenset[str] = frozenset()
    informeel: bool = False
    weken: Decimal | None = None
    nagekeken: date | None = None
    soorten: frozenset[str] = frozenset()
    kenmerken: frozenset[str] = frozenset()
    tekst: str = ""


@dataclass(frozen=True)
class Vak:
    """One cell. Of nothing there is no wait, no share and no date."""

    aantal: int = 0
    informeel: int = 0
    weken: Decimal | None = None
    nagekeken: date | None = None

    @property
    def leeg(self) -> bool:
        return self.aantal == 0

    @property
    def dun(self) -> bool:
        return self.aantal == DUN

    @property
    def procent(self) -> int | None:
        """Of how many in a hundred people do it without being paid for it; half is up."""
        if not self.aantal:
            return None
        return (200 * self.informeel + self.aantal) // (2 * self.aantal)

    @property
    def wacht(self) -> str:
        return wait_phrase(self.weken) if self.aantal else ""


@dataclass(frozen=True)
class Rij:
    """A function or a method: a cell per gemeente in their order, and one of the region,
    where what serves two gemeenten counts once."""

    sleutel: str
    naam: str
    vakken: tuple[Vak, ...]
    regio: Vak

    @property
    def nergens(self) -> bool:
        return self.regio.leeg


def serves(gebied: Gebied, regio: Collection[int]) -> frozenset[int] | None:
    """Which of the gemeenten of the region; None when nobody can tell."""
    here = frozenset(regio)
    if gebied.hele_regio and gebied.eigen:
        return here
    if gebied.werkgebied is not None or gebied.hele_regio:
        return here & (gebied.werkgebied or frozenset())
    if gebied.plaatsen:
        return here & gebied.plaatsen
    if gebied.eigen and gebied.manieren & ZONDER_PLEK:
        return here
    return None if gebied.eigen else frozenset()


def wait(
    metingen: Iterable[Meting],
    day: date,
    *,
    capaciteit: str = "",
    laagdrempelig: bool = False,
    nu_dicht: bool = False,
) -> Decimal | None:
    """Weeks until somebody can begin: the shortest of the first stage that is measured and
    still valid. Nobody measured: at once where you can walk in or there is a place. None:
    not known, or nobody can begin now."""
    known = list(metingen)
    if nu_dicht or capaciteit == DICHT:
        return None
    if not known:
        free = capaciteit == OPEN or (laagdrempelig and capaciteit != WACHTLIJST)
        return Decimal(0) if free else None
    valid = [meting for meting in known if meting.geldig_tot >= day]
    for fase in FIRST:
        weeks = [meting.weken for meting in valid if meting.fase == fase]
        if weeks:
            shortest = min(weeks)
            return None if not shortest and capaciteit == WACHTLIJST else shortest
    return None


def matrix(
    namen: Mapping[str, str],
    gemeenten: Sequence[int],
    aanbod: Iterable[Aanbod],
    *,
    wat: str,
) -> list[Rij]:
    """A row per name in its order; `wat` is the field of Aanbod that has the keys. A key
    that has no name is a row at the end."""
    here = set(gemeenten)
    cells: dict[tuple[str, int | None], list[Aanbod]] = defaultdict(list)
    for plek in aanbod:
        served = plek.gemeenten & here
        for key in getattr(plek, wat) if served else ():
            cells[key, None].append(plek)
            for gemeente in served:
                cells[key, gemeente].append(plek)
    further = sorted({key for key, _ in cells} - set(namen))
    return [
        Rij(
            key,
            namen.get(key, key),
            tuple(count(cells.get((key, gemeente), ())) for gemeente in gemeenten),
            count(cells.get((key, None), ())),
        )
        for key in [*namen, *further]
    ]


def spread(plekken: Iterable[Aanbod], gemeenten: Sequence[int]) -> tuple[Vak, ...]:
    """A cell per gemeente, in one pass."""
    cells: dict[int, list[Aanbod]] = {gemeente: [] for gemeente in gemeenten}
    for plek in plekken:
        for gemeente in plek.gemeenten:
            if gemeente in cells:
                cells[gemeente].append(plek)
    return tuple(count(cells[gemeente]) for gemeente in gemeenten)


def count(plekken: Collection[Aanbod]) -> Vak:
    if not plekken:
        return Vak()
    waits = [plek.weken for plek in plekken if plek.weken is not None]
    checked = [plek.nagekeken for plek in plekken if plek.nagekeken is not None]
    return Vak(
        len(plekken),
        sum(plek.informeel for plek in plekken),
        min(waits, default=None),
        max(checked, default=None),
    )


def wait_phrase(weken: Decimal | None) -> str:
    """ "kan meteen", "2,5 weken wachten" """
    if weken is None:
        return "wachttijd niet bekend"
    if not weken:
        return "kan meteen"
    if weken < 1:
        return "minder dan een week wachten"
    return f"{getal(weken)} {'week' if weken == 1 else 'weken'} wachten"


def checked_phrase(vak: Vak, day: date, months: int | None = None) -> tuple[str, bool]:
    """When somebody last looked at one of them, and whether that is too long ago."""
    if vak.leeg:
        return "", False
    fresh = state(REST, vak.nagekeken, day, months)
    seen = vak.nagekeken
    if seen is None:
        zin = "nooit nagekeken"
    elif fresh.oordeel == OUD:
        zin = f"niet nagekeken sinds {MAANDEN[seen.month - 1]} {seen.year}"
    else:
        zin = f"nagekeken op {datum(seen, day)}"
    return zin, fresh.oordeel in {OUD, NOOIT}


def standing(empty: Sequence[str], thin: int, total: int) -> str:
    """ "Nog niets in Brugveen", "Nog niets in 3 van de 7 gemeenten"; `thin`: in so many
    there is one."""
    if total and len(empty) == total:
        return "Nog nergens iets"
    if len(empty) == 1:
        return f"Nog niets in {empty[0]}"
    if empty:
        return f"Nog niets in {len(empty)} van de {total} gemeenten"
    if thin:
        return f"Overal iets, in {thin} gemeente{'n' * (thin > 1)} één plek"
    return "Overal meer dan één plek"


def striking(
    rijen: Sequence[Rij], namen: Sequence[str], *, wat: str = "functies"
) -> list[str]:
    """What somebody would point at first, in sentences."""
    found = []
    empty = [sum(rij.vakken[i].leeg for rij in rijen) for i in range(len(namen))]
    if rijen and empty and (most := max(empty)):
        where = [naam for naam, n in zip(namen, empty, strict=True) if n == most]
        mist = f"{most} van de {len(rijen)} {wat}"
        if len(where) == len(namen) > 1:
            found.append(f"In elke gemeente missen {mist}.")
        elif len(where) == 1:
            found.append(f"In {where[0]} mist het meest: {mist}.")
        else:
            found.append(f"In {opsomming(where)} mist het meest: elk {mist}.")
    found += [
        f"Voor ‘{rij.naam}’ is er nog niets in de regio."
        for rij in rijen
        if rij.nergens
    ]
    for rij in rijen:
        slow = sum((vak.weken or 0) > LANG for vak in rij.vakken)
        if slow:
            where_ = "één gemeente" if slow == 1 else f"{slow} gemeenten"
            found.append(
                f"Voor ‘{rij.naam}’ is de kortste wachttijd in {where_} langer dan"
                f" {LANG} weken."
            )
    return found
