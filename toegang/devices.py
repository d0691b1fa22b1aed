"""Which device knocks at the login door, and for whom it was opened before (T2).

Somebody who keeps guessing at an account makes its door slow for everybody, and a door
that is slow for ever is a door that is locked: a stalker could keep a client out. So a
device that got in before has a count of its own (OWASP calls this device cookies), and a
link from the mailbox makes a new device known. The cookie is signed, goes to the door and
nowhere else, and holds no address and no name.
"""

from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import get_random_string, salted_hmac

from .models import Gebruiker

COOKIE, PATH = "toestel", "/inloggen/"
SALT = "toegang.toestel"
KEPT_S = 31_536_000
MOST_ACCOUNTS = 8  # a shared computer of a community centre


class Device:
    """`id` is empty for a browser that did not show the cookie."""

    def __init__(self, request: HttpRequest) -> None:
        self.id, self.accounts = _read(request.COOKIES.get(COOKIE, ""))

    def knows(self, user: Gebruiker | None) -> bool:
        return user is not None and _mark(user) in self.accounts

    def give_id(self, response: HttpResponse) -> None:
        if not self.id:
            self._write(response)

    def remember(self, response: HttpResponse, user: Gebruiker) -> None:
        """`user` got in on this device."""
        others = [mark for mark in self.accounts if mark != _mark(user)]
        self.accounts = [_mark(user), *others][:MOST_ACCOUNTS]
        self._write(response)

    def _write(self, response: HttpResponse) -> None:
        self.id = self.id or get_random_string(16)
        response.set_cookie(
            COOKIE,
            signing.dumps([self.id, *self.accounts], salt=SALT),
            max_age=KEPT_S,
            path=PATH,
            httponly=True,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )


def _read(cookie: str) -> tuple[str, list[str]]:
    try:
        found: Any = signing.loads(cookie, salt=SALT, max_age=KEPT_S)
    except signing.BadSignature:
        return "", []
    return found[0], found[1:]


def _mark(user: Gebruiker) -> str:
    return salted_hmac(SALT, str(user.uuid)).hexdigest()[:16]
