"""How far two points are apart, as the crow flies. Plain Python."""

from __future__ import annotations

from collections.abc import Sequence
from math import asin, atan2, cos, degrees, isfinite, pi, radians, sin, sqrt
from typing import NamedTuple

EARTH_KM = 6371.0088  # mean radius
FARTHEST_KM = pi * EARTH_KM  # the other side of the world
Coordinaten = tuple[float, float]  # latitude, longitude


WINDSTREKEN = (
    "noorden",
    "noordoosten",
    "oosten",
    "zuidoosten",
    "zuiden",
    "zuidwesten",
    "westen",
    "noordwesten",
)


class Box(NamedTuple):
    zuid: float
    noord: float
    west: float
    oost: float

    def holds(self, lat: float, lon: float) -> bool:
        return self.zuid <= lat <= self.noord and self.west <= lon <= self.oost


WERELD = Box(-90.0, 90.0, -180.0, 180.0)
NEDERLAND = Box(zuid=50.7, noord=53.7, west=3.2, oost=7.3)
"""Round the European part of the Netherlands, with a little room."""


def distance_km(
    lat: float | None, lon: float | None, to_lat: float | None, to_lon: float | None
) -> float | None:
    """Kilometres by the haversine; None as soon as one of the four is not known: what
    has no place is never 0 km away."""
    if lat is None or lon is None or to_lat is None or to_lon is None:
        return None
    if not all(map(isfinite, (lat, lon, to_lat, to_lon))):
        return None
    north, east = radians(to_lat - lat) / 2, radians(to_lon - lon) / 2
    part = sin(north) ** 2 + cos(radians(lat)) * cos(radians(to_lat)) * sin(east) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, max(0.0, part))))


def box(lat: float, lon: float, km: float) -> Box:
    """The smallest box with all that lies within `km`, a hair larger; for an index before
    the real distance. A radius below nothing is nothing; a very large one is the world."""
    km = max(0.0, km) + 0.001
    if km >= FARTHEST_KM:
        return WERELD
    north = degrees(km / EARTH_KM)
    zuid, noord = lat - north, lat + north
    if zuid <= WERELD.zuid or noord >= WERELD.noord:  # every meridian meets at a pole
        return WERELD._replace(
            zuid=max(zuid, WERELD.zuid), noord=min(noord, WERELD.noord)
        )
    # the widest point of the circle lies a little nearer to the pole than its centre
    east = degrees(asin(min(1.0, sin(km / EARTH_KM) / cos(radians(lat)))))
    if lon - east < WERELD.west or lon + east > WERELD.oost:  # over the date line
        return WERELD._replace(zuid=zuid, noord=noord)
    return Box(zuid, noord, lon - east, lon + east)


def middle_of(punten: Sequence[Coordinaten]) -> Coordinaten:
    """Of the smallest box round them."""
    lats, lons = zip(*punten, strict=True)
    return (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2


def offset(punt: Coordinaten, middle: Coordinaten) -> tuple[float, float]:
    """Kilometres east and north, flat: for a sketch of a region."""
    km_per_degree = radians(EARTH_KM)
    north = (punt[0] - middle[0]) * km_per_degree
    return (punt[1] - middle[1]) * km_per_degree * cos(radians(middle[0])), north


def in_words(km: float | None) -> str:
    """As it stands on a page: "minder dan 1 km", "ongeveer 4 km"; "" when not known."""
    if km is None:
        return ""
    return "minder dan 1 km" if km < 1 else f"ongeveer {round(km)} km"


def direction(east: float, north: float) -> str:
    """Which way it lies, so many kilometres east and north: "noordoosten"."""
    turn = degrees(atan2(east, north)) / (360 / len(WINDSTREKEN))
    return WINDSTREKEN[round(turn) % len(WINDSTREKEN)]
