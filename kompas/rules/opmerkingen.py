"""Remarks without a name: what one is known by, and in which order they stand (K8).

Both come from the words alone, mixed anew per statement. So an order or a mark that runs
through several statements does not exist, and neither changes when the round closes and
its ballots are written anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from uuid import UUID


def merk(ronde: UUID, vraag: str, tekst: str) -> str:
    """The mark of a remark, 32 letters; the same words at the same question share it.
    `vraag` says what the remark is about ("stelling 12")."""
    words = "\N{NULL}".join((str(ronde), vraag, tekst))
    return blake2b(words.encode(), digest_size=16).hexdigest()


def mixed(ronde: UUID, vraag: str, teksten: Iterable[str]) -> list[str]:
    """The remarks in an order that only their words decide."""
    return sorted(teksten, key=lambda tekst: merk(ronde, vraag, tekst))
