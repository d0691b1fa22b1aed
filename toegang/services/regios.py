"""Regions, and the gemeenten and wijken in them."""

from uuid import UUID

from django.db import transaction
from django.utils.text import slugify

from logboek import services as logboek
from toegang.models import Gemeente, Regio, Wijk

from .organisaties import insert_named, remove, save_named


@transaction.atomic
def add_regio(*, uuid: UUID, naam: str) -> Regio:
    """Its slug is made of the name, stays, and names its chain in the log. Raises
    NameTaken. Sent twice, made once."""
    row = Regio(uuid=uuid, naam=naam, slug=slugify(naam)[:50])
    if insert_named(row, "toegang_regio_slug_key"):
        logboek.record(logboek.Actie.CREATE, "regio", object_id=row.slug)
    return Regio.objects.get(uuid=uuid)


@transaction.atomic
def rename_regio(*, regio: Regio, naam: str) -> None:
    regio.naam = naam
    regio.save(update_fields=["naam"])
    logboek.record(
        logboek.Actie.UPDATE, "regio", object_id=regio.slug, regio=regio.slug
    )


@transaction.atomic
def add_gemeente(*, uuid: UUID, regio: Regio, naam: str) -> None:
    """Raises NameTaken."""
    row = Gemeente(uuid=uuid, regio=regio, naam=naam)
    if insert_named(row, "gemeente_once"):
        _record(logboek.Actie.CREATE, row)


@transaction.atomic
def rename_gemeente(*, gemeente: Gemeente, naam: str) -> None:
    """Raises NameTaken."""
    gemeente.naam = naam
    save_named(gemeente, ["naam"], "gemeente_once")
    _record(logboek.Actie.UPDATE, gemeente)


@transaction.atomic
def remove_gemeente(*, gemeente: Gemeente) -> None:
    """Raises InUse while anything is said of it."""
    _record(logboek.Actie.DELETE, gemeente)
    remove(gemeente)


@transaction.atomic
def add_wijk(*, uuid: UUID, gemeente: Gemeente, naam: str) -> None:
    """Raises NameTaken."""
    row = Wijk(uuid=uuid, gemeente=gemeente, naam=naam)
    if insert_named(row, "wijk_once"):
        _record(logboek.Actie.CREATE, row)


@transaction.atomic
def rename_wijk(*, wijk: Wijk, naam: str) -> None:
    """Raises NameTaken."""
    wijk.naam = naam
    save_named(wijk, ["naam"], "wijk_once")
    _record(logboek.Actie.UPDATE, wijk)


@transaction.atomic
def remove_wijk(*, wijk: Wijk) -> None:
    """Raises InUse while anything is said of it."""
    _record(logboek.Actie.DELETE, wijk)
    remove(wijk)


def _record(actie: logboek.Actie, row: Gemeente | Wijk) -> None:
    regio = row.regio if isinstance(row, Gemeente) else row.gemeente.regio
    kind = type(row).__name__.lower()
    logboek.record(actie, kind, object_id=row.uuid, regio=regio.slug)
