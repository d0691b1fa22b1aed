"""The filters of the sociale kaart: each one tap, each with how many would be left.

A filter stands in the address (`?wacht=geen`), so it can be shared; what an address asks
that is no filter is left out, and said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from netwerk import werkwijzen
from netwerk.choices import IS_ONLINE, Functie, Gezondheidsdomein, Wet

from .nu import DIRECT

MOST_CHOSEN = 12
LONGEST_KEY = 80


@dataclass(frozen=True)
class Knop:
    """A filter that is on or off. `sql` is a column of the matches, or speaks of `v`."""

    naam: str
    waarde: str
    label: str
    sql: str

    @property
    def sleutel(self) -> tuple[str, str]:
        return self.naam, self.waarde

    @property
    def kolom(self) -> str:
        return f"f_{self.naam}"


@dataclass(frozen=True)
class Lijst:
    """Filters on a list of words: `kolom` of the provision has to hold each chosen one."""

    naam: str
    kop: str
    kolom: str


# also what the line of a result and a white spot say; `Voorziening.comes` is the same
THUIS = "('thuis' = ANY(v.manieren) OR v.outreachend)"
_WAYS = ", ".join(f"'{way.value}'" for way in IS_ONLINE)
ONLINE = f"v.manieren && ARRAY[{_WAYS}]::varchar[]"

# the order of the page
KNOPPEN = (
    Knop("verwijzing", "zonder", "Zonder verwijzing", DIRECT),
    Knop("kan", "vandaag", "Kan vandaag al", "nu.vandaag"),
    Knop("wacht", "geen", "Geen wachttijd", "nu.geen_wacht"),
    Knop("huis", "aan", "Komt bij je thuis", THUIS),
    Knop("voor", "naasten", "Voor naasten", "'naasten' = ANY(v.voor_wie)"),
    Knop("online", "ja", "Online", ONLINE),
)
MEER_KNOPPEN = (
    Knop("soort", "informeel", "Door buurtgenoten en vrijwilligers", "v.informeel"),
    Knop("ervaring", "ja", "Door ervaringsdeskundigen", "v.ervaringsdeskundig"),
    Knop("altijd", "ja", "Dag en nacht bereikbaar", "v.altijd_bereikbaar"),
)
LIJSTEN = (
    Lijst("functie", "Waar het bij helpt", "functies"),
    Lijst("domein", "Deel van je leven", "domeinen"),
    Lijst("wet", "Uit welke wet", "wetten"),
    Lijst("werkwijze", "Manier van werken", "werkwijzen"),
)
ALLE_KNOPPEN = (*KNOPPEN, *MEER_KNOPPEN)
CHOICES: Mapping[str, Any] = {
    "functie": Functie,
    "domein": Gezondheidsdomein,
    "wet": Wet,
}
NAMEN = {*(knop.naam for knop in ALLE_KNOPPEN), *(lijst.naam for lijst in LIJSTEN)}


@dataclass(frozen=True)
class Keuze:
    """The filters that are on. `onbekend`: the address asks for what is none."""

    knoppen: tuple[Knop, ...] = ()
    lijsten: tuple[tuple[Lijst, str], ...] = ()
    onbekend: bool = False

    @property
    def paren(self) -> list[tuple[str, str]]:
        """For an address: name and value of each."""
        return [
            *(knop.sleutel for knop in self.knoppen),
            *((lijst.naam, value) for lijst, value in self.lijsten),
        ]

    def __len__(self) -> int:
        return len(self.knoppen) + len(self.lijsten)

    @property
    def meer(self) -> int:
        """How many of those under "Meer filters"."""
        return len(self) - sum(knop in KNOPPEN for knop in self.knoppen)


def chosen(asked: Iterable[tuple[str, Sequence[str]]]) -> Keuze:
    """From an address: `request.GET.lists()`."""
    knoppen, lijsten, unknown = [], [], False
    words = {name: set(values) for name, values in asked if name in NAMEN}
    for knop in ALLE_KNOPPEN:
        values = words.get(knop.naam, set())
        if knop.waarde in values:
            knoppen.append(knop)
        unknown |= bool(values - {knop.waarde, ""})
    for lijst in LIJSTEN:
        values = words.get(lijst.naam, set()) - {""}
        known = {value for value in values if _may_be(lijst, value)}
        lijsten += [(lijst, value) for value in sorted(known)[:MOST_CHOSEN]]
        unknown |= len(values) > min(len(known), MOST_CHOSEN)
    return Keuze(tuple(knoppen), tuple(lijsten), unknown)


def _may_be(lijst: Lijst, value: str) -> bool:
    """A way of working has any key: the list of them belongs to another app."""
    choices = CHOICES.get(lijst.naam)
    if choices is not None:
        return value in choices.values
    return value.replace("_", "").isalnum() and len(value) <= LONGEST_KEY


def label_of(lijst: Lijst, value: str, methods: Mapping[str, str]) -> str:
    choices = CHOICES.get(lijst.naam)
    return str(choices(value).label) if choices is not None else methods.get(value, "")


def options(lijst: Lijst, methods: Mapping[str, str]) -> list[tuple[str, str]]:
    """(value, label) of all there is in one list."""
    choices = CHOICES.get(lijst.naam)
    return list(choices.choices) if choices is not None else list(methods.items())


def methods() -> dict[str, str]:
    return werkwijzen.names()
