"""SESSION_ENGINE: Django's sessions in the database, written only while somebody acts.

Django saves a session after the view, when the transaction of whoever asked is over. Then
it is the job `sessie` that writes: nothing is ever written outside `acting`.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from basis.actor import Actor, acting, is_acting


@contextmanager
def _as_somebody() -> Iterator[None]:
    if is_acting():
        yield
    else:
        with acting(Actor.job("sessie")):
            yield


class SessionStore(DatabaseStore):
    def save(self, must_create: bool = False) -> None:  # noqa: FBT001, FBT002 - Django's
        with _as_somebody():
            super().save(must_create)

    def delete(self, session_key: str | None = None) -> None:
        with _as_somebody():
            super().delete(session_key)

    @classmethod
    def clear_expired(cls) -> None:
        with _as_somebody():
            super().clear_expired()
