"""What the log keeps about a kind of thing."""

from django.db import connection

from basis.actor import Actor, acting


def said_about(soort: str) -> list[tuple[str, str]]:
    """(object, part) of each line, oldest first."""
    reader = Actor.job("logboek").taking_role("nk_loglezer")
    with acting(reader), connection.cursor() as cursor:
        cursor.execute(
            "SELECT object_id, onderdeel FROM logboek.regel WHERE object_soort = %s"
            " AND id > coalesce(current_setting('nk.proef_vanaf', true), '0')::bigint"
            " ORDER BY id",
            [soort],
        )
        return cursor.fetchall()
