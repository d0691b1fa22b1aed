"""What somebody asked of the API. What cannot be right is said in words, never guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from basis.forms import CONTROLS
from netwerk.documents.openapi import METERS, MOST, MOST_MINIMAL, PER_PAGE

LAST_PAGE = 1_000_000
WORDS = 200
YES = {"true": True, "1": True, "": True, "false": False, "0": False}


class Onjuist(Exception):
    """Which parameter, and what to fill in."""

    def __init__(self, naam: str, zin: str) -> None:
        super().__init__(naam)
        self.naam, self.zin = naam, zin


@dataclass(frozen=True)
class Bladzij:
    """`na` is where the page before ended; it goes before the number."""

    nummer: int
    per: int
    na: int | None


@dataclass(frozen=True)
class Vraag:
    bladzij: Bladzij
    search: str = ""
    minimal: bool = False
    full: bool = False
    full_service: bool = False
    top_only: bool = False
    modified_after: datetime | None = None
    organization_id: UUID | None = None
    taxonomy_id: UUID | None = None
    taxonomy_term_id: UUID | None = None
    parent_id: UUID | None = None
    postcode: str = ""
    proximity: int | None = None
    regio: str = ""

    @property
    def everything(self) -> bool:
        """Nothing is left out: the question of who keeps a copy."""
        return not (
            self.search
            or self.postcode
            or self.regio
            or self.modified_after
            or self.organization_id
            or self.taxonomy_id
            or self.taxonomy_term_id
        )


def read(request: HttpRequest, allowed: Iterable[str]) -> Vraag:
    """Raises Onjuist. A name that this address does not know is said too: a filter that
    is passed over gives everything, and nobody sees it."""
    given, allowed = request.GET, set(allowed)
    for naam in given:
        if naam not in allowed | {"format", "page", "per_page", "after"}:
            raise Onjuist(
                _shown(naam),
                "Dit filter bestaat hier niet. Kijk in /api/docs/ wat wel kan.",
            )
    if given.get("format", "json") != "json":
        raise Onjuist("format", "We geven alleen json. Laat format weg.")
    values = {
        naam: READERS[naam](naam, given[naam]) for naam in allowed if naam in given
    }
    if values.get("proximity") is not None and not values.get("postcode"):
        raise Onjuist("proximity", "Geef ook een postcode: de afstand is vanaf daar.")
    minimal = values.get("minimal", False)
    return Vraag(bladzij=_page(given, minimal=minimal), **values)


def _page(given: Any, *, minimal: bool) -> Bladzij:
    most = MOST_MINIMAL if minimal else MOST
    per = MOST_MINIMAL if minimal else PER_PAGE
    if "per_page" in given:
        per = _number("per_page", given["per_page"], most)
    page = _number("page", given["page"], LAST_PAGE) if "page" in given else 1
    na = None
    if "after" in given:
        na = _number("after", given["after"], 2**62)
    return Bladzij(page, per, na)


def _number(naam: str, text: str, most: int) -> int:
    if not re.fullmatch(r"[0-9]{1,19}", text) or not 1 <= int(text) <= most:
        raise Onjuist(naam, f"Geef een heel getal van 1 tot en met {most}.")
    return int(text)


def _yes(naam: str, text: str) -> bool:
    if text.lower() not in YES:
        raise Onjuist(naam, "Geef true of false.")
    return YES[text.lower()]


def _uuid(naam: str, text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Onjuist(
            naam, "Geef een id, zoals 0b9e1c2a-5d3f-4e1b-9a7c-2f6d8e4b1a3c."
        ) from None


def _words(naam: str, text: str) -> str:
    if len(text) > WORDS:
        raise Onjuist(naam, f"Dit is te lang. Er passen {WORDS} tekens in.")
    if CONTROLS.search(text):
        raise Onjuist(naam, "Hier staat een teken in dat niet te lezen is.")
    return text.strip()


def _moment(naam: str, text: str) -> datetime:
    """A day begins at midnight here; a moment without a zone is Dutch time."""
    text = text.strip().replace(" ", "+") if "T" in text else text.strip()
    try:
        day, moment = parse_date(text), parse_datetime(text)
    except ValueError:
        day = moment = None
    if moment is None and day is not None:
        moment = datetime.combine(day, time.min)
    if moment is None:
        raise Onjuist(
            naam,
            "Geef een datum of tijdstip, zoals 2026-11-27 of 2026-11-27T09:00:00Z.",
        )
    try:
        aware = timezone.make_aware(moment) if timezone.is_naive(moment) else moment
        return aware.astimezone(UTC)
    except (ValueError, OverflowError):
        raise Onjuist(naam, "Deze datum bestaat niet.") from None


def _meters(naam: str, text: str) -> int:
    return _number(naam, text, METERS)


def _shown(naam: str) -> str:
    return CONTROLS.sub("", naam)[:60]


READERS: dict[str, Callable[[str, str], Any]] = {
    "search": _words,
    "minimal": _yes,
    "full": _yes,
    "full_service": _yes,
    "top_only": _yes,
    "modified_after": _moment,
    "organization_id": _uuid,
    "taxonomy_id": _uuid,
    "taxonomy_term_id": _uuid,
    "parent_id": _uuid,
    "postcode": _words,
    "proximity": _meters,
    "regio": _words,
}
