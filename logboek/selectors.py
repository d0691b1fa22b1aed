"""Reading the log, as nk_loglezer only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import connection


@dataclass(frozen=True)
class Kop:
    """The end of a region's chain: how many lines there are, and the hash over them all,
    as hexadecimal digits."""

    regio: str
    volgnummer: int
    hash: str


def regions() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT regio FROM logboek.regel UNION SELECT regio FROM logboek.kop"
            " ORDER BY 1"
        )
        return [row[0] for row in cursor.fetchall()]


def breaks(regio: str) -> list[tuple[int | None, str]]:
    """Where the chain of a region breaks: number in the chain (None: a line that was
    never linked) and what is wrong. Empty when it holds."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT volgnummer, wat FROM logboek.breuken(%s)", [regio])
        return cursor.fetchall()


def began() -> datetime | None:
    """When the first line of all was written."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT min(op) FROM logboek.regel")
        return cursor.fetchone()[0]


def heads() -> list[Kop]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT regio, volgnummer, encode(hash, 'hex') FROM logboek.kop ORDER BY 1"
        )
        return [Kop(*row) for row in cursor.fetchall()]


def hashes(regio: str, numbers: Iterable[int]) -> dict[int, str]:
    """What stands in the chain at these numbers now; a number that is not there is not in
    the answer."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT volgnummer, encode(hash, 'hex') FROM logboek.schakel"
            " WHERE regio = %s AND volgnummer = ANY (%s)",
            [regio, list(numbers)],
        )
        return dict(cursor.fetchall())
