"""Dates and times as people say them, and months further on. Plain Python."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, datetime, time

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
    "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAGEN = (
    "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
)  # fmt: skip
MAANDEN_PER_JAAR = 12


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the last day of a month that is too short."""
    year, month = divmod(day.year * MAANDEN_PER_JAAR + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return date.max if months > 0 else date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def datum(day: date, vandaag: date | None = None) -> str:
    """ "4 oktober 2026"; without the year when that is the year of `vandaag`."""
    said = f"{day.day} {MAANDEN[day.month - 1]}"
    return said if vandaag and vandaag.year == day.year else f"{said} {day.year}"


def weekdag(day: date) -> str:
    return WEEKDAGEN[day.weekday()]


def tijd(moment: time | datetime) -> str:
    """ "9.00" """
    return f"{moment.hour}.{moment.minute:02d}"


def opsomming(delen: Sequence[str]) -> str:
    """ "a, b en c" """
    if len(delen) <= 1:
        return "".join(delen)
    return f"{', '.join(delen[:-1])} en {delen[-1]}"
