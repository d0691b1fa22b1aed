"""Who may leave: a place that needs a beheerder keeps one. Plain Python, no Django."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Periode:
    """From `van` until `tot`, both days included; without `tot` it does not end."""

    van: date
    tot: date | None = None

    def holds(self, day: date) -> bool:
        return self.van <= day and (self.tot is None or day <= self.tot)


def leaves_nobody(mine: Periode, others: Iterable[Periode], last_day: date) -> bool:
    """Whether somebody who stops after `last_day` leaves a day on which nobody is there:
    a day that was theirs, and that none of the others has."""
    day = last_day + DAY
    others = list(others)
    while mine.holds(day):
        ends = [other.tot for other in others if other.holds(day)]
        if not ends:
            return True
        if None in ends:
            return False
        day = max(end for end in ends if end) + DAY
    return False
