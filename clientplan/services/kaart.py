"""Who stands on a crisiskaart: the order to call, and their yes.

Nothing but two functions in the database set whether somebody agreed (sql/kaart.sql):
the person themself, or the client about somebody without an account. Another name, number
or person is asked anew.
"""

from datetime import date

from django.db import connection, transaction

from clientplan.models import Kaartpersoon
from clientplan.services import items
from clientplan.services.actor import who_acts
from clientplan.services.items import Gone
from logboek import services as logboek
from logboek.services import Actie
from netwerk.services.spoor import trace

DEEL = "crisiskaart"


def move(persoon: Kaartpersoon, *, up: bool) -> None:
    """One place up or down. Raises Conflict, Gone."""
    me = who_acts()
    found = Kaartpersoon.objects.visible_to(me).filter(client=persoon.client)
    items.move(persoon, found.select_related("client", "betrokkenheid"), up=up)


@transaction.atomic
def asked(persoon: Kaartpersoon, *, nummer: int, op: date) -> None:
    """The client asked somebody without an account, and it is all right. Raises Gone: it was
    changed meanwhile, or is somebody who answers themself."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT poort.kaart_gevraagd(%s, %s, %s)", [persoon.uuid, nummer, op]
        )
        [done] = cursor.fetchone()
    if not done:
        raise Gone
    trace(
        Actie.UPDATE,
        persoon.client,
        DEEL,
        soort="kaartvraag",
        object_id=persoon.uuid,
    )


def named() -> list[Kaartpersoon]:
    """The lines about the asker, of whichever card; nothing else of it. Not read yet: who
    shows one says so (`read_named`)."""
    me = who_acts()
    rows = Kaartpersoon.objects.about(me)
    return list(rows.select_related("client__regio", "client__gebruiker"))


def waits_for_me() -> int:
    """How many lines wait for the asker's answer, for a page that leads there."""
    me = who_acts()
    return Kaartpersoon.objects.about(me).filter(akkoord=None).count()


def read_named(rows: list[Kaartpersoon]) -> None:
    """Each is a line in the trace; all of one region (logboek.services.TwoRegions)."""
    for one in rows:
        _record(Actie.READ, one)


@transaction.atomic
def answer(persoon: Kaartpersoon, *, nummer: int, ja: bool) -> None:
    """Their own yes or no, about the words they saw. Raises Gone."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT poort.kaart_antwoord(%s, %s, %s)", [persoon.uuid, nummer, ja]
        )
        [done] = cursor.fetchone()
    if not done:
        raise Gone
    _record(Actie.UPDATE, persoon)


def _record(actie: Actie, persoon: Kaartpersoon) -> None:
    logboek.record(
        actie,
        "kaartakkoord",
        object_id=persoon.uuid,
        onderdeel=DEEL,
        grond="genoemd",
        client=str(persoon.client.uuid),
        regio=persoon.client.regio.slug,
    )
