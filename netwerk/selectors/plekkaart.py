"""Where one provision is: a sketch, and the same in words. A secret place is in neither."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

from django.utils.safestring import SafeString

from basis.areamap import Pin, Spot, areamap
from netwerk.choices import Locatiesoort
from netwerk.models import Locatie, Voorziening
from netwerk.rules.afstand import Coordinaten, direction, in_words, middle_of, offset

from .plaatsen import Found
from .vandaag import public_places
from .zoekkaart import LEAST_KM, MOST_KM, names_of

ROOM = 1.25  # round what has to be on it
HERE_KM = 0.3  # nearer than this there is no direction to say


@dataclass(frozen=True)
class Plekkaart:
    """`vanaf` is the place that somebody gave, in the middle when there is one."""

    plaatje: SafeString
    zinnen: tuple[str, ...]
    vanaf: str

    @property
    def met_punt(self) -> bool:
        return bool(self.vanaf)


def draw(voorziening: Voorziening, waar: Found | None) -> Plekkaart | None:
    """None without a place, or without anything round it that people know. One query."""
    places = [plek.locatie for plek in public_places(voorziening)]
    points = [(place, at) for place in places if (at := _point_of(place))]
    if not points:
        return None
    middle = (waar.lat, waar.lon) if waar else middle_of([at for _, at in points])
    spots = names_of(voorziening.regio, middle)
    if not spots and waar is None:
        return None
    away = [(place, *offset(at, middle)) for place, at in points]
    marks = [Spot(waar.label, 0.0, 0.0)] if waar else spots
    sentences = [_sentence(*one, marks) for one in away]
    many = len(away) > 1
    radius = _radius(away, [] if waar else spots[:1])
    pins = [
        Pin(str(nr) if many else "", east, north, now=True)
        for nr, (_, east, north) in enumerate(away, 1)
        if hypot(east, north) <= radius
    ]
    if not pins:  # a mistake in the coordinates
        return None
    return Plekkaart(
        areamap(pins, spots, radius_km=radius, here=waar is not None),
        tuple(f"{nr}. {s}" if many else s for nr, s in enumerate(sentences, 1)),
        waar.label if waar else "",
    )


def _point_of(place: Locatie) -> Coordinaten | None:
    """Of something to go to, of which is known where it lies."""
    if place.soort != Locatiesoort.FYSIEK or place.lat is None or place.lon is None:
        return None
    return place.lat, place.lon


def _radius(away: list[tuple[Locatie, float, float]], spots: list[Spot]) -> float:
    far = [hypot(east, north) for _, east, north in away]
    far += [hypot(spot.east, spot.north) for spot in spots]
    return min(max(LEAST_KM, *far) * ROOM, MOST_KM)


def _sentence(place: Locatie, east: float, north: float, marks: list[Spot]) -> str:
    """ "Dorpsstraat 1: ongeveer 4 km ten noorden van Lindehoven." """
    name = place.adres or place.naam or place.plaats
    near = min(marks, key=lambda spot: hypot(east - spot.east, north - spot.north))
    across, up = east - near.east, north - near.north
    km = hypot(across, up)
    if km < HERE_KM:
        said = f"in het midden van {near.name}"
    else:
        said = f"{in_words(km)} ten {direction(across, up)} van {near.name}"
    return f"{name}: {said}." if name else f"{said[:1].upper()}{said[1:]}."
