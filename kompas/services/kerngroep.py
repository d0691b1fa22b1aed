"""Who sits at the table: adding, inviting, changing, and each member's own choice."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from basis.constraints import insert_once
from kompas.choices import Ring, Rol, ToonAls
from kompas.models import Kerngroeplid, Traject
from logboek import services as logboek
from toegang import services as toegang
from toegang.models import Organisatie

from .trajecten import send_invitation

KERNGROEPLID = "kerngroeplid"  # kind of invitation


@dataclass(frozen=True)
class Zetel:
    """What the facilitator keeps of a member."""

    naam: str
    ring: Ring
    rol: Rol
    domein: str
    organisatie: Organisatie | None
    betaald: bool


@transaction.atomic
def add_lid(*, uuid: UUID, traject: Traject, zetel: Zetel, email: str) -> None:
    """Somebody at the table, and a letter when there is an address. Sent twice, added
    once."""
    lid = Kerngroeplid(uuid=uuid, traject=traject, van=timezone.localdate())
    _fill(lid, zetel)
    if not insert_once(lid):
        return
    _record(logboek.Actie.CREATE, lid)
    if email:
        invite_lid(lid=lid, email=email)


@transaction.atomic
def change_lid(*, lid: Kerngroeplid, zetel: Zetel) -> None:
    _fill(lid, zetel)
    lid.save(update_fields=list(vars(zetel)))
    _record(logboek.Actie.UPDATE, lid)


@transaction.atomic
def invite_lid(*, lid: Kerngroeplid, email: str) -> None:
    """A letter with a link; an earlier link stops working."""
    lid.uitnodiging = send_invitation(
        soort=KERNGROEPLID,
        sleutel=str(lid.uuid),
        naam=lid.naam,
        email=email,
        traject=lid.traject,
        template="mail/kompas_kerngroeplid.txt",
    )
    lid.save(update_fields=["uitnodiging"])


@transaction.atomic
def withdraw_invitation(*, lid: Kerngroeplid) -> None:
    """The link stops working at once; the place at the table stays."""
    regio = lid.traject.regio.slug
    toegang.withdraw(soort=KERNGROEPLID, sleutel=str(lid.uuid), regio=regio)
    lid.uitnodiging = None
    lid.save(update_fields=["uitnodiging"])


@transaction.atomic
def end_lid(*, lid: Kerngroeplid) -> None:
    """Somebody leaves the kerngroep: the right to look ends with the next request."""
    withdraw_invitation(lid=lid)
    lid.tot = timezone.localdate() - timedelta(days=1)
    lid.save(update_fields=["tot"])
    _record(logboek.Actie.DELETE, lid)


@transaction.atomic
def choose_toon_als(*, lid: Kerngroeplid, toon_als: ToonAls) -> None:
    """A member's own choice how others see them: lived experience is health data."""
    lid.toon_als = toon_als
    lid.save(update_fields=["toon_als"])
    _record(logboek.Actie.UPDATE, lid)


def _fill(lid: Kerngroeplid, zetel: Zetel) -> None:
    for name, value in vars(zetel).items():
        setattr(lid, name, value)


def _record(actie: logboek.Actie, lid: Kerngroeplid) -> None:
    logboek.record(
        actie, "kerngroeplid", object_id=lid.uuid, regio=lid.traject.regio.slug
    )
