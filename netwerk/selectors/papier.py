"""Provisions as a list on paper says them: where, when, how long somebody waits and whom to
call. Paper is read on another day, so nothing here says "today".

A fixed number of queries for any number of rows. Of a secret place nothing is read, and a
number that is not for everybody does not leave the database.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q
from django.utils import timezone

from netwerk.choices import VOL, Capaciteit, Locatiesoort, Status, Zichtbaar
from netwerk.models import (
    Contact,
    Sluitingsperiode,
    Voorziening,
    Voorzieningplek,
)
from netwerk.rules.afstand import distance_km, in_words
from netwerk.rules.datum import datum
from netwerk.rules.openingszinnen import sentences
from netwerk.rules.zoekzinnen import closing

from .bereik import Bel, phone_rows, profile_of, said_phones, web_address
from .roosters import rooster_of
from .vandaag import hours_at
from .wachttijden import Wacht, waits_per

Punt = tuple[float, float]


@dataclass(frozen=True)
class Papierregel:
    """`waar` is its nearest address, or how it comes to people; `meer` so many addresses
    more. `wachten` says of each step when it was measured. `bereik` is how to reach it where
    nobody may call."""

    naam: str
    door: str
    kort: str
    waar: str
    meer: int
    geheim: bool
    uren: tuple[str, ...]
    wachten: tuple[str, ...]
    bel: Bel | None
    bereik: str
    dicht: str


def lines_on_paper(
    keys: Sequence[int], *, moment: datetime, punt: Punt | None = None
) -> list[Papierregel]:
    """In the order of `keys`; what is not on the kaart (any more) is not among them.
    Distances are reckoned from `punt`."""
    day = timezone.localtime(moment).date()
    found = {row.pk: row for row in _rows(keys)}
    rows = [found[key] for key in keys if key in found]
    places = [plek for row in rows for plek in row.plekken.all()]
    people = _people(rows, places)
    phones = phone_rows(rows, places, [c["pk"] for c in people], verwijzer=False)
    waits = waits_per(rows, day)
    return [
        _line(row, punt, day, _phone(row, people, phones), waits[row.pk])
        for row in rows
    ]


# --- reading ----------------------------------------------------------------------------
def _rows(keys: Iterable[int]) -> Iterable[Any]:
    hidden = Voorzieningplek.objects.filter(
        voorziening=OuterRef("pk"), locatie__geheim=True
    )
    return (
        Voorziening.objects.on_kaart()
        .filter(pk__in=list(keys))
        .annotate(geheim=Exists(hidden))
        .select_related("organisatie__profiel")
        .prefetch_related(
            "openingstijd_set",
            Prefetch(
                "sluitingsperiodes",
                Sluitingsperiode.objects.select_related("alternatief"),
            ),
            Prefetch(
                "plekken",
                Voorzieningplek.objects.filter(locatie__geheim=False)
                .select_related("locatie")
                .prefetch_related("openingstijd_set", "locatie__openingstijd_set")
                .order_by("pk"),
            ),
        )
    )


def _people(
    rows: Iterable[Voorziening], places: Sequence[Voorzieningplek]
) -> list[Mapping[str, Any]]:
    """Whom to ask for has a number too."""
    hangs_on = (
        Q(voorziening__in=[row.pk for row in rows])
        | Q(plek__in=[plek.pk for plek in places])
        | Q(locatie__in=[plek.locatie_id for plek in places])
    )
    found = Contact.objects.filter(hangs_on, zichtbaar=Zichtbaar.IEDEREEN)
    return list(found.values("pk", "voorziening", "plek", "locatie"))


def _phone(
    row: Voorziening,
    people: Iterable[Mapping[str, Any]],
    phones: Iterable[Mapping[str, Any]],
) -> Bel | None:
    """The first that everybody may dial, else the way in."""
    places = list(row.plekken.all())
    own = {("voorziening", row.pk)}
    own |= {("plek", plek.pk) for plek in places}
    own |= {("locatie", plek.locatie_id) for plek in places}
    mine = [p["pk"] for p in people if own & set(p.items())]
    return next(iter(said_phones(phones, row, places, mine)), None)


# --- telling ----------------------------------------------------------------------------
def _line(
    row: Any, punt: Punt | None, day: date, bel: Bel | None, waits: Sequence[Wacht]
) -> Papierregel:
    place, many = _nearest(row, punt)
    return Papierregel(
        naam=row.naam,
        door=row.organisatie.naam,
        kort=row.kort,
        waar=_address(place, punt) if place else _comes(row),
        meer=max(0, many - 1),
        geheim=row.geheim,
        uren=_hours(row, place, day),
        wachten=tuple(_waits(row, waits)),
        bel=bel,
        bereik="" if bel else _reached(row),
        dicht=_closed(row, day),
    )


def _nearest(row: Any, punt: Punt | None) -> tuple[Voorzieningplek | None, int]:
    """Where people go: never where post goes; and how many of these there are."""
    open_to_all = [
        plek
        for plek in row.plekken.all()
        if plek.locatie.soort == Locatiesoort.FYSIEK and _street(plek)
    ]
    if punt is None or len(open_to_all) < 2:  # noqa: PLR2004 - nothing to choose
        return next(iter(open_to_all), None), len(open_to_all)
    return min(open_to_all, key=lambda plek: _km(plek, punt)), len(open_to_all)


def _km(plek: Voorzieningplek, punt: Punt) -> float:
    km = distance_km(*punt, plek.locatie.lat, plek.locatie.lon)
    return float("inf") if km is None else km


def _street(plek: Voorzieningplek) -> str:
    place = plek.locatie
    town = " ".join(part for part in (place.postcode, place.plaats) if part)
    parts = (place.naam, place.adres, place.adres_2, town)
    said = ", ".join(part for part in parts if part)
    return ", ".join(filter(None, (said, place.in_land))) if said else ""


def _address(plek: Voorzieningplek, punt: Punt | None) -> str:
    place = plek.locatie
    km = distance_km(*punt, place.lat, place.lon) if punt else None
    return f"{_street(plek)}{f' ({in_words(km)})' if km is not None else ''}"


def _comes(row: Voorziening) -> str:
    return ". ".join(naam for naam, comes in row.comes.items() if comes)


def _hours(row: Any, place: Voorzieningplek | None, day: date) -> tuple[str, ...]:
    if row.altijd_bereikbaar:
        return ("Dag en nacht bereikbaar.",)
    rows = hours_at(row, place or next(iter(row.plekken.all()), None))
    if not rows:
        return ()
    rooster = rooster_of(
        rows, feestdagen=row.feestdagen, periodes=row.sluitingsperiodes.all()
    )
    return tuple(sentences(rooster, day))


def _waits(row: Voorziening, waits: Sequence[Wacht]) -> Iterable[str]:
    """Of each step the longest that is still known, with the day it was measured."""
    full = row.capaciteit in VOL
    if full or (row.capaciteit == Capaciteit.OPEN and waits):
        yield f"{Capaciteit(row.capaciteit).label}."
    for fase in dict.fromkeys(wacht.fase for wacht in waits):
        here = (wacht for wacht in waits if wacht.fase == fase)
        yield _wait(max(here, key=lambda wacht: (not wacht.verlopen, wacht.tot)))
    if not waits and not full:
        free = row.laagdrempelig or row.capaciteit == Capaciteit.OPEN
        yield "Geen wachttijd." if free else "Niet gemeten. Vraag ernaar."


def _wait(wacht: Wacht) -> str:
    whom = f" ({wacht.doelgroep})" if wacht.doelgroep else ""
    if wacht.verlopen:
        was = f"Was {wacht.weken}, gemeten op {datum(wacht.gemeten_op)}"
        return f"{wacht.fase}{whom}: niet meer bekend. {was}."
    return f"{wacht.fase}{whom}: {wacht.weken}, {wacht.hoe}."


def _reached(row: Voorziening) -> str:
    profile = profile_of(row.organisatie)
    mail = row.email or (profile.email if profile else "")
    site = web_address(row.website) or web_address(profile.website if profile else "")
    return mail or site


def _closed(row: Voorziening, day: date) -> str:
    """Now, or the next time that is known; and where to go meanwhile."""
    periods = [p for p in row.sluitingsperiodes.all() if not p.tot or p.tot >= day]
    period = min(periods, key=lambda p: p.van, default=None)
    if period is None:
        return ""
    said = [closing(period.van, period.tot, period.reden, day)]
    said += [period.alternatief_tekst] if period.alternatief_tekst else []
    other = period.alternatief
    if other and other.status == Status.ACTIEF:
        said.append(f"Ga zolang naar {other.naam}.")
    return " ".join(said)
