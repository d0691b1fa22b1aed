"""The picture beside the list: where the results of this page are, and the names of the
places round them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from django.db import connection
from django.utils.safestring import SafeString

from basis.charts import Pin, Spot, areamap
from netwerk.choices import Plaatssoort
from netwerk.rules.afstand import Coordinaten, middle_of, offset
from toegang.models import Regio

from .zoeken import Treffer
from .zoekplek import Plek

MOST_NAMES = 8
LEAST_KM, MOST_KM = 1.0, 60.0
_NAMED = """
SELECT p.naam, p.lat, p.lon FROM netwerk_plaats p WHERE p.soort = %s
AND p.naam IN (SELECT g.naam FROM toegang_gemeente g WHERE g.regio_id = %s)
"""


@dataclass(frozen=True)
class Kaartje:
    """`buiten`: numbers of the list that lie farther away than the picture goes."""

    plaatje: SafeString
    met_punt: bool
    nummers: int
    buiten: int


def draw(rijen: Sequence[tuple[int, Treffer]], plek: Plek) -> Kaartje | None:
    """None when nothing on the page has a place. One query, for the names."""
    found = [(nr, rij, rij.punt) for nr, rij in rijen if rij.punt]
    if not found:
        return None
    middle = plek.punt or middle_of([punt for _, _, punt in found])
    away = {nr: offset(punt, middle) for nr, _, punt in found}
    radius = _radius(plek, [hypot(*way) for way in away.values()])
    pins = [
        Pin(str(nr), *away[nr], now=rij.vandaag)
        for nr, rij, _ in found
        if hypot(*away[nr]) <= radius
    ]
    picture = areamap(
        pins, names_of(plek.regio, middle), radius_km=radius, here=plek.punt is not None
    )
    return Kaartje(picture, plek.punt is not None, len(pins), len(found) - len(pins))


def _radius(plek: Plek, away: list[float]) -> float:
    if plek.punt and plek.straal:
        return float(plek.straal)
    return min(max(LEAST_KM, *away) * 1.1, MOST_KM)


def names_of(regio: Regio | None, middle: Coordinaten) -> list[Spot]:
    """Places that a gemeente of the region is named after, the nearest first."""
    if regio is None:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_NAMED, [Plaatssoort.PLAATS.value, regio.pk])
        rows = cursor.fetchall()
    spots = [Spot(naam, *offset((lat, lon), middle)) for naam, lat, lon in rows]
    return sorted(spots, key=lambda s: hypot(s.east, s.north))[:MOST_NAMES]
