"""How a plan begins: a letter with a code, somebody who types it, and their yes."""

import hashlib
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from basis import codes
from basis.actor import acting, asker, current
from basis.constraints import insert_once
from logboek import services as logboek
from logboek.services import Actie
from netwerk.models import Client, Startbrief
from netwerk.rules.rechten import may_begin
from toegang.choices import Soort
from toegang.models import Gebruiker, Organisatie, Regio, Rol

from .spoor import trace_own

LENGTH = (
    10  # signs of a code in a letter: some 10^12 codes, behind a door that slows down
)
DAYS = 30
PATH = "brief"


class TooYoung(Exception):
    """A plan begins at sixteen, in some regions at eighteen (T1)."""


class LetterOver(Exception):
    """Used, withdrawn or too old."""


def hash_of(code: str) -> str:
    return hashlib.sha256(code.encode(errors="replace")).hexdigest()


def normalise(text: str) -> str:
    """The code of a letter that somebody typed; "" when it is none."""
    return codes.normalise(text, length=LENGTH, path=PATH)


def shown(code: str) -> str:
    return codes.shown(code, 5)


@transaction.atomic
def write_letter(*, uuid: UUID, organisatie: Organisatie) -> str:
    """A letter to hand to somebody; returns its code, which cannot be read back. Asked for
    twice, made once: then there is none."""
    code = codes.new_code(LENGTH)
    letter = Startbrief(
        uuid=uuid,
        hash=hash_of(code),
        regio=organisatie.regio,
        organisatie=organisatie,
        gemaakt_door_id=asker(),
        tot=timezone.now() + timedelta(days=DAYS),
    )
    if not insert_once(letter):
        return ""
    _record(Actie.CREATE, letter)
    return code


@transaction.atomic
def withdraw_letter(*, letter: Startbrief) -> None:
    """Its code opens nothing any more; what it opened stays."""
    if (
        Startbrief.objects.open()
        .filter(pk=letter.pk)
        .update(ingetrokken_op=timezone.now())
    ):
        _record(Actie.DELETE, letter)


@transaction.atomic
def use_letter(*, letter: Startbrief, user: Gebruiker) -> None:
    """From now on this account may be a client; no plan begins yet. Raises LetterOver."""
    if (
        not Startbrief.objects.open()
        .filter(pk=letter.pk)
        .update(gebruikt_op=timezone.now())
    ):
        raise LetterOver
    with acting(replace(current(), persoon=user.pk)):
        give_role(user, Soort.CLIENT)
        _record(Actie.EXECUTE, letter)


def give_role(user: Gebruiker, soort: Soort) -> None:
    """Client or naaste: once, from today on."""
    today = timezone.localdate()
    if Rol.objects.held_from(today).filter(gebruiker=user, soort=soort).exists():
        return
    Rol.objects.create(gebruiker=user, soort=soort, van=today)


@transaction.atomic
def begin_plan(*, regio: Regio, user: Gebruiker, geboren_op: date) -> Client:
    """The yes: a plan about oneself, in the role of client. Said twice, begun once. Raises
    TooYoung."""
    today = timezone.localdate()
    if not may_begin(geboren_op, regio.plan_vanaf, today):
        raise TooYoung
    there = Client.objects.own(user).first()
    if there:
        return there
    client = Client(
        regio=regio, gebruiker=user, geboren_op=geboren_op, begonnen_op=today
    )
    client.begin()
    trace_own(Actie.CREATE, client, soort="client", object_id=client.uuid)
    return client


def _record(actie: Actie, letter: Startbrief) -> None:
    logboek.record(actie, "startbrief", object_id=letter.uuid, regio=letter.regio.slug)
