"""Work that a worker does for who asked it; the row is the truth of it (docs/adr/0005).

    row = take(Uitkomstrapport.objects.filter(uuid=uuid), lease=LEASE, te_vaak="…")
    …                              # each step a transaction of its own, as who asked
    mine(row).update(stand=Stand.KLAAR, volgende_poging_op=None)

`volgende_poging_op` is the moment from which a worker may take it; who takes it moves it
ahead by the lease. A worker that dies no longer does, so that another takes over.
`pogingen` counts who took it: only the last may write. Beat wakes what was left behind, so
a broker that is away costs a minute and never the work.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.db import models, transaction
from django.utils import timezone

from .actor import current

AGAIN = timedelta(minutes=1)
MOST_TRIES = 3
SLOW = timedelta(minutes=2)  # then the page says that it takes long


class Werk(models.Model):
    class Stand(models.TextChoices):
        GEVRAAGD = "gevraagd", "Staat klaar om te maken"
        BEZIG = "bezig", "Wordt gemaakt"
        KLAAR = "klaar", "Klaar"
        MISLUKT = "mislukt", "Niet gelukt"

    gevraagd_op = models.DateTimeField()
    gevraagd_als = (
        models.JSONField()
    )  # Actor.as_headers(): the task acts as this person
    stand = models.CharField(max_length=10, choices=Stand, default=Stand.GEVRAAGD)
    pogingen = models.PositiveSmallIntegerField(default=0)
    volgende_poging_op = models.DateTimeField(null=True, blank=True)
    klaar_op = models.DateTimeField(null=True, blank=True)
    reden = models.CharField(max_length=200, blank=True)  # why not, for who asked

    class Meta:
        abstract = True

    @property
    def duurt_lang(self) -> bool:
        """Nobody took it, or who took it has a hard time."""
        waits = self.volgende_poging_op is not None
        return waits and timezone.now() > self.gevraagd_op + SLOW


Stand = Werk.Stand
Row = TypeVar("Row", bound=Werk)


def asked(now: datetime | None = None) -> dict[str, Any]:
    """What a row says of work that is asked for now, by who acts."""
    now = now or timezone.now()
    return {
        "gevraagd_op": now,
        "gevraagd_als": current().as_headers(),
        "stand": Stand.GEVRAAGD,
        "pogingen": 0,
        "volgende_poging_op": now,
        "klaar_op": None,
        "reden": "",
    }


def waiting(rows: models.QuerySet[Row], now: datetime) -> models.QuerySet[Row]:
    """To be done, and nobody is at it."""
    return rows.filter(volgende_poging_op__lte=now).order_by("volgende_poging_op")


@transaction.atomic
def take(
    rows: models.QuerySet[Row],
    *,
    lease: timedelta,
    te_vaak: str,
    now: datetime | None = None,
) -> Row | None:
    """The first of `rows` that may be taken; None when it is done, given up, or in other
    hands. One that was taken MOST_TRIES times and never finished comes back closed with
    the reason `te_vaak`: what kills its worker must not kill all."""
    now = now or timezone.now()
    free = waiting(rows, now).select_for_update(skip_locked=True, of=("self",))
    row = free.first()
    if row is None:
        return None
    if row.pogingen >= MOST_TRIES:
        close(row, te_vaak)
        return row
    row.pogingen += 1
    row.stand = Stand.BEZIG
    row.volgende_poging_op = now + lease
    row.save(update_fields=["pogingen", "stand", "volgende_poging_op"])
    return row


def mine(row: Row) -> models.QuerySet[Row]:
    """The row, as long as this worker was the last to take it."""
    rows: models.QuerySet[Row] = type(row)._default_manager.filter(  # noqa: SLF001 - of any model
        pk=row.pk, pogingen=row.pogingen, stand=Stand.BEZIG
    )
    return rows


def put_back(row: Werk) -> bool:
    """Something broke: somebody tries again in a while. False when it was enough."""
    if row.pogingen >= MOST_TRIES:
        return False
    again = timezone.now() + AGAIN * row.pogingen
    mine(row).update(stand=Stand.GEVRAAGD, volgende_poging_op=again)
    return True


def close(row: Werk, reden: str) -> None:
    """It will not be done; `reden` is for who asked."""
    row.stand, row.reden, row.volgende_poging_op = Stand.MISLUKT, reden, None
    row.save(update_fields=["stand", "reden", "volgende_poging_op"])
