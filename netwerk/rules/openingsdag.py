"""The hours of a provision on one day.

- Closed on a date (`dicht_op`) beats everything; a block for one date beats a holiday.
- Nothing is guessed. A holiday of which it is not known whether it is closed, or a block
  that cannot be read, leaves the day not certain.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from .feestdagen import holiday_on
from .herhaling import DAY, MONTHS_PER_YEAR, Blok, can_say, in_force, is_once, occurs

DICHT, OPEN, ONBEKEND = "dicht", "open", "onbekend"


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


def day_of(rooster: Rooster, day: date) -> Dag:
    """All that is known of one day."""
    closed, reden = closed_on(rooster, day)
    if closed:
        return Dag(reden=reden)
    feest_zeker, feest_reden = usual_hours(rooster, day)
    zeker = feest_zeker is not None
    blocks = [
        b for b in blocks_on(rooster, day) if feest_zeker is not False or is_once(b)
    ]
    return Dag(
        uren=hours_of(b for b in blocks if not b.op_afspraak),
        afspraak=hours_of(b for b in blocks if b.op_afspraak),
        reden=feest_reden,
        zeker=(zeker or all(map(is_once, blocks))) and not has_unreadable(rooster, day),
    )


def hours_on(rooster: Rooster, day: date) -> list[tuple[time, time]]:
    """The hours to walk in on this day, in order."""
    return list(day_of(rooster, day).uren)


def next_day(rooster: Rooster, blok: Blok, day: date) -> date | None:
    """The first day from here on which this block holds, within a year or so."""
    for ahead in range(MONTHS_PER_YEAR * 31):
        found = day + ahead * DAY
        holds = is_once(blok) or usual_hours(rooster, found)[0] is True
        if holds and occurs(blok, found) and not closed_on(rooster, found)[0]:
            return found
    return None


def blocks_on(rooster: Rooster, day: date) -> list[Blok]:
    return [blok for blok in rooster.blokken if occurs(blok, day)]


def closed_on(rooster: Rooster, day: date) -> tuple[bool, str]:
    """Closed by a date, and why."""
    for dicht in rooster.dicht_op:
        if dicht.covers(day):
            return True, dicht.reden
    return False, ""


def usual_hours(rooster: Rooster, day: date) -> tuple[bool | None, str]:
    """Whether the usual hours hold as far as holidays go, None when not known; why."""
    feestdag = None if rooster.feestdagen == OPEN else holiday_on(day)
    if feestdag is None:
        return True, ""
    certain = rooster.feestdagen == DICHT and feestdag.vrij
    return (False if certain else None), feestdag.naam


def has_unreadable(rooster: Rooster, day: date) -> bool:
    """A block we cannot read may say something about this day."""
    if closed_on(rooster, day)[0] or usual_hours(rooster, day)[0] is False:
        return False
    return any(in_force(b, day) and not can_say(b) for b in rooster.blokken)


def hours_of(blocks: Iterable[Blok]) -> tuple[tuple[time, time], ...]:
    found = {
        (b.opens_at, b.closes_at)
        for b in blocks
        if b.opens_at is not None and b.closes_at is not None
    }
    return tuple(sorted(found))
