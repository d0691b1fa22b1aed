"""Asking an owner by mail whether it is still right, and what came back."""

import hashlib
import secrets
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from basis.actor import Actor, acting, current
from basis.constraints import insert_once
from logboek import services as logboek
from netwerk.models import Bevestigingslink, Voorziening

from .controles import confirm

DAYS = 30
KEPT_DAYS = 30  # the address, after the link was used or ran out
TAAK = "bevestigen"  # who has the letter is nobody we know


class LinkUsed(Exception):
    """By another click, a moment ago."""


def hash_of(code: str) -> str:
    return hashlib.sha256(code.encode(errors="replace")).hexdigest()


@transaction.atomic
def ask(
    *, uuid: UUID, voorziening: Voorziening, email: str, velden: Sequence[str]
) -> str:
    """A letter with a link; returns its code, which cannot be read back. Asked twice, sent
    once: then there is none."""
    code = secrets.token_urlsafe(24)
    link = Bevestigingslink(
        uuid=uuid,
        hash=hash_of(code),
        voorziening=voorziening,
        velden=list(velden),
        email=email,
        tot=timezone.now() + timedelta(days=DAYS),
        gemaakt_door_id=current().persoon,
    )
    if not insert_once(link):
        return ""
    words = {
        "voorziening": voorziening,
        "link": settings.BASE_URL + reverse("bevestig", args=[code]),
        "dagen": DAYS,
    }
    text = render_to_string("mail/netwerk_bevestig.txt", words)
    send_mail(f"Klopt dit nog? {voorziening.naam}", text, None, [email])
    _record(logboek.Actie.CREATE, link)
    return code


@transaction.atomic
def answer(
    *, link: Bevestigingslink, save: Callable[[], None], velden: Collection[str]
) -> None:
    """Uses the link up: `save` keeps what was changed, and of what was asked `velden`
    count as looked at. Raises LinkUsed."""
    with acting(replace(Actor.job(TAAK), spoor=current().spoor)):
        row = Bevestigingslink.objects.select_for_update(of=("self",)).get(pk=link.pk)
        if row.gebruikt_op is not None:
            raise LinkUsed
        save()
        looked_at = [veld for veld in row.velden if veld in velden]
        confirm(voorziening=link.voorziening, velden=looked_at)
        row.gebruikt_op = timezone.now()
        row.save(update_fields=["gebruikt_op"])
        _record(logboek.Actie.EXECUTE, link)


def forget_addresses() -> None:
    """Each night: to whom a link went that was used, or ran out, a month ago. The link
    itself stays, and still says that it was used. No line in the log: nobody did this."""
    day = timezone.now() - timedelta(days=KEPT_DAYS)
    done = Q(gebruikt_op__lte=day) | Q(tot__lte=day)
    Bevestigingslink.objects.filter(done).exclude(email="").update(email="")


def _record(actie: logboek.Actie, link: Bevestigingslink) -> None:
    logboek.record(
        actie,
        "bevestigingslink",
        object_id=link.uuid,
        regio=link.voorziening.regio.slug,
    )
