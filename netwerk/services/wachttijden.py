"""Waiting times come in as measurements: rows that are added, however many at once. One
that does not hold is taken away, which is a row too."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from basis.actor import current
from basis.constraints import insert_once
from logboek import services as logboek
from netwerk.choices import Controleveld
from netwerk.models import Kaartinstelling, Voorziening, Wachteinde, Wachttijd
from netwerk.rules.versheid import due_on
from netwerk.selectors.wachttijden import NEWEST, newest

from .controles import check, look_from
from .gewijzigd import touch


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


@dataclass(frozen=True)
class Weg:
    """A wait that does not hold, as somebody saw it: with the measurement that was its
    newest. `door` as in Gemeten."""

    uuid: UUID
    meting: Wachttijd
    reden: str
    door: str


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


@transaction.atomic
def take_away(*, weg: Sequence[Weg]) -> list[Wachttijd]:
    """The wait of each, that of one stage and target group, with all that was measured of
    it before: else that would be the newest. Returns those that stay, because somebody
    measured again meanwhile. What is away already stays away."""
    keys = [een.meting.voorziening_id for een in weg]
    held = Voorziening.objects.select_for_update(of=("self",)).select_related("regio")
    voorzieningen = {row.pk: row for row in held.filter(pk__in=keys).order_by("pk")}
    last = {
        tuple(getattr(row, name) for name in NEWEST): row.pk
        for row in newest(timezone.localdate()).filter(voorziening__in=keys)
    }
    stay = []
    for een in weg:
        name = tuple(getattr(een.meting, name) for name in NEWEST)
        if last.get(name) == een.meting.pk:
            _end(een, voorzieningen[een.meting.voorziening_id])
        elif name in last:
            stay.append(een.meting)
    return stay


def _end(een: Weg, voorziening: Voorziening) -> None:
    meting = een.meting
    einde = Wachteinde(
        uuid=een.uuid,
        voorziening=voorziening,
        fase=meting.fase,
        doelgroep=meting.doelgroep,
        reden=een.reden,
        door=een.door,
        gezegd_door_id=current().persoon,
    )
    if not insert_once(einde):
        return
    until = Q(gemeten_op__lt=meting.gemeten_op)
    until |= Q(gemeten_op=meting.gemeten_op, pk__lte=meting.pk)
    name = {"fase": meting.fase, "doelgroep": meting.doelgroep}
    Wachttijd.objects.filter(until, voorziening=voorziening, **name).update(einde=einde)
    _look_before(voorziening, meting.gemeten_op)
    touch(pk=voorziening.pk)
    logboek.record(
        logboek.Actie.DELETE,
        "wachttijd",
        object_id=voorziening.uuid,
        onderdeel=meting.fase,
        regio=voorziening.regio.slug,
    )


def _look_before(voorziening: Voorziening, day: date) -> None:
    """The look at what went says nothing of the waits that stay: they were looked at when
    they were measured."""
    rest = Wachttijd.objects.filter(voorziening=voorziening, gemeten_op__lte=day)
    last = rest.order_by("-gemeten_op", "-pk").first()
    said = (last.gemeten_op, last.ingevoerd_door_id) if last else None
    look_from(voorziening, Controleveld.WACHTTIJD, day, said)


def _months(regios: set[int]) -> dict[int, int]:
    rows = Kaartinstelling.objects.filter(regio__in=regios)
    return dict(rows.values_list("regio_id", "maanden_wachttijd"))
