"""What the functionaris does with the log of the own organisation: reading it is a line, and
a signal that was looked at is marked."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from basis.actor import asker
from basis.constraints import broken_constraint
from logboek import services as logboek
from logboek.services import Actie
from netwerk.models import Signaalgezien
from toegang.models import Organisatie


def trace_log(actie: Actie, organisatie: Organisatie, wat: str) -> None:
    """READ for a page of the log, EXECUTE for a file with it."""
    logboek.record(
        actie,
        "logboek",
        object_id=wat,
        grond="functionaris",
        regio=organisatie.regio.slug,
    )


@transaction.atomic
def mark_seen(
    *, organisatie: Organisatie, maand: date, sleutel: str, aantal: int
) -> None:
    row = Signaalgezien(
        organisatie=organisatie,
        maand=maand,
        sleutel=sleutel,
        aantal=aantal,
        gezien_op=timezone.now(),
        gezien_door_id=asker(),
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        if broken_constraint(error) != "signaalgezien_once":
            raise
        return
    logboek.record(
        Actie.UPDATE,
        "signaal",
        object_id=sleutel,
        grond="functionaris",
        regio=organisatie.regio.slug,
    )
