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
from math import ceil, cos, radians, sin
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
        marks = [line_along(f"M1 {side / 2:g}h{side - 2}", LINE, 2)]
    size = across * step - gap, down * step - gap
    return picture(size, *marks, label=label, css="tally", fixed=True)


def line_along(path: str, colour: str, width: float, dash: str = "") -> str:
    return el(
        "path", d=path, fill="none", stroke=colour, stroke_width=width,
        stroke_dasharray=dash, stroke_linecap="round",
    )  # fmt: skip


def words_at(text: str, at: Size, size: int, colour: str, *, bold: bool = False) -> str:
    return el(
        "text", text=text, x=at[0], y=at[1], text_anchor="middle", font_size=size,
        font_weight=700 if bold else None, fill=colour,
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
    parts = [line_along(f"M{pad} {height / 2:g}H{width - pad}", LINE, 2)]
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
        line_along(f"M{x(v):.1f} 4V{height - 4}", LINE, 1) for v in range(1, points + 1)
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
            parts.append(line_along(moved, INK, 2))
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
        line_along(f"M6 14H{width - 6}", LINE, 8),
        line_along(f"M{low:g} 14H{high:g}", colour, 12),
    ]
    if norm is not None:
        at = x(norm)
        parts.append(line_along(f"M{at:g} 2V26", INK, 2.5))
        middle = min(max(at, 24), width - 24)  # the words stay inside
        parts.append(words_at(f"norm {norm}", (middle, 39), 13, INK))
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
        words_at(names[0], (middle, middle - 4), 17, BRAND, bold=True),
        words_at(names[1], (middle, middle + 18), 15, MUTED),
        words_at(names[2], (middle, middle + 164), 15, MUTED),
    ]  # fmt: skip
    for people, radius, turn in ((inner, near, 0), (outer, far, 18)):
        for i, (initials, name) in enumerate(people):
            angle = radians(turn + 360 * i / len(people))
            at = middle + radius * sin(angle), middle - radius * cos(angle)
            parts.append(mark(name, at, 20, fill=PAPER, stroke=MARKS[name][1], width=3))
            parts.append(words_at(initials, (at[0], at[1] + 5), 14, INK, bold=True))
    return picture((size, size), *parts, label=label)


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
