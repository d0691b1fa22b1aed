"""How fresh a fact is: checked by somebody, not only changed (N5).

Each field that ages has a date of its own: correcting the description says nothing about
the telephone number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from .datum import MAANDEN, add_months, datum

TELEFOON, OPENINGSTIJDEN, REST = "telefoon", "openingstijden", "rest"
WACHTTIJD, CAPACITEIT = "wachttijd", "capaciteit"
VELDEN = (TELEFOON, OPENINGSTIJDEN, WACHTTIJD, CAPACITEIT, REST)

# not in the sources: our default, and a region may choose others
TERMIJNEN: Mapping[str, int] = {
    TELEFOON: 6,
    OPENINGSTIJDEN: 6,
    WACHTTIJD: 3,
    CAPACITEIT: 3,
    REST: 6,
}
BIJNA_DAGEN = 14  # so long before the term it shows as nearly old

VERS, BIJNA, OUD, NOOIT = "vers", "bijna", "oud", "nooit"


@dataclass(frozen=True)
class Versheid:
    """`oordeel`: vers, bijna, oud or nooit. `uiterlijk`: the last day it counts as
    checked; None when it never was."""

    oordeel: str
    zin: str
    uiterlijk: date | None


def months_for(veld: str, termijnen: Mapping[str, int] | None = None) -> int:
    """Months until this field has to be checked; `termijnen` are those of the region.
    KeyError on a field that does not age."""
    default = TERMIJNEN[veld]
    return (termijnen or {}).get(veld, default)


def due_on(veld: str, checked_on: date, months: int | None = None) -> date:
    """The last day this counts as checked."""
    return add_months(checked_on, months_for(veld) if months is None else months)


def state(
    veld: str, checked_on: date | None, day: date, months: int | None = None
) -> Versheid:
    """How fresh this field is on this day, and the sentence that says so."""
    if checked_on is None:
        return Versheid(NOOIT, sentence(None, day, oud=True), None)
    uiterlijk = due_on(veld, checked_on, months)
    if day > uiterlijk:
        oordeel = OUD
    elif uiterlijk - day <= timedelta(days=BIJNA_DAGEN):
        oordeel = BIJNA
    else:
        oordeel = VERS
    return Versheid(oordeel, sentence(checked_on, day, oud=oordeel == OUD), uiterlijk)


def sentence(checked_on: date | None, day: date, *, oud: bool) -> str:
    """ "Gecontroleerd op 4 oktober", "Niet gecontroleerd sinds maart 2026" or "Nooit
    gecontroleerd"; the year of a check only when it was another."""
    if checked_on is None:
        return "Nooit gecontroleerd"
    if oud:
        maand = MAANDEN[checked_on.month - 1]
        return f"Niet gecontroleerd sinds {maand} {checked_on.year}"
    return f"Gecontroleerd op {datum(checked_on, day)}"


def oldest(states: Mapping[str, Versheid]) -> str | None:
    """The field that needs a check most: never checked first, then the earliest term.
    None without fields."""
    return min(
        states,
        key=lambda veld: states[veld].uiterlijk or date.min,
        default=None,
    )
