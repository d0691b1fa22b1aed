"""What follows when an organisation gets another name, or stops. An app above, in which it
stands too, registers what it does then; toegang does not know that app. It runs in the
transaction of the change."""

from collections.abc import Callable

from .models import Organisatie

Follower = Callable[[Organisatie], None]


class Followers:
    def __init__(self) -> None:
        self._all: list[Follower] = []

    def register(self, follower: Follower) -> None:
        self._all.append(follower)

    def tell(self, organisatie: Organisatie) -> None:
        for follower in self._all:
            follower(organisatie)


renamed, stopped = Followers(), Followers()
