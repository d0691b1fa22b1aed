"""Telephone numbers as people write them, and which address is the nearest."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from .telefoon import Nummer, parse_phone

ADDS_UP = "ander"  # of this kind every address counts, wherever it is for


def dial(nummer: str) -> str:
    """What a telephone dials: "0100 – 11 22 33" is 0100112233, 113 stays 113."""
    found = parse_phone(nummer)
    return found.nummer if isinstance(found, Nummer) else re.sub(r"\D", "", nummer)


@dataclass(frozen=True)
class Plek:
    """Where it is: each None when that is not known."""

    regio: int | None = None
    gemeente: int | None = None
    wijk: int | None = None


class HasPlace(Protocol):
    """An address for one wijk, a gemeente, a region, or (all None) the country."""

    @property
    def adres(self) -> str: ...
    @property
    def regio_id(self) -> int | None: ...
    @property
    def gemeente_id(self) -> int | None: ...
    @property
    def wijk_id(self) -> int | None: ...


T = TypeVar("T", bound=HasPlace)


def nearness(address: HasPlace) -> int:
    """3 for a wijk, 2 for a gemeente, 1 for a region, 0 for the country."""
    if address.wijk_id is not None:
        return 3
    if address.gemeente_id is not None:
        return 2
    return 0 if address.regio_id is None else 1


def serves(address: HasPlace, plek: Plek) -> bool:
    """Whether it is there for this place."""
    match nearness(address):
        case 3:
            return address.wijk_id == plek.wijk
        case 2:
            return address.gemeente_id == plek.gemeente
        case 1:
            return address.regio_id == plek.regio
    return True


def nearest(addresses: Iterable[T], plek: Plek) -> list[T]:
    """Of each kind of address those of the wijk, else of the gemeente, else of the region,
    else of the country; in the order they came in. ADDS_UP is never pushed out."""
    there = [address for address in addresses if serves(address, plek)]
    best: dict[str, int] = {}
    for address in there:
        kind = address.adres
        best[kind] = max(best.get(kind, 0), nearness(address))
    return [a for a in there if a.adres == ADDS_UP or nearness(a) == best[a.adres]]
