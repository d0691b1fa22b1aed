"""What follows when an organisation gets another name: an app above that has written the
old one down somewhere registers how it learns the new one. It runs in the transaction of
the change."""

from collections.abc import Callable

from .models import Organisatie

Follower = Callable[[Organisatie], None]
_followers: list[Follower] = []


def register(follower: Follower) -> None:
    _followers.append(follower)


def tell(organisatie: Organisatie) -> None:
    for follower in _followers:
        follower(organisatie)
