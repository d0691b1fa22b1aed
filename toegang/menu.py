"""The menu per role, by URL name: an app above adds its own lines."""

from dataclasses import dataclass, field

from django.http import HttpRequest
from django.urls import reverse

from .choices import Soort
from .roles import ActieveRol


@dataclass(frozen=True)
class Regel:
    """One line: text, URL name, and which names belong to it (prefixes of view names).
    A lower `plaats` stands further to the front; the first is where the role begins.
    `icoon` stands over the word in the bar of client and naaste."""

    tekst: str
    naam: str
    prefixes: tuple[str, ...] = ()
    plaats: int = 50
    icoon: str = "chevron-right"

    def has(self, naam: str) -> bool:
        """The page of this name belongs to this line."""
        return naam == self.naam or naam.startswith(self.prefixes or ("\0",))


@dataclass(frozen=True)
class Item:
    tekst: str
    url: str
    hier: bool = field(default=False)
    icoon: str = "chevron-right"


PUBLIC = [
    Regel("Zoek hulp of steun", "sociale_kaart", prefixes=("voorziening",)),
    Regel("Voor naasten", "voor_naasten"),
    Regel("Meedoen met een gesprek", "meedoen"),
    Regel("Inloggen", "account_login"),
]
_lines: list[tuple[Soort, Regel]] = []


def register(soort: Soort, *lines: Regel) -> None:
    _lines.extend((soort, line) for line in lines)


def lines_of(rol: ActieveRol | None) -> list[Regel]:
    own = [line for soort, line in _lines if rol and soort == rol.soort]
    return sorted(own, key=lambda line: line.plaats)


def menu_for(rol: ActieveRol | None, request: HttpRequest) -> list[Item]:
    match = request.resolver_match
    name = match.view_name if match else ""
    if rol is None:
        if getattr(getattr(request, "user", None), "is_authenticated", False):
            lines = []
        else:
            lines = PUBLIC
    else:
        lines = lines_of(rol)
    return [
        Item(line.tekst, reverse(line.naam), hier=line.has(name), icoon=line.icoon)
        for line in lines
    ]
