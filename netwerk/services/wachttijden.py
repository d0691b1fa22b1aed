"""Waiting times come in as measurements: rows that are added, however many at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from basis.actor import current
from basis.constraints import insert_once
from logboek import services as logboek
from netwerk.choices import Controleveld
from netwerk.models import Kaartinstelling, Voorziening, Wachttijd
from netwerk.rules.versheid import due_on

from .controles import check


@dataclass(frozen=True)
class Gemeten:
    """One measurement as somebody typed it. `door` is who measured, in words that anybody
    may read: an organisation, never a person."""

    uuid: UUID
    voorziening: Voorziening
    fase: str
    doelgroep: str
    weken_van: Decimal
    weken_tot: Decimal
    gemeten_op: date
    methode: str
    door: str
    toelichting: str = ""


@transaction.atomic
def record(*, metingen: Sequence[Gemeten]) -> int:
    """Adds them, with the date of a look at the wait; returns how many are new. Sent
    twice, added once. All of one region: its log is one chain."""
    months = _months({meting.voorziening.regio_id for meting in metingen})
    added = 0
    for meting in metingen:
        voorziening = meting.voorziening
        term = months.get(voorziening.regio_id)
        row = Wachttijd(
            **vars(meting),
            geldig_tot=due_on(Controleveld.WACHTTIJD, meting.gemeten_op, term),
            ingevoerd_door_id=current().persoon,
        )
        if not insert_once(row):
            continue
        added += 1
        check(voorziening, Controleveld.WACHTTIJD, meting.gemeten_op)
        logboek.record(
            logboek.Actie.CREATE,
            "wachttijd",
            object_id=voorziening.uuid,
            onderdeel=meting.fase,
            regio=voorziening.regio.slug,
        )
    return added


def _months(regios: set[int]) -> dict[int, int]:
    rows = Kaartinstelling.objects.filter(regio__in=regios)
    return dict(rows.values_list("regio_id", "maanden_wachttijd"))
