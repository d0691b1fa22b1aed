"""The words of a question as PostgreSQL reads them (websearch_to_tsquery): "or" between
what is enough by itself, a minus before what may not be there."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TERM = re.compile(r'((?:-\s*)*)("[^"]*"|[^\s"-][^\s"]*)')


@dataclass(frozen=True)
class Deel:
    """What has to be there together. `niet` is a question too: any of what may not be."""

    alles: str
    niet: str = ""


def parts_of(words: str) -> list[Deel]:
    """Any of these is enough."""
    parts: list[list[tuple[bool, str]]] = [[]]
    for minus, term in _TERM.findall(words):
        if not minus and term.lower() == "or":
            parts.append([])
        else:
            parts[-1].append((minus.count("-") % 2 == 1, term))
    return [_part(terms) for terms in parts if terms]


def _part(terms: list[tuple[bool, str]]) -> Deel:
    whole = " ".join(f"-{term}" if is_not else term for is_not, term in terms)
    return Deel(whole, " or ".join(term for is_not, term in terms if is_not))
