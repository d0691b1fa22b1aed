"""More numbers in one cell of the spreadsheet."""

from __future__ import annotations

import re
from typing import Any

from .telefoon import LEEG, Fout, Nummer, parse_phone
from .werkblad import words


def numbers_in(cell: Any) -> list[Nummer] | Fout:
    """One number, or one on each line; with ; between them when each part is a number.
    What is no number on a line of its own are words that go with the number."""
    if cell is None or words(cell) == "":
        return []
    if isinstance(cell, str):
        for sign in (r"\n", r"[\n;]"):
            parts = [part for part in re.split(sign, cell) if part.strip()]
            found = [parse_phone(part) for part in parts]
            good = [one for one in found if isinstance(one, Nummer)]
            if len(parts) > 1 and len(good) == len(parts):
                return good
    whole = parse_phone(cell if isinstance(cell, str | int | float) else words(cell))
    if whole == LEEG:
        return []
    return [whole] if isinstance(whole, Nummer) else whole
