"""Opening hours as organisations type them, and back.

    ma-vr 9:00-12:00, 13:00-17:00; za 10-14; op afspraak
    even weken wo 9:00-12:00; laatste zo van de maand 14:00-16:00
    om de week do 9:00-12:00 vanaf 7-10-2026

Parts are parted by ; or a new line. Case, "tot", "t/m", "en", "uur" and whole names of
days are understood. What can be read two ways is asked, never guessed: "9-5" may be 17:00
or the night.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from itertools import pairwise

from .datum import WEEKDAGEN, opsomming
from .herhaling import AFSPRAAK, CODES, MONTHLY, WEEKLY, Blok, Regel, rule
from .openingstijden import MIDDERNACHT
from .openingszinnen import (
    EVEN,
    FORTNIGHT,
    ONEVEN,
    RANG,
    is_plain_week,
    runs,
    same_hours,
)

KORT = ("ma", "di", "wo", "do", "vr", "za", "zo")
EVERY_DAY, WORKDAYS, WEEKEND = (0, 1, 2, 3, 4, 5, 6), (0, 1, 2, 3, 4), (5, 6)
NOON, DAY_HOURS, HOUR = 12, 24, 60
EARLY = range(1, 7)  # "2-4" is more often the afternoon than the night
VOORBEELD = "ma-vr 9:00-12:00, 13:00-17:00"

_DAYS = "|".join(
    f"{name}s?|{short}" for name, short in zip(WEEKDAGEN, KORT, strict=True)
)
TOKENS = {
    "VANAF": r"vanaf +(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<j>\d{4})",
    "VOLGENDE": r"\(? *(?:de +)?volgende dag *\)?",
    "ETMAAL": r"dag en nacht|24 uur(?: per dag)?|24/7|de hele dag|hele dag",
    "AFSPRAAK": r"(?:alleen +)?(?:op|na|volgens) +afspraak",
    "DICHT": r"(?:gesloten|dicht)\b",
    "FEEST": r"feestdag(?:en)?\b",
    "MAAND": r"van (?:de|elke|iedere) maand",
    "EVEN": r"(?:in +)?(?:de +)?even we+ke?n?\b",
    "ONEVEN": r"(?:in +)?(?:de +)?oneven we+ke?n?\b",
    "OMDEWEEK": r"om de (?:andere )?week|(?:eens|een keer|1 keer) (?:per|in de) (?:2|twee) weken",
    "RANG": r"(?P<rang>een-na-laatste|eerste|tweede|derde|vierde|vijfde|laatste|[1-5]e)\b",
    "ALLE": r"elke dag|iedere dag|alle dagen|dagelijks",
    "WERK": r"werkdagen|doordeweeks|door de week",
    "WEEKEND": r"(?:het +)?weekend(?:en)?\b",
    "DAG": rf"(?P<dag>{_DAYS})\b\.?",
    "TIJD": r"(?P<uur>\d{1,2})(?:[:.](?P<min>\d{2})(?!\d)|u(?P<umin>\d{2}))?(?: *(?:uur|u|h)\b)?",
    "TOT": r"tot en met|t/m|tot\b|-",
    "EN": r",|&|\+|/|en\b",
    "DEEL": r";|\n",
    "NIETS": r"\s+|:|elke week\b|(?:van|op|de|in|elke|iedere|is|zijn|open|geopend|uur)\b",
}
SCAN = re.compile("|".join(f"(?P<{name}>{regex})" for name, regex in TOKENS.items()))
STARTS = {"DAG", "ALLE", "WERK", "WEEKEND", "RANG", "EVEN", "ONEVEN", "OMDEWEEK"}
WHOLE = {"ALLE": EVERY_DAY, "WERK": WORKDAYS, "WEEKEND": WEEKEND}


@dataclass(frozen=True)
class Gelezen:
    """What was typed: blocks, or what is wrong with it. With a fault nothing is used."""

    blokken: tuple[Blok, ...] = ()
    fouten: tuple[str, ...] = ()


@dataclass
class _Tijd:
    minuten: int
    tekst: str
    kaal: bool  # written without minutes


@dataclass
class _Deel:
    """One part, while it is read."""

    tekst: str = ""
    dagen: list[int] = field(default_factory=list)
    soort: str = ""
    rangen: list[int] = field(default_factory=list)
    vanaf: date | None = None
    tijden: list[_Tijd] = field(default_factory=list)
    paren: list[tuple[time, time]] = field(default_factory=list)
    afspraak: bool = False
    dicht: bool = False
    etmaal: bool = False  # without a day: every day
    streep: bool = False  # a dash was read and waits for its other end
    klaar: bool = False  # what belongs to the days is there: a new day is a new part
    fouten: list[str] = field(default_factory=list)

    def fault(self, sentence: str) -> None:
        self.fouten.append(sentence)


# ---- reading


def parse_hours(text: str) -> Gelezen:
    """The blocks somebody typed, or every fault in a sentence."""
    delen = _read(_clean(text))
    blokken = [blok for deel in delen for blok in _blocks(deel)]
    fouten = [fout for deel in delen for fout in deel.fouten] or _overlaps(blokken)
    if fouten:
        return Gelezen(fouten=tuple(dict.fromkeys(fouten)))
    return Gelezen(tuple(dict.fromkeys(blokken)))


def _clean(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).lower()
    text = re.sub(r"[‐‑‒–—―−]", "-", text)
    text = re.sub(r"\r\n?", "\n", text)
    return re.sub(r"[^\S\n]+", " ", text)


def _read(text: str) -> list[_Deel]:
    delen, place = [_Deel()], 0
    while place < len(text):
        found = SCAN.match(text, place)
        if not found:
            word = re.match(r"[^\s;,]+", text[place:])
            said = word.group() if word else text[place]
            delen[-1].fault(f"‘{said}’ begrijpen we niet. Schrijf het zo: {VOORBEELD}.")
            place += len(said)
            continue
        place = found.end()
        kind = next(name for name in TOKENS if found.group(name) is not None)
        if kind == "DEEL" or (kind in STARTS and delen[-1].klaar):
            delen.append(_Deel())
        if kind != "DEEL":
            delen[-1].tekst += found.group()
            _token(delen[-1], kind, found)
    for deel in delen:
        _finish(deel)
    return delen


def _token(deel: _Deel, kind: str, found: re.Match[str]) -> None:
    """Take one word into the part."""
    if kind in {"DAG", *WHOLE}:
        _day(deel, WHOLE.get(kind) or (_weekday(found["dag"]),))
    elif kind == "TIJD":
        _time(deel, found)
    elif kind == "TOT":
        deel.streep = True
    elif kind == "VANAF":
        _from(deel, found)
    elif kind == "RANG":
        deel.rangen.append(_rang(found["rang"]))
    elif kind in {"EVEN", "ONEVEN", "OMDEWEEK"}:
        deel.soort = kind
    else:
        _flag(deel, kind)


def _flag(deel: _Deel, kind: str) -> None:
    if kind == "AFSPRAAK":
        deel.afspraak = True
        deel.klaar = deel.klaar or bool(deel.dagen)
    elif kind == "DICHT":
        deel.dicht = deel.klaar = True
    elif kind == "ETMAAL":
        deel.paren.append((MIDDERNACHT, MIDDERNACHT))
        deel.klaar = deel.etmaal = True
    elif kind == "VOLGENDE":
        _next_day(deel)
    elif kind == "FEEST":
        deel.fault("Feestdagen vul je apart in. Haal ze hier weg.")


def _weekday(word: str) -> int:
    return KORT.index(word[:2])


def _rang(word: str) -> int:
    named = {name: nth for nth, name in RANG.items()}
    return named.get(word) or int(word[0])


def _day(deel: _Deel, days: Sequence[int]) -> None:
    if not deel.streep:
        deel.dagen += days
        return
    deel.streep = False
    if not deel.dagen or len(days) > 1:
        deel.fault(f"‘{deel.tekst.strip()}’: zet voor en na het streepje één dag.")
        return
    day = deel.dagen[-1]
    while day != days[0]:
        day = (day + 1) % len(KORT)
        deel.dagen.append(day)


def _time(deel: _Deel, found: re.Match[str]) -> None:
    hour, minutes = int(found["uur"]), found["min"] or found["umin"]
    total = hour * HOUR + int(minutes or 0)
    deel.klaar = True
    said = found.group().strip()
    if total > DAY_HOURS * HOUR or int(minutes or 0) >= HOUR:
        deel.fault(f"‘{said}’ is geen tijd. De dag loopt van 0:00 tot 24:00.")
    deel.tijden.append(_Tijd(min(total, DAY_HOURS * HOUR), said, minutes is None))
    if len(deel.tijden) % 2 == 0 and not deel.streep:
        deel.fault(f"Zet een streepje tussen begin en eind: ‘{deel.tekst.strip()}’.")
    deel.streep = False


def _from(deel: _Deel, found: re.Match[str]) -> None:
    deel.klaar = deel.klaar or bool(deel.dagen and (deel.tijden or deel.paren))
    try:
        deel.vanaf = date(int(found["j"]), int(found["m"]), int(found["d"]))
    except ValueError:
        said = found.group().removeprefix("vanaf").strip()
        deel.fault(f"‘{said}’ is geen datum. Schrijf dag, maand en jaar: 7-10-2026.")


def _next_day(deel: _Deel) -> None:
    """The two times before it run past midnight, and that is meant."""
    pair = deel.tijden[-2:]
    if len(deel.tijden) % 2 or not pair or pair[1].minuten > pair[0].minuten:
        deel.fault("Zet ‘(volgende dag)’ achter een tijd die na middernacht eindigt.")
        return
    del deel.tijden[-2:]
    deel.paren.append((_clock(pair[0].minuten), _clock(pair[1].minuten)))


def _finish(deel: _Deel) -> None:
    """Times in pairs; and whether the part is whole."""
    if deel.etmaal and not deel.dagen:
        deel.dagen += EVERY_DAY
    if not deel.fouten:
        for begin, end in zip(deel.tijden[::2], deel.tijden[1::2], strict=False):
            _pair(deel, begin, end)
    said = deel.tekst.strip(" ,-")
    if len(deel.tijden) % 2:
        deel.fault(f"Bij ‘{deel.tijden[-1].tekst}’ mist een eindtijd.")
    elif deel.streep:
        deel.fault(f"Bij ‘{said}’ mist wat na het streepje komt.")
    if deel.fouten or not said or deel.dicht:
        return
    _complete(deel, said)


def _complete(deel: _Deel, said: str) -> None:
    if not deel.dagen and not (deel.afspraak and not deel.paren and not deel.soort):
        deel.fault(f"Zet er een dag bij: ‘{said}’. Bijvoorbeeld: {VOORBEELD}.")
    elif deel.dagen and not deel.paren:
        deel.fault(f"Zet er een tijd bij: ‘{said}’. Bijvoorbeeld: {VOORBEELD}.")
    elif deel.soort == "OMDEWEEK" and not deel.vanaf:
        deel.fault(
            "Zet bij ‘om de week’ de eerste dag. Bijvoorbeeld: om de week wo 9:00-12:00 "
            "vanaf 7-10-2026."
        )
    elif deel.vanaf and deel.soort != "OMDEWEEK":
        deel.fault("‘Vanaf’ kan hier alleen bij ‘om de week’.")
    elif deel.rangen and (deel.soort or len(set(deel.dagen)) > 1):
        deel.fault(
            f"Zet bij ‘{said}’ één dag van de week, en geen even of oneven weken."
        )


def _pair(deel: _Deel, begin: _Tijd, end: _Tijd) -> None:
    both = f"{begin.tekst}-{end.tekst}"
    hours = _clock(begin.minuten), _clock(end.minuten)
    whole = f"{_show(hours[0])}-{_show(hours[1])}"
    if end.minuten > begin.minuten:
        if begin.kaal and begin.minuten // HOUR in EARLY:
            deel.fault(
                f"‘{both}’: bedoel je de middag of de nacht? Schrijf de tijden met "
                f"minuten, bijvoorbeeld {begin.minuten // HOUR + NOON}:00."
            )
        deel.paren.append(hours)
    elif end.minuten == begin.minuten:
        deel.fault(f"‘{both}’: begin en eind zijn gelijk. Dag en nacht is 0:00-24:00.")
    elif begin.minuten < NOON * HOUR:
        later = end.minuten + NOON * HOUR
        asked = f"Bedoel je {_show(_clock(later))}? " if later > begin.minuten else ""
        deel.fault(
            f"‘{both}’: het eind komt voor het begin. {asked}Gaat het door na "
            f"middernacht, schrijf dan {whole} (volgende dag)."
        )
    else:
        deel.paren.append(hours)


def _clock(minutes: int) -> time:
    return time(minutes // HOUR % DAY_HOURS, minutes % HOUR)


# ---- blocks


def _blocks(deel: _Deel) -> list[Blok]:
    if deel.fouten or deel.dicht:
        return []
    if not deel.dagen:
        return [Blok(op_afspraak=True)] if deel.afspraak else []
    base = _base(deel)
    return [
        replace(base, opens_at=opens, closes_at=closes)
        for opens, closes in sorted(deel.paren)
    ]


def _base(deel: _Deel) -> Blok:
    days = sorted(set(deel.dagen))
    if deel.rangen:
        nths = sorted(set(deel.rangen), key=list(RANG).index)
        byday = ",".join(f"{nth}{CODES[days[0]]}" for nth in nths)
        return Blok(freq=MONTHLY, byday=byday, op_afspraak=deel.afspraak)
    weeks = {"EVEN": EVEN, "ONEVEN": ONEVEN}.get(deel.soort, frozenset())
    every_other = deel.soort == "OMDEWEEK"
    return Blok(
        freq=WEEKLY,
        byday=",".join(CODES[day] for day in days),
        byweekno=",".join(str(week) for week in sorted(weeks)),
        interval=FORTNIGHT if every_other else None,
        dtstart=deel.vanaf if every_other else None,
        op_afspraak=deel.afspraak,
    )


def _overlaps(blokken: Iterable[Blok]) -> list[str]:
    """Times of every week that run through each other on one day."""
    found: dict[tuple[int, bool], set[tuple[time, time]]] = {}
    for blok in blokken:
        regel = rule(blok)
        if regel and is_plain_week(regel):
            for day in regel.days:
                found.setdefault((day, blok.op_afspraak), set()).add(_hours(blok))
    return [
        f"Op {WEEKDAGEN[day]} lopen {_show_pair(*first)} en {_show_pair(*second)} door "
        "elkaar."
        for (day, _), pairs in sorted(found.items())
        for first, second in pairwise(sorted(pairs))
        if first[1] <= first[0] or second[0] < first[1]
    ]


# ---- showing back


def show_hours(blokken: Iterable[Blok]) -> str | None:
    """The text that reads back as the same hours; None when a block holds more than this
    text can say (it is then kept as it is, and not typed)."""
    weekly: dict[bool, dict[int, set[tuple[time, time]]]] = {}
    others: dict[tuple[str, str], set[tuple[time, time]]] = {}
    loose = False
    for blok in blokken:
        regel = rule(blok)
        if regel is None or not _typable(blok, regel):
            return None
        if regel.soort == AFSPRAAK:
            loose = True
        elif is_plain_week(regel):
            for day in regel.days:
                per_day = weekly.setdefault(blok.op_afspraak, {})
                per_day.setdefault(day, set()).add(_hours(blok))
        else:
            key = _show_pattern(regel), _tail(regel, op_afspraak=blok.op_afspraak)
            others.setdefault(key, set()).add(_hours(blok))
    parts = [
        f"{_show_days(days)} {_show_pairs(hours)}{AFSPRAAK_ERBIJ if afspraak else ''}"
        for afspraak, per_day in sorted(weekly.items())
        for hours, days in same_hours(per_day)
    ]
    parts += [
        f"{pattern} {_show_pairs(sorted(hours))}{tail}"
        for (pattern, tail), hours in others.items()
    ]
    return "; ".join([*parts, "op afspraak"] if loose else parts)


AFSPRAAK_ERBIJ = " op afspraak"


def _hours(blok: Blok) -> tuple[time, time]:
    return blok.opens_at or MIDDERNACHT, blok.closes_at or MIDDERNACHT


def _typable(blok: Blok, regel: Regel) -> bool:
    """Nothing of this block is lost when it is typed."""
    words = blok.description or blok.notes or blok.attending_type or blok.wkst
    limits = (blok.valid_from, blok.valid_to, blok.until, blok.count)
    seconds = any(h.second or h.microsecond for h in _hours(blok))
    if words or seconds or any(limit is not None for limit in limits):
        return False
    if regel.soort == AFSPRAAK:
        return True
    if regel.soort == WEEKLY and regel.interval == FORTNIGHT:
        return True
    if regel.interval > 1 or blok.dtstart:
        return False
    if regel.soort == MONTHLY:
        return len({day for _, day in regel.nths}) == 1
    return regel.soort == WEEKLY and regel.weeks in (frozenset(), EVEN, ONEVEN)


def _show_pattern(regel: Regel) -> str:
    if regel.soort == MONTHLY:
        nths = opsomming([RANG[nth] for nth, _ in regel.nths])
        return f"{nths} {KORT[regel.nths[0][1]]} van de maand"
    if regel.interval == FORTNIGHT:
        return f"om de week {_show_days(regel.days)}"
    weeks = "even" if regel.weeks == EVEN else "oneven"
    return f"{weeks} weken {_show_days(regel.days)}"


def _tail(regel: Regel, *, op_afspraak: bool) -> str:
    start = regel.start if regel.soort == WEEKLY else None
    since = f" vanaf {start.day}-{start.month}-{start.year:04d}" if start else ""
    return f"{since}{AFSPRAAK_ERBIJ if op_afspraak else ''}"


def _show_days(days: frozenset[int]) -> str:
    """ "ma-wo, vr" """
    return ", ".join(
        KORT[run[0]] if len(run) == 1 else f"{KORT[run[0]]}-{KORT[run[-1]]}"
        for run in runs(days)
    )


def _show_pairs(hours: Iterable[tuple[time, time]]) -> str:
    return ", ".join(_show_pair(*pair) for pair in hours)


def _show_pair(opens: time, closes: time) -> str:
    end = "24:00" if closes == MIDDERNACHT else _show(closes)
    said = f"{_show(opens)}-{end}"
    past_midnight = closes != MIDDERNACHT and closes <= opens
    asked = past_midnight and (opens.hour < NOON or closes == opens)
    return f"{said} (volgende dag)" if asked else said


def _show(moment: time) -> str:
    return f"{moment.hour}:{moment.minute:02d}"
