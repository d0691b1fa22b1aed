"""Dutch public holidays.

Source: Algemene termijnenwet, article 3 (the days) and the decision of 2013 that keeps
Koningsdag on 27 April, or on the 26th when the 27th is a Sunday. Whether people are free
is between employer and employee, not in a law: nearly always on these days, but only in
some places on Goede Vrijdag and on Bevrijdingsdag. Those two have `vrij` False: whoever
says "dicht op feestdagen" may still be open.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

ZONDAG = 6


@dataclass(frozen=True)
class Feestdag:
    """`vrij`: closed nearly everywhere; False: some are closed and some are not."""

    dag: date
    naam: str
    vrij: bool = True


def easter(jaar: int) -> date:
    """Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, (b, c) = jaar % 19, divmod(jaar, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7  # noqa: E741 - the letters of the source
    m = (a + 11 * h + 22 * l) // 451
    month, day = divmod(h + l - 7 * m + 114, 31)
    return date(jaar, month, day + 1)


def koningsdag(jaar: int) -> date:
    day = date(jaar, 4, 27)
    return day - timedelta(days=1) if day.weekday() == ZONDAG else day


@lru_cache(maxsize=64)
def holidays(jaar: int) -> tuple[Feestdag, ...]:
    """Those of a year, in order."""
    pasen = easter(jaar)

    def na_pasen(days: int, naam: str, *, vrij: bool = True) -> Feestdag:
        return Feestdag(pasen + timedelta(days=days), naam, vrij)

    return tuple(
        sorted(
            (
                Feestdag(date(jaar, 1, 1), "Nieuwjaarsdag"),
                na_pasen(-2, "Goede Vrijdag", vrij=False),
                na_pasen(0, "Eerste Paasdag"),
                na_pasen(1, "Tweede Paasdag"),
                Feestdag(koningsdag(jaar), "Koningsdag"),
                Feestdag(date(jaar, 5, 5), "Bevrijdingsdag", vrij=False),
                na_pasen(39, "Hemelvaartsdag"),
                na_pasen(49, "Eerste Pinksterdag"),
                na_pasen(50, "Tweede Pinksterdag"),
                Feestdag(date(jaar, 12, 25), "Eerste Kerstdag"),
                Feestdag(date(jaar, 12, 26), "Tweede Kerstdag"),
            ),
            key=lambda feestdag: (feestdag.dag, not feestdag.vrij),
        )
    )


@lru_cache(maxsize=64)
def _by_day(jaar: int) -> dict[date, Feestdag]:
    # two on one day (Hemelvaart on 5 May): the one that is free everywhere
    return {f.dag: f for f in reversed(holidays(jaar))}


def holiday_on(day: date) -> Feestdag | None:
    """The holiday on this day, if it is one."""
    return _by_day(day.year).get(day)
