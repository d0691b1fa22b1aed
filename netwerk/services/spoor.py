"""One line in the trace of a client, with the ground on which it happened (T6)."""

from collections.abc import Iterable

from django.db import connection

from logboek import services as logboek
from logboek.services import Actie, Deel
from netwerk.models import Client
from netwerk.rules.onderdelen import NOOIT_GEDEELD


def trace(
    actie: Actie,
    client: Client,
    onderdeel: str,
    *,
    soort: str,
    object_id: object = "",
) -> None:
    found = _grounds(client, [onderdeel]).get(onderdeel, ("", ""))
    deel = _part(onderdeel, *found)
    logboek.record(
        actie,
        soort,
        object_id=object_id,
        onderdeel=onderdeel,
        grond=deel.grond,
        client=str(client.uuid),
        regio=client.regio.slug,
        nood=deel.nood,
    )


def trace_reading(client: Client, onderdelen: Iterable[str]) -> None:
    """One line for each part that a page shows; two questions to the database, however many
    parts there are. The diary leaves none: nobody else has a way in."""
    parts = [deel for deel in dict.fromkeys(onderdelen) if deel not in NOOIT_GEDEELD]
    if not parts:
        return
    found = _grounds(client, parts)
    logboek.record_parts(
        Actie.READ,
        "onderdeel",
        [_part(deel, *found.get(deel, ("", ""))) for deel in parts],
        client=str(client.uuid),
        regio=client.regio.slug,
    )


def _part(onderdeel: str, grond: str, bron: str) -> Deel:
    return Deel(
        onderdeel, f"{grond}:{bron}" if grond else "", nood=grond == "noodtoegang"
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


def _grounds(client: Client, onderdelen: list[str]) -> dict[str, tuple[str, str]]:
    sql = """SELECT onderdeel, grond, bron
             FROM poort.rechten(poort.persoon(), poort.dag())
             WHERE client_id = %s AND onderdeel = ANY (%s)"""
    with connection.cursor() as cursor:
        cursor.execute(sql, [client.pk, onderdelen])
        return {deel: (grond, str(bron)) for deel, grond, bron in cursor.fetchall()}
