"""Proposals of who does not keep a page: made, told, taken over or not, answered."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from basis.constraints import insert_once
from logboek import services as logboek
from netwerk.choices import Voorstelstatus
from netwerk.models import Voorstel, Voorziening, Voorzieningplek
from toegang.models import Gebruiker, Organisatie

from .meldingen import keepers_of
from .voorzieningen import add_voorziening


class NotOpen(Exception):
    """Somebody else answered it in the meantime, or it was taken back."""


@transaction.atomic
def propose(
    *,
    uuid: UUID,
    organisatie: Organisatie,
    voorziening: Voorziening | None,
    naam: str,
    stap: str,
    plek: Voorzieningplek | None = None,
    velden: list[dict[str, Any]],
    toelichting: str,
    door: Gebruiker,
    namens: str,
) -> Voorstel:
    """Kept once, however often it is sent. Who keeps the page hears that it is there."""
    row = Voorstel(
        uuid=uuid,
        regio=organisatie.regio,
        organisatie=organisatie,
        voorziening=voorziening,
        plek=plek,
        naam=naam,
        stap=stap,
        velden=velden,
        toelichting=toelichting,
        door=door,
        namens=namens,
    )
    if not insert_once(row):
        return Voorstel.objects.get(uuid=uuid)
    _record(logboek.Actie.CREATE, row, stap)
    for keeper in keepers_of(row):
        if keeper != door:
            _mail(row, keeper, "Er is een voorstel voor de sociale kaart", "nieuw")
    return row


@transaction.atomic
def accept(
    *,
    voorstel: Voorstel,
    over: Mapping[str, bool],
    save: Callable[[], None],
    door: Gebruiker,
    antwoord: str = "",
) -> None:
    """`save` does to the page what was chosen, by the services of the page; `over` says per
    field whether it was, and nothing of what was so already. Of a part it may be said why
    not the rest (`antwoord`). Raises NotOpen."""
    row = _locked(voorstel)
    save()
    row.velden = [veld | {"over": over.get(veld["naam"])} for veld in row.velden]
    row.antwoord = antwoord
    _close(row, Voorstelstatus.OVERGENOMEN, door)


@transaction.atomic
def accept_new(*, voorstel: Voorstel, door: Gebruiker) -> Voorziening:
    """Not on the kaart yet: who keeps it fills in the rest. Raises NotOpen."""
    row = _locked(voorstel)
    made = add_voorziening(
        uuid=row.uuid,
        organisatie=row.organisatie,
        naam=row.value("naam"),
        kort=row.value("kort"),
    )
    row.voorziening = made
    _close(row, Voorstelstatus.OVERGENOMEN, door)
    return made


@transaction.atomic
def decline(*, voorstel: Voorstel, antwoord: str, door: Gebruiker) -> None:
    """With the reason. Raises NotOpen."""
    row = _locked(voorstel)
    row.antwoord = antwoord
    _close(row, Voorstelstatus.AFGEWEZEN, door)


@transaction.atomic
def withdraw(*, voorstel: Voorstel, door: Gebruiker) -> None:
    """By who made it. Raises NotOpen."""
    row = _locked(voorstel)
    _close(row, Voorstelstatus.INGETROKKEN, door)


def _close(row: Voorstel, status: Voorstelstatus, door: Gebruiker) -> None:
    row.status, row.afgehandeld_op = status, timezone.now()
    row.afgehandeld_door = door
    row.save()
    _record(logboek.Actie.UPDATE, row, status)
    proposer = row.door
    if proposer and proposer.is_active and proposer != door:
        _mail(row, proposer, "Er is gekeken naar je voorstel", "antwoord")


def _mail(row: Voorstel, who: Gebruiker, subject: str, which: str) -> None:
    """What became of it and why, without a word of what was proposed: that stands behind
    the login."""
    link = settings.BASE_URL + reverse("voorstel", args=[row.uuid])
    words = {"naam": who.naam, "voorstel": row, "link": link}
    text = render_to_string(f"mail/netwerk_voorstel_{which}.txt", words)
    send_mail(subject, text, None, [who.email])


def _locked(voorstel: Voorstel) -> Voorstel:
    rows = Voorstel.objects.select_related("regio", "organisatie", "door")
    row = rows.select_for_update(of=("self",)).get(pk=voorstel.pk)
    if not row.is_open:
        raise NotOpen
    return row


def _record(actie: logboek.Actie, row: Voorstel, onderdeel: str) -> None:
    logboek.record(
        actie,
        "voorstel",
        object_id=row.uuid,
        onderdeel=str(onderdeel),
        regio=row.regio.slug,
    )
