"""Getting in, as a browser does it."""

import re
import time

from django.core import mail
from django.db import connection
from django.test import Client
from django.urls import reverse

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt

from berichten import services as berichten
from tests.world import PASSWORD
from toegang.models import Gebruiker
from toegang.services import second_factor

LOGIN, CODE, VANDAAG = "/inloggen/", "/inloggen/code/", "/vandaag/"
STEP_S = 30


def knock(browser: Client, email: str, password: str = PASSWORD, **more):
    """Opens the login page as a person does (it gives a device its cookie), and sends."""
    browser.get(LOGIN)
    return browser.post(LOGIN, {"login": email, "password": password}, **more)


def logged_in(user: Gebruiker, **more) -> Client:
    browser = Client(**more)
    answer = knock(browser, user.email)
    assert answer.status_code == 302, answer.content
    return browser


def is_inside(browser: Client) -> bool:
    return browser.get(reverse("mijn_account")).status_code == 200


def with_app(user: Gebruiker) -> str:
    """Gives the person an app; returns its secret. Its first code was of long ago."""
    secret = second_factor.new_secret()
    code = app_code(secret)
    second_factor.use_app(user=user, secret=secret, code=code)
    row = Authenticator.objects.get(user=user, type="totp")
    row.data["stap"] -= 100
    row.save()
    return secret


def app_code(secret: str, steps: int = 0) -> str:
    """What the app shows now, or so many steps of half a minute later."""
    now = int(time.time()) // STEP_S
    return str(format_hotp_value(hotp_value(secret, now + steps)))


def secret_of(browser: Client) -> str:
    """Of the app that is being set up in this browser."""
    return str(decrypt(browser.session["tweede_stap"]))


def sent() -> list[mail.EmailMessage]:
    """Everything that waited in the outbox, sent."""
    berichten.send_batch(size=100)
    return mail.outbox


def link_in(letter: mail.EmailMessage) -> str:
    """The path of the only link in it."""
    found = re.findall(r"https?://[^/\s]+(/\S+)", letter.body)
    assert len(found) == 1, letter.body
    return found[0]


def log_lines() -> list[tuple[str, str, int]]:
    """What happened, to which part, and whether it was refused; oldest first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT object_soort, onderdeel, uitkomst FROM logboek.regel"
            " WHERE id > coalesce(current_setting('nk.proef_vanaf', true), '0')::bigint ORDER BY id"
        )
        return cursor.fetchall()
