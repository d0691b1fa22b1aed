"""The picture beside the list: where the results of this page are, and the names of the
places round them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from django.db import connection
from django.utils.safestring import SafeString

from basis.areamap import Pin, Spot, areamap
from netwerk.choices import Plaatssoort
from netwerk.rules.afstand import Coordinaten, middle_of, offset
from toegang.models import Regio

from .zoeken import Treffer
from .zoekplek import Plek

MOST_NAMES = 8
LEAST_KM, MOST_KM = 1.0, 60.0
# a gemeente that no place is named after lies where some of its own addresses lie
_NAMED = """
SELECT g.naam, coalesce(p.lat, l.lat), coalesce(p.lon, l.lon) FROM toegang_gemeente g
LEFT JOIN netwerk_plaats p ON p.soort = %(soort)s AND p.naam = g.naam
LEFT JOIN LATERAL (
  SELECT avg(few.lat) AS lat, avg(few.lon) AS lon FROM (
    SELECT lat, lon FROM netwerk_locatie WHERE gemeente_id = g.id AND soort = 'fysiek'
    AND NOT geheim AND lat IS NOT NULL LIMIT 20
  ) few
) l ON p.id IS NULL
WHERE (%(regio)s IS NULL OR g.regio_id = %(regio)s) AND coalesce(p.lat, l.lat) IS NOT NULL
"""


@dataclass(frozen=True)
class Kaartje:
    """`nummers` that are on it, `vol` of these can be done today, `buiten` lie farther away
    than the picture goes."""

    plaatje: SafeString
    met_punt: bool
    nummers: int
    buiten: int
    vol: int


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
    full = sum(pin.now for pin in pins)
    away_from = len(found) - len(pins)
    return Kaartje(picture, plek.punt is not None, len(pins), away_from, full)


def _radius(plek: Plek, away: list[float]) -> float:
    if plek.punt and plek.straal:
        return float(plek.straal)
    return min(max(LEAST_KM, *away) * 1.1, MOST_KM)


def names_of(regio: Regio | None, middle: Coordinaten) -> list[Spot]:
    """Gemeenten of the region, or of all of them, the nearest first."""
    with connection.cursor() as cursor:
        key = regio.pk if regio else None
        about = {"soort": Plaatssoort.PLAATS.value, "regio": key}
        cursor.execute(_NAMED, about)
        rows = cursor.fetchall()
    spots = [Spot(naam, *offset((lat, lon), middle)) for naam, lat, lon in rows]
    return sorted(spots, key=lambda s: hypot(s.east, s.north))[:MOST_NAMES]
