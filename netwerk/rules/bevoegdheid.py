"""Who acts for a client: on what paper, until when, and who may end it (T1). Pure.

A judge names a curator or mentor and the law a parent or voogd: the client cannot end that,
and can shut each of them out of the plan (T4). Whom a client chose, or who stands in because
the client could not say, they end themselves.
"""

from datetime import date, timedelta

from .rechten import OUDER, VOLWASSEN, birthday

ZELF_STOPPEN = frozenset({"gemachtigde", "naaste"})
PAPIER = {
    "ouder": ("gezag", "beschikking"),
    "curator": ("beschikking",),
    "mentor": ("beschikking",),
    "gemachtigde": ("machtiging",),
    "naaste": ("geen",),
}


def until(soort: str, tot: date | None, geboren: date) -> date | None:
    """The last day; of a parent or voogd at most the day before the eighteenth birthday."""
    if soort != OUDER:
        return tot
    last = birthday(geboren, VOLWASSEN) - timedelta(days=1)
    return min(tot, last) if tot else last


def client_may_end(soort: str, *, recorded: bool) -> bool:
    """`recorded`: by an organisation, on a paper."""
    return soort in ZELF_STOPPEN or not recorded
