"""One line in the trace of a client, with the ground on which it happened (T6)."""

from django.db import connection

from logboek import services as logboek
from logboek.services import Actie
from netwerk.models import Client


def trace(
    actie: Actie,
    client: Client,
    onderdeel: str,
    *,
    soort: str,
    object_id: object = "",
) -> None:
    grond, bron = _ground(client, onderdeel)
    logboek.record(
        actie,
        soort,
        object_id=object_id,
        onderdeel=onderdeel,
        grond=f"{grond}:{bron}" if grond else "",
        client=str(client.uuid),
        regio=client.regio.slug,
        nood=grond == "noodtoegang",
    )


def trace_own(
    actie: Actie, client: Client, *, soort: str, object_id: object = ""
) -> None:
    """Of what a client does with the plan as a whole: who may, who is asked."""
    logboek.record(
        actie,
        soort,
        object_id=object_id,
        grond=f"eigen plan:{client.pk}",
        client=str(client.uuid),
        regio=client.regio.slug,
    )


def _ground(client: Client, onderdeel: str) -> tuple[str, str]:
    sql = """SELECT grond, bron FROM poort.rechten(poort.persoon(), poort.dag())
             WHERE client_id = %s AND onderdeel = %s"""
    with connection.cursor() as cursor:
        cursor.execute(sql, [client.pk, onderdeel])
        row = cursor.fetchone()
    return (str(row[0]), str(row[1])) if row else ("", "")
