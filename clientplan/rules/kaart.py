"""The crisiskaart as others see it: on the screen, on paper, on a phone. Who is named stands
on it only once they agreed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from clientplan.rules.regels import lines_in
from netwerk.rules.telefoon import show_phone, tel_href

HALF_JAAR = timedelta(days=182)  # then it is looked at again


@dataclass(frozen=True)
class Beller:
    """Somebody to call."""

    naam: str
    wie: str
    nummer: str
    wanneer: str

    @property
    def wie_zin(self) -> str:
        """ "Mirjam, mijn zus" """
        return f"{self.naam}, {self.wie}" if self.wie else self.naam

    @property
    def toon(self) -> str:
        return show_phone(self.nummer)

    @property
    def href(self) -> str:
        return tel_href(self.nummer)


@dataclass(frozen=True)
class Kaart:
    naam: str  # of the client
    bellen: tuple[Beller, ...]
    benaderen: tuple[str, ...]
    wel_doen: tuple[str, ...]
    niet_doen: tuple[str, ...]
    wens: tuple[str, ...]
    liever_niet: tuple[str, ...]
    praktisch: tuple[str, ...]
    regie: str
    veranderd_op: date
    nakijken_op: date
    verlopen: bool  # the day to look at it again has passed

    @property
    def doen(self) -> tuple[str, ...]:
        """How to approach somebody is the first thing to do."""
        return self.benaderen + self.wel_doen


def make_card(
    naam: str,
    words: Mapping[str, str],
    people: Iterable[Mapping[str, str]],
    *,
    veranderd_op: date,
    nakijken_op: date,
    today: date,
) -> Kaart:
    """`people`: who agreed, in the order to call."""
    lists = {
        name: tuple(lines_in(words.get(name, "")))
        for name in (
            "benaderen",
            "wel_doen",
            "niet_doen",
            "wens",
            "liever_niet",
            "praktisch",
        )
    }
    callers = (
        Beller(
            one.get("naam", ""),
            one.get("wie", ""),
            one.get("telefoon", ""),
            one.get("wanneer", ""),
        )
        for one in people
    )
    return Kaart(
        naam,
        tuple(callers),
        **lists,
        regie=words.get("regie", ""),
        veranderd_op=veranderd_op,
        nakijken_op=nakijken_op,
        verlopen=nakijken_op < today,
    )
