"""Days as people type them in a spreadsheet."""

from __future__ import annotations

import re
from datetime import date

from .datum import MAANDEN

DAG_EERST, MAAND_EERST = "dm", "md"


def read_day(text: str, order: str = "") -> date | str | None:
    """A date, "vraag" when it can be read two ways, None when it is none."""
    text = text.casefold().strip()
    if re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}( 00:00:00)?", text):
        year, month, day = map(int, text.split(" ")[0].split("-"))
        return _date(year, month, day)
    named = re.fullmatch(r"(\d{1,2}) ([a-z]{3,9})\.? (\d{4})", text)
    if named:
        months = [n for n, m in enumerate(MAANDEN, 1) if m.startswith(named[2][:3])]
        return _date(int(named[3]), months[0], int(named[1])) if months else None
    found = re.fullmatch(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})", text)
    if not found:
        return None
    one, other, year = int(found[1]), int(found[3]), int(found[4])
    if found[2] != "/" or one == other:  # with dashes the day comes first here
        return _date(year, other, one)
    both = [d for d in (_date(year, other, one), _date(year, one, other)) if d]
    if len(both) < 2:  # noqa: PLR2004 - two ways
        return both[0] if both else None
    return {DAG_EERST: both[0], MAAND_EERST: both[1]}.get(order, "vraag")


def two_ways(text: str) -> bool:
    """Whether the day and the month could change places, and say another day."""
    found = re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}", text.strip())
    if not found or found[1] == found[2]:
        return False
    return max(int(found[1]), int(found[2])) <= len(MAANDEN)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
