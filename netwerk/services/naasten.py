"""Asking a naaste to read along: a letter or a mail, their yes, and the client who lets
them in."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from basis import codes
from basis.constraints import insert_once
from logboek import services as logboek
from logboek.services import Actie
from netwerk.choices import Hoedanigheid, Vertegenwoordiging
from netwerk.models import Betrokkenheid, Client, Naastenuitnodiging, Startbrief
from netwerk.rules.onderdelen import Recht
from toegang.choices import Soort
from toegang.models import Gebruiker
from toegang.services import invite, withdraw

from .spoor import trace_own
from .starten import DAYS, LENGTH, LetterOver, give_role, hash_of
from .toestemmingen import give

KEPT_DAYS = 30  # that a letter stays when it is over
MEELEZEN = "meelezen"  # kind of invitation by mail; its key is the hash of the letter
Rechten = Mapping[str, Recht]


@dataclass(frozen=True)
class Vraag:
    """What came to an account: somebody asks it to read along."""

    uuid: UUID
    naam: str  # of the account of who asks
    ja_op: datetime | None
    tot: datetime
    client: str
    regio: str
    organisatie: str = ""  # that asks who acts for the client; "": the client asks
    bevoegd: str = ""  # how the letter names that, as JSON

    @property
    def soort(self) -> str:
        """ "Mentor", where the letter is for who acts for the client."""
        said = json.loads(self.bevoegd or "{}")
        return Vertegenwoordiging(said["soort"]).label if said else ""


@transaction.atomic
def ask(
    *, uuid: UUID, client: Client, naam: str, relatie: str, rechten: Rechten
) -> str:
    """An invitation; returns the code for its letter, which cannot be read back. Asked for
    twice, made once: then there is none."""
    code = codes.new_code(LENGTH)
    asked = Naastenuitnodiging(
        uuid=uuid,
        client=client,
        hash=hash_of(code),
        rechten={deel: int(recht) for deel, recht in rechten.items() if recht},
        tot=timezone.now() + timedelta(days=DAYS),
    )
    asked.naam, asked.relatie = naam, relatie
    if not insert_once(asked):
        return ""
    trace_own(Actie.CREATE, client, soort="naastenuitnodiging", object_id=uuid)
    return code


@transaction.atomic
def mail(*, asked: Naastenuitnodiging, email: str) -> str:
    """The same by mail: returns the code of the link. The mail says no name and nothing of a
    plan (P4); who asks shows after logging in. It does not say who wrote it either: the row
    of an invitation stands outside the walls of the plan."""
    _, code = invite(
        soort=MEELEZEN,
        sleutel=asked.hash,
        email=email,
        naam="",  # says it themselves
        regio=asked.client.regio.slug,
        unsigned=True,
    )
    return code


@transaction.atomic
def take_back(*, asked: Naastenuitnodiging) -> None:
    """The letter opens nothing any more, and who said yes meanwhile does not come in."""
    rows = Naastenuitnodiging.objects.visible_to(asked.client.gebruiker).open()
    if rows.filter(pk=asked.pk).update(ingetrokken_op=timezone.now()):
        regio = asked.client.regio.slug
        withdraw(soort=MEELEZEN, sleutel=asked.hash, regio=regio, silent=True)
        trace_own(
            Actie.DELETE,
            asked.client,
            soort="naastenuitnodiging",
            object_id=asked.uuid,
        )


@transaction.atomic
def came(*, hash: str, user: Gebruiker) -> UUID:  # noqa: A002 - the column's name
    """A letter came to the account that acts; it may be a naaste now, of nobody yet. Raises
    LetterOver: also for somebody else's letter, and for one's own."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT uuid, client, regio FROM poort.brief_kwam(%s)", [hash])
        row = cursor.fetchone()
    if row is None:
        raise LetterOver
    give_role(user, Soort.NAASTE)
    _record(Actie.EXECUTE, row[0], client=str(row[1]), regio=row[2])
    return UUID(str(row[0]))


def region_of(hash: str) -> str:  # noqa: A002 - the column's name
    """The slug of a region when somebody can still come in by the letter with this hash,
    else "". Who asks, it does not say."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT poort.brief_regio(%s)", [hash])
        [slug] = cursor.fetchone()
    return slug or ""


def asked_of_me() -> list[Vraag]:
    """What waits for who acts: for their answer, or for the client's."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT uuid, naam, ja_op, tot, client, regio, organisatie, bevoegd"
            " FROM poort.brieven()"
        )
        return [Vraag(*row) for row in cursor.fetchall()]


@transaction.atomic
def answer(*, vraag: Vraag, ja: bool) -> None:
    """Yes: the client is asked to let them in. No: as if the letter had never come. Raises
    LetterOver."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT poort.brief_antwoord(%s, %s)", [vraag.uuid, ja])
        [done] = cursor.fetchone()
    if not done:
        raise LetterOver
    if ja:
        _record(Actie.UPDATE, vraag.uuid, client=str(vraag.client), regio=vraag.regio)


@transaction.atomic
def admit(
    *,
    asked: Naastenuitnodiging,
    rechten: Rechten,
    van: date | None = None,
    tot: date | None = None,
) -> Betrokkenheid:
    """The client saw who it is and lets them in, with what they may. Said twice, done once.
    Raises LetterOver when it was taken back or not answered."""
    client = asked.client
    row = (
        Naastenuitnodiging.objects.visible_to(client.gebruiker)
        .filter(pk=asked.pk, ingetrokken_op=None)
        .exclude(ja_op=None)
        .select_for_update(of=("self",))
        .first()
    )
    if row is None or row.gebruiker_id is None:
        raise LetterOver
    today = timezone.localdate()
    wie = _there(client, row.gebruiker_id, today)
    if row.toegelaten_op is not None and wie is not None:
        return wie
    if wie is None:
        wie = Betrokkenheid(
            client=client,
            gebruiker_id=row.gebruiker_id,
            rol=Hoedanigheid.NAASTE,
            van=today,
        )
        wie.relatie = asked.relatie
        wie.save(force_insert=True)
        trace_own(Actie.CREATE, client, soort="betrokkenheid", object_id=wie.uuid)
    give(betrokkenheid=wie, rechten=rechten, van=van, tot=tot)
    Naastenuitnodiging.objects.visible_to(client.gebruiker).filter(pk=row.pk).update(
        toegelaten_op=timezone.now()
    )
    return wie


@transaction.atomic
def forget_letters() -> None:
    """Each night: letters of both kinds that were used, taken back or too old a month ago,
    with whom they were for. No line in the log: nobody did this."""
    day = timezone.now() - timedelta(days=KEPT_DAYS)
    Startbrief.objects.over_before(day).delete()
    Naastenuitnodiging.objects.for_job("brieven_vergeten").over_before(day).delete()


def _there(client: Client, gebruiker: int, today: date) -> Betrokkenheid | None:
    """Somebody is let in once, however many letters they had."""
    return (
        Betrokkenheid.objects.visible_to(client.gebruiker)
        .current(today)
        .filter(client=client, gebruiker=gebruiker, rol=Hoedanigheid.NAASTE)
        .first()
    )


def _record(actie: Actie, uuid: object, *, client: str, regio: str) -> None:
    logboek.record(
        actie, "naastenuitnodiging", object_id=uuid, client=client, regio=regio
    )
