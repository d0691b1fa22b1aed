"""How fast codes may be tried (T2).

A device that guesses waits, whatever it tries next. A whole room shares one address, so
an address never keeps out who has the right code, until it has tried as many wrong ones
as in one a second for an hour: that is what the length of a code reckons with
(rules/code.py). Beyond it no code of that address is looked at while it waits, because
each look would be a guess, but for the codes that are at home there: whoever leads a
round and shows its screen does so in the room where people join. So a room with the
screen on gets in, however much somebody guesses.
"""

from basis.doors import Door, Limit

DOOR = Door(
    "meedoen",
    device=Limit(5),
    # wrong tries alone: 250 people may mistype a few times each
    address=Limit(1_000, first_s=2, longest_s=20),
    # the same address, and then right tries too
    storm=Limit(3_600, first_s=2, longest_s=20),
)


def feels_at_home(address: str, code: str) -> None:
    """Here people join with this code."""
    if address:
        DOOR.welcome(address=address, code=code)


def is_at_home(address: str, code: str) -> bool:
    return DOOR.welcomes(address=address, code=code)
