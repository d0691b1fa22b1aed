"""What an invitation can be for. An app registers its kinds; toegang knows the letter only.

    register("kerngroeplid", Kind(sentence=…, accept=…))

`sentence(invitation)` says in plain Dutch what somebody is invited for, or None when the
subject is gone. `accept(invitation, user)` gives the account its place; it runs in the
transaction that uses the invitation up. `rol(invitation)` is the role the session goes on
in, where that is not for the person to choose.
"""

from collections.abc import Callable
from dataclasses import dataclass

from .models import Gebruiker, Uitnodiging


@dataclass(frozen=True)
class Kind:
    sentence: Callable[[Uitnodiging], str | None]
    accept: Callable[[Uitnodiging, Gebruiker], None]
    rol: Callable[[Uitnodiging], str] | None = None


_kinds: dict[str, Kind] = {}


def register(soort: str, kind: Kind) -> None:
    _kinds[soort] = kind


def kind_of(invitation: Uitnodiging) -> Kind:
    return _kinds[invitation.soort]
