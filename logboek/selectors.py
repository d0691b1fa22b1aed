"""Reading the log, as nk_loglezer only."""

from django.db import connection


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
