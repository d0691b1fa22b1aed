"""When a provision is open: asked of a moment.

`opens_at` and `closes_at` are Dutch wall times; closing at or before opening is the next
day (22.00 to 2.00 belongs to the day it begins), 23.59 is midnight. Moments are compared as
moments, so a night in which the clock moves is as long as it really is.

Nothing is guessed. While a block is in force that we cannot read, `is_open` is None unless
another block says open. A holiday of which it is not known whether it is closed gives None
during the usual hours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from .herhaling import DAY, DAYS_PER_WEEK, is_once
from .openingsdag import (
    Rooster,
    blocks_on,
    closed_on,
    has_unreadable,
    hours_of,
    usual_hours,
)

NEDERLAND = ZoneInfo("Europe/Amsterdam")
HORIZON = 62  # days
LAST_MINUTE = time(23, 59)
MIDDERNACHT = time(0)


def is_open(rooster: Rooster, moment: datetime) -> bool | None:
    """Somebody can walk in now; None when that is not known."""
    now, today = _instant(moment)
    certain, unsure = [], []
    for day in (today - DAY, today):
        certain += _spans(rooster, day, zeker=True)
        unsure += _spans(rooster, day, zeker=False)
    if _within(certain, now):
        return True
    if not rooster.blokken or _within(unsure, now) or has_unreadable(rooster, today):
        return None
    return False


def is_by_appointment(rooster: Rooster, moment: datetime) -> bool:
    """Somebody with an appointment can come now."""
    now, today = _instant(moment)
    return any(
        _within(_spans(rooster, day, zeker=True, op_afspraak=True), now)
        for day in (today - DAY, today)
    )


def closes_at(rooster: Rooster, moment: datetime) -> datetime | None:
    """When it closes after this moment, blocks that join taken together; None when it is
    not open now, or does not close within a week."""
    now, today = _instant(moment)
    end = today + timedelta(days=DAYS_PER_WEEK)
    for opens, closes in _joined(rooster, today - DAY, end):
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
    for opens, _ in _joined(rooster, today - DAY, today + horizon_days * DAY):
        if opens > now:
            return opens.astimezone(NEDERLAND)
    return None


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
    if closed_on(rooster, day)[0]:
        return []
    holds, _ = usual_hours(rooster, day)
    return [
        span(opens, closes, day)
        for blok in blocks_on(rooster, day)
        if blok.op_afspraak == op_afspraak
        and (is_once(blok) or holds) is (True if zeker else None)
        for opens, closes in hours_of([blok])
    ]


def span(opens: time, closes: time, day: date) -> Span:
    """The moments, in UTC."""
    if closes.replace(second=0, microsecond=0) == LAST_MINUTE:
        closes = MIDDERNACHT
    until = day + DAY if closes <= opens else day
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
        day = first + ahead * DAY
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
