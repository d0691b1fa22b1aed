"""Keeping the organisations of a region, and the teams in them."""

from collections.abc import Iterable
from uuid import UUID

from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from basis.constraints import broken_constraint, insert_once
from logboek import services as logboek
from toegang import followers
from toegang.choices import Organisatiesoort
from toegang.models import Genummerd, Organisatie, Regio, Rol, Team

from .mensen import withdraw_offer


class NameTaken(Exception):
    """There is one with this name already."""


class InUse(Exception):
    """Something else stands on it."""


def insert_named(row: Genummerd, constraint: str) -> bool:
    """`insert_once`, for a row whose name is taken once too. Raises NameTaken."""
    try:
        with transaction.atomic():
            return insert_once(row)
    except IntegrityError as error:
        if broken_constraint(error) != constraint:
            raise
        if type(row).objects.filter(uuid=row.uuid).exists():  # type: ignore[attr-defined]
            return False
        raise NameTaken from error


def save_named(row: models.Model, fields: list[str], constraint: str) -> None:
    """Raises NameTaken."""
    try:
        with transaction.atomic():
            row.save(update_fields=fields)
    except IntegrityError as error:
        if broken_constraint(error) != constraint:
            raise
        raise NameTaken from error


def remove(row: models.Model) -> None:
    """Raises InUse when another row names it: also over a many-to-many, which would let
    it go in silence."""
    for relation in row._meta.related_objects:
        name = relation.get_accessor_name()
        if relation.many_to_many and name and getattr(row, name).exists():
            raise InUse
    try:
        with transaction.atomic():
            row.delete()
    except ProtectedError as error:
        raise InUse from error


@transaction.atomic
def add_organisatie(
    *,
    uuid: UUID,
    regio: Regio,
    naam: str,
    soort: str,
    ook_soorten: Iterable[str] = (),
    werkveld: str,
) -> None:
    """Raises NameTaken. Sent twice, made once."""
    row = Organisatie(uuid=uuid, regio=regio, naam=naam, soort=soort, werkveld=werkveld)
    row.ook_soorten = other_kinds(soort, ook_soorten)
    if insert_named(row, "organisatie_once"):
        _record(logboek.Actie.CREATE, row)


@transaction.atomic
def change_organisatie(
    *,
    organisatie: Organisatie,
    naam: str,
    soort: str,
    ook_soorten: Iterable[str] = (),
    werkveld: str,
) -> None:
    """Raises NameTaken."""
    renamed = naam != organisatie.naam
    organisatie.naam, organisatie.soort = naam, soort
    organisatie.ook_soorten = other_kinds(soort, ook_soorten)
    organisatie.werkveld = werkveld
    columns = ["naam", "soort", "ook_soorten", "werkveld"]
    save_named(organisatie, columns, "organisatie_once")
    if renamed:
        followers.renamed.tell(organisatie)
    _record(logboek.Actie.UPDATE, organisatie)


def other_kinds(soort: str, ook_soorten: Iterable[str]) -> list[str]:
    """Each once, in the order of the list, without the kind it is first of all."""
    others = set(ook_soorten) - {soort}
    return [kind for kind in Organisatiesoort.values if kind in others]


@transaction.atomic
def keep_other_kinds(*, organisatie: Organisatie, ook_soorten: Iterable[str]) -> bool:
    """What else is under its roof; returns whether that is different. Its log line is of
    who calls it."""
    new = other_kinds(organisatie.soort, ook_soorten)
    if new == organisatie.ook_soorten:
        return False
    organisatie.ook_soorten = new
    organisatie.save(update_fields=["ook_soorten"])
    return True


@transaction.atomic
def stop_organisatie(
    *, organisatie: Organisatie, reden: str, opvolger: Organisatie | None
) -> None:
    """It stays to be read; letters that wait for an answer stop working, and what it
    offered stops too."""
    organisatie.gestopt_op = timezone.localdate()
    organisatie.gestopt_reden, organisatie.opvolger = reden, opvolger
    organisatie.save(update_fields=["gestopt_op", "gestopt_reden", "opvolger"])
    _record(logboek.Actie.UPDATE, organisatie, "gestopt")
    followers.stopped.tell(organisatie)
    offered = Rol.objects.offered().filter(
        models.Q(organisatie=organisatie) | models.Q(team__organisatie=organisatie)
    )
    for rol in offered.select_related("organisatie__regio", "team__organisatie__regio"):
        withdraw_offer(rol=rol)


@transaction.atomic
def resume_organisatie(*, organisatie: Organisatie) -> None:
    organisatie.gestopt_op, organisatie.gestopt_reden = None, ""
    organisatie.opvolger = None
    organisatie.save(update_fields=["gestopt_op", "gestopt_reden", "opvolger"])
    _record(logboek.Actie.UPDATE, organisatie, "weer begonnen")


@transaction.atomic
def add_team(*, uuid: UUID, organisatie: Organisatie, naam: str) -> None:
    team = Team(uuid=uuid, organisatie=organisatie, naam=naam)
    if insert_once(team):
        _record_team(logboek.Actie.CREATE, team)


@transaction.atomic
def rename_team(*, team: Team, naam: str) -> None:
    team.naam = naam
    team.save(update_fields=["naam"])
    _record_team(logboek.Actie.UPDATE, team)


@transaction.atomic
def remove_team(*, team: Team) -> None:
    """Raises InUse while somebody has or had a role in it."""
    remove(team)
    _record_team(logboek.Actie.DELETE, team)


def _record(actie: logboek.Actie, row: Organisatie, onderdeel: str = "") -> None:
    logboek.record(
        actie,
        "organisatie",
        object_id=row.uuid,
        onderdeel=onderdeel,
        regio=row.regio.slug,
    )


def _record_team(actie: logboek.Actie, team: Team) -> None:
    regio = team.organisatie.regio.slug
    logboek.record(actie, "team", object_id=team.uuid, regio=regio)
