"""Waiting times: a measurement, never a loose number (N2, N4).

Norm: the Treeknormen, agreed in 2000 by providers and insurers in the Treekoverleg and
since kept by the Nederlandse Zorgautoriteit for care under the Zvw: 4 weeks until the
first talk (aanmeldwachttijd), 10 from there until treatment (behandelwachttijd), 14
together. The social domain has no norm: there, and for a stage without one, four weeks
is where something has to be offered meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .versheid import WACHTTIJD, due_on

AANMELD, BEHANDEL, TOTAAL = "aanmeld", "behandel", "totaal"
PLAATSING, ANDERS = "plaatsing", "anders"
FASEN = (AANMELD, BEHANDEL, TOTAAL, PLAATSING, ANDERS)

ZVW = "zvw"
TREEKNORM = {AANMELD: 4, BEHANDEL: 10, TOTAAL: 14}
NORM_BRON = "Treeknorm, voor zorg uit de Zorgverzekeringswet"
ZONDER_NORM = 4  # weeks
KORTST = min(ZONDER_NORM, *TREEKNORM.values())  # up to here nobody waits too long


@dataclass(frozen=True)
class Meting:
    """How long people wait for one stage, seen on one day. `geldig_tot` is the last day
    it may be shown as it is; without it the default of versheid.py holds."""

    fase: str
    weken_van: Decimal
    weken_tot: Decimal
    gemeten_op: date
    geldig_tot: date | None = None
    doelgroep: str = ""
    methode: str = ""

    def __post_init__(self) -> None:
        if self.fase not in FASEN:
            raise ValueError(f"not a stage: {self.fase}")
        if not isinstance(self.gemeten_op, date):
            raise TypeError("a waiting time without a date is impossible")
        if not 0 <= self.weken_van <= self.weken_tot:
            raise ValueError("weeks run from 0, the second at least the first")


def norm(fase: str, wet: str) -> int | None:
    """Weeks this stage may take, None where no norm exists."""
    return TREEKNORM.get(fase) if wet == ZVW else None


def norm_phrase(fase: str, wet: str) -> str:
    """ "De norm is 4 weken", "" where there is none."""
    weken = norm(fase, wet)
    return "" if weken is None else f"De norm is {weken} weken"


def above_norm(meting: Meting, wet: str) -> bool:
    """Longer than its norm, or than four weeks where none exists. The longest counts:
    with 3 to 5 weeks somebody waits five."""
    weken = norm(meting.fase, wet)
    return meting.weken_tot > (ZONDER_NORM if weken is None else weken)


def phrase(meting: Meting) -> str:
    """ "7 tot 9 weken", "2,5 weken", "hoogstens 3 weken", "minder dan een week", "geen
    wachttijd" """
    van, tot = meting.weken_van, meting.weken_tot
    if not tot:
        return "geen wachttijd"
    if tot < 1:
        return "minder dan een week"
    if van == tot:
        return _weken(tot)
    if van < 1:
        return f"hoogstens {_weken(tot)}"
    return f"{getal(van)} tot {_weken(tot)}"


def valid_until(meting: Meting) -> date:
    """The last day it may be shown as it is."""
    return meting.geldig_tot or due_on(WACHTTIJD, meting.gemeten_op)


def is_stale(meting: Meting, day: date) -> bool:
    """Its last day is past."""
    return day > valid_until(meting)


def latest(metingen: Iterable[Meting], day: date) -> list[Meting]:
    """The newest per stage and target group as known on this day; of two on one day the
    one that comes later."""
    newest: dict[tuple[str, str], Meting] = {}
    known = (m for m in metingen if m.gemeten_op <= day)
    for meting in sorted(known, key=lambda m: m.gemeten_op):
        newest[meting.fase, meting.doelgroep] = meting
    return list(newest.values())


def needs_bridging(metingen: Iterable[Meting], wet: str, day: date) -> bool:
    """Somebody waits too long here, so something is offered meanwhile (N4). A stale
    measurement still counts: nobody has said that the wait is over. First talk and
    treatment that each keep their norm keep the 14 weeks together as well."""
    return any(above_norm(meting, wet) for meting in latest(metingen, day))


def getal(weken: Decimal) -> str:
    """2.5 is "2,5", 3.0 is "3"; at most one decimal."""
    return f"{weken:.1f}".removesuffix(".0").replace(".", ",")


def _weken(weken: Decimal) -> str:
    return f"{getal(weken)} {'week' if weken == 1 else 'weken'}"
