"""Pictures as SVG text, the same on screen and in WeasyPrint.

Presentation attributes only: the CSP blocks `style`, and WeasyPrint knows no page CSS,
currentColor or var() inside an SVG. Every text goes through `el`, which escapes it. A
picture whose figures stand beside it stays hidden for screen readers; with a `Label` it
says them itself, which a PDF always needs.

A series is known by a mark, which is shape and colour together: "all", "warm", "brand" or
"third". They go with the classes `av`, `av warm` and `av third`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from math import ceil, cos, dist, radians, sin
from pathlib import Path

from django.contrib.staticfiles import finders
from django.utils.safestring import SafeString

INK, MUTED, LINE = "#1d2b2a", "#4d5f5d", "#c9d3d0"
BRAND, SOFT, SOFT_LINE = "#0b5d5b", "#e0efed", "#a9cfcb"
ACCENT, THIRD, PAPER = "#a83f17", "#4a4a8a", "#fff"
FONT = "Source Sans 3, sans-serif"
MARKS = {
    "all": ("circle", BRAND),
    "warm": ("circle", ACCENT),
    "brand": ("square", BRAND),
    "third": ("diamond", THIRD),
}
TALLY_UP_TO = 20  # above this a bar takes the place of a mark per answer
STACK_UP_TO = 9  # marks on one point of a strip
COLUMNS = ((2, 1), (6, 2), (STACK_UP_TO, 3))  # so many marks in so many columns
LEAST_MOVE = 0.05  # of a point of the scale; less is no line
Size = tuple[float, float]
Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True)
class Label:
    """What a picture says by itself; `key` makes its ids unique on the page."""

    key: str
    title: str
    description: str = ""


def el(name: str, *children: str, text: str = "", **attributes: object) -> str:
    """One element; `stroke_width=2` becomes stroke-width, None and "" are left out."""
    words = (
        f' {key.rstrip("_").replace("_", "-")}="{escape(_plain(value))}"'
        for key, value in attributes.items()
        if value not in (None, "")
    )
    return f"<{name}{''.join(words)}>{escape(text)}{''.join(children)}</{name}>"


def _plain(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return str(value)


def picture(
    size: Size,
    *children: str,
    label: Label | None = None,
    css: str = "chart",
    fixed: bool = False,
) -> SafeString:
    """The svg round `children`; `fixed` keeps it at `size` in pixels."""
    width, height = size
    head, ids = [], ""
    if label is not None:
        head.append(el("title", text=label.title, id=f"{label.key}-t"))
        ids = f"{label.key}-t"
        if label.description:
            head.append(el("desc", text=label.description, id=f"{label.key}-d"))
            ids += f" {label.key}-d"
    svg = el(
        "svg", *head, *children, class_=css, viewBox=f"0 0 {width:g} {height:g}",
        width=width if fixed else None, height=height if fixed else None,
        font_family=FONT, role="img" if label else None, aria_labelledby=ids,
        aria_hidden=None if label else "true",
    )  # fmt: skip
    return SafeString(svg)  # every text in it went through escape()  # nosec B703


def mark(
    name: str,
    at: Size,
    radius: float,
    *,
    fill: str = "",
    stroke: str = "",
    width: float | None = None,
) -> str:
    """The mark of a series with its middle on `at`; the three shapes weigh the same."""
    shape, colour = MARKS[name]
    (x, y), fill = at, fill or colour
    if shape == "square":
        r = radius * 0.9
        return el(
            "rect", x=x - r, y=y - r, width=2 * r, height=2 * r, rx=r * 0.25,
            fill=fill, stroke=stroke, stroke_width=width,
        )  # fmt: skip
    if shape == "diamond":
        r = radius * 1.22
        corners = f"M{x:.1f} {y - r:.1f}L{x + r:.1f} {y:.1f}L{x:.1f} {y + r:.1f}L{x - r:.1f} {y:.1f}Z"
        return el("path", d=corners, fill=fill, stroke=stroke, stroke_width=width)
    return el(
        "circle", cx=x, cy=y, r=radius, fill=fill, stroke=stroke, stroke_width=width
    )


def key(name: str = "all", size: int = 16) -> SafeString:
    """The mark of a series, to stand before its name."""
    return picture((size, size), mark(name, (size / 2, size / 2), size * 0.375),
                   css="key-mark", fixed=True)  # fmt: skip


def dots(
    n: int, name: str = "all", *, most: int = 0, label: Label | None = None
) -> SafeString:
    """`n` answers as a tally, five on a line, each mark the same size.

    `most` is the largest number in the same table: above TALLY_UP_TO all its rows become
    bars, so that rows can be compared.
    """
    if max(n, most) > TALLY_UP_TO:
        length = 200 * n / max(n, most)
        colour = MARKS[name][1]
        bar = el("rect", width=length, height=14, rx=min(4, length / 2), fill=colour)
        return picture((200, 14), bar, label=label)
    side, gap, per_line = 14, 4, 5
    step = side + gap
    across, down = min(max(n, 1), per_line), max(1, ceil(n / per_line))
    marks = [
        mark(name, (side / 2 + i % per_line * step, side / 2 + i // per_line * step),
             side / 2)
        for i in range(n)
    ]  # fmt: skip
    if not marks:
        marks = [_line(f"M1 {side / 2:g}h{side - 2}", LINE, 2)]
    size = across * step - gap, down * step - gap
    return picture(size, *marks, label=label, css="tally", fixed=True)


def _line(path: str, colour: str, width: float, dash: str = "") -> str:
    return el(
        "path", d=path, fill="none", stroke=colour, stroke_width=width,
        stroke_dasharray=dash, stroke_linecap="round",
    )  # fmt: skip


def axis(points: int = 5, *, width: int = 220, pad: int = 18) -> SafeString:
    """The figures of a scale, to stand above or below strips or spans of one width."""
    step = (width - 2 * pad) / (points - 1)
    figures = (
        el("text", text=str(i + 1), x=pad + i * step, y=13, text_anchor="middle",
           font_size=13, fill=MUTED)
        for i in range(points)
    )  # fmt: skip
    return picture((width, 18), *figures)


def strip(
    counts: Sequence[int],
    name: str = "all",
    *,
    width: int = 220,
    pad: int = 18,
    label: Label | None = None,
) -> SafeString:
    """Answers on a scale, lowest point first: `counts[0]` people chose 1, and so on.

    A mark per answer; as soon as a point has more than STACK_UP_TO, all become bars.
    """
    height, step = 34, (width - 2 * pad) / (len(counts) - 1)
    parts = [_line(f"M{pad} {height / 2:g}H{width - pad}", LINE, 2)]
    for i, n in enumerate(counts):
        at = pad + i * step, height / 2
        parts.append(el("circle", cx=at[0], cy=at[1], r=2.2, fill=LINE))
        if max(counts) <= STACK_UP_TO:
            parts += _stack(name, at, n)
        elif n:
            tall = max(4, (height - 2) * n / max(counts))
            parts.append(
                el("rect", x=at[0] - 7, y=at[1] - tall / 2, width=14, height=tall,
                   rx=3, fill=MARKS[name][1])
            )  # fmt: skip
    return picture((width, height), *parts, label=label)


def _stack(name: str, at: Size, n: int, radius: float = 5.2) -> list[str]:
    """`n` marks round one point, in one to three columns, the last line in the middle."""
    columns = next(wide for up_to, wide in COLUMNS if n <= up_to)
    lines, step = ceil(n / columns), 2 * radius + 1.6
    marks = []
    for i in range(n):
        line, column = divmod(i, columns)
        on_line = min(columns, n - line * columns)
        x = at[0] + (column - (on_line - 1) / 2) * step
        y = at[1] + (line - (lines - 1) / 2) * step
        marks.append(mark(name, (x, y), radius, stroke=PAPER, width=1))
    return marks


@dataclass(frozen=True)
class Spread:
    """Where a series lies on a scale: half of it between `low` and `high`, the middle on
    `middle`; `before` is the middle of the time before, None without one."""

    low: float
    high: float
    middle: float | None = None
    before: float | None = None


def span(
    spread: Spread,
    name: str = "all",
    *,
    points: int = 5,
    width: int = 240,
    pad: int = 14,
    label: Label | None = None,
) -> SafeString:
    """A band for the spread; now is filled, before is hollow, a line for what moved."""
    height = 30

    def x(value: float) -> float:
        return pad + (value - 1) / (points - 1) * (width - 2 * pad)

    parts = [
        _line(f"M{x(v):.1f} 4V{height - 4}", LINE, 1) for v in range(1, points + 1)
    ]
    band = max(x(spread.high) - x(spread.low), 12.0)
    left = (x(spread.high) + x(spread.low) - band) / 2
    parts.append(
        el("rect", x=left, y=height / 2 - 6, width=band, height=12, rx=6, fill=SOFT,
           stroke=SOFT_LINE)
    )  # fmt: skip
    if spread.before is not None:
        if (
            spread.middle is not None
            and abs(spread.before - spread.middle) > LEAST_MOVE
        ):
            moved = f"M{x(spread.before):.1f} {height / 2:g}H{x(spread.middle):.1f}"
            parts.append(_line(moved, INK, 2))
        parts.append(
            el("circle", cx=x(spread.before), cy=height / 2, r=6, fill=PAPER,
               stroke=ACCENT, stroke_width=2.5)
        )  # fmt: skip
    if spread.middle is not None:
        at = x(spread.middle), height / 2
        parts.append(mark(name, at, 7.5, stroke=PAPER, width=1.5))
    return picture((width, height), *parts, label=label)


WAIT = (300, 40)  # width and height
WAIT_WEEKS = 20  # at least so many weeks fit on the line


def wait(
    weeks: tuple[Decimal, Decimal],
    norm: int | None = None,
    *,
    most: Decimal | int = 0,
    label: Label | None = None,
) -> SafeString:
    """How long people wait, from and to, on a line of weeks; beyond `norm`, where there is
    one, in the colour that asks for attention. `most` is the longest of the same table."""
    width, _ = WAIT
    longest = max(WAIT_WEEKS, float(most), float(weeks[1]), norm or 0)

    def x(week: Decimal | int) -> float:
        return round(6 + float(week) / longest * (width - 12), 1)

    colour = ACCENT if norm is not None and weeks[1] > norm else BRAND
    low, high = x(weeks[0]), max(x(weeks[1]), x(weeks[0]) + 0.1)  # a dot is seen too
    parts = [
        _line(f"M6 14H{width - 6}", LINE, 8),
        _line(f"M{low:g} 14H{high:g}", colour, 12),
    ]
    if norm is not None:
        at = x(norm)
        parts.append(_line(f"M{at:g} 2V26", INK, 2.5))
        middle = min(max(at, 24), width - 24)  # the words stay inside
        parts.append(_words(f"norm {norm}", (middle, 39), 13, INK))
    return picture(WAIT, *parts, label=label)


def rings(
    inner: Sequence[tuple[str, str]],
    outer: Sequence[tuple[str, str]],
    *,
    names: tuple[str, str, str],
    label: Label,
) -> SafeString:
    """Two rings of people round a middle, each person as (initials, mark).

    `names` are the words in the middle: the inner ring, what it does, the outer ring.
    """
    middle, near, far, size = 230.0, 118.0, 198.0, 460.0
    parts = [
        el("circle", cx=middle, cy=middle, r=far, fill="#f1f6f5", stroke=LINE,
           stroke_width=2, stroke_dasharray="2 7", stroke_linecap="round"),
        el("circle", cx=middle, cy=middle, r=near, fill=SOFT, stroke=SOFT_LINE,
           stroke_width=2),
        _words(names[0], (middle, middle - 4), 17, BRAND, bold=True),
        _words(names[1], (middle, middle + 18), 15, MUTED),
        _words(names[2], (middle, middle + 164), 15, MUTED),
    ]  # fmt: skip
    for people, radius, turn in ((inner, near, 0), (outer, far, 18)):
        for i, (initials, name) in enumerate(people):
            angle = radians(turn + 360 * i / len(people))
            at = middle + radius * sin(angle), middle - radius * cos(angle)
            parts.append(mark(name, at, 20, fill=PAPER, stroke=MARKS[name][1], width=3))
            parts.append(_words(initials, (at[0], at[1] + 5), 14, INK, bold=True))
    return picture((size, size), *parts, label=label)


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


RINGS_KM = (0.5, 1, 2, 5, 10, 25, 50, 100, 200, 500, 1000)
MAP = 420.0  # wide and high
EDGE = 18.0  # nothing is drawn nearer to the edge
PIN_ROOM = 34.0  # two pins nearer to each other than this are moved apart


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
    return [_line(line, MUTED, 2), _halo(words, (left + long / 2, down - 8), 13)]


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
    return drop + _words(pin.number, (x, y - 23), size, ink, bold=True)


def _words(text: str, at: Size, size: int, colour: str, *, bold: bool = False) -> str:
    return el(
        "text", text=text, x=at[0], y=at[1], text_anchor="middle", font_size=size,
        font_weight=700 if bold else None, fill=colour,
    )  # fmt: skip


def art(name: str, label: Label | None = None) -> SafeString:
    """A drawing of ours from static/img, inline: a PDF takes no empty alternative text.

    On a page it is an `<img class="art" alt="">`, which the browser keeps.
    """
    found = finders.find(f"img/{name}.svg")
    if found is None or isinstance(found, list):
        raise LookupError(name)
    svg = Path(found).read_text(encoding="utf-8")
    if label is not None:
        start = svg.index(">") + 1
        title = el("title", text=label.title, id=f"{label.key}-t")
        opening = (
            f'{svg[: start - 1]} role="img" aria-labelledby="{escape(label.key)}-t">'
        )
        svg = f"{opening}{title}{svg[start:]}"
    return SafeString(svg)  # a file of ours, the title went through escape()  # nosec B703
