"""The wallet card: its address and code, and whoever comes by with them."""

import hashlib
import secrets
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace

from django.db import connection, transaction
from django.utils import timezone

from basis import codes
from basis.actor import Actor, acting
from clientplan.models import Crisiskaart, Kaartcode, Kaartpersoon
from clientplan.rules.kaart import Kaart, make_card
from logboek import services as logboek
from logboek.services import Actie
from netwerk.models import Client
from netwerk.services.spoor import trace

DEEL = "crisiskaart"
KIJKEN = "pasje"  # what a visitor with a wallet card comes for
LENGTH, GROUP = 8, 4  # signs of the code; the address is never guessed
ADDRESS_BYTES = 12


def in_use(client: Client) -> Kaartcode | None:
    """Of one's own plan."""
    rows = Kaartcode.objects.visible_to(client.gebruiker)
    found: Kaartcode | None = (
        rows.filter(client=client, ingetrokken_op=None).select_related("client").first()
    )
    return found


@transaction.atomic
def make(*, client: Client) -> Kaartcode:
    """An address and a code. Asked for twice, made once."""
    Client.objects.own(client.gebruiker).select_for_update(of=("self",)).get()
    there = in_use(client)
    if there:
        return there
    made = Kaartcode(client=client)
    made.adres = secrets.token_urlsafe(ADDRESS_BYTES)
    made.code = codes.new_code(LENGTH)
    made.hash = _hash(made.adres, made.code)
    made.save(force_insert=True)
    trace(Actie.CREATE, client, DEEL, soort="kaartcode", object_id=made.uuid)
    return made


@transaction.atomic
def withdraw(*, client: Client) -> None:
    """From now on it opens nothing; what is on paper stays on paper."""
    there = in_use(client)
    if there is None:
        return
    rows = Kaartcode.objects.visible_to(client.gebruiker).filter(pk=there.pk)
    rows.update(ingetrokken_op=timezone.now())
    trace(Actie.DELETE, client, DEEL, soort="kaartcode", object_id=there.uuid)


def shown(code: str) -> str:
    return codes.shown(code, GROUP)


def look(*, adres: str, code: str, vanaf: str, spoor: str) -> Kaart | None:
    """The card of who holds this paper, and a line for the client that somebody looked.
    None: unknown, withdrawn, closed, or nothing on it (any more)."""
    typed = codes.normalise(code, length=LENGTH, path="kaart")
    if not typed:
        return None
    return read(_hash(adres, typed), grond=KIJKEN, vanaf=vanaf, spoor=spoor)


def read(hashed: str, *, grond: str, vanaf: str, spoor: str) -> Kaart | None:
    """The card that whoever has what this is the hash of may see, with its line."""
    with _by(vanaf, spoor), holding(hashed):
        rij = _card()
        if rij is None:
            return None
        people = Kaartpersoon.objects.for_job(KIJKEN).select_related("client")
        agreed = list(people.filter(client=rij.client, akkoord=True))
        logboek.record(
            Actie.READ,
            "crisiskaart",
            object_id=rij.uuid,
            onderdeel=DEEL,
            grond=grond,
            client=str(rij.client.uuid),
            regio=rij.client.regio.slug,
        )
        changed = max(one.gewijzigd_op for one in (rij, *agreed))
        return make_card(
            rij.client.gebruiker.naam,
            rij.words,
            [one.words for one in agreed],
            veranderd_op=timezone.localdate(changed),
            nakijken_op=rij.nakijken_op,
            today=timezone.localdate(),
        )


def opens(hashed: str) -> bool:
    """Whether there is a card to see; nothing of it is read."""
    with _by("", ""), holding(hashed):
        return Crisiskaart.objects.for_job(KIJKEN).exists()


def _card() -> Crisiskaart | None:
    rows = Crisiskaart.objects.for_job(KIJKEN)
    found: Crisiskaart | None = rows.select_related(
        "client__regio", "client__gebruiker"
    ).first()
    return found


def _by(vanaf: str, spoor: str) -> AbstractContextManager[None]:
    return acting(replace(Actor.job(KIJKEN), spoor=spoor, vanaf=vanaf))


@contextmanager
def holding(hashed: str) -> Iterator[None]:
    """The transaction says which card somebody holds or scanned; the database knows whose."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('nk.kaart', %s, true)", [hashed])
        yield
        if not connection.needs_rollback:
            cursor.execute("SELECT set_config('nk.kaart', '', true)")


def _hash(adres: str, code: str) -> str:
    return hashlib.sha256(f"{adres}:{code}".encode(errors="replace")).hexdigest()
