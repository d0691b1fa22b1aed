"""The crisiskaart as a wallet card: two sides beside each other, to cut out and fold.

It has to stand alone on paper. Each side gets the largest letter it fits in; what does not
fit in the smallest is cut, points at the end first, and the card says that there is more.
"""

from dataclasses import dataclass, replace

from django.template.loader import render_to_string

from basis import pdf
from clientplan.rules.kaart import Kaart

LONGEST = 90  # signs of a point, where it has to be cut
MOST_CALLS = 4


@dataclass(frozen=True)
class Maat:
    """A letter of static/css/pdf.css, and how many points a list keeps (0: all)."""

    letter: str
    punten: int = 0


MATEN = (
    Maat("m1"),
    Maat("m2"),
    Maat("m3"),
    Maat("m4"),
    Maat("m4", 4),
    Maat("m4", 3),
    Maat("m4", 2),
    Maat("m4", 1),
)


def wallet_card(kaart: Kaart, *, link: str, code: str) -> pdf.Pdf:
    about = {"link": link, "code": code}
    sides = {side: _fit(side, kaart, about) for side in ("voor", "achter")}
    context = about | {
        "voor": _cut(kaart, sides["voor"].punten),
        "achter": _cut(kaart, sides["achter"].punten),
        "maten": {side: maat.letter for side, maat in sides.items()},
        "meer": any(maat.punten for maat in sides.values()),
    }
    return pdf.render(render_to_string("pdf/pasje.html", context))


def _fit(side: str, kaart: Kaart, about: dict[str, str]) -> Maat:
    """By halving: three tries at most for each side."""
    low, high = 0, len(MATEN) - 1
    while low < high:
        middle = (low + high) // 2
        maat = MATEN[middle]
        context = about | {
            "kaart": _cut(kaart, maat.punten),
            "kant": side,
            "letter": maat.letter,
            "meer": bool(maat.punten),
        }
        tried = pdf.render(render_to_string("pdf/pasje_proef.html", context))
        low, high = (low, middle) if tried.pages == 1 else (middle + 1, high)
    return MATEN[low]


def _cut(kaart: Kaart, punten: int) -> Kaart:
    if not punten:
        return kaart

    def cut(found: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(_short(one) for one in found[:punten])

    return replace(
        kaart,
        bellen=kaart.bellen[:MOST_CALLS],
        benaderen=cut(kaart.doen),
        wel_doen=(),
        niet_doen=cut(kaart.niet_doen),
        wens=cut(kaart.wens),
        liever_niet=cut(kaart.liever_niet),
        praktisch=cut(kaart.praktisch),
    )


def _short(tekst: str) -> str:
    return tekst if len(tekst) <= LONGEST else f"{tekst[: LONGEST - 1].rstrip()}…"
