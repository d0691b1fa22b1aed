"""The colours of a region: what can be read, what can be seen, and the sheet that follows.

A region gives one colour or two. The first is for what you can do and where you are: links,
buttons, lines. The second is for warmth: icons and marks, and in a darker shade for words.
All other shades are made from these. Limits: WCAG 2.2, 1.4.3 (4.5 for text) and 1.4.11
(3 for parts). Plain Python, no Django.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import floor

TEKST, DEEL = 4.5, 3.0
WIT, HOOFDKLEUR = "#ffffff", "#0b5d5b"
ZACHT, ZACHTE_LIJN, WARM = (
    "#e0efed",
    "#a9cfcb",
    "#a83f17",
)  # and the rest of basis.charts
# what text stands on, as in static/css/netwerkkompas.css; a test holds the two together
GRONDEN = {
    "--c-surface": WIT,
    "--c-bg": "#f6f7f4",
    "--c-sunken": "#eef1ed",
    "--c-sand": "#faf4e6",
    "--c-ok-soft": "#e3f2e7",
    "--c-warn-soft": "#fdf0d5",
    "--c-bad-soft": "#fbe6e8",
}
HEX = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})")
SOFT, LINE, DEEP = 0.12, 0.35, 0.73  # shares of the colour: of a field, a line; darker
STEP = 0.01
STRAIGHT = 0.04045  # below this the curve of sRGB is a line


@dataclass(frozen=True)
class Oordeel:
    """How well one use of a colour can be seen; `moet` is the least that will do."""

    wat: str
    contrast: float
    moet: float

    @property
    def goed(self) -> bool:
        return self.contrast >= self.moet

    @property
    def cijfer(self) -> str:
        """Rounded down: what fails never looks as if it is enough."""
        return f"{floor(self.contrast * 10) / 10:.1f}".replace(".", ",")

    @property
    def grens(self) -> str:
        return f"{self.moet:g}".replace(".", ",")


def parse(typed: str) -> str:
    """ "#0b5d5b" of what people type: with or without #, capitals, three signs. "" when it
    is no colour."""
    found = HEX.fullmatch("".join(typed.split()).lower())
    if not found:
        return ""
    signs = found[1]
    return "#" + (signs if len(signs) > len("rgb") else "".join(2 * s for s in signs))


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white), as WCAG reckons."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def judge(kleur: str) -> list[Oordeel]:
    """The first colour, in all that it is used for."""
    grounds = [*GRONDEN.values(), soft_of(kleur, TEKST)]
    return [
        Oordeel("Witte letters op een knop", contrast(kleur, WIT), TEKST),
        Oordeel("Links en woorden op de pagina", _least(kleur, grounds), TEKST),
        Oordeel("Lijnen, randen en tekens", _least(kleur, grounds), DEEL),
    ]


def judge_tweede(kleur: str) -> list[Oordeel]:
    """The second one: icons and marks, and words in its darker shade."""
    soft = soft_of(kleur, DEEL)
    grounds = [*GRONDEN.values(), soft]
    return [
        Oordeel("Tekens en stippen", _least(kleur, grounds), DEEL),
        Oordeel(
            "Woorden, in een donkere tint", _least(words_of(kleur), grounds), TEKST
        ),
    ]


def passes(oordelen: Iterable[Oordeel]) -> bool:
    return all(oordeel.goed for oordeel in oordelen)


def verdicts(kleur: str, tweede: str) -> list[tuple[str, list[Oordeel]]]:
    """Each colour that there is, with how well it can be seen."""
    pairs = ((kleur, judge), (tweede, judge_tweede))
    return [(one, judged(one)) for one, judged in pairs if one]


def nearest(kleur: str, judged: Callable[[str], list[Oordeel]]) -> str:
    """The lightest shade of the same colour that passes; itself when it does."""
    return _darkest_needed(kleur, lambda shade: passes(judged(shade)))


def soft_of(kleur: str, moet: float) -> str:
    """A field in a tint of it, so light that the colour itself can be seen on it."""
    share = SOFT
    while share > 0 and contrast(kleur, _mixed(kleur, share)) < moet:
        share -= STEP
    return _mixed(kleur, max(share, 0))


def words_of(kleur: str) -> str:
    """Its shade for words, on every ground and on its own soft field."""
    grounds = [*GRONDEN.values(), soft_of(kleur, DEEL)]
    return _darkest_needed(kleur, lambda shade: _least(shade, grounds) >= TEKST)


def sheet(kleur: str, tweede: str = "") -> str:
    """The tokens of NL Design System that our own fall back on."""
    tokens = {
        "accent-1-inverse-bg-default": kleur,
        "accent-1-inverse-bg-active": _times(kleur, DEEP),
        "accent-1-inverse-color-default": WIT,
        "accent-1-bg-default": soft_of(kleur, TEKST),
        "accent-1-border-subtle": _mixed(kleur, LINE),
    }
    if tweede:
        tokens |= {
            "accent-2-color-default": tweede,
            "accent-2-color-document": words_of(tweede),
            "accent-2-bg-default": soft_of(tweede, DEEL),
        }
    lines = "".join(f"--basis-color-{name}:{value};" for name, value in tokens.items())
    return f":root{{{lines}}}\n"


def pictures(kleur: str, tweede: str) -> tuple[tuple[str, str], ...]:
    """The colours of basis.charts, and what takes their place."""
    pairs: list[tuple[str, str]] = []
    if kleur:
        own = (kleur, soft_of(kleur, TEKST), _mixed(kleur, LINE))
        pairs += zip((HOOFDKLEUR, ZACHT, ZACHTE_LIJN), own, strict=True)
    if tweede:
        pairs.append((WARM, tweede))
    return tuple(pairs)


# --- reckoning with colours -------------------------------------------------------------
def _darkest_needed(kleur: str, enough: Callable[[str], bool]) -> str:
    for step in range(255, 0, -1):
        shade = _times(kleur, step / 255)
        if enough(shade):
            return shade
    return "#000000"


def _least(kleur: str, grounds: Iterable[str]) -> float:
    return min(contrast(kleur, ground) for ground in grounds)


def _parts(kleur: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(kleur.removeprefix("#"))
    return red, green, blue


def _times(kleur: str, factor: float) -> str:
    return "#" + bytes(round(part * factor) for part in _parts(kleur)).hex()


def _mixed(kleur: str, share: float) -> str:
    """So much of it, and white for the rest."""
    return "#" + bytes(round(255 + (p - 255) * share) for p in _parts(kleur)).hex()


def _luminance(kleur: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(kleur))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= STRAIGHT else float(((part + 0.055) / 1.055) ** 2.4)
