"""Regions, and the gemeenten and wijken in them."""

from uuid import UUID

from django.db import transaction
from django.utils.text import slugify

from logboek import services as logboek
from toegang.models import Gemeente, Regio, Wijk

from .organisaties import insert_named, remove, save_named

Gebied = Gemeente | Wijk


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
def keep_age(*, regio: Regio, plan_vanaf: int) -> None:
    """From what age a plan begins; a plan that is there stays (T1)."""
    regio.plan_vanaf = plan_vanaf
    regio.save(update_fields=["plan_vanaf"])
    logboek.record(
        logboek.Actie.UPDATE, "regio", object_id=regio.slug, regio=regio.slug
    )


def add_gemeente(*, uuid: UUID, regio: Regio, naam: str) -> None:
    """Raises NameTaken."""
    _add(Gemeente(uuid=uuid, regio=regio, naam=naam))


def add_wijk(*, uuid: UUID, gemeente: Gemeente, naam: str) -> None:
    """Raises NameTaken."""
    _add(Wijk(uuid=uuid, gemeente=gemeente, naam=naam))


@transaction.atomic
def _add(row: Gebied) -> None:
    if insert_named(row, _once(row)):
        _record(logboek.Actie.CREATE, row)


@transaction.atomic
def rename_gebied(*, gebied: Gebied, naam: str) -> None:
    """Raises NameTaken."""
    gebied.naam = naam
    save_named(gebied, ["naam"], _once(gebied))
    _record(logboek.Actie.UPDATE, gebied)


@transaction.atomic
def remove_gebied(*, gebied: Gebied) -> None:
    """Raises InUse while anything is said of it."""
    _record(logboek.Actie.DELETE, gebied)
    remove(gebied)


def _kind(row: Gebied) -> str:
    return type(row).__name__.lower()


def _once(row: Gebied) -> str:
    """The constraint that gives a name to one only."""
    return f"{_kind(row)}_once"


def _record(actie: logboek.Actie, row: Gebied) -> None:
    regio = row.regio if isinstance(row, Gemeente) else row.gemeente.regio
    logboek.record(actie, _kind(row), object_id=row.uuid, regio=regio.slug)
