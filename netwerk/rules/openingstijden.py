"""When a provision is open, after HSDS 3 schedule (RFC 5545).

What a schedule means:
- `opens_at` and `closes_at` are Dutch wall times; closing at or before opening is the
  next day (22.00 to 2.00 belongs to the day it begins), 23.59 is midnight. Moments are
  compared as moments, so a night in which the clock moves is as long as it really is.
- `valid_from`, `valid_to`, `until` and `count` all hold: the narrowest counts.
- Every other week is 14 days from `dtstart`, across years. "Even weken" is another thing
  (`byweekno`, ISO weeks): over week 53 of 2026 the step is three weeks, not two.
- Closed on a date (`dicht_op`) beats everything; a block for one date beats a holiday.

Nothing is guessed. A block we cannot say in one sentence (`can_say`) is not computed
either: it is kept, shown as text, and while it is in force `is_open` is None unless
another block says open. A holiday of which it is not known whether it is closed gives
None during the usual hours.

Own recurrence, in place of dateutil.rrule: the question is always "this day?", for a page
of hundreds of provisions, and this answers it without walking there from `dtstart`. The
tests hold it beside dateutil.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from .feestdagen import holiday_on

NEDERLAND = ZoneInfo("Europe/Amsterdam")
DAG = timedelta(days=1)
DAYS_PER_WEEK, MONTHS_PER_YEAR = 7, 12
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAILY, WEEKLY, MONTHLY = "DAILY", "WEEKLY", "MONTHLY"
EENMALIG, AFSPRAAK = "eenmalig", "afspraak"
DICHT, OPEN, ONBEKEND = "dicht", "open", "onbekend"
NTHS = (1, 2, 3, 4, 5, -1, -2)  # of the month; others are too rich to say
MONTHDAYS = frozenset([-1, *range(1, 32)])
WEEKS = frozenset(range(1, 54))
HORIZON = 62  # days
COUNT_HORIZON = 40 * 366  # days; who counts further never ends for us
LAST_MINUTE = time(23, 59)
MIDDERNACHT = time(0)


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
class Dicht:
    """Closed on a day, or on all from `dag` up to and including `tot`."""

    dag: date
    reden: str = ""
    tot: date | None = None

    def covers(self, day: date) -> bool:
        return self.dag <= day <= (self.tot or self.dag)


@dataclass(frozen=True)
class Rooster:
    """All blocks of one provision or place. `feestdagen`: dicht, open or onbekend."""

    blokken: tuple[Blok, ...] = ()
    dicht_op: tuple[Dicht, ...] = ()
    feestdagen: str = ONBEKEND


@dataclass(frozen=True)
class Dag:
    """One day. `uren` to walk in, `afspraak` by appointment, as (opens, closes).

    `reden` is why it is closed or not certain ("Koningsdag"). `zeker` False: these hours
    are the usual ones and may not hold, or a block we cannot read is in force.
    """

    uren: tuple[tuple[time, time], ...] = ()
    afspraak: tuple[tuple[time, time], ...] = ()
    reden: str = ""
    zeker: bool = True


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


# ---- questions


def can_say(blok: Blok) -> bool:
    """It fits in one plain sentence; if not it is shown as its own text."""
    return rule(blok) is not None


def hours_on(rooster: Rooster, day: date) -> list[tuple[time, time]]:
    """The hours to walk in on this day, in order."""
    return list(day_of(rooster, day).uren)


def day_of(rooster: Rooster, day: date) -> Dag:
    """All that is known of one day."""
    closed, reden = _closed(rooster, day)
    if closed:
        return Dag(reden=reden)
    feest_zeker, feest_reden = _holiday(rooster, day)
    zeker = feest_zeker is not None
    blocks = [b for b in _on(rooster, day) if feest_zeker is not False or _once(b)]
    return Dag(
        uren=_hours(b for b in blocks if not b.op_afspraak),
        afspraak=_hours(b for b in blocks if b.op_afspraak),
        reden=feest_reden,
        zeker=(zeker or all(map(_once, blocks))) and not _unreadable(rooster, day),
    )


def is_open(rooster: Rooster, moment: datetime) -> bool | None:
    """Somebody can walk in now; None when that is not known."""
    now, today = _instant(moment)
    certain, unsure = [], []
    for day in (today - DAG, today):
        certain += _spans(rooster, day, zeker=True)
        unsure += _spans(rooster, day, zeker=False)
    if _within(certain, now):
        return True
    if not rooster.blokken or _within(unsure, now) or _unreadable(rooster, today):
        return None
    return False


def is_by_appointment(rooster: Rooster, moment: datetime) -> bool:
    """Somebody with an appointment can come now."""
    now, today = _instant(moment)
    return any(
        _within(_spans(rooster, day, zeker=True, op_afspraak=True), now)
        for day in (today - DAG, today)
    )


def closes_at(rooster: Rooster, moment: datetime) -> datetime | None:
    """When it closes after this moment, blocks that join taken together; None when it is
    not open now, or does not close within a week."""
    now, today = _instant(moment)
    end = today + timedelta(days=DAYS_PER_WEEK)
    for opens, closes in _joined(rooster, today - DAG, end):
        if opens <= now < closes:
            # what runs to the end of what we looked at does not close there
            edge = closes.astimezone(NEDERLAND)
            return None if edge.date() > end else edge
    return None


def opens_next(
    rooster: Rooster, moment: datetime, horizon_days: int = HORIZON
) -> datetime | None:
    """The first time after this moment that it certainly opens."""
    now, today = _instant(moment)
    for opens, _ in _joined(rooster, today - DAG, today + horizon_days * DAG):
        if opens > now:
            return opens.astimezone(NEDERLAND)
    return None


def next_day(rooster: Rooster, blok: Blok, day: date) -> date | None:
    """The first day from here on which this block holds, within a year or so."""
    for ahead in range(MONTHS_PER_YEAR * 31):
        found = day + ahead * DAG
        holds = _once(blok) or _holiday(rooster, found)[0] is True
        if holds and occurs(blok, found) and not _closed(rooster, found)[0]:
            return found
    return None


# ---- one block


def occurs(blok: Blok, day: date) -> bool:
    """The block holds on this day. False too when we cannot read it."""
    regel = rule(blok)
    return regel is not None and regel.first <= day <= regel.last and _fits(regel, day)


def in_force(blok: Blok, day: date) -> bool:
    """Its first and last days, as far as they are plain, lie around this day."""
    ends = [d for d in (blok.valid_to, blok.until) if d]
    starts = [d for d in (blok.valid_from, blok.dtstart) if d]
    return all(s <= day for s in starts) and all(day <= e for e in ends)


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
        day += DAG
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


# ---- a day of a rooster


def _on(rooster: Rooster, day: date) -> list[Blok]:
    return [blok for blok in rooster.blokken if occurs(blok, day)]


def _once(blok: Blok) -> bool:
    return not (blok.freq or "").strip()


def _closed(rooster: Rooster, day: date) -> tuple[bool, str]:
    """Closed by a date, and why."""
    for dicht in rooster.dicht_op:
        if dicht.covers(day):
            return True, dicht.reden
    return False, ""


def _holiday(rooster: Rooster, day: date) -> tuple[bool | None, str]:
    """Whether the usual hours hold as far as holidays go, None when not known; why."""
    feestdag = None if rooster.feestdagen == OPEN else holiday_on(day)
    if feestdag is None:
        return True, ""
    certain = rooster.feestdagen == DICHT and feestdag.vrij
    return (False if certain else None), feestdag.naam


def _unreadable(rooster: Rooster, day: date) -> bool:
    """A block we cannot read may say something about this day."""
    if _closed(rooster, day)[0] or _holiday(rooster, day)[0] is False:
        return False
    return any(in_force(b, day) and not can_say(b) for b in rooster.blokken)


def _hours(blocks: Iterable[Blok]) -> tuple[tuple[time, time], ...]:
    found = {
        (b.opens_at, b.closes_at)
        for b in blocks
        if b.opens_at is not None and b.closes_at is not None
    }
    return tuple(sorted(found))


# ---- moments


def _instant(moment: datetime) -> tuple[datetime, date]:
    """The moment in UTC, and the Dutch day it falls on."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return moment.astimezone(UTC), moment.astimezone(NEDERLAND).date()


Span = tuple[datetime, datetime]


def _spans(
    rooster: Rooster, day: date, *, zeker: bool, op_afspraak: bool = False
) -> list[Span]:
    """From when to when it is open by the blocks that begin on this day: those that hold
    for certain, or those that may hold."""
    if _closed(rooster, day)[0]:
        return []
    holds, _ = _holiday(rooster, day)
    return [
        span(opens, closes, day)
        for blok in _on(rooster, day)
        if blok.op_afspraak == op_afspraak
        and (_once(blok) or holds) is (True if zeker else None)
        for opens, closes in _hours([blok])
    ]


def span(opens: time, closes: time, day: date) -> Span:
    """The moments, in UTC."""
    if closes.replace(second=0, microsecond=0) == LAST_MINUTE:
        closes = MIDDERNACHT
    until = day + DAG if closes <= opens else day
    return (
        datetime.combine(day, opens, NEDERLAND).astimezone(UTC),
        datetime.combine(until, closes, NEDERLAND).astimezone(UTC),
    )


def _within(spans: Iterable[Span], now: datetime) -> bool:
    return any(opens <= now < closes for opens, closes in spans)


def _joined(rooster: Rooster, first: date, last: date) -> Iterator[Span]:
    """The certain hours to walk in that begin on these days, in order, joined where one
    ends as the next begins."""
    current: Span | None = None
    for ahead in range((last - first).days + 1):
        day = first + ahead * DAG
        for opens, closes in sorted(_spans(rooster, day, zeker=True)):
            if closes <= opens:  # an hour the clock skipped
                continue
            if current and opens <= current[1]:
                current = (current[0], max(current[1], closes))
                continue
            if current:
                yield current
            current = (opens, closes)
    if current:
        yield current
