"""One world for all cases of a module that goes over many addresses: it is made once, who
logs in stays logged in, and each case undoes what it did."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from typing import Any
from unittest.mock import patch

from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client, override_settings
from django.utils import timezone

import time_machine

from tests.world import World
from toegang import middleware
from toegang.models import Gebruiker

QUICK = "django.contrib.auth.hashers.MD5PasswordHasher"
VISITOR = "visitor"  # in whose browser nobody is logged in


class Standing:
    """`door` logs a persona in. A browser is made once: loading the middleware takes as long
    as a page."""

    def __init__(
        self,
        build: Callable[[World], object],
        personas: Iterable[str],
        door: Callable[[World, str], Client],
    ) -> None:
        self.at = timezone.now()
        self.world = World(timezone.localdate())
        build(self.world)
        self._browser = Client()
        self._sessions = {
            who: door(self.world, who).cookies[settings.SESSION_COOKIE_NAME].value
            for who in personas
            if who != VISITOR
        }
        self.people = [getattr(self.world, who) for who in self._sessions]

    def browser(self, who: str) -> Client:
        """As somebody left it who had just logged in; the same one for everybody."""
        self._browser.cookies.clear()
        if who != VISITOR:
            key = self._sessions[who]
            self._browser.cookies[settings.SESSION_COOKIE_NAME] = key
        return self._browser

    def ask(
        self,
        who: str,
        method: str,
        where: str,
        sent: dict[str, Any] | None = None,
        *,
        undo: bool = True,
    ) -> HttpResponse:
        """What somebody gets; then as if nobody had been there, unless that is said
        elsewhere."""
        cache.clear()
        ask = getattr(self.browser(who), method)
        with undone() if undo else nullcontext():
            return ask(where, sent or {})


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def each_once(
    roles: Callable[[Gebruiker], list[Any]], people: Iterable[Gebruiker]
) -> Callable[[Gebruiker], list[Any]]:
    """Which roles somebody has: nobody gets or loses one here, and looking it up is a third
    of most requests."""
    known = {user.pk: roles(user) for user in people}
    return lambda user: list(known[user.pk])


@contextmanager
def standing_world(blocker: Any, *given: Any) -> Iterator[Standing]:
    """In a transaction of its own, at the moment it was made: for the database it is that
    moment all along. That of a case is a savepoint in it."""
    with blocker.unblock(), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('nk.taak', 'proefdata', true)")
        with override_settings(PASSWORD_HASHERS=[QUICK]):
            made = Standing(*given)
        roles = each_once(middleware.roles_of, made.people)
        with (
            time_machine.travel(made.at, tick=False),
            patch.object(middleware, "roles_of", roles),
        ):
            yield made
        transaction.set_rollback(True)
