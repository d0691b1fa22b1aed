"""What the log of a test says."""

from django.db import connection


def lines() -> list[tuple[str, str, str, str]]:
    """Act, kind of object, part and client, in order."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT actie, object_soort, onderdeel, client FROM logboek.regel"
            " WHERE id > current_setting('nk.proef_vanaf')::bigint ORDER BY id"
        )
        return cursor.fetchall()
