"""When a field that ages was last looked at, by whom (N5)."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone

from basis.actor import current
from logboek import services as logboek
from netwerk.choices import Controleveld
from netwerk.models import Controle, Voorziening

from .gewijzigd import touch


@transaction.atomic
def confirm(*, voorziening: Voorziening, velden: Iterable[str]) -> None:
    """Somebody looked, and it is still right."""
    looked_at = list(velden)
    for veld in looked_at:
        _look(voorziening, Controleveld(veld), timezone.localdate())
        logboek.record(
            logboek.Actie.UPDATE,
            "controle",
            object_id=voorziening.uuid,
            onderdeel=veld,
            regio=voorziening.regio.slug,
        )
    if looked_at:
        touch(pk=voorziening.pk)


def check(
    voorziening: Voorziening, veld: Controleveld, day: date | None = None
) -> None:
    """Part of an act that has its own line in the log. A later day stays. What was looked
    at may have changed on the same day: then too the provision did."""
    _look(voorziening, veld, day or timezone.localdate())
    touch(pk=voorziening.pk)


def look_from(
    voorziening: Voorziening,
    veld: Controleveld,
    day: date,
    before: tuple[date, int | None] | None,
) -> None:
    """What was looked at until `day` is not there any more: the look `before` that counts
    again, with who did it. A later one stays."""
    row = Controle.objects.filter(
        voorziening=voorziening, veld=veld, gecontroleerd_op__lte=day
    ).first()
    if row is None:
        return
    if before is None:
        row.delete()
    elif before[0] < row.gecontroleerd_op:
        row.gecontroleerd_op, row.gecontroleerd_door_id = before
        row.save(update_fields=["gecontroleerd_op", "gecontroleerd_door"])


def _look(voorziening: Voorziening, veld: Controleveld, day: date) -> None:
    row, made = Controle.objects.get_or_create(
        voorziening=voorziening,
        veld=veld,
        defaults={"gecontroleerd_op": day, "gecontroleerd_door_id": current().persoon},
    )
    if not made and row.gecontroleerd_op < day:
        row.gecontroleerd_op, row.gecontroleerd_door_id = day, current().persoon
        row.save(update_fields=["gecontroleerd_op", "gecontroleerd_door"])
