"""Loading places and postcodes: all of a file, or nothing.

Not in a migration: the files are renewed more often than the tables, a migration would run
in every test database, and an authoritative file must survive the next version. So
`load_own_places` runs after `migrate` at each start, changes only what differs, and leaves
what came from another source alone.
"""

import csv
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.db import models, transaction

from logboek import services as logboek
from netwerk.choices import Plaatssoort
from netwerk.models import Plaats, Plaatsnaam, Postcodegebied
from netwerk.rules.afstand import distance_km
from netwerk.rules.plaats import search_name
from netwerk.rules.postcodebestand import Gebied

CONTENT = Path(__file__).parents[1] / "content" / "plaatsen"
EIGEN = "meegeleverd"  # the source of what ships with the product
SAME_KM = 10  # a place of this name this near is the same one
BATCH = 1000
CODE_FIELDS = ("plaats", "gemeente", "provincie", "lat", "lon", "bron")


@dataclass(frozen=True)
class Telling:
    """What a load did to the rows of one table. `anders` are those of another source, or
    of an older file under another name, that stay."""

    nieuw: int = 0
    veranderd: int = 0
    gelijk: int = 0
    weg: int = 0
    anders: int = 0

    @property
    def changes(self) -> bool:
        return bool(self.nieuw or self.veranderd or self.weg)


@dataclass(frozen=True)
class Plek:
    """A place as a file has it."""

    soort: str
    naam: str
    gemeente: str
    provincie: str
    lat: float
    lon: float
    ook_genoemd: tuple[str, ...] = ()

    def row(self, bron: str) -> Plaats:
        return Plaats(
            soort=self.soort,
            naam=self.naam,
            zoeknaam=search_name(self.naam),
            gemeente=self.gemeente,
            provincie=self.provincie,
            lat=self.lat,
            lon=self.lon,
            bron=bron,
        )

    def alias_rows(self, plaats: Plaats) -> Iterable[Plaatsnaam]:
        names = {search_name(naam): naam for naam in self.ook_genoemd}
        names.pop(plaats.zoeknaam, None)
        return (
            Plaatsnaam(plaats=plaats, naam=naam, zoeknaam=zoeknaam)
            for zoeknaam, naam in names.items()
        )


# --- ours


@cache
def own_places() -> tuple[Plek, ...]:
    return tuple(
        Plek(
            rij["soort"],
            rij["naam"],
            rij["gemeente"],
            rij["provincie"],
            float(rij["lat"]),
            float(rij["lon"]),
            tuple(naam for naam in rij["ook_genoemd"].split("|") if naam),
        )
        for rij in _rows("plaatsen.csv")
    )


@cache
def own_postcodes() -> tuple[Gebied, ...]:
    """With the coordinates of their place: the file has none."""
    where = {
        (plek.naam, plek.gemeente, plek.provincie): plek
        for plek in own_places()
        if plek.soort == Plaatssoort.PLAATS
    }
    found = []
    for rij in _rows("postcodes.csv"):
        plek = where[rij["plaats"], rij["gemeente"], rij["provincie"]]
        found.append(
            Gebied(
                rij["postcode"],
                plek.naam,
                plek.gemeente,
                plek.provincie,
                plek.lat,
                plek.lon,
            )
        )
    return tuple(found)


def _rows(name: str) -> list[dict[str, str]]:
    with (CONTENT / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@transaction.atomic
def load_own_places(
    *,
    plekken: Collection[Plek] | None = None,
    gebieden: Collection[Gebied] | None = None,
) -> tuple[Telling, Telling]:
    """Those of our files; a test gives a few of its own. Safe to run again: what is the
    same stays, and an authoritative source wins from ours."""
    plekken = own_places() if plekken is None else plekken
    gebieden = own_postcodes() if gebieden is None else gebieden
    places, codes = _load_places(plekken, EIGEN), _load_codes(gebieden, EIGEN)
    if places.changes or codes.changes:
        _record(EIGEN)
    return places, codes


# --- an authoritative file


@transaction.atomic
def load_postcodes(*, gebieden: Collection[Gebied], bron: str) -> Telling:
    """The postcodes of a file that was read without faults, over those that are there.
    Those an earlier load of the same `bron` had and this one has not, are taken away. The
    places in it that were not known become known, in the middle of their postcodes."""
    if bron == EIGEN:
        raise ValueError(bron)
    codes = _load_codes(gebieden, bron)
    places = _load_places(_unknown_places(gebieden, bron), bron)
    if places.changes or codes.changes:
        _record(bron)
    return codes


def _unknown_places(gebieden: Iterable[Gebied], bron: str) -> list[Plek]:
    known: dict[str, list[tuple[float, float]]] = {}
    rest = Plaats.objects.exclude(bron=bron, soort=Plaatssoort.PLAATS)
    for name, alias, lat, lon in rest.values_list(
        "zoeknaam", "aliassen__zoeknaam", "lat", "lon"
    ):
        for one in {name, alias} - {None}:
            known.setdefault(one, []).append((lat, lon))
    together: dict[tuple[str, str, str], list[Gebied]] = {}
    for gebied in gebieden:
        key = (gebied.plaats, gebied.gemeente, gebied.provincie)
        together.setdefault(key, []).append(gebied)
    found = []
    for some in together.values():
        plek = _middle(some)
        near = (
            distance_km(plek.lat, plek.lon, *there)
            for there in known.get(search_name(plek.naam), [])
        )
        if plek.provincie and not any(km is not None and km < SAME_KM for km in near):
            found.append(plek)
    return found


def _middle(gebieden: list[Gebied]) -> Plek:
    first = gebieden[0]
    return Plek(
        Plaatssoort.PLAATS,
        first.plaats,
        first.gemeente,
        first.provincie,
        sum(gebied.lat for gebied in gebieden) / len(gebieden),
        sum(gebied.lon for gebied in gebieden) / len(gebieden),
        tuple(dict.fromkeys(naam for g in gebieden for naam in g.ook_genoemd)),
    )


# --- rows


def _load_places(plekken: Collection[Plek], bron: str) -> Telling:
    """Rows of `bron` become those of `plekken`. A changed one is made anew: nothing points
    at it but its other names."""
    there: dict[tuple[str, ...], tuple[object, ...]] = {}
    foreign: set[tuple[str, ...]] = set()
    keys: dict[tuple[str, ...], int] = {}
    for plaats in Plaats.objects.prefetch_related("aliassen"):
        key = (plaats.soort, plaats.naam, plaats.gemeente, plaats.provincie)
        if plaats.bron != bron:
            foreign.add(key)
            continue
        aliassen = {alias.naam for alias in plaats.aliassen.all()}
        there[key] = (plaats.zoeknaam, plaats.lat, plaats.lon, aliassen)
        keys[key] = plaats.pk
    wanted = {(p.soort, p.naam, p.gemeente, p.provincie): p for p in plekken}
    wanted = {key: plek for key, plek in wanted.items() if key not in foreign}
    new, changed, same = [], [], 0
    for key, plek in wanted.items():
        row = plek.row(bron)
        aliassen = {alias.naam for alias in plek.alias_rows(row)}
        if key not in there:
            new.append(key)
        elif there[key] != (row.zoeknaam, row.lat, row.lon, aliassen):
            changed.append(key)
        else:
            same += 1
    gone = [key for key in there if key not in wanted]
    Plaats.objects.filter(pk__in=[keys[key] for key in (*changed, *gone)]).delete()
    _make_places([wanted[key] for key in (*new, *changed)], bron)
    return Telling(len(new), len(changed), same, len(gone), len(foreign))


def _make_places(plekken: list[Plek], bron: str) -> None:
    rows = Plaats.objects.bulk_create((p.row(bron) for p in plekken), batch_size=BATCH)
    Plaatsnaam.objects.bulk_create(
        (
            alias
            for plek, row in zip(plekken, rows, strict=True)
            for alias in plek.alias_rows(row)
        ),
        batch_size=BATCH,
    )


def _load_codes(gebieden: Collection[Gebied], bron: str) -> Telling:
    there = {row.code: row for row in Postcodegebied.objects.all()}
    if bron == EIGEN:  # ours never goes over another source
        gebieden = [
            g for g in gebieden if g.code not in there or there[g.code].bron == EIGEN
        ]
    new, changed, same = [], [], 0
    for gebied in gebieden:
        row = _code_row(gebied, bron)
        old = there.get(gebied.code)
        if old is None:
            new.append(row)
        elif _values(old) != _values(row):
            row.pk = old.pk
            changed.append(row)
        else:
            same += 1
    codes = {gebied.code for gebied in gebieden}
    gone = [r.pk for r in there.values() if r.bron == bron and r.code not in codes]
    Postcodegebied.objects.filter(pk__in=gone).delete()
    Postcodegebied.objects.bulk_create(new, batch_size=BATCH)
    Postcodegebied.objects.bulk_update(changed, CODE_FIELDS, batch_size=BATCH)
    left = sum(row.bron != bron and row.code not in codes for row in there.values())
    return Telling(len(new), len(changed), same, len(gone), left)


def _code_row(gebied: Gebied, bron: str) -> Postcodegebied:
    return Postcodegebied(
        code=gebied.code,
        plaats=gebied.plaats,
        gemeente=gebied.gemeente,
        provincie=gebied.provincie,
        lat=gebied.lat,
        lon=gebied.lon,
        bron=bron,
    )


def _values(row: models.Model) -> list[object]:
    return [getattr(row, name) for name in CODE_FIELDS]


def _record(bron: str) -> None:
    logboek.record(
        logboek.Actie.UPDATE, "postcodes", object_id=bron, regio=logboek.PLATFORM
    )
