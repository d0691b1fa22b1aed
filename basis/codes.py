"""Codes that survive being read aloud, typed on a telephone and pasted: those of a round of
the Kompas, and those of a letter.

Fourteen letters and seven digits. There is no vowel and no Y, so a code is never a word;
no O, 0, I, L, 1, Q, G or 6, so nothing has to be guessed from a projector or bad print. Of
the pairs that look alike one is in use and the other is read as that one: Z is 2, S is 5,
B is 8, U is V.

Three rules keep out what people read into signs (the choice of rules is ours):
- never the same sign twice in a row: no KK, no HH, no 88, and nobody says "double";
- never three letters in a row: no FCK;
- never a 3 or a 4 between two letters, because they are read as E and A.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Callable
from functools import cache
from urllib.parse import unquote

LETTERS = "CDFHJKMNPRTVWX"
DIGITS = "2345789"
ALPHABET = LETTERS + DIGITS
MAX_TEXT = 1_000  # characters; an address with its query fits easily

_LOOKS_LIKE = str.maketrans("ZSBU", "258V")
_WORD_LIKE = re.compile(rf"(.)\1|[{LETTERS}][{LETTERS}34][{LETTERS}]")
_BETWEEN = ("P", "Z", "Cf")  # punctuation, spaces of any width, invisible joiners


def normalise(text: str, *, length: int, path: str) -> str:
    """The code somebody meant, as `length` signs of the alphabet; "" when it is no code.

    Takes capitals or not, spaces, hyphens, full stops, quotes and invisible signs
    anywhere, full-width signs, and an address with /`path`/CODE/ in it, also in the
    middle of a message. Any other sign makes it no code. Whether the code exists is
    not asked here.
    """
    if len(text) > MAX_TEXT:
        return ""
    address = _in_address(path).search(text)
    if address:
        text = unquote(address[1])
    signs = unicodedata.normalize("NFKC", text).upper()
    signs = "".join(sign for sign in signs if not _is_between(sign))
    code = signs.translate(_LOOKS_LIKE)
    return code if len(code) == length and set(code) <= set(ALPHABET) else ""


def new_code(length: int, randbelow: Callable[[int], int] = secrets.randbelow) -> str:
    """A new code. `randbelow(n)` gives 0..n-1; whether the code is free is not asked.

    Sign by sign, each from the signs that may follow; there are always some.
    """
    code = ""
    while len(code) < length:
        signs = [sign for sign in ALPHABET if not _WORD_LIKE.search(code + sign)]
        code += signs[randbelow(len(signs))]
    return code


def shown(code: str, group: int) -> str:
    """As people read it aloud, in groups: "KV73MP" by three is shown as "KV7 3MP"."""
    return " ".join(code[at : at + group] for at in range(0, len(code), group))


@cache
def _in_address(path: str) -> re.Pattern[str]:
    return re.compile(rf"/{re.escape(path)}/([^/?#\s]+)", re.IGNORECASE)


def _is_between(sign: str) -> bool:
    return sign in "\t\r\n" or unicodedata.category(sign).startswith(_BETWEEN)
