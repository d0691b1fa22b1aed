"""What follows when an organisation stops: an app above in which it still stands registers
what it does then. It runs in the transaction of the change."""

from collections.abc import Callable

from .models import Organisatie

Follower = Callable[[Organisatie], None]
_followers: list[Follower] = []


def register(follower: Follower) -> None:
    _followers.append(follower)


def tell(organisatie: Organisatie) -> None:
    for follower in _followers:
        follower(organisatie)
