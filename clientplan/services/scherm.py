"""The crisiskaart on the client's own screen: a QR code that works for some minutes, for
whoever scans it (P1)."""

import hashlib
import secrets
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from clientplan.models import Schermkaart
from clientplan.rules.kaart import Kaart
from clientplan.services import pasje
from logboek.services import Actie
from netwerk.models import Client
from netwerk.services.spoor import trace

DEEL = "crisiskaart"
MINUTEN = 10
BYTES = 18  # of the address: guessed by nobody in ten minutes


def on_screen(client: Client) -> Schermkaart | None:
    """Of one's own plan, as long as it works."""
    rows = Schermkaart.objects.visible_to(client.gebruiker)
    found: Schermkaart | None = (
        rows.filter(client=client, tot__gt=timezone.now())
        .select_related("client")
        .first()
    )
    return found


@transaction.atomic
def show(*, client: Client) -> Schermkaart:
    """From now on, for some minutes. Asked for twice, shown once."""
    Client.objects.own(client.gebruiker).select_for_update(of=("self",)).get()
    there = on_screen(client)
    if there:
        return there
    _forget(client)
    made = Schermkaart(client=client, tot=timezone.now() + timedelta(minutes=MINUTEN))
    made.adres = secrets.token_urlsafe(BYTES)
    made.hash = _hash(made.adres)
    made.save(force_insert=True)
    trace(Actie.CREATE, client, DEEL, soort="schermkaart", object_id=made.uuid)
    return made


@transaction.atomic
def stop(*, client: Client) -> None:
    """Before its time is over; pressed again it is done as well."""
    there = on_screen(client)
    _forget(client)
    if there:
        trace(Actie.DELETE, client, DEEL, soort="schermkaart", object_id=there.uuid)


def works(adres: str) -> bool:
    """Whether it still shows a card. Nothing of it is read."""
    return pasje.opens(_hash(adres))


def look(*, adres: str, vanaf: str, spoor: str) -> Kaart | None:
    """The card, and a line for the client that somebody looked. None: over."""
    return pasje.read(_hash(adres), grond="scherm", vanaf=vanaf, spoor=spoor)


def _forget(client: Client) -> None:
    Schermkaart.objects.visible_to(client.gebruiker).filter(client=client).delete()


def _hash(adres: str) -> str:
    """Of another kind than that of a wallet card, which has a code behind it."""
    return hashlib.sha256(f"scherm/{adres}".encode(errors="replace")).hexdigest()
