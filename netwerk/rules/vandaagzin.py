"""Opening hours as a phrase for now: until when today, or when it opens again."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from .datum import datum, tijd, weekdag
from .herhaling import in_force
from .openingsdag import OPEN, Rooster, day_of
from .openingstijden import (
    MIDDERNACHT,
    NEDERLAND,
    closes_at,
    is_by_appointment,
    is_open,
    opens_next,
    span,
)
from .openingszinnen import Uren, uur

NEAR = timedelta(days=6)  # a weekday says enough


def today_phrase(rooster: Rooster, moment: datetime) -> str:
    """ "vandaag tot 16.00 uur", "morgen 14.00 uur", "op afspraak", "nu dicht, weer open op
    maandag om 9.00 uur". Never says open or closed where that is not known."""
    if not rooster.blokken:
        return "openingstijden niet bekend"
    now = moment.astimezone(NEDERLAND)
    today = day_of(rooster, now.date())
    state = is_open(rooster, moment)
    if state:
        return _until(closes_at(rooster, moment), now)
    if state is None and today.reden:
        return f"misschien dicht, want het is {today.reden}: bel eerst"
    following = opens_next(rooster, moment)
    if following and following.date() == now.date():
        return f"vandaag {uur(following)}"
    return _not_today(rooster, now, following, state=state)


def today_until(rooster: Rooster, moment: datetime) -> str:
    """As `today_phrase`; of what opens later today also until when."""
    said, opens = today_phrase(rooster, moment), opens_next(rooster, moment)
    if opens is None or said != f"vandaag {uur(opens)}":
        return said
    closes = closes_at(rooster, opens)
    if closes is None or closes.date() != opens.date():
        return said
    return f"vandaag van {tijd(opens.time())} tot {uur(closes)}"


def can_today(rooster: Rooster, moment: datetime) -> bool:
    """Whether somebody can still come or call today, also by appointment: then
    `today_phrase` says how. In doubt not."""
    now = moment.astimezone(NEDERLAND)
    today = day_of(rooster, now.date())
    state = is_open(rooster, moment)
    if state or not rooster.blokken or (state is None and today.reden):
        return bool(state)
    following = opens_next(rooster, moment)
    if following and following.date() == now.date():
        return True
    return _by_appointment_today(rooster, now)


def _by_appointment_today(rooster: Rooster, now: datetime) -> bool:
    later = day_of(rooster, now.date()).afspraak
    return is_by_appointment(rooster, now) or _appointment_later(later, now)


def _not_today(
    rooster: Rooster, now: datetime, following: datetime | None, *, state: bool | None
) -> str:
    if _by_appointment_today(rooster, now):
        return "vandaag op afspraak"
    if state is None:
        return "kijk bij de openingstijden"
    return _closed_now(rooster, now, following)


def _until(closes: datetime | None, now: datetime) -> str:
    if closes is None:
        return "dag en nacht open"
    days = (closes.date() - now.date()).days
    if not days or (days == 1 and closes.time() == MIDDERNACHT):
        return f"vandaag tot {uur(closes, einde=True)}"
    day = "morgen" if days == 1 else weekdag(closes)
    return f"nu open, tot {day} {uur(closes)}"


def _closed_now(rooster: Rooster, now: datetime, following: datetime | None) -> str:
    reason = _why_closed(rooster, now.date())
    if following is None:
        by_appointment = any(
            b.op_afspraak and in_force(b, now.date()) for b in rooster.blokken
        )
        return "op afspraak" if by_appointment and not reason else f"nu dicht{reason}"
    when = f"om {uur(following)}"
    days = (following.date() - now.date()).days
    if days == 1:
        if not reason:
            return f"morgen {uur(following)}"
        return f"nu dicht{reason}, weer open morgen {when}"
    day = weekdag(following)
    if following.date() - now.date() > NEAR:
        day = f"{day} {datum(following, now)}"
    return f"nu dicht{reason}, weer open op {day} {when}"


def _why_closed(rooster: Rooster, day: date) -> str:
    """ " (Koningsdag)" when a date or holiday closes what would have been open."""
    usual = Rooster(rooster.blokken, feestdagen=OPEN)
    found = day_of(rooster, day)
    if found.uren or found.afspraak or not found.reden or not day_of(usual, day).uren:
        return ""
    return f" ({found.reden})"


def _appointment_later(hours: Uren, now: datetime) -> bool:
    return any(now < span(*times, now.date())[1] for times in hours)
