"""The crisiskaart on a phone of the client, to read without a connection."""

import hashlib
import secrets
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from clientplan.models import Telefoonkaart
from clientplan.rules.kaart import Kaart
from logboek.services import Actie
from netwerk.models import Client
from netwerk.services.spoor import trace

DEEL = "crisiskaart"
BYTES = 16


def phones(client: Client) -> list[Telefoonkaart]:
    """Where it stands, as far as nobody took it away."""
    rows = Telefoonkaart.objects.visible_to(client.gebruiker)
    found = rows.filter(client=client, ingetrokken_op=None)
    return list(found.order_by("-gezet_op", "-pk"))


@transaction.atomic
def put(*, client: Client, kaart: Kaart) -> dict[str, Any]:
    """What goes to the phone: the card, the last day it may be read, and the word with which
    the phone asks whether it may stay."""
    word = secrets.token_urlsafe(BYTES)
    row = Telefoonkaart(client=client, hash=_hash(word))
    row.save(force_insert=True)
    trace(Actie.EXECUTE, client, DEEL, soort="telefoonkaart", object_id=row.uuid)
    return {"woord": word, "tot": str(kaart.nakijken_op), "kaart": as_json(kaart)}


@transaction.atomic
def withdraw(*, client: Client) -> None:
    """From every phone: each forgets it as soon as it has a connection."""
    rows = Telefoonkaart.objects.visible_to(client.gebruiker)
    rows = rows.filter(client=client, ingetrokken_op=None)
    if rows.update(ingetrokken_op=timezone.now()):
        trace(Actie.DELETE, client, DEEL, soort="telefoonkaart")


def may_stay(word: str) -> bool:
    """Asked by a phone, which says no more than this word."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT poort.telefoonkaart(%s)", [_hash(word)])
        [found] = cursor.fetchone()
    return bool(found)


def as_json(kaart: Kaart) -> dict[str, Any]:
    return {
        "naam": kaart.naam,
        "bellen": [
            {
                "wie": one.wie_zin,
                "toon": one.toon,
                "href": one.href,
                "wanneer": one.wanneer,
            }
            for one in kaart.bellen
        ],
        "doen": kaart.doen,
        "niet_doen": kaart.niet_doen,
        "wens": kaart.wens,
        "liever_niet": kaart.liever_niet,
        "praktisch": kaart.praktisch,
        "regie": [kaart.regie] if kaart.regie else [],
    }


def _hash(word: str) -> str:
    return hashlib.sha256(word.encode(errors="replace")).hexdigest()
