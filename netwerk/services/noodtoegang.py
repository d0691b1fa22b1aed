"""Emergency access (T5): the client's choice, and opening, ending, telling and looking at it.

Opening, the report and the judgement are functions in the database (netwerk/sql/nood.sql),
which write the row, the message and the line in the log together.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone

from basis.crypto import new_key
from berichten import services as berichten
from berichten.choices import Postsoort
from berichten.models import Postbericht
from logboek import services as logboek
from logboek.services import Actie
from netwerk.choices import Noodgrond, Noodsoort, Oordeel
from netwerk.models import Client, Noodkeuze, Noodoordeel, Noodtoegang
from netwerk.rules.noodtoegang import TE_OPENEN
from toegang.models import Gebruiker

from . import wachtrij
from .spoor import trace_own

CHOSEN = [one.sleutel for one in TE_OPENEN]


@dataclass(frozen=True)
class Aanvraag:
    """What somebody asks for whose plan has to open: who it is about, in their words, on
    which ground, why, and when the client hears it (None: now)."""

    uuid: UUID
    naam: str
    geboren_op: date
    grond: Noodgrond
    reden: str
    vertel_op: datetime | None = None
    later_reden: str = ""


@transaction.atomic
def choose(
    *, client: Client, onderdelen: Iterable[str], voor: Iterable[Noodsoort]
) -> None:
    """The client's answer, in the place of an earlier one: nothing, or these parts for these
    kinds of professional."""
    parts, kinds = set(onderdelen), set(voor)
    Noodkeuze(
        client=client,
        onderdelen=[one for one in CHOSEN if one in parts],
        voor=[one for one in Noodsoort.values if one in kinds],
    ).save(force_insert=True)
    trace_own(Actie.UPDATE, client, soort="noodkeuze")


@transaction.atomic
def open_plan(
    *, asked: Aanvraag, user: Gebruiker, second_step: datetime | None
) -> UUID | None:
    """Opens for an hour what the client chose; returns the address of the plan. None: there
    is nothing that can open, whatever the reason. Who has to look at it hears so in the same
    transaction. Sent twice, opened once.

    Raises ProgrammingError where who asks does not work, gave no reason or has no fresh
    second step: the page asked that before.
    """
    row = Noodtoegang(uuid=asked.uuid)
    row.wrap(new_key())
    row.reden, row.later_reden = asked.reden, asked.later_reden
    message = _to_client(asked, user)
    again = Noodtoegang.objects.of(user).filter(uuid=asked.uuid).exists()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT client FROM poort.nood_openen"
            "(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
            [
                *(asked.naam, asked.geboren_op, asked.grond, second_step),
                *(row.uuid, row.sleutel_naam, bytes(row.sleutel_box)),
                *(bytes(row.reden_box), asked.vertel_op),
                bytes(row.later_reden_box) if row.later_reden_box else None,
                *_values(message),
            ],
        )
        found = cursor.fetchone()
    berichten.wake()
    if found and not again:
        wachtrij.tell(
            uuid=row.uuid,
            organisatie=int(user.actieve_rol.organisatie),
            door=user.pk,
            begonnen_op=timezone.now(),
        )
    return UUID(str(found[0])) if found else None


def _to_client(asked: Aanvraag, user: Gebruiker) -> Postbericht:
    """Who, and on which ground; what for stands on the page it leads to. Its key number
    follows from the request, so that sent twice is left once."""
    where = user.actieve_rol.organisatie_naam
    grond = Noodgrond(asked.grond).label
    return berichten.sealed(
        soort=Postsoort.NOODTOEGANG,
        uuid=uuid5(asked.uuid, "bericht"),
        kop=f"{user.naam} opende een deel van je plan",
        tekst=f"{user.naam} van {where} gebruikte noodtoegang, voor 60 minuten."
        f" De grond was: {grond[0].lower()}{grond[1:]}. Lees wat open was en waarom.",
        link=reverse("noodkeuze"),
    )


def _values(message: Postbericht) -> list[Any]:
    """As the functions in the database take it."""
    return [
        message.uuid,
        message.sleutel_naam,
        message.sleutel_box,
        message.woorden_box,
        message.link,
    ]


@transaction.atomic
def close(*, client: Client, user: Gebruiker) -> bool:
    """Ends what is open now; False when nothing was."""
    rows = Noodtoegang.objects.of(user).open().filter(client=client)
    ended = list(rows.values_list("pk", "uuid"))
    rows.update(beeindigd_op=timezone.now())
    for pk, uuid in ended:
        logboek.record(
            Actie.UPDATE,
            "noodtoegang",
            object_id=uuid,
            grond=f"noodtoegang:{pk}",
            client=str(client.uuid),
            regio=client.regio.slug,
            nood=True,
        )
    return bool(ended)


@transaction.atomic
def report(*, row: Noodtoegang, verslag: str) -> bool:
    """What was done: the client and the functionaris read it. Once."""
    row.verslag = verslag
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT poort.nood_verslag(%s, %s)", [row.uuid, bytes(row.verslag_box)]
        )
        [done] = cursor.fetchone()
    return bool(done)


@transaction.atomic
def judge(
    *, uuid: UUID, row: Noodtoegang, oordeel: Oordeel, uitleg: str, user: Gebruiker
) -> bool:
    """The functionaris: in order, not in order, or a question to who opened. False when it
    cannot be said (any more)."""
    said = Noodoordeel(uuid=uuid, noodtoegang=row)
    said.uitleg = uitleg
    day = f"{timezone.localdate(row.begonnen_op):%d-%m-%Y}"
    if oordeel == Oordeel.VRAAG:
        message = berichten.sealed(
            soort=Postsoort.VRAAG,
            kop=f"Een vraag over je noodtoegang van {day}",
            tekst=f"{user.naam} kijkt die na, en vraagt: {uitleg}",
            # names which one: erased with it (netwerk/sql/wissen.sql)
            link=f"{reverse('noodtoegangen')}#n{row.uuid}",
        )
    else:
        message = berichten.sealed(
            soort=Postsoort.NAGEKEKEN,
            kop="Noodtoegang is nagekeken",
            tekst=f"{user.naam} keek naar de noodtoegang van {day}. Het oordeel:"
            f" {oordeel.label.lower()}. {uitleg}",
            link=reverse("noodkeuze"),
        )
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT poort.nood_oordelen(%s, %s, %s, %s, %s, %s, %s, %s, %s)",
            [row.uuid, uuid, oordeel, bytes(said.uitleg_box), *_values(message)],
        )
        [done] = cursor.fetchone()
    berichten.wake()
    return bool(done)
