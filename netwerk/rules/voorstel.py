"""What a proposal does to a field, beside what stands there today."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence

ZOALS_TOEN = "zoals_toen"  # nothing changed since
INTUSSEN = "intussen"  # somebody else changed it: all three are shown
AL_ZO = "al_zo"  # it is as was proposed
WEG = "weg"  # there is no such field any more


def judge(voor: Sequence[str], nu: Sequence[str] | None, na: Sequence[str]) -> str:
    """`nu` is None when the field is not there any more."""
    if nu is None:
        return WEG
    if list(nu) == list(na):
        return AL_ZO
    return ZOALS_TOEN if list(nu) == list(voor) else INTUSSEN


def mark_of(values: Iterable[Sequence[str] | None]) -> str:
    """Of what stood there when the page was made: whoever takes over, saw that."""
    said = [None if value is None else list(value) for value in values]
    text = json.dumps(said, ensure_ascii=False)
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()[:16]
