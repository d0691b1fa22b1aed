"""What the line of one result says: why it is here, how it stands, and where it is.

Plain Python; at most two small states beside a title, and one sentence with the reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from .afstand import in_words
from .datum import datum, tijd
from .wachttijd import AANMELD, ANDERS, BEHANDEL, PLAATSING, Meting, phrase
from .zoeken import Soort

NEAR_KM = 3
OK, WARN, PLAIN = "ok", "warn", "plain"
# what somebody waits for, behind "2 tot 3 weken wachten"
_TOT = {
    AANMELD: " tot het eerste gesprek",
    BEHANDEL: " op de behandeling, na het eerste gesprek",
    PLAATSING: " op een plaats",
    ANDERS: " tot het begin",
}
# stage, weeks from and to, measured on, valid until
Wacht = tuple[str, Decimal, Decimal, date, date]


@dataclass(frozen=True)
class Staat:
    """A small state: how loud, which icon, the words."""

    toon: str
    icoon: str
    tekst: str


@dataclass(frozen=True)
class Reden:
    """ "Past bij", "geldzorgen", " en is vandaag open." """

    voor: str
    woord: str
    na: str

    def __str__(self) -> str:
        return f"{self.voor} {self.woord}{self.na}"


@dataclass(frozen=True)
class Feiten:
    """What is known of a result, as far as its line needs it."""

    organisatie: str = ""
    plaats: str = ""
    km: float | None = None
    thuis: bool = False
    online: bool = False
    telefoon: bool = False
    hele_regio: bool = False
    vandaag: bool = False
    altijd: bool = False
    geen_wacht: bool = False
    direct: bool = False
    laagdrempelig: bool = False
    informeel: bool = False
    ervaring: bool = False
    naasten: bool = False
    capaciteit: str = ""
    nu_dicht: bool = False
    uren: Sequence[tuple[time, time]] = ()
    wacht: Wacht | None = None


def reason(words: Sequence[tuple[int, str]], feiten: Feiten) -> Reden | None:
    """`words`: how it was found (a Soort and the word), the nearest first. One fact goes
    with it; None when nothing was asked in words."""
    if not words:
        return None
    fact = _fact(feiten)
    kind, word = words[0]
    before = "Lijkt op" if kind == Soort.LIJKT else "Past bij"
    return Reden(before, word, f" en {fact}." if fact else ".")


def _fact(feiten: Feiten) -> str:
    """What helps most to choose."""
    if feiten.nu_dicht:
        return ""
    facts = (
        (feiten.vandaag and feiten.altijd, "is dag en nacht bereikbaar"),
        (feiten.vandaag, "is vandaag open"),
        (feiten.geen_wacht, "heeft geen wachttijd"),
        (feiten.km is not None and feiten.km < NEAR_KM, "is dichtbij"),
        (feiten.thuis, "komt bij je thuis"),
        (feiten.online, "kan online"),
        (feiten.naasten, "is ook voor naasten"),
        (feiten.direct, "heeft geen verwijzing nodig"),
    )
    return next((words for holds, words in facts if holds), "")


def states(feiten: Feiten, day: date) -> list[Staat]:
    """First whether it can be now, then how you get in."""
    return [state for state in (_now(feiten, day), _way_in(feiten)) if state]


def _now(feiten: Feiten, day: date) -> Staat | None:
    first = (
        (feiten.nu_dicht, WARN, "circle-alert", "Nu tijdelijk dicht"),
        (feiten.vandaag, OK, "clock", _today(feiten)),
        (feiten.geen_wacht, OK, "check", "Geen wachttijd"),
        (feiten.capaciteit == "dicht", WARN, "circle-alert", "Nu geen nieuwe aanmeldingen"),
    )  # fmt: skip
    for holds, *words in first:
        if holds:
            return Staat(*words)
    if feiten.wacht:
        return _wait(feiten.wacht, day)
    if feiten.capaciteit == "wachtlijst":
        return Staat(WARN, "hourglass", "Er is een wachtlijst")
    return None


def _today(feiten: Feiten) -> str:
    if feiten.altijd or not feiten.uren:
        return "Dag en nacht"
    opens, closes = feiten.uren[-1]
    if closes <= opens:
        return "Vandaag tot in de nacht"
    return f"Vandaag tot {tijd(closes)} uur"


def _wait(wacht: Wacht, day: date) -> Staat:
    """Always with its stage: two weeks until a talk can be twenty until a place."""
    stage, low, high, measured, valid = wacht
    if day > valid:
        return Staat(
            PLAIN, "hourglass", f"Wachttijd van {datum(measured, day)}: bel even"
        )
    words = phrase(Meting(stage, low, high, measured))
    if not high:
        return Staat(PLAIN, "hourglass", "Vraag naar de wachttijd")
    until = _TOT.get(stage, "")
    return Staat(WARN, "hourglass", f"{words[0].upper()}{words[1:]} wachten{until}")


def _way_in(feiten: Feiten) -> Staat | None:
    ways = (
        (feiten.thuis, "home", "Bij je thuis"),
        (feiten.laagdrempelig and bool(feiten.uren), "log-in", "Zonder afspraak"),
        (feiten.ervaring, "users", "Door ervaringsdeskundigen"),
        (feiten.online, "monitor", "Online"),
        (feiten.direct, "user-plus", "Zelf aanmelden kan"),
        (feiten.informeel, "heart-hand", "Door vrijwilligers"),
    )
    found = ((icon, words) for holds, icon, words in ways if holds)
    return next((Staat(PLAIN, icon, words) for icon, words in found), None)


def where(feiten: Feiten) -> str:
    """ "Inloop De Veranda, Lindehoven, ongeveer 1 km"; what has no place says how it comes
    to people, never a distance."""
    parts = [feiten.organisatie, feiten.plaats, in_words(feiten.km)]
    if not feiten.plaats:
        ways = (
            (feiten.thuis, "komt bij je thuis"),
            (feiten.online, "online"),
            (feiten.telefoon, "telefonisch"),
        )
        parts += [words for holds, words in ways if holds][:2]
    if feiten.hele_regio and not feiten.plaats:
        parts.insert(1, "hele regio")
    return ", ".join(part for part in parts if part)


def closing(van: date, tot: date | None, reden: str, day: date) -> str:
    """ "Dicht van 1 tot en met 31 augustus: verbouwing." """
    until = f" tot en met {datum(tot, day)}" if tot else ""
    if van == tot:
        when = f"op {datum(van, day)}"
    elif tot and (van.year, van.month) == (tot.year, tot.month):
        when = f"van {van.day}{until}"
    else:
        when = f"van {datum(van, day)}{until}" if tot else f"vanaf {datum(van, day)}"
    why = f": {reden.rstrip('.')}" if reden else ""
    return f"Dicht {when}{why}."
