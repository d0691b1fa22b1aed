"""Noting what is missing with a traject, and taking it away."""

from __future__ import annotations

from dataclasses import asdict
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from basis.constraints import insert_once
from kompas.models import Knelpunt, Traject
from kompas.selectors.knelpunten import Gat
from logboek import services as logboek
from toegang.models import Gebruiker


@transaction.atomic
def note_knelpunt(*, uuid: UUID, traject: Traject, gat: Gat, door: Gebruiker) -> None:
    """With the figures of today. What stands there already stays as it was noted."""
    Traject.objects.select_for_update(no_key=True).get(pk=traject.pk)  # one at a time
    gemeente = gat.gemeente.pk if gat.gemeente else None
    about = {"soort": gat.soort, "sleutel": gat.sleutel, "gemeente_id": gemeente}
    if traject.knelpunten.filter(**about).exists():
        return
    row = Knelpunt(
        uuid=uuid,
        traject=traject,
        naam=gat.naam,
        genoteerd_op=timezone.localdate(),
        genoteerd_door=door,
        **about,
        **asdict(gat.cijfers),
    )
    if insert_once(row):
        _record(logboek.Actie.CREATE, row)


@transaction.atomic
def remove_knelpunt(*, knelpunt: Knelpunt) -> None:
    _record(logboek.Actie.DELETE, knelpunt)
    knelpunt.delete()


def _record(actie: logboek.Actie, row: Knelpunt) -> None:
    slug = row.traject.regio.slug
    logboek.record(actie, "knelpunt", object_id=row.uuid, regio=slug)
