"""A file between its preview and the yes: kept for an hour, carried out once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from logboek import services as logboek
from netwerk.models import Importvoorbeeld
from netwerk.rules.bladcellen import Cel, Ingelezen
from netwerk.rules.hsds_pakket import Fout, Pakket
from netwerk.rules.hsds_plan import Plan, Regel
from toegang.models import Gebruiker, Regio

from . import uitwisselen

KEPT = timedelta(hours=1)
KEPT_AFTER = timedelta(days=1)  # the outcome, without the file


class Veranderd(Exception):
    """The kaart changed since the preview: it would do something else now."""


@dataclass(frozen=True)
class Gezien:
    """What a file would do. With faults or questions it can't be carried out yet. `cellen`
    are those of a spreadsheet that say something else, by the id of their record."""

    pakket: Pakket
    plan: Plan
    vragen: list[Fout] = field(default_factory=list)
    cellen: Mapping[str, list[Cel]] = field(default_factory=dict)

    def cells_of(self, regel: Regel) -> list[Cel]:
        """Which cells make this change."""
        cells = self.cellen.get(regel.sleutel, ())
        return [cel for cel in cells if cel.gaat_over in regel.velden]

    @property
    def mag(self) -> bool:
        return not self.plan.fouten and not self.vragen


@transaction.atomic
def keep(
    *, uuid: UUID, regio: Regio, door: Gebruiker, naam: str, inhoud: bytes, bron: str
) -> Importvoorbeeld:
    """Sent twice, kept once. Older ones go."""
    Importvoorbeeld.objects.over().delete()
    row, new = Importvoorbeeld.objects.get_or_create(
        uuid=uuid,
        defaults={
            "regio": regio,
            "door": door,
            "tot": timezone.now() + KEPT,
            "naam": naam[:255],
            "inhoud": inhoud,
            "bron": bron,
        },
    )
    if new:
        logboek.record(
            logboek.Actie.CREATE,
            "importvoorbeeld",
            object_id=row.uuid,
            regio=regio.slug,
        )
    return row


def look(voorbeeld: Importvoorbeeld) -> Gezien:
    """Reads it anew each time: the kaart goes on meanwhile."""
    found = _read(voorbeeld)
    plan = uitwisselen.preview(
        pakket=found.pakket, regio=voorbeeld.regio, bron=voorbeeld.bron
    )
    return Gezien(found.pakket, plan, found.vragen, found.cellen)


def _read(voorbeeld: Importvoorbeeld) -> Ingelezen:
    data = bytes(voorbeeld.inhoud)
    if uitwisselen.is_sheet(voorbeeld.naam, data):
        return uitwisselen.read_sheet(
            data,
            voorbeeld.antwoorden.get("datums", ""),
            regio=voorbeeld.regio,
            bron=voorbeeld.bron,
        )
    return Ingelezen(uitwisselen.read_file(voorbeeld.naam, data))


@transaction.atomic
def answer(*, voorbeeld: Importvoorbeeld, datums: str) -> None:
    row = Importvoorbeeld.objects.select_for_update().get(pk=voorbeeld.pk)
    row.antwoorden = {"datums": datums}
    row.save(update_fields=["antwoorden"])


@transaction.atomic
def carry_out(*, voorbeeld: Importvoorbeeld, afdruk: str) -> None:
    """Once. Raises uitwisselen.Fouten, or Veranderd when it would do something else than
    was shown; then nothing happened."""
    row = Importvoorbeeld.objects.select_for_update(no_key=True).get(pk=voorbeeld.pk)
    if row.uitgevoerd_op:
        return
    uitwisselen.hold_still(row.regio)
    found = _read(row)
    if found.vragen:
        raise Veranderd
    plan = uitwisselen.take_in(pakket=found.pakket, regio=row.regio, bron=row.bron)
    if plan.afdruk != afdruk:
        raise Veranderd
    row.uitkomst = plan.tellingen
    row.uitgevoerd_op = timezone.now()
    row.tot = row.uitgevoerd_op + KEPT_AFTER
    row.inhoud = b""
    row.save()


def forget() -> None:
    """Each night: what nobody said yes to."""
    Importvoorbeeld.objects.over().delete()
