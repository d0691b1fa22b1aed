"""Reports that a page is wrong: taken in, told to who keeps it, handled, answered (N5)."""

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from basis.actor import Actor, acting, current
from basis.constraints import insert_once
from logboek import services as logboek
from netwerk.choices import AFGEHANDELD, Meldstatus
from netwerk.models import Melding, Voorstel, Voorziening
from netwerk.rules import melding as rules
from netwerk.rules.meldnummer import new_number
from toegang.choices import Soort
from toegang.models import Gebruiker, Rol

TAAK = "melding"
TRIES = 5  # for a number that is free; a second one is hardly ever needed


class NotOpen(Exception):
    """Somebody else handled it in the meantime."""


@transaction.atomic
def report(
    *, uuid: UUID, voorziening: Voorziening, veld: str, tekst: str, email: str = ""
) -> Melding:
    """Kept once, however often it is sent; who keeps the page hears that it is there."""
    known = Melding.objects.filter(uuid=uuid).first()
    if known is not None:
        return known
    melding = Melding(
        uuid=uuid, voorziening=voorziening, veld=veld, tekst=tekst, email=email
    )
    melding.nummer = _free_number()
    if not insert_once(melding):
        return Melding.objects.get(uuid=uuid)
    # a visitor is nobody, and nothing of them is kept: the line is of the work itself
    with acting(current() if current().persoon else Actor.job(TAAK)):
        _record(logboek.Actie.CREATE, melding, melding.veld)
    keepers = list(keepers_of(voorziening))
    _tell(melding, keepers)
    return melding


def keepers_of(about: Voorziening | Voorstel) -> Iterable[Gebruiker]:
    """Who looks at a report or a proposal: those who keep the organisation's pages today,
    else those who manage the region. Somebody whose role has ended is no keeper."""
    today = timezone.localdate()
    roles = Rol.objects.on(today).filter(gebruiker__is_active=True)
    roles = roles.select_related("gebruiker").order_by("pk")
    own = roles.filter(
        soort=Soort.ORGANISATIEBEHEERDER, organisatie=about.organisatie_id
    )
    region = roles.filter(soort=Soort.REGIOBEHEERDER, regio=about.regio_id)
    found = list(own) or list(region)
    people = (role.gebruiker for role in found)
    return list(dict.fromkeys(person for person in people if person))


@transaction.atomic
def take_up(*, melding: Melding) -> None:
    """The reporter sees that somebody looks at it."""
    row = _locked(melding)
    if row.status == Meldstatus.IN_BEHANDELING:
        return
    row.status = Meldstatus.IN_BEHANDELING
    row.save(update_fields=["status"])
    _record(logboek.Actie.UPDATE, row, row.status)


@transaction.atomic
def handle(*, melding: Melding, status: str, antwoord: str, door: Gebruiker) -> None:
    """Closes it with words for the reporter. Their address is used for that once, and
    forgotten. Raises NotOpen when somebody else was first."""
    if status not in AFGEHANDELD:
        raise ValueError(status)
    row = _locked(melding)
    address, row.email = row.email, ""
    row.status, row.antwoord = Meldstatus(status), antwoord
    row.afgehandeld_op, row.afgehandeld_door = timezone.now(), door
    row.save()
    _record(logboek.Actie.UPDATE, row, row.status)
    if address:
        words = {"melding": row, "link": link_to(row)}
        send_mail(
            "Er is gekeken naar je melding",
            render_to_string("mail/netwerk_melding_antwoord.txt", words),
            None,
            [address],
        )


def forget_reporters() -> None:
    """Each night: the addresses of reports that nobody answered. No line in the log: it
    would say when somebody sent what."""
    day = rules.keeps_address_from(timezone.localdate())
    Melding.objects.with_address_before(day).update(email="")


def link_to(melding: Melding) -> str:
    """Where it is followed, by anybody who has the number."""
    return settings.BASE_URL + reverse("melding_volgen", args=[melding.nummer])


def _tell(melding: Melding, keepers: Iterable[Gebruiker]) -> None:
    """Without a word of what was reported: that stands behind the login."""
    words = {
        "melding": melding,
        "link": settings.BASE_URL + reverse("melding", args=[melding.uuid]),
    }
    for keeper in keepers:
        send_mail(
            "Er is een melding over de sociale kaart",
            render_to_string(
                "mail/netwerk_melding_nieuw.txt", words | {"naam": keeper.naam}
            ),
            None,
            [keeper.email],
        )


def _free_number() -> str:
    for _ in range(TRIES):
        number = new_number()
        if not Melding.objects.filter(nummer=number).exists():
            return number
    raise RuntimeError("no number is free")


def _locked(melding: Melding) -> Melding:
    row = Melding.objects.select_for_update().get(pk=melding.pk)
    if not row.is_open:
        raise NotOpen
    return row


def _record(actie: logboek.Actie, melding: Melding, onderdeel: str) -> None:
    logboek.record(
        actie,
        "melding",
        object_id=melding.uuid,
        onderdeel=str(onderdeel),
        regio=melding.voorziening.regio.slug,
    )
