"""Who asks, told to PostgreSQL per transaction. Nothing here knows a model.

`acting(Actor.person(7, rol="procesbegeleider"))` opens a transaction, takes on the
process's database role and sets `nk.persoon`, `nk.rol`, `nk.taak`, `nk.dag`, `nk.nu` and the words
the log needs; policies, decision functions and the log read them. After the block they are
what they were: by COMMIT or ROLLBACK on the outside, and by hand when blocks are nested (a
test's transaction, a narrower role), because SET LOCAL outlives a released savepoint.
Nothing is ever set per connection: behind a transaction pool that showed other people's
rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

_WORDS = (
    "rol",
    "organisatie",
    "taak",
    "oogmerk",
    "namens",
    "vanaf",
    "ingelogd_met",
    "spoor",
)
_NAMES = ("role", "nk.persoon", "nk.dag", "nk.nu", *(f"nk.{word}" for word in _WORDS))
_READ = "SELECT " + ", ".join(f"current_setting('{name}', true)" for name in _NAMES)
_WRITE = "SELECT " + ", ".join(f"set_config('{name}', %s, true)" for name in _NAMES)


@dataclass(frozen=True, kw_only=True)
class Actor:
    """A person, or a job with a purpose; never both, never neither with rights.

    `rol` is the one active role of the session, `organisatie` the one it is worked for,
    `taak` what a job is for, `oogmerk` the purpose of use, `namens` on whose behalf,
    `vanaf` the network address, `ingelogd_met` how the person got in, `spoor` the id that
    ties a request, its log lines and its tasks together. All text, empty when unknown.
    """

    persoon: int | None = None
    rol: str = ""
    organisatie: str = ""
    taak: str = ""
    oogmerk: str = ""
    namens: str = ""
    vanaf: str = ""
    ingelogd_met: str = ""
    spoor: str = ""
    role: str = ""
    dag: date | None = None

    @classmethod
    def person(cls, pk: int | None, **words: Any) -> Self:
        return cls(persoon=pk, **words)

    @classmethod
    def job(cls, taak: str, *, dag: date | None = None) -> Self:
        """Work no person stands behind; `taak` must be one a policy names."""
        if not taak:
            raise ValueError("say what for")
        return cls(taak=taak, dag=dag)

    def taking_role(self, role: str) -> Self:
        """Fewer rights for a while: reports, reading the log."""
        return replace(self, role=role)

    def as_headers(self) -> dict[str, Any]:
        """For a Celery task: without the database role and the day, which are its own."""
        return {
            name: value
            for name, value in asdict(self).items()
            if value and name not in {"role", "dag"}
        }

    @classmethod
    def from_headers(cls, headers: dict[str, Any]) -> Self:
        return cls(**headers)

    def settings(self) -> list[str]:
        role = self.role or settings.PROCESS_ROLE
        persoon = "" if self.persoon is None else str(self.persoon)
        dag = str(self.dag or timezone.localdate())
        nu = timezone.now().isoformat()
        return [role, persoon, dag, nu, *(getattr(self, word) for word in _WORDS)]


_current: ContextVar[Actor] = ContextVar("actor", default=Actor())  # noqa: B039 - frozen
_memo: ContextVar[dict[str, Any] | None] = ContextVar("memo", default=None)


def current() -> Actor:
    return _current.get()


def asker() -> int:
    """The person who acts, by key. Raises ValueError for a job and for a guest."""
    persoon = current().persoon
    if persoon is None:
        raise ValueError("this is done by a person")
    return persoon


def is_acting() -> bool:
    return _memo.get() is not None


def memo() -> dict[str, Any]:
    """What may be kept in mind for as long as the outermost `acting` block lasts; outside
    of one nothing is kept."""
    kept = _memo.get()
    return {} if kept is None else kept


@contextmanager
def acting(actor: Actor) -> Iterator[None]:
    token = _current.set(actor)
    try:
        with _told(actor), _remembering():
            yield
    finally:
        _current.reset(token)


@contextmanager
def _remembering() -> Iterator[None]:
    """Ends before the COMMIT: what runs after it is work of its own."""
    if is_acting():
        yield
        return
    token = _memo.set({})
    try:
        yield
    finally:
        _memo.reset(token)


@contextmanager
def _told(actor: Actor) -> Iterator[None]:
    nested = connection.in_atomic_block
    with transaction.atomic(), connection.cursor() as cursor:
        if nested:
            cursor.execute(_READ)
            before = [value or "" for value in cursor.fetchone()]
        cursor.execute(_WRITE, actor.settings())
        yield
        if nested and not connection.needs_rollback:  # a rollback puts them back itself
            cursor.execute(_WRITE, before)
