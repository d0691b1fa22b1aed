"""Writing in the log as somebody, and reading it as the owner."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from basis.actor import Actor, acting
from logboek import services as logboek


def write(
    regio: str = "peel", *, times: int = 1, actor: Actor | None = None, **more
) -> None:
    """One transaction that writes so many lines about the same thing."""
    with acting(actor or Actor.person(7)):
        for _ in range(times):
            logboek.record(
                logboek.Actie.READ, "doel", object_id="doel-1", regio=regio, **more
            )


def ask(sql: str, *params: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params or None)
        return cursor.fetchall() if cursor.description else []


def breaks(regio: str = "peel") -> list[tuple]:
    return ask("SELECT volgnummer, wat FROM logboek.breuken(%s)", regio)


def links(regio: str = "peel") -> int:
    return ask("SELECT count(*) FROM logboek.schakel WHERE regio = %s", regio)[0][0]


@contextmanager
def tampering() -> Iterator[None]:
    """As an owner of the database who goes round the triggers."""
    _triggers("DISABLE")
    yield
    _triggers("ENABLE")


def _triggers(turn: str) -> None:
    for table in ("regel", "schakel"):
        ask(f"ALTER TABLE logboek.{table} {turn} TRIGGER alleen_groeien")


def empty() -> None:
    with tampering():
        ask("DELETE FROM logboek.schakel")
        ask("DELETE FROM logboek.kop")
        ask("DELETE FROM logboek.regel")
