"""A new password: chosen by who is logged in, or by who reads the mailbox."""

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse

from logboek import services as logboek
from toegang.models import Gebruiker


@transaction.atomic
def send_link(*, email: str) -> None:
    """A letter with a link, when there is an account with this address. Whoever asks hears
    the same in both cases."""
    user = Gebruiker.objects.filter(email=email, is_active=True).first()
    if user is None:
        return
    token = default_token_generator.make_token(user)
    path = reverse("account_reset_password_from_key", args=[user.uuid, token])
    _mail(user, "Een nieuw wachtwoord kiezen", "wachtwoord", settings.BASE_URL + path)


@transaction.atomic
def change_password(*, user: Gebruiker, password: str) -> None:
    """Every other session ends by it (the session holds a hash of the password)."""
    user.set_password(password)
    user.save(update_fields=["password"])
    logboek.record(logboek.Actie.UPDATE, "wachtwoord", object_id=user.uuid)
    _mail(user, "Er is iets veranderd aan je account", "wachtwoord_nieuw")


def _mail(user: Gebruiker, subject: str, letter: str, link: str = "") -> None:
    words = {
        "naam": user.naam,
        "link": link,
        "uren": settings.PASSWORD_RESET_TIMEOUT // 3_600,
        "helpdesk": settings.HELPDESK,
    }
    text = render_to_string(f"mail/toegang_{letter}.txt", words)
    send_mail(subject, text, None, [user.email])
