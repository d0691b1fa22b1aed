"""The outbox in PostgreSQL is the truth; Celery only wakes it up (M3)."""

from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.utils import timezone

import structlog
from cryptography.exceptions import InvalidTag

from basis.actor import Actor
from basis.queue import enqueue

from .models import Bericht
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
