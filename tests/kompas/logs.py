"""The log as a reader with the right to it sees it."""

from django.db import connection

from basis.actor import Actor, acting


def lines() -> list[tuple[str, str, str]]:
    """Action, kind of object and region of each line, oldest first."""
    with (
        acting(Actor.job("logboek").taking_role("nk_loglezer")),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "SELECT actie::text, object_soort, regio FROM logboek.regel"
            " WHERE id > coalesce(current_setting('nk.proef_vanaf', true), '0')::bigint ORDER BY id"
        )
        return cursor.fetchall()
