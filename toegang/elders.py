"""Roles that an app above keeps itself. In the list of people of a region they stand beside
those of toegang, to read, with a link to where they are kept; toegang does not know that app.

    register(Soort.PROCESBEGELEIDER, Bron(who=..., roles=...))
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from .choices import Soort
from .models import Gebruiker, Regio

Regions = QuerySet[Regio]


@dataclass(frozen=True)
class RolElders:
    """`gebruiker` is the key of who has it; `waar` says what it is for; `url` is the page
    that keeps it."""

    gebruiker: int
    soort: Soort
    waar: str
    url: str


@dataclass(frozen=True)
class Bron:
    """`who` gives the keys of people with the role in these regions on that day, as a
    query; `roles` those of some of them, in one query."""

    who: Callable[[Regions, date], QuerySet[Any, Any]]
    roles: Callable[[Regions, date, Collection[int]], Iterable[RolElders]]


_sources: dict[Soort, Bron] = {}


def register(soort: Soort, bron: Bron) -> None:
    _sources[soort] = bron


def kinds_for(reader: Gebruiker) -> list[Soort]:
    """Which of these the reader sees: who keeps a region sees those in it."""
    rol = reader.actieve_rol
    seen = rol is not None and rol.soort == Soort.REGIOBEHEERDER
    return list(_sources) if seen else []


def sources_for(reader: Gebruiker, soort: str = "") -> list[Bron]:
    """Those of one kind, or all."""
    kinds = kinds_for(reader)
    return [_sources[kind] for kind in kinds if soort in {"", kind}]
