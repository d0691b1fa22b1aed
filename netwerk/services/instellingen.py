"""How a region keeps its kaart, and its own synonyms."""

from typing import Any

from django.db import transaction

from logboek import services as logboek
from netwerk.models import Kaartinstelling, Zoeksynoniem
from toegang.models import Regio


@transaction.atomic
def keep_kaart(*, regio: Regio, **velden: Any) -> None:
    Kaartinstelling.objects.update_or_create(regio=regio, defaults=velden)
    _record(logboek.Actie.UPDATE, regio, "kaartinstelling")


@transaction.atomic
def keep_synonym(*, regio: Regio, woord: str, ook: list[str]) -> None:
    """A word that was there gets these other words instead."""
    Zoeksynoniem.objects.update_or_create(
        regio=regio, woord=woord, defaults={"ook": ook}
    )
    _record(logboek.Actie.UPDATE, regio, "zoeksynoniem")


@transaction.atomic
def remove_synonym(*, synoniem: Zoeksynoniem) -> None:
    if synoniem.regio:
        _record(logboek.Actie.DELETE, synoniem.regio, "zoeksynoniem")
    synoniem.delete()


def _record(actie: logboek.Actie, regio: Regio, soort: str) -> None:
    logboek.record(actie, soort, object_id=regio.slug, regio=regio.slug)
