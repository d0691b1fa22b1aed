"""Bytes of somebody else as text and JSON, whoever wrote them."""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8
from typing import Any

from .archief import Onbruikbaar

DEEPEST = 40
HALF = "Dit bestand is niet heel. Bewaar het opnieuw als CSV (UTF-8) en stuur dat."
_BREAKS = re.compile(r"\r\n|\r")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def decode(data: bytes) -> str:
    """UTF-8, or what an old spreadsheet writes. Raises Onbruikbaar for what began as UTF-8
    and does not end as such: read as the other, every é would become two signs."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        is_cut = error.reason == "unexpected end of data"
        if data.startswith(BOM_UTF8) or (is_cut and not data[: error.start].isascii()):
            raise Onbruikbaar(HALF) from None
        return data.decode("cp1252", errors="replace")


def clean(value: Any, depth: int = 0) -> Any:
    """Without what a keyboard can't type and a database can't keep."""
    if depth > DEEPEST:
        raise RecursionError
    if isinstance(value, str):
        return _CONTROL.sub("", _BREAKS.sub("\n", value))
    if isinstance(value, list):
        return [clean(one, depth + 1) for one in value]
    if isinstance(value, dict):
        return {clean(key): clean(one, depth + 1) for key, one in value.items()}
    return value


def no_number(text: str) -> Any:
    raise ValueError(text)


def parse_json(data: bytes) -> Any:
    """Raises ValueError or RecursionError."""
    text = data.decode("utf-8-sig")
    return clean(json.loads(text, parse_constant=no_number))
