"""On which days a block of opening hours holds, after HSDS 3 schedule (RFC 5545).

- `valid_from`, `valid_to`, `until` and `count` all hold: the narrowest counts.
- Every other week is 14 days from `dtstart`, across years. "Even weken" is another thing
  (`byweekno`, ISO weeks): over week 53 of 2026 the step is three weeks, not two.
- A block we cannot say in one sentence (`can_say`) is not computed either: it is kept, and
  shown as text.

Own recurrence, in place of dateutil.rrule: the question is always "this day?", for a page
of hundreds of provisions, and this answers it without walking there from `dtstart`. The
tests hold it beside dateutil.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from functools import lru_cache

DAY = timedelta(days=1)
DAYS_PER_WEEK, MONTHS_PER_YEAR = 7, 12
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAILY, WEEKLY, MONTHLY = "DAILY", "WEEKLY", "MONTHLY"
EENMALIG, AFSPRAAK = "eenmalig", "afspraak"
NTHS = (1, 2, 3, 4, 5, -1, -2)  # of the month; others are too rich to say
MONTHDAYS = frozenset([-1, *range(1, 32)])
WEEKS = frozenset(range(1, 54))
COUNT_HORIZON = 40 * 366  # days; who counts further never ends for us


@dataclass(frozen=True)
class Blok:
    """One HSDS schedule, its lists as text as they came in. `freq` None or "" is once,
    on `dtstart`."""

    opens_at: time | None = None
    closes_at: time | None = None
    freq: str | None = None
    byday: str = ""
    interval: int | None = None
    dtstart: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    until: date | None = None
    count: int | None = None
    wkst: str = ""
    byweekno: str = ""
    bymonthday: str = ""
    byyearday: str = ""
    op_afspraak: bool = False
    attending_type: str = ""
    description: str = ""
    notes: str = ""


@dataclass(frozen=True)
class Regel:
    """A block that can be said and computed. `first` and `last` bound its days."""

    soort: str
    interval: int
    start: date | None
    first: date
    last: date
    days: frozenset[int] = frozenset()
    nths: tuple[tuple[int, int], ...] = ()  # (nth, weekday) of the month
    monthdays: tuple[int, ...] = ()
    weeks: frozenset[int] = frozenset()
    wkst: int = 0


def can_say(blok: Blok) -> bool:
    """It fits in one plain sentence; if not it is shown as its own text."""
    return rule(blok) is not None


def occurs(blok: Blok, day: date) -> bool:
    """The block holds on this day. False too when we cannot read it."""
    regel = rule(blok)
    return regel is not None and regel.first <= day <= regel.last and _fits(regel, day)


def in_force(blok: Blok, day: date) -> bool:
    """Its first and last days, as far as they are plain, lie around this day."""
    ends = [d for d in (blok.valid_to, blok.until) if d]
    starts = [d for d in (blok.valid_from, blok.dtstart) if d]
    return all(s <= day for s in starts) and all(day <= e for e in ends)


def is_once(blok: Blok) -> bool:
    return not (blok.freq or "").strip()


@lru_cache(maxsize=8192)
def rule(blok: Blok) -> Regel | None:
    """What the block says, None when that is richer than one plain sentence."""
    hours = blok.opens_at is not None and blok.closes_at is not None
    soort = (blok.freq or "").strip().upper()
    if not soort and blok.op_afspraak and not hours and not blok.dtstart:
        soort = AFSPRAAK
    lists = _lists(blok)
    if lists is None or blok.byyearday or not (hours or soort == AFSPRAAK):
        return None
    regel = _kind(blok, soort or EENMALIG, *lists)
    if regel is None or blok.count is None:
        return regel
    return _counted(regel, blok.count)


Lists = tuple[tuple[tuple[int, int], ...], tuple[int, ...], frozenset[int], int]


def _lists(blok: Blok) -> Lists | None:
    """byday as (nth or 0, weekday), bymonthday, byweekno, wkst; None when not readable."""
    try:
        days = tuple(_weekday(part) for part in _parts(blok.byday))
        monthdays = tuple(int(part) for part in _parts(blok.bymonthday))
        weeks = frozenset(int(part) for part in _parts(blok.byweekno))
        wkst = CODES.index(blok.wkst.strip().upper()) if blok.wkst.strip() else 0
    except ValueError:
        return None
    return days, monthdays, weeks, wkst


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(",")] if text.strip() else []


def _weekday(part: str) -> tuple[int, int]:
    found = re.fullmatch(r"([+-]?[0-9]{1,2})?([A-Z]{2})", part.upper())
    if not found:
        raise ValueError(part)
    return int(found[1] or 0), CODES.index(found[2])


def _kind(
    blok: Blok,
    soort: str,
    days: tuple[tuple[int, int], ...],
    monthdays: tuple[int, ...],
    weeks: frozenset[int],
    wkst: int,
) -> Regel | None:
    """The rule of its kind, without `count`."""
    interval = 1 if blok.interval is None else blok.interval
    needs_start = interval > 1 or blok.count is not None or soort == EENMALIG
    if interval < 1 or (needs_start and not blok.dtstart):
        return None
    base = Regel(
        soort=soort,
        interval=interval,
        start=blok.dtstart,
        first=max(d for d in (blok.valid_from, blok.dtstart, date.min) if d),
        last=min(d for d in (blok.valid_to, blok.until, date.max) if d),
        wkst=wkst,
    )
    if soort == WEEKLY:
        return _weekly(base, days, monthdays, weeks)
    if weeks:
        return None
    if soort == MONTHLY:
        return _monthly(base, days, monthdays)
    if soort == DAILY:
        return _daily(base, days, monthdays)
    plain = soort in {EENMALIG, AFSPRAAK} and not days and not monthdays
    return base if plain and interval == 1 else None


def _weekly(
    base: Regel,
    days: tuple[tuple[int, int], ...],
    monthdays: tuple[int, ...],
    weeks: frozenset[int],
) -> Regel | None:
    if monthdays or any(nth for nth, _ in days):
        return None
    if weeks and (base.interval > 1 or base.wkst or not weeks <= WEEKS):
        return None
    weekdays = _weekdays(base, days)
    return replace(base, days=weekdays, weeks=weeks) if weekdays else None


def _weekdays(base: Regel, days: tuple[tuple[int, int], ...]) -> frozenset[int]:
    """Those named, else that of the first date."""
    if days or not base.start:
        return frozenset(weekday for _, weekday in days)
    return frozenset([base.start.weekday()])


def _monthly(
    base: Regel, days: tuple[tuple[int, int], ...], monthdays: tuple[int, ...]
) -> Regel | None:
    if days and monthdays:
        return None
    if not days:
        if not monthdays:
            monthdays = (base.start.day,) if base.start else ()
        sayable = monthdays and MONTHDAYS.issuperset(monthdays)
        return replace(base, monthdays=monthdays) if sayable else None
    if all(nth in NTHS for nth, _ in days):
        return replace(base, nths=days)
    if base.interval == 1 and not any(nth for nth, _ in days):
        return replace(base, soort=WEEKLY, days=_weekdays(base, days))
    return None


def _daily(
    base: Regel, days: tuple[tuple[int, int], ...], monthdays: tuple[int, ...]
) -> Regel | None:
    if monthdays or any(nth for nth, _ in days):
        return None
    if base.interval > 1:
        return None if days else base
    every = frozenset(range(DAYS_PER_WEEK))
    weekdays = _weekdays(base, days) if days else every
    return replace(base, soort=WEEKLY, days=weekdays)


def _counted(regel: Regel, count: int) -> Regel | None:
    """With the day of the last time, counted from `start` as RFC 5545 does: days before
    `valid_from` count too."""
    if count < 1 or not regel.start:
        return None
    day, left = regel.start, count
    for _ in range(COUNT_HORIZON):
        left -= _fits(regel, day)
        if not left:
            return replace(regel, last=min(regel.last, day))
        if day >= regel.last:
            break
        day += DAY
    return regel if day >= regel.last else None


def _fits(regel: Regel, day: date) -> bool:
    """The pattern holds on this day; its first and last days are looked at elsewhere."""
    match regel.soort:
        case "WEEKLY":
            return day.weekday() in regel.days and _in_week(regel, day)
        case "MONTHLY":
            return _in_month(regel, day)
        case "DAILY":
            start = regel.start
            return start is not None and not (day - start).days % regel.interval
        case "eenmalig":
            return day == regel.start
    return False  # by appointment, on no day in particular


def _in_week(regel: Regel, day: date) -> bool:
    if regel.weeks:
        return day.isocalendar().week in regel.weeks
    if regel.interval == 1 or regel.start is None:
        return True
    # ordinal 1 is a Monday: weeks are counted in whole ones that begin on wkst
    passed = _week_number(day, regel.wkst) - _week_number(regel.start, regel.wkst)
    return not passed % regel.interval


def _week_number(day: date, wkst: int) -> int:
    return (day.toordinal() - 1 - wkst) // DAYS_PER_WEEK


def _in_month(regel: Regel, day: date) -> bool:
    if regel.start and _month_number(day) % regel.interval != (
        _month_number(regel.start) % regel.interval
    ):
        return False
    last = monthrange(day.year, day.month)[1]
    if regel.monthdays:
        return day.day in regel.monthdays or (day.day == last and -1 in regel.monthdays)
    nth = (day.day - 1) // DAYS_PER_WEEK + 1
    from_end = -((last - day.day) // DAYS_PER_WEEK) - 1
    here = day.weekday()
    return (nth, here) in regel.nths or (from_end, here) in regel.nths


def _month_number(day: date) -> int:
    return day.year * MONTHS_PER_YEAR + day.month
