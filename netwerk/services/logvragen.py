"""A question of a client about a line of the log, and the answer of the organisation whose
person it was (T6). Who acts comes from the transaction."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.core.mail import send_mail
from django.db import IntegrityError, connection, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from basis.actor import asker
from basis.constraints import broken_constraint, insert_once
from logboek.services import Actie
from netwerk.choices import Logvraagsoort
from netwerk.models import Client, Logvraag, Vraagsleutel
from netwerk.selectors import functionaris
from toegang.choices import Soort
from toegang.models import Gebruiker, Rol

from .spoor import trace_own

DAYS = 14  # in which the answer is promised (docs/adr/0013)


class NotOpen(Exception):
    """Answered already, or not for who acts: of another organisation, or about them."""


@transaction.atomic
def ask(
    *,
    uuid: UUID,
    client: Client,
    regel: int,
    organisatie: int,
    soort: Logvraagsoort,
    vraag: str = "",
    mag_horen: bool = False,
) -> bool:
    """About one line, once; False when it was asked already. The organisation hears by mail
    that there is a question, without a word of it."""
    now = timezone.now()
    row = Logvraag(
        uuid=uuid,
        client=client,
        organisatie_id=organisatie,
        regel=regel,
        soort=soort,
        mag_horen=mag_horen,
        gevraagd_op=now,
        tot=timezone.localdate(now) + timedelta(days=DAYS),
    )
    key = Vraagsleutel.of(row)
    row.sleutel = key
    row.vraag = vraag
    if not _insert(row):
        return False
    key.vraag = row
    key.save(force_insert=True)
    trace_own(Actie.CREATE, client, soort="logvraag", object_id=uuid)
    _tell(organisatie)
    return True


def _insert(row: Logvraag) -> bool:
    try:
        with transaction.atomic():
            return insert_once(row)
    except IntegrityError as error:
        if broken_constraint(error) != "logvraag_once":
            raise
        return False


@transaction.atomic
def answer(*, vraag: Logvraag, antwoord: str, door: Gebruiker) -> None:
    """Once, by a functionaris of the organisation that was asked, who is not the one it is
    about. The client gets a mail without content. Raises NotOpen."""
    rows = Logvraag.objects.for_functionaris(door).select_related("sleutel").open()
    row = rows.filter(pk=vraag.pk).select_for_update(of=("self",)).first()
    regel = functionaris.by_number(row.regel) if row else None
    if row is None or (regel and regel.persoon == door.pk):
        raise NotOpen
    row.antwoord = antwoord
    Logvraag.objects.for_functionaris(door).open().filter(pk=row.pk).update(
        antwoord_box=row.antwoord_box,
        beantwoord_op=timezone.now(),
        beantwoord_door_id=asker(),
    )
    email = trace_question(Actie.UPDATE, row)
    text = render_to_string(
        "mail/netwerk_logvraag_antwoord.txt", {"link": settings.BASE_URL}
    )
    send_mail("Er staat iets voor je klaar", text, None, [email])


def trace_question(actie: Actie, vraag: Logvraag) -> str:
    """The line of a functionaris, about the client whom the question is of; who that is, the
    database knows. Returns where the client gets mail. Raises NotOpen."""
    with connection.cursor() as cursor:
        cursor.execute(
            'SELECT email FROM poort.over_vraag(%s, %s::"char")',
            [vraag.uuid, actie.value],
        )
        row = cursor.fetchone()
    if row is None:
        raise NotOpen
    return str(row[0])


def guards(organisatie: int) -> list[Gebruiker]:
    """Who is functionaris there today."""
    return _holders(organisatie, Soort.FUNCTIONARIS)


def keepers(organisatie: int) -> list[Gebruiker]:
    """Who may give somebody that role."""
    return _holders(organisatie, Soort.ORGANISATIEBEHEERDER)


def _tell(organisatie: int) -> None:
    """Who guards privacy there; where nobody does, who may give somebody that role."""
    found = guards(organisatie)
    nobody = not found
    who = found or keepers(organisatie)
    link = settings.BASE_URL + reverse("mensen" if nobody else "functionaris_vragen")
    for one in who:
        words = {"naam": one.naam, "link": link, "niemand": nobody}
        text = render_to_string("mail/netwerk_logvraag_nieuw.txt", words)
        send_mail("Er wacht een vraag van een cliënt", text, None, [one.email])


def _holders(organisatie: int, soort: Soort) -> list[Gebruiker]:
    rows = (
        Rol.objects.exclude(gebruiker=None)
        .on(timezone.localdate())
        .filter(organisatie=organisatie, soort=soort, gebruiker__is_active=True)
        .select_related("gebruiker")
        .order_by("gebruiker__naam", "pk")
    )
    return list(
        {row.gebruiker_id: row.gebruiker for row in rows if row.gebruiker}.values()
    )
