"""Rows of opening hours as the rules reckon with them."""

from __future__ import annotations

from collections.abc import Iterable

from netwerk.models import Locatie, Openingstijd, Sluitingsperiode, Voorzieningplek
from netwerk.rules.herhaling import Blok
from netwerk.rules.openingsdag import Dicht, Rooster


def that_hold(
    at_place: list[Openingstijd], own: list[Openingstijd], of_place: list[Openingstijd]
) -> list[Openingstijd]:
    """The hours of a provision at a place: those of this help there, else of the help, else
    of the place itself. `UREN` in nu.py says the same in SQL."""
    return at_place or own or of_place


def owner_of_hours(plek: Voorzieningplek) -> Voorzieningplek | Locatie:
    """Where the hours of an address hang: on this help there, or as a package brought them
    on the address itself."""
    place: Locatie = plek.locatie
    own = plek.openingstijd_set.exists() or not place.openingstijd_set.exists()
    return plek if own else place


def rooster_of(
    rows: Iterable[Openingstijd],
    *,
    feestdagen: str,
    periodes: Iterable[Sluitingsperiode] = (),
) -> Rooster:
    """`periodes` are those of the provision; one without an end is no day to reckon with:
    the page says that it is closed."""
    rows = list(rows)
    closed = [_closed(row) for row in rows if row.dicht]
    closed += [Dicht(p.van, p.reden, p.tot) for p in periodes if p.tot]
    return Rooster(
        tuple(block_of(row) for row in rows if not row.dicht),
        tuple(dicht for dicht in closed if dicht),
        feestdagen,
    )


def _closed(row: Openingstijd) -> Dicht | None:
    day = row.van or row.begint_op
    return Dicht(day, row.tekst, row.tot) if day else None


def block_of(row: Openingstijd) -> Blok:
    return Blok(
        opens_at=row.opent_om,
        closes_at=row.sluit_om,
        freq=row.herhaling,
        byday=row.dagen,
        interval=row.interval,
        dtstart=row.begint_op,
        valid_from=row.van,
        valid_to=row.tot,
        until=row.herhaal_tot,
        count=row.aantal,
        wkst=row.weekbegin,
        byweekno=row.weken,
        bymonthday=row.dagen_van_maand,
        byyearday=row.dagen_van_jaar,
        op_afspraak=row.op_afspraak,
        description=row.tekst,
    )
