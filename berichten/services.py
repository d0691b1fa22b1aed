"""The outbox in PostgreSQL is the truth; Celery only wakes it up (M3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

import structlog
from cryptography.exceptions import InvalidTag

from basis.actor import Actor
from basis.crypto import key_ring, new_key
from basis.queue import enqueue

from .choices import Postsoort
from .models import Bericht, Postbericht
from .rules import next_try

logger = structlog.get_logger("berichten")
UNSENDABLE = (ValueError, KeyError, InvalidTag)  # a wrong header; a key that is gone


@transaction.atomic
def post(*, aan: str, onderwerp: str, tekst: str) -> Bericht:
    """Puts a letter in the outbox, in the transaction of the act it belongs to."""
    onderwerp = " ".join(onderwerp.split())[:200]  # one line: it becomes a header
    bericht = Bericht(aan=aan, onderwerp=onderwerp, volgende_poging_op=timezone.now())
    bericht.give_key()
    bericht.tekst = tekst
    bericht.save(force_insert=True)
    enqueue("berichten.tasks.dispatch", namens=Actor.job("versturen"))
    return bericht


@transaction.atomic
def send_batch(*, size: int) -> int:
    """Sends what waits; returns how many were tried.

    The row lock is the lease: two may run, and a dead one gives back what it held. What was
    mailed just before it died is mailed again, with the same Message-ID.
    """
    now = timezone.now()
    waiting = Bericht.objects.waiting(now)
    batch = waiting.select_for_update(skip_locked=True, of=("self",))[:size]
    for bericht in batch:
        _send(bericht, now)
    return len(batch)


def _send(bericht: Bericht, now: datetime) -> None:
    bericht.pogingen += 1
    try:
        _mail(bericht).send()
    except OSError:  # the mail server is away, or says no (smtplib's are OSErrors)
        bericht.volgende_poging_op = next_try(bericht.pogingen, now)
    except UNSENDABLE as error:  # trying again does not help, and others wait behind it
        logger.error(  # noqa: TRY400 - a traceback would hold its words
            "onverstuurbaar", bericht=str(bericht.uuid), fout=type(error).__name__
        )
        bericht.volgende_poging_op = None
    else:
        bericht.volgende_poging_op, bericht.verstuurd_op = None, now
        bericht.sleutel_box = bericht.tekst_box = None
    bericht.save(
        update_fields=[
            "pogingen",
            "volgende_poging_op",
            "verstuurd_op",
            "sleutel_box",
            "tekst_box",
        ]
    )


def _mail(bericht: Bericht) -> EmailMessage:
    return EmailMessage(
        subject=bericht.onderwerp,
        body=bericht.tekst,
        to=[bericht.aan],
        headers={"Message-ID": f"<{bericht.uuid}@{settings.MAIL_DOMAIN}>"},
        connection=get_connection(settings.MAIL_TRANSPORT),
    )


REWRAPPED = 2_000


def sealed(
    *, soort: Postsoort, kop: str, tekst: str, link: str = "", uuid: UUID | None = None
) -> Postbericht:
    """A message with its words sealed, not stored: for a function in the database that adds
    it together with what it is about."""
    row = Postbericht(soort=soort, link=link)
    if uuid is not None:
        row.uuid = uuid
    row.wrap(new_key())
    row.woorden = f"{kop}\n{tekst}"
    return row


@transaction.atomic
def leave(
    *,
    uuid: UUID,
    gebruiker: int,
    rol: str,
    soort: Postsoort,
    kop: str,
    tekst: str,
    link: str = "",
) -> None:
    """A message to one person in one role, from now on, in the transaction of the act it
    belongs to. Who leaves it does not see it, so `uuid` follows from what it is about: left
    twice, it is there once."""
    row = sealed(soort=soort, kop=kop, tekst=tekst, link=link, uuid=uuid)
    row.gebruiker_id, row.rol = gebruiker, rol
    row.gemaakt_op = row.zichtbaar_vanaf = timezone.now()
    Postbericht.objects.bulk_create([row], ignore_conflicts=True)
    wake()


def wake() -> None:
    """Messages were left: whoever has one hears of it, when it is time."""
    enqueue("berichten.tasks.deliver", namens=Actor.job("versturen"))


@transaction.atomic
def deliver(*, size: int) -> int:
    """Mails that there is a message, without a word of it; returns how many. The row lock and
    the mark in the row make it once: the letter stands in the outbox in the transaction of
    the mark."""
    now = timezone.now()
    waiting = Postbericht.objects.to_mail(now).select_related("gebruiker")
    waiting = waiting.defer("woorden_box")  # not for a worker, as the database says
    batch = list(waiting.select_for_update(skip_locked=True, of=("self",))[:size])
    for row in batch:
        if row.gebruiker.is_active:
            link = settings.BASE_URL + reverse("mijn_berichten")
            post(
                aan=row.gebruiker.email,
                onderwerp="Er staat een bericht voor je klaar",
                tekst=render_to_string("mail/berichten_klaar.txt", {"link": link}),
            )
        row.gemaild_op = now
        row.save(update_fields=["gemaild_op"])
    return len(batch)


@transaction.atomic
def read(*, rows: Sequence[Postbericht]) -> None:
    """Its reader saw them."""
    new = [row.pk for row in rows if row.gelezen_op is None]
    if new:
        Postbericht.objects.filter(pk__in=new).update(gelezen_op=timezone.now())


@transaction.atomic
def rewrap_messages() -> int:
    """One batch of messages whose key hangs on an older key of the ring; how many. Run
    again until there are none."""
    rows = list(
        Postbericht.objects.exclude(sleutel_naam=key_ring().current)
        .defer("woorden_box")
        .order_by("pk")
        .select_for_update()[:REWRAPPED]
    )
    for row in rows:
        row.wrap(row.data_key())
        row.save(update_fields=["sleutel_naam", "sleutel_box"])
    return len(rows)
