"""The sketch of an area: numbered places and names round a middle, as SVG text.

Like the other pictures of basis.charts, and out of the same parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, dist, radians, sin

from django.utils.safestring import SafeString

from basis.charts import (
    ACCENT,
    BRAND,
    INK,
    MUTED,
    PAPER,
    Label,
    Size,
    el,
    line_along,
    picture,
    words_at,
)

RINGS_KM = (0.5, 1, 2, 5, 10, 25, 50, 100, 200, 500, 1000)
MAP = 420.0  # wide and high
EDGE = 18.0  # nothing is drawn nearer to the edge
PIN_ROOM = 34.0  # two pins nearer to each other than this are moved apart
Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True)
class Pin:
    """A number on a map, so many kilometres east and north of its middle. `now`: filled."""

    number: str
    east: float
    north: float
    now: bool = False


@dataclass(frozen=True)
class Spot:
    """A name on a map, the same way."""

    name: str
    east: float
    north: float


def areamap(
    pins: Sequence[Pin],
    spots: Sequence[Spot],
    *,
    radius_km: float,
    here: bool,
    label: Label | None = None,
) -> SafeString:
    """Numbers round a middle, with rings for the distance where `here` is a place that
    somebody gave, else with a measure in a corner. No tiles, no third party; the list
    beside it says all of it."""
    middle = MAP / 2
    scale = (middle - 14) / radius_km
    parts = [el("rect", width=MAP, height=MAP, rx=18, fill="#e6eee8")]

    def at(thing: Pin | Spot) -> Size:
        return middle + thing.east * scale, middle - thing.north * scale

    tips: list[Size] = []
    for pin in pins:
        tips.append(_free(at(pin), tips, dot=here))
    names: list[Box] = []
    parts += _distances(radius_km, scale, tips, names) if here else _measure(scale)
    for spot in spots:
        parts += _named(spot.name, at(spot), tips, names)
    if here:
        parts.append(
            el("circle", cx=middle, cy=middle, r=7, fill=ACCENT, stroke=PAPER,
               stroke_width=2.5)
        )  # fmt: skip
    parts += [_pin(pin, tip) for pin, tip in zip(pins, tips, strict=True)]
    return picture((MAP, MAP), *parts, label=label)


def _named(name: str, at: Size, tips: Sequence[Size], names: list[Box]) -> list[str]:
    """A dot with its name where no pin hides it; nothing when it is off the map."""
    x, y = at
    if not (0 < x < MAP and 0 < y < MAP):
        return []
    dot = el("circle", cx=x, cy=y, r=6, fill="#b3c3bf")
    wide = 7.6 * len(name)
    left, right = 10 + wide / 2, MAP - 10 - wide / 2
    if left > right:
        return [dot]
    beside = (
        (0.0, 23.0),
        (0.0, 40.0),
        (0.0, -14.0),
        (wide / 2 + 14, 5),
        (-wide / 2 - 14, 5),
    )
    for across, down in beside:
        u, v = min(max(x + across, left), right), y + down
        box = (u - wide / 2, v - 14, u + wide / 2, v + 4)
        hidden = any(_overlap(box, other) for other in [*names, *map(_pin_box, tips)])
        if EDGE < v < MAP - EDGE and not hidden:
            names.append(box)
            return [dot, _halo(name, (u, v), 15)]
    return [dot]


def _pin_box(tip: Size) -> Box:
    return tip[0] - 16, tip[1] - 50, tip[0] + 16, tip[1]


def _overlap(one: Box, other: Box) -> bool:
    return not (
        one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]
    )


def rings_within(radius_km: float) -> list[float]:
    """The distances that get a ring: at most three, the last the edge when it is round."""
    return [km for km in RINGS_KM if km <= radius_km * 1.001][-3:]


def _distances(
    radius_km: float, scale: float, tips: Sequence[Size], names: list[Box]
) -> list[str]:
    """Rings, each with its distance where no pin hides it: above, else below or beside."""
    middle = MAP / 2
    rings, words = [], []
    for km in reversed(rings_within(radius_km)):
        r = km * scale
        rings.append(
            el("circle", cx=middle, cy=middle, r=r, fill=PAPER, fill_opacity=0.42,
               stroke="#b7cbc8", stroke_dasharray="3 6", stroke_linecap="round")
        )  # fmt: skip
        above = (middle, max(16, middle - r + 5))
        places = (above, (middle, middle + r + 5), (middle + r, middle + 5))
        free = (at for at in places if not _is_hidden(_words_box(at), tips, names))
        at = next(free, above)
        names.append(_words_box(at))
        words.append(_halo(f"{km:g} km".replace(".", ","), at, 13))
    return rings + words


def _words_box(at: Size) -> Box:
    return at[0] - 20, at[1] - 12, at[0] + 20, at[1] + 3


def _is_hidden(box: Box, tips: Sequence[Size], names: Sequence[Box]) -> bool:
    """By a pin or other words; or it falls off the map."""
    off = box[0] < 0 or box[1] < 0 or box[2] > MAP or box[3] > MAP
    return off or any(_overlap(box, other) for other in [*names, *map(_pin_box, tips)])


def _measure(scale: float) -> list[str]:
    """A line as long as a round distance, about a quarter of the map."""
    km = max((km for km in RINGS_KM if km * scale <= MAP / 3), default=RINGS_KM[0])
    left, down, long = EDGE, MAP - EDGE, km * scale
    words = f"{km:g} km".replace(".", ",")
    line = f"M{left:g} {down - 5:g}v5h{long:g}v-5"
    return [line_along(line, MUTED, 2), _halo(words, (left + long / 2, down - 8), 13)]


def _halo(text: str, at: Size, size: int) -> str:
    """Words that can be read on any ground."""
    return el(
        "text", text=text, x=at[0], y=at[1], text_anchor="middle", font_size=size,
        fill=MUTED, stroke="#f6f9f6", stroke_width=4, paint_order="stroke",
    )  # fmt: skip


def _free(at: Size, taken: Sequence[Size], *, dot: bool) -> Size:
    """This spot within the map, or the first one round it that no pin has and from where
    the pin does not cover the dot in the middle."""
    middle = MAP / 2
    below = (middle - 8, middle + 1, middle + 8, middle + 8)
    for turn in range(24):
        reach = PIN_ROOM * (1 + turn // 8) if turn else 0
        angle = radians(45 * turn + 90)
        tip = _on_map(at[0] + reach * cos(angle), at[1] - reach * sin(angle))
        hides = dot and _overlap(_pin_box(tip), below)
        if not hides and all(dist(tip, other) >= PIN_ROOM - 1 for other in taken):
            return tip
    return _on_map(*at)


def _on_map(x: float, y: float) -> Size:
    """Where the tip of a pin can be so that the whole pin is seen."""
    return min(max(x, 18), MAP - 18), min(max(y, 54), MAP - 4)


def _pin(pin: Pin, tip: Size) -> str:
    x, y = tip
    fill, ink = (BRAND, PAPER) if pin.now else (PAPER, INK)
    drop = el(
        "path", d=f"M{x:.1f} {y:.1f}l-13 -19a16 16 0 1 1 26 0z", fill=fill, stroke=BRAND,
        stroke_width=2.5, stroke_linejoin="round",
    )  # fmt: skip
    size = 16 if len(pin.number) < 3 else 12  # noqa: PLR2004 - three figures have to fit
    return drop + words_at(pin.number, (x, y - 23), size, ink, bold=True)
