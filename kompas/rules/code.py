"""Join codes of a round: six signs (basis/codes.py says which, and why those).

That leaves 21,735,168 codes. `new_code` does not draw them all equally often: the
likeliest has a chance of one in 6,048,000. Who tries one code a second during a meeting
of three hours, with no door that slows down, finds one given round with a chance of
0.18% at most; with ten rounds open at once, any of them with 1.8%. So the code keeps
out passers-by and the door that slows down (toegang T2) does the rest. A code gives a
place in a round, never a look at answers.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable

from basis import codes

LENGTH = 6


def normalise(text: str) -> str:
    """The code somebody typed or pasted, an address of /meedoen/ too; "" when it is none."""
    return codes.normalise(text, length=LENGTH, path="meedoen")


def new_code(randbelow: Callable[[int], int] = secrets.randbelow) -> str:
    """A new code; whether it is free is not asked."""
    return codes.new_code(LENGTH, randbelow)


def shown(code: str) -> str:
    """As people read it aloud: "KV73MP" is shown as "KV7 3MP"."""
    return codes.shown(code, 3)
