"""The heads of the log's chains by mail to who guards privacy: a third place (T6)."""

from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone

from basis.actor import Actor, acting
from logboek import selectors as logboek
from toegang.choices import Soort
from toegang.models import Rol


@transaction.atomic
def mail_heads() -> int:
    """One letter a person a region, to every functionaris gegevensbescherming of today;
    how many went. Nothing in it but a number and a hash."""
    with acting(Actor.job("logboek").taking_role("nk_loglezer")):
        heads = {head.regio: head for head in logboek.heads()}
    today = timezone.localdate()
    guards = (
        Rol.objects.on(today)
        .filter(soort=Soort.FUNCTIONARIS, gebruiker__is_active=True)
        .values_list("gebruiker__naam", "gebruiker__email", "organisatie__regio__slug")
        .distinct()
        .order_by("gebruiker__email", "organisatie__regio__slug")
    )
    letters = [
        (naam, email, heads[regio]) for naam, email, regio in guards if regio in heads
    ]
    for naam, email, head in letters:
        words = {"naam": naam, "kop": head, "dag": today}
        text = render_to_string("mail/toegang_logboek.txt", words)
        send_mail("Stand van het logboek", text, None, [email])
    return len(letters)
