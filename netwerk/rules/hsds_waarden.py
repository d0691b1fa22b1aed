"""One value of a package: what it is in a column of ours, and how it is written again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, time
from decimal import Decimal, InvalidOperation
from typing import Any

from .telefoon import Nummer, parse_phone

SMALL = 32_767
_DATUM = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIJD = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?")


class PastNiet(ValueError):
    """This value has no place in its column."""


def is_empty(raw: Any) -> bool:
    return raw is None or raw in ("", [], {})


# --- reading


def tekst(most: int = 1_000_000) -> Callable[[Any], str]:
    def lees(raw: Any) -> str:
        if not isinstance(raw, str) or len(raw) > most:
            raise PastNiet
        return raw

    return lees


def patroon(pattern: str, most: int, flags: int = 0) -> Callable[[Any], str]:
    fits = re.compile(pattern, flags)

    def lees(raw: Any) -> str:
        text = tekst(most)(raw)
        if not fits.fullmatch(text):
            raise PastNiet
        return text

    return lees


mail = patroon(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+", 254)
webadres = patroon(r"https?://\S+", 500, re.IGNORECASE)


def datum(raw: Any) -> date:
    text = tekst(10)(raw)
    if not _DATUM.fullmatch(text):
        raise PastNiet
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise PastNiet from None


def tijd(raw: Any) -> time:
    found = _TIJD.fullmatch(tekst(8)(raw))
    if not found:
        raise PastNiet
    hours, minutes, seconds = found.groups()
    return time(int(hours), int(minutes), int(seconds or 0))


def geheel(low: int = 0, high: int = SMALL) -> Callable[[Any], int]:
    def lees(raw: Any) -> int:
        if isinstance(raw, bool) or not isinstance(raw, int | float):
            raise PastNiet
        if not low <= raw <= high or raw != int(raw):  # NaN is in no range
            raise PastNiet
        return int(raw)

    return lees


def kommagetal(low: float, high: float) -> Callable[[Any], float]:
    def lees(raw: Any) -> float:
        if isinstance(raw, bool) or not isinstance(raw, int | float):
            raise PastNiet
        if not low <= raw <= high:
            raise PastNiet
        return float(raw)

    return lees


def decimaal(digits: int, most: int) -> Callable[[Any], Decimal]:
    def lees(raw: Any) -> Decimal:
        if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal):
            raise PastNiet
        try:
            value = Decimal(str(raw)).quantize(Decimal(1).scaleb(-digits))
        except InvalidOperation:
            raise PastNiet from None
        if not 0 <= value < most:
            raise PastNiet
        return value

    return lees


def ja_nee(raw: Any) -> bool:
    if not isinstance(raw, bool):
        raise PastNiet
    return raw


def keuze(values: Iterable[str]) -> Callable[[Any], str]:
    known = frozenset(values)

    def lees(raw: Any) -> str:
        if not isinstance(raw, str) or raw not in known:
            raise PastNiet
        return raw

    return lees


def lijst(
    values: Iterable[str] | None = None, most: int = 80
) -> Callable[[Any], list[str]]:
    """Those that are known, each once."""
    known = None if values is None else frozenset(values)

    def lees(raw: Any) -> list[str]:
        if not isinstance(raw, list):
            raise PastNiet
        words = (w for w in raw if isinstance(w, str) and 0 < len(w) <= most)
        return list(dict.fromkeys(w for w in words if known is None or w in known))

    return lees


def vertaald(pairs: Mapping[str, str]) -> tuple[Callable[[Any], str], Any]:
    """Reader and writer of words that differ: `pairs` are ours to theirs."""
    ours = {theirs: own for own, theirs in pairs.items()}

    def lees(raw: Any) -> str:
        if not isinstance(raw, str) or raw not in ours:
            raise PastNiet
        return ours[raw]

    return lees, lambda value: pairs.get(value, value)


def nummer(raw: Any) -> str:
    found = read_phone(raw)
    if not isinstance(found, Nummer) or len(found.nummer) > 40:  # noqa: PLR2004 - column
        raise PastNiet
    return found.nummer


def read_phone(raw: Any) -> Any:
    """As parse_phone; quotes round a number, and ="…" of a spreadsheet, are no words."""
    return parse_phone(raw.strip(" \"'=") if isinstance(raw, str) else raw)


# --- writing


def same(value: Any) -> Any:
    return value


def getal(value: Decimal | float | None) -> int | float | None:
    """A number as JSON writes it: 35, not 35.0 or 35.00."""
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)


def iso(value: date | time | None) -> str | None:
    return None if value is None else value.isoformat()


def klok(value: time | None) -> str | None:
    return None if value is None else f"{value:%H:%M:%S}"
