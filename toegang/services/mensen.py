"""Giving roles and ending them: by a letter to who gets it, and never the last one."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from basis.constraints import insert_once
from logboek import services as logboek
from toegang.choices import Soort
from toegang.models import Gemeente, Organisatie, Regio, Rol, Team
from toegang.rules.vertrek import Periode, leaves_nobody

from .invitations import invite, withdraw

ROL = "rol"  # kind of invitation
# a place without one of these can be kept by nobody
NEEDED = {Soort.PLATFORMBEHEER, Soort.REGIOBEHEERDER, Soort.ORGANISATIEBEHEERDER}
ZINNEN = {
    Soort.PLATFORMBEHEER: "Je bent gevraagd als platformbeheerder van Netwerkkompas.",
    Soort.REGIOBEHEERDER: "Je bent gevraagd als beheerder van de regio {}.",
    Soort.ORGANISATIEBEHEERDER: "Je bent gevraagd als beheerder van {}.",
    Soort.PROFESSIONAL: "Je bent gevraagd als professional van {}.",
    Soort.ERVARINGSDESKUNDIGE: "Je bent gevraagd als ervaringsdeskundige bij {}.",
    Soort.TEAMLEIDER: "Je bent gevraagd als teamleider van {}.",
    Soort.FUNCTIONARIS: (
        "Je bent gevraagd als functionaris gegevensbescherming van {}."
    ),
    Soort.GEMEENTE: "Je bent gevraagd om mee te kijken voor de gemeente {}.",
}


class LastBeheerder(Exception):
    """Without this one nobody would be left to keep the place."""


@dataclass(frozen=True)
class Plek:
    """Where a role holds: one of these, or none for the whole platform."""

    regio: Regio | None = None
    organisatie: Organisatie | None = None
    team: Team | None = None
    gemeente: Gemeente | None = None


def sentence_for(rol: Rol) -> str:
    """What somebody is asked for, on the page of the link and in the letter."""
    return ZINNEN[Soort(rol.soort)].format(rol.plek)


@transaction.atomic
def invite_rol(
    *,
    uuid: UUID,
    soort: Soort,
    plek: Plek,
    naam: str,
    email: str,
    van: date,
    tot: date | None,
) -> None:
    """Offers somebody a role, by a letter. Sent twice, offered once; who was asked for the
    same before gets a new letter, and the old one stops working."""
    if Rol.objects.filter(uuid=uuid).exists():
        return
    waiting = Rol.objects.offered().filter(soort=soort, **vars(plek))
    rol = waiting.filter(uitnodiging__email=email).first()
    if rol is None:
        rol = Rol(uuid=uuid, soort=soort, van=van, tot=tot, **vars(plek))
        if not insert_once(rol):
            return
        _record(logboek.Actie.CREATE, rol)
    else:
        rol.van, rol.tot = van, tot
        rol.save(update_fields=["van", "tot"])
    _send(rol, naam=naam, email=email)


@transaction.atomic
def invite_again(*, rol: Rol, email: str) -> None:
    """A new letter for an offer; the old link stops working."""
    naam = rol.uitnodiging.naam if rol.uitnodiging else ""
    _send(rol, naam=naam, email=email)


@transaction.atomic
def withdraw_offer(*, rol: Rol) -> None:
    """The link stops working at once, and nothing is left of the offer."""
    withdraw(soort=ROL, sleutel=str(rol.uuid), regio=_chain(rol))
    _record(logboek.Actie.DELETE, rol)
    rol.delete()


@transaction.atomic
def change_tot(*, rol: Rol, tot: date | None) -> None:
    """Raises LastBeheerder when a day would be left without one."""
    if tot is not None:
        _keep_one(rol, tot)
    rol.tot = tot
    rol.save(update_fields=["tot"])
    _record(logboek.Actie.UPDATE, rol)


@transaction.atomic
def end_rol(*, rol: Rol) -> None:
    """The right is gone at the next request. Raises LastBeheerder."""
    yesterday = timezone.localdate() - timedelta(days=1)
    _keep_one(rol, yesterday)
    _record(logboek.Actie.DELETE, rol)
    if rol.van > yesterday:  # it never held for a whole day
        rol.delete()
        return
    rol.tot = yesterday
    rol.save(update_fields=["tot"])


def _keep_one(rol: Rol, last_day: date) -> None:
    """Two who leave at the same moment wait for each other here, and the second one sees
    that the first is gone."""
    if rol.soort not in NEEDED or (rol.organisatie and rol.organisatie.gestopt_op):
        return
    same = Rol.objects.filter(
        soort=rol.soort, regio=rol.regio_id, organisatie=rol.organisatie_id
    )
    locked = list(same.select_for_update().order_by("pk"))
    rows = Rol.objects.filter(
        pk__in=[row.pk for row in locked], gebruiker__is_active=True
    )
    periods = {row.pk: Periode(row.van, row.tot) for row in rows}
    mine = periods.pop(rol.pk, None)
    if mine and leaves_nobody(mine, periods.values(), last_day):
        raise LastBeheerder


def _send(rol: Rol, *, naam: str, email: str) -> None:
    rol.uitnodiging, code = invite(
        soort=ROL, sleutel=str(rol.uuid), email=email, naam=naam, regio=_chain(rol)
    )
    rol.save(update_fields=["uitnodiging"])
    words = {
        "naam": naam,
        "zin": sentence_for(rol),
        "link": settings.BASE_URL + reverse("uitnodiging", args=[code]),
        "dagen": settings.UITNODIGING_DAGEN,
    }
    text = render_to_string("mail/toegang_rol.txt", words)
    send_mail("Je bent uitgenodigd", text, None, [rol.uitnodiging.email])


def _chain(rol: Rol) -> str:
    return rol.van_regio.slug if rol.van_regio else logboek.PLATFORM


def _record(actie: logboek.Actie, rol: Rol) -> None:
    logboek.record(
        actie, "rol", object_id=rol.uuid, onderdeel=rol.soort, regio=_chain(rol)
    )
