"""Numbers by which somebody follows a report without an account: read from paper, said
over the telephone, typed on a phone.

Six signs without a vowel, so never a word; of signs that look alike one is in use and the
other is read as that one. Never the same sign twice in a row. Some 68 million: guessing is
for the door that slows down, and a right guess shows nobody's name.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Callable

ALPHABET = "CDFHJKMNPRTVWX2345789"
LENGTH = 6
MAX_TEXT = 200

_LOOKS_LIKE = str.maketrans("ZSBU", "258V")
_NUMBER = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")


def new_number(randbelow: Callable[[int], int] = secrets.randbelow) -> str:
    """`randbelow(n)` gives 0..n-1; whether the number is free is not asked."""
    number = ""
    while len(number) < LENGTH:
        signs = [sign for sign in ALPHABET if sign != number[-1:]]
        number += signs[randbelow(len(signs))]
    return number


def normalise(text: str) -> str:
    """The number somebody meant; "" when it is none. Spaces, hyphens and small letters
    are fine."""
    if len(text) > MAX_TEXT:
        return ""
    signs = unicodedata.normalize("NFKC", text).upper()
    signs = "".join(sign for sign in signs if sign.isalnum())
    number = signs.translate(_LOOKS_LIKE)
    return number if _NUMBER.fullmatch(number) else ""


def shown(number: str) -> str:
    """As people read it aloud: "K7M 3PX"."""
    return f"{number[:3]} {number[3:]}".strip()
