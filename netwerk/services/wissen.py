"""Erasing a client: the keys and every row, for good (Q7, docs/adr/0018).

What is done, one function in the database says (netwerk/sql/wissen.sql), with its line in the
log; only the job below may ask it, as a worker.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from netwerk import wislijst

JOB = "client_wissen"


class NoClient(Exception):
    """There is none, and there was none."""


@dataclass(frozen=True)
class Gevonden:
    """`nakijken`: emergency access that nobody judged yet; `vragen`: about the log, without
    an answer. Both go along."""

    client: UUID
    naam: str
    begonnen_op: date
    nakijken: int
    vragen: int


def find(email: str) -> Gevonden | None:
    """Whose plan belongs to this address."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM wissen.zoek(%s)", [email])
        row = cursor.fetchone()
    return Gevonden(*row) if row else None


@transaction.atomic
def erase(*, client: UUID) -> bool:
    """True: erased. False: it was erased before, and nothing happens. Raises NoClient, and
    OSError where the list of who was erased cannot be written: then nothing is erased."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT wissen.client(%s)", [client])
        [outcome] = cursor.fetchone()
    if outcome == "onbekend":
        raise NoClient
    done: bool = outcome == "gewist"
    if done and settings.WISLIJST:
        _list(Path(settings.WISLIJST), client)
    return done


def _list(path: Path, client: UUID) -> None:
    """Before the COMMIT: the list may name somebody whose erasing failed at the last moment
    and is asked again, and misses nobody."""
    if not (path.exists() and client in wislijst.read(path)):
        wislijst.add(path, client, timezone.now())
