"""Opening hours in plain Dutch: a sentence for each pattern (for now: vandaagzin.py).

A fortnight is never called even or odd and the other way round. Where a step is not what
people expect (even weeks over a year of 53) the sentence says so beforehand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from .datum import WEEKDAGEN, datum, opsomming, tijd, weekdag
from .feestdagen import Feestdag, holidays
from .herhaling import AFSPRAAK, EENMALIG, WEEKLY, Blok, Regel, rule
from .openingsdag import DICHT, OPEN, Dicht, Rooster, day_of, next_day
from .openingstijden import LAST_MINUTE, MIDDERNACHT

EVEN = frozenset(range(2, 54, 2))
ONEVEN = frozenset(range(1, 54, 2))
ONEVEN_ZONDER_53 = ONEVEN - {53}
WEEK_53 = 53
WEEKDAYS_IN_A_ROW = 3  # from here "tot en met"
AHEAD = timedelta(days=31)  # so far ahead a single day is named
AHEAD_WEEKS = timedelta(weeks=8)
EVERY_DAY = frozenset(range(7))
RANG = {
    1: "eerste",
    2: "tweede",
    3: "derde",
    4: "vierde",
    5: "vijfde",
    -1: "laatste",
    -2: "een-na-laatste",
}
FORTNIGHT = 2

Uren = tuple[tuple[time, time], ...]


def uur(moment: time | datetime, *, einde: bool = False) -> str:
    """ "16.00 uur"; the end of a day is 24.00."""
    hour = moment.time() if isinstance(moment, datetime) else moment
    if einde and hour.replace(second=0, microsecond=0) in {MIDDERNACHT, LAST_MINUTE}:
        return "24.00 uur"
    return f"{tijd(hour)} uur"


# ---- the whole rooster


@dataclass(frozen=True)
class _Soort:
    """Blocks that differ in their hours only."""

    regel: Regel
    op_afspraak: bool


@dataclass
class _Groep:
    soort: _Soort
    blok: Blok
    uren: list[tuple[time, time]] = field(default_factory=list)


def sentences(rooster: Rooster, vanaf: date | None = None) -> list[str]:
    """A plain sentence per pattern, then what is kept as text, then the days it is closed.

    With `vanaf` (today) what is past is left out, and what is near is named: the next
    time of what is not every week, a holiday on which it is not certain, week 53.
    """
    said = patterns(rooster, vanaf)
    said += _closed_sentences(rooster, vanaf) if said else []
    return list(dict.fromkeys(said))


def patterns(rooster: Rooster, vanaf: date | None = None) -> list[str]:
    """Only when it is open, without the days on which it is not."""
    blokken = [b for b in rooster.blokken if not _past(b, vanaf)]
    said = [*_weekly_sentences(blokken, vanaf)]
    said += _other_sentences(rooster, blokken, vanaf)
    said += [raw(blok) for blok in blokken if rule(blok) is None]
    for blok in blokken:
        said += [t for t in (blok.description, blok.notes) if t and rule(blok)]
    return list(dict.fromkeys(said))


def raw(blok: Blok) -> str:
    """What is known of a block we cannot say: its own text, else the rule as it came."""
    own = " ".join(t for t in (blok.description, blok.notes) if t)
    return own or f"Vraag naar de tijden. In het bestand staat: {recurrence(blok)}."


def recurrence(blok: Blok) -> str:
    """ "FREQ=MONTHLY;BYDAY=3MO,-1SU, 9.00 tot 12.00 uur" """
    names = {
        "FREQ": blok.freq,
        "INTERVAL": blok.interval,
        "BYDAY": blok.byday,
        "BYWEEKNO": blok.byweekno,
        "BYMONTHDAY": blok.bymonthday,
        "BYYEARDAY": blok.byyearday,
        "WKST": blok.wkst,
        "COUNT": blok.count,
        "DTSTART": blok.dtstart,
        "UNTIL": blok.until,
    }
    parts = ";".join(f"{name}={value}" for name, value in names.items() if value)
    hours = [
        f"{word} {uur(moment)}"
        for word, moment in (("van", blok.opens_at), ("tot", blok.closes_at))
        if moment
    ]
    return ", ".join(part for part in (parts, " ".join(hours)) if part) or "niets"


def _past(blok: Blok, vanaf: date | None) -> bool:
    if vanaf is None:
        return False
    regel = rule(blok)
    ends = [regel.last] if regel else [d for d in (blok.valid_to, blok.until) if d]
    return any(end < vanaf for end in ends)


def _weekly_sentences(blokken: Iterable[Blok], vanaf: date | None) -> list[str]:
    """ "Maandag tot en met vrijdag, 9.00 tot 12.00 uur en 13.00 tot 17.00 uur." """
    said = []
    for (prefix, op_afspraak), per_day in _weekly(blokken, vanaf).items():
        for hours, days in same_hours(per_day):
            who = "Dag en nacht open" if _always(days, hours) else _days(days)
            what = "" if _always(days, hours) else f", {hours_text(hours)}"
            end = ", op afspraak" if op_afspraak else ""
            said.append(_sentence(prefix, f"{who}{what}{end}"))
    return said


def _weekly(
    blokken: Iterable[Blok], vanaf: date | None
) -> dict[tuple[str, bool], dict[int, set[tuple[time, time]]]]:
    """Hours per weekday, apart for each period and for appointments."""
    found: dict[tuple[str, bool], dict[int, set[tuple[time, time]]]] = {}
    for blok in blokken:
        regel = rule(blok)
        if regel is None or not is_plain_week(regel):
            continue
        key = _period(regel, vanaf), blok.op_afspraak
        for day in regel.days:
            found.setdefault(key, {}).setdefault(day, set()).update(_pair(blok))
    return found


def is_plain_week(regel: Regel) -> bool:
    return regel.soort == WEEKLY and regel.interval == 1 and not regel.weeks


def _pair(blok: Blok) -> list[tuple[time, time]]:
    if blok.opens_at is None or blok.closes_at is None:
        return []
    return [(blok.opens_at, blok.closes_at)]


def same_hours(
    per_day: dict[int, set[tuple[time, time]]],
) -> list[tuple[Uren, frozenset[int]]]:
    """Days with the same hours together, in the order of their first day."""
    groups: dict[Uren, set[int]] = {}
    for day in sorted(per_day):
        groups.setdefault(tuple(sorted(per_day[day])), set()).add(day)
    return [(hours, frozenset(days)) for hours, days in groups.items()]


def _always(days: frozenset[int], hours: Uren) -> bool:
    ends = {MIDDERNACHT, LAST_MINUTE}
    return (
        days == EVERY_DAY
        and len(hours) == 1
        and hours[0][0] == MIDDERNACHT
        and hours[0][1] in ends
    )


def _days(days: frozenset[int]) -> str:
    """ "maandag tot en met woensdag en vrijdag" """
    if days == EVERY_DAY:
        return "elke dag"
    return opsomming([_run(run) for run in runs(days)])


def _run(run: Sequence[int]) -> str:
    return (
        f"{WEEKDAGEN[run[0]]} tot en met {WEEKDAGEN[run[-1]]}"
        if len(run) > 1
        else (WEEKDAGEN[run[0]])
    )


def runs(days: frozenset[int]) -> list[list[int]]:
    """Days in a row, three or more, as one; others alone."""
    found: list[list[int]] = []
    for day in sorted(days):
        if found and found[-1][-1] == day - 1:
            found[-1].append(day)
        else:
            found.append([day])
    return [
        part
        for run in found
        for part in ([run] if len(run) >= WEEKDAYS_IN_A_ROW else [[d] for d in run])
    ]


def hours_text(hours: Uren) -> str:
    """ "9.00 tot 12.00 uur en 13.00 tot 17.00 uur" """
    return opsomming([_hours(*times) for times in hours])


def _hours(opens: time, closes: time) -> str:
    if opens == MIDDERNACHT and closes in {MIDDERNACHT, LAST_MINUTE}:
        return "de hele dag en nacht"
    said = f"{tijd(opens)} tot {uur(closes, einde=True)}"
    past_midnight = closes <= opens and closes != MIDDERNACHT
    return f"{said} de volgende dag" if past_midnight else said


def _sentence(prefix: str, text: str) -> str:
    text = f"{prefix}{text}"
    return f"{text[0].upper()}{text[1:]}."


# ---- patterns that are not every week


def _other_sentences(
    rooster: Rooster, blokken: Iterable[Blok], vanaf: date | None
) -> list[str]:
    groups: dict[_Soort, _Groep] = {}
    for blok in blokken:
        regel = rule(blok)
        if regel is None or is_plain_week(regel):
            continue
        soort = _Soort(regel, blok.op_afspraak)
        groups.setdefault(soort, _Groep(soort, blok)).uren += _pair(blok)
    return [s for group in groups.values() for s in _group(rooster, group, vanaf)]


def _group(rooster: Rooster, group: _Groep, vanaf: date | None) -> list[str]:
    regel = group.soort.regel
    hours = hours_text(tuple(sorted(set(group.uren))))
    text = ", ".join(part for part in (_pattern(regel), hours) if part)
    if group.soort.op_afspraak and regel.soort != AFSPRAAK:
        text = f"{text}, op afspraak"
    said = [_sentence(_period(regel, vanaf), text)]
    if vanaf and (regel.interval > 1 or regel.weeks):
        said += _next_time(rooster, group.blok, vanaf)
        said += _week_53(regel, vanaf)
    return said


def _pattern(regel: Regel) -> str:
    match regel.soort:
        case "afspraak":
            return "op afspraak"
        case "eenmalig":
            return f"op {weekdag(regel.first)} {datum(regel.first)}"
        case "DAILY":
            return (
                "om de dag" if regel.interval == FORTNIGHT else _every(regel, "dagen")
            )
        case "WEEKLY":
            return f"{_weeks(regel)} op {_days(regel.days)}"
    return _month(regel)


def _weeks(regel: Regel) -> str:
    known = {
        EVEN: "in de even weken",
        ONEVEN: "in de oneven weken",
        ONEVEN_ZONDER_53: "in de oneven weken, maar niet in week 53,",
    }
    if regel.weeks in known:
        return known[regel.weeks]
    if regel.weeks:
        return f"in week {opsomming([str(week) for week in sorted(regel.weeks)])}"
    return "om de week" if regel.interval == FORTNIGHT else _every(regel, "weken")


def _every(regel: Regel, what: str) -> str:
    return f"eens in de {regel.interval} {what}"


def _month(regel: Regel) -> str:
    """ "elke laatste zondag van de maand", "om de maand op de 1e en de 15e" """
    days = regel.monthdays or ()
    said = [f"{d}e" for d in sorted(set(days)) if d > 0]
    said += ["laatste dag"] if -1 in days else []
    said += _nths(regel.nths)
    if regel.interval == 1:
        return f"elke {opsomming(said)} van de maand"
    often = "om de maand" if regel.interval == FORTNIGHT else _every(regel, "maanden")
    return f"{often} op de {opsomming(said)}"


def _nths(nths: Iterable[tuple[int, int]]) -> list[str]:
    """ "eerste maandag", or "eerste en derde maandag" together."""
    per_day: dict[int, set[int]] = {}
    for nth, weekday in nths:
        per_day.setdefault(weekday, set()).add(nth)
    order = list(RANG)
    return [
        f"{opsomming([RANG[n] for n in sorted(found, key=order.index)])} {WEEKDAGEN[day]}"
        for day, found in sorted(per_day.items())
    ]


def _period(regel: Regel, vanaf: date | None) -> str:
    """ "van 1 juli tot en met 31 augustus 2026: "; a start that is past says nothing."""
    if regel.soort == EENMALIG:
        return ""
    first = regel.first if regel.first > (vanaf or date.min) else date.min
    last = regel.last
    if first > date.min and last < date.max:
        start = datum(first, last)
        return f"van {start} tot en met {datum(last)}: "
    if first > date.min:
        return f"vanaf {datum(first)}: "
    return f"tot en met {datum(last)}: " if last < date.max else ""


def _next_time(rooster: Rooster, blok: Blok, vanaf: date) -> list[str]:
    day = next_day(rooster, blok, vanaf)
    return [f"De volgende keer is {weekdag(day)} {datum(day)}."] if day else []


def _week_53(regel: Regel, vanaf: date) -> list[str]:
    """What happens to even and odd weeks when a year with 53 weeks ends soon."""
    year = vanaf.year
    if date(year, 12, 28).isocalendar().week != WEEK_53:
        return []
    if not date.fromisocalendar(year, 53, 1) - vanaf <= AHEAD_WEEKS:
        return []
    if regel.weeks == EVEN:
        return [
            f"Let op: {year} heeft een week 53. Na week 52 is de keer daarna pas in "
            f"week 2 van {year + 1}, 3 weken later."
        ]
    if regel.weeks == ONEVEN:
        return [
            f"Let op: {year} heeft een week 53. In week 53 en in week 1 van {year + 1} "
            "is het 2 weken na elkaar."
        ]
    return []


# ---- closed


def _closed_sentences(rooster: Rooster, vanaf: date | None) -> list[str]:
    said = [_holiday_sentence(rooster)]
    said += _uncertain_holidays(rooster, vanaf) if vanaf else []
    for dicht in sorted(rooster.dicht_op, key=lambda d: d.dag):
        if vanaf is None or (dicht.tot or dicht.dag) >= vanaf:
            said.append(_closed_sentence(dicht))
    return [s for s in said if s]


def _holiday_sentence(rooster: Rooster) -> str:
    if rooster.feestdagen == DICHT:
        return "Dicht op feestdagen."
    if rooster.feestdagen == OPEN:
        return "Ook open op feestdagen."
    return "Op feestdagen kan het anders zijn: bel dan eerst."


def _uncertain_holidays(rooster: Rooster, vanaf: date) -> list[str]:
    """ "Bel eerst op dinsdag 5 mei: dat is Bevrijdingsdag." """
    if rooster.feestdagen != DICHT:
        return []
    days: list[Feestdag] = [*holidays(vanaf.year), *holidays(vanaf.year + 1)]
    return [
        f"Bel eerst op {weekdag(f.dag)} {datum(f.dag, vanaf)}: dat is {f.naam}."
        for f in days
        if vanaf <= f.dag <= vanaf + AHEAD
        and not f.vrij
        and not day_of(rooster, f.dag).zeker
    ]


def _closed_sentence(dicht: Dicht) -> str:
    reason = f": {dicht.reden}" if dicht.reden else ""
    if dicht.tot is None or dicht.tot <= dicht.dag:
        return f"Dicht op {weekdag(dicht.dag)} {datum(dicht.dag)}{reason}."
    return f"Dicht van {datum(dicht.dag, dicht.tot)} tot en met {datum(dicht.tot)}{reason}."
