"""Beginning a traject and keeping its steps."""

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from basis.constraints import insert_once
from kompas.choices import Stapstand
from kompas.models import Begeleider, Traject, Trajectstap
from logboek import services as logboek
from toegang import services as toegang
from toegang.models import Gemeente, Regio, Uitnodiging, Wijk

STAPPEN = range(1, 6)
BEGELEIDER = "begeleider"  # kind of invitation


@transaction.atomic
def start_traject(
    *,
    uuid: UUID,
    regio: Regio,
    naam: str,
    gemeenten: Iterable[Gemeente],
    wijken: Iterable[Wijk],
    begeleider_naam: str,
    begeleider_email: str,
) -> None:
    """A traject with its five steps, and the invitation of who will lead it. Sent twice,
    begun once."""
    today = timezone.localdate()
    traject = Traject(uuid=uuid, regio=regio, naam=naam, begonnen_op=today)
    if not insert_once(traject):
        return
    traject.gemeenten.set(gemeenten)
    traject.wijken.set(wijken)
    Trajectstap.objects.bulk_create(
        Trajectstap(traject=traject, nummer=nummer) for nummer in STAPPEN
    )
    logboek.record(logboek.Actie.CREATE, "traject", object_id=uuid, regio=regio.slug)
    invite_begeleider(traject=traject, naam=begeleider_naam, email=begeleider_email)


@transaction.atomic
def invite_begeleider(*, traject: Traject, naam: str, email: str) -> None:
    """A letter for who will lead the traject. Who was asked and did not answer makes room:
    their letter stops working. Who leads it already stays."""
    waiting = traject.begeleiders.filter(gebruiker=None)
    for row in waiting:
        toegang.withdraw(
            soort=BEGELEIDER, sleutel=str(row.pk), regio=traject.regio.slug
        )
    waiting.delete()
    begeleider = Begeleider.objects.create(
        traject=traject, naam=naam, van=timezone.localdate()
    )
    begeleider.uitnodiging = send_invitation(
        soort=BEGELEIDER,
        sleutel=str(begeleider.pk),
        naam=naam,
        email=email,
        traject=traject,
        template="mail/kompas_begeleider.txt",
    )
    begeleider.save(update_fields=["uitnodiging"])


@transaction.atomic
def change_stap(*, stap: Trajectstap, stand: Stapstand, wie: str, notitie: str) -> None:
    """Where the group stands with a step; in any order, and back again."""
    stap.stand, stap.wie, stap.notitie = stand, wie, notitie
    stap.save(update_fields=["stand", "wie", "notitie"])
    logboek.record(
        logboek.Actie.UPDATE,
        "trajectstap",
        object_id=f"{stap.traject.uuid} {stap.nummer}",
        regio=stap.traject.regio.slug,
    )


def send_invitation(
    *, soort: str, sleutel: str, naam: str, email: str, traject: Traject, template: str
) -> Uitnodiging:
    """Makes an invitation and puts the letter with its link in the outbox."""
    invitation, code = toegang.invite(
        soort=soort, sleutel=sleutel, email=email, naam=naam, regio=traject.regio.slug
    )
    words = {
        "naam": naam,
        "traject": traject,
        "link": settings.BASE_URL + reverse("uitnodiging", args=[code]),
        "dagen": settings.UITNODIGING_DAGEN,
    }
    send_mail(
        "Je bent uitgenodigd",
        render_to_string(template, words),
        None,
        [invitation.email],
    )
    return invitation
