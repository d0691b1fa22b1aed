"""What a proposal does to a page, beside what stands there today."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Hashable, Iterable, Sequence

ZOALS_TOEN = "zoals_toen"  # nothing changed since
INTUSSEN = "intussen"  # somebody else changed it: all three are shown
AL_ZO = "al_zo"  # it is as was proposed
WEG = "weg"  # there is no such field any more

NEW = "nieuw"  # the key of a row that is not there yet
_IN_ROW = re.compile(rf"(?P<deel>.+)_(?P<rij>{NEW}|[0-9a-f-]{{36}})")


def row_of(naam: str) -> tuple[str, str]:
    """Which part of which row a field is; of a field that stands alone ("", "")."""
    found = _IN_ROW.fullmatch(naam)
    return (found["deel"], found["rij"]) if found else ("", "")


def things(
    namen: Sequence[str],
    samen: Iterable[Collection[str]] = (),
    kern: Collection[str] = (),
) -> list[tuple[str, ...]]:
    """Fields that are taken over together or not at all. A row is one thing when it is new,
    goes, or is about something else now: when one of the parts in `kern` differs. Of
    another row each part is a thing; so is a field, unless it is in one of `samen`."""
    parts = {naam: row_of(naam) for naam in namen}
    whole = {
        rij for deel, rij in parts.values() if rij == NEW or (rij and deel in kern)
    }
    groups: dict[Hashable, list[str]] = {}
    for naam in namen:
        rij = parts[naam][1]
        beside = next((tuple(group) for group in samen if naam in group), naam)
        groups.setdefault(("rij", rij) if rij in whole else beside, []).append(naam)
    return [tuple(group) for group in groups.values()]


def judge(voor: Sequence[str], nu: Sequence[str] | None, na: Sequence[str]) -> str:
    """`nu` is None when the field is not there any more."""
    if nu is None:
        return WEG
    if list(nu) == list(na):
        return AL_ZO
    return ZOALS_TOEN if list(nu) == list(voor) else INTUSSEN


def together(oordelen: Collection[str]) -> str:
    """Of fields that are one thing: one that is gone takes the others along."""
    for oordeel in (WEG, INTUSSEN, ZOALS_TOEN):
        if oordeel in oordelen:
            return oordeel
    return AL_ZO


def mark_of(values: Iterable[Sequence[str] | None]) -> str:
    """Of what stood there when the page was made: whoever takes over, saw that."""
    said = [None if value is None else list(value) for value in values]
    text = json.dumps(said, ensure_ascii=False)
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()[:16]
