"""Join codes: six signs that survive being read aloud, typed on a telephone and pasted.

Fourteen letters and seven digits. There is no vowel and no Y, so a code is never a word;
no O, 0, I, L, 1, Q, G or 6, so nothing has to be guessed from a projector. Of the pairs
that look alike one is in use and the other is read as that one: Z is 2, S is 5, B is 8,
U is V.

Three rules keep out what people read into signs (the choice of rules is ours):
- never the same sign twice in a row: no KK, no HH, no 88, and nobody says "double";
- never three letters in a row: no FCK;
- never a 3 or a 4 between two letters, because they are read as E and A.

That leaves 21,735,168 codes. `new_code` does not draw them all equally often: the
likeliest has a chance of one in 6,048,000. Who tries one code a second during a meeting
of three hours, with no door that slows down, finds one given round with a chance of
0.18% at most; with ten rounds open at once, any of them with 1.8%. So the code keeps
out passers-by and the door that slows down (toegang T2) does the rest. A code gives a
place in a round, never a look at answers.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Callable
from urllib.parse import unquote

LETTERS = "CDFHJKMNPRTVWX"
DIGITS = "2345789"
ALPHABET = LETTERS + DIGITS
LENGTH = 6
MAX_TEXT = 1_000  # characters; an address with its query fits easily

_LOOKS_LIKE = str.maketrans("ZSBU", "258V")
_IN_ADDRESS = re.compile(r"/meedoen/([^/?#\s]+)", re.IGNORECASE)
_CODE = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")
_WORD_LIKE = re.compile(rf"(.)\1|[{LETTERS}][{LETTERS}34][{LETTERS}]")
_BETWEEN = ("P", "Z", "Cf")  # punctuation, spaces of any width, invisible joiners


def normalise(text: str) -> str:
    """The code somebody meant, as six signs of the alphabet; "" when it is no code.

    Takes capitals or not, spaces, hyphens, full stops, quotes and invisible signs
    anywhere, full-width signs, and an address with /meedoen/CODE/ in it, also in the
    middle of a message. Any other sign makes it no code. Whether the code exists is
    not asked here.
    """
    if len(text) > MAX_TEXT:
        return ""
    address = _IN_ADDRESS.search(text)
    if address:
        text = unquote(address[1])
    signs = unicodedata.normalize("NFKC", text).upper()
    signs = "".join(sign for sign in signs if not _is_between(sign))
    code = signs.translate(_LOOKS_LIKE)
    return code if _CODE.fullmatch(code) else ""


def new_code(randbelow: Callable[[int], int] = secrets.randbelow) -> str:
    """A new code. `randbelow(n)` gives 0..n-1; whether the code is free is not asked.

    Sign by sign, each from the signs that may follow; there are always some.
    """
    code = ""
    while len(code) < LENGTH:
        signs = [sign for sign in ALPHABET if not _WORD_LIKE.search(code + sign)]
        code += signs[randbelow(len(signs))]
    return code


def shown(code: str) -> str:
    """As people read it aloud: "KV73MP" is shown as "KV7 3MP"."""
    return f"{code[:3]} {code[3:]}".strip()


def _is_between(sign: str) -> bool:
    return sign in "\t\r\n" or unicodedata.category(sign).startswith(_BETWEEN)
