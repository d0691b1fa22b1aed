"""What can be done about a white spot or a word that was looked for in vain (N6): kompas
registers a bottleneck of a traject here, and will an action (K11). The app that has such a
page registers it by URL name; a page that is not there, or that this role may not open, is
never linked to.

    register(Vervolg("Maak er een knelpunt van", "knelpunt_nieuw", "traject.begeleiden"))

The page gets in its address: `regio` (slug), and `functie` or `werkwijze` (key) with, for
one cell, `gemeente` (key); or `woorden` that were looked for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse

from toegang.models import Gebruiker
from toegang.roles import may_now


@dataclass(frozen=True)
class Vervolg:
    """`zin` on the link, `naam` of the URL (without parts), `act` of permissions.py."""

    zin: str
    naam: str
    act: str


@dataclass(frozen=True)
class Link:
    zin: str
    url: str


_all: list[Vervolg] = []


def register(*vervolgen: Vervolg) -> None:
    _all.extend(v for v in vervolgen if v not in _all)


def links_for(user: Gebruiker, about: Mapping[str, object]) -> list[Link]:
    """Those that are there for the active role; `about` goes into the address."""
    query = urlencode({key: value for key, value in about.items() if value})
    found = []
    for vervolg in _all:
        if not may_now(user, vervolg.act):
            continue
        try:
            url = reverse(vervolg.naam)
        except NoReverseMatch:
            continue
        found.append(Link(vervolg.zin, f"{url}?{query}"))
    return found
