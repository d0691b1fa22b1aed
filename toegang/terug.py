"""The words of somebody whose session ended while they typed (Q7, docs/adr/0016).

A form that is sent after the end is answered by the login page. What was typed goes along in
it, in an envelope that only this server opens: not into a session, a cookie or a table. After
the password and the code it comes back, and the page is made as if it was asked for (GET),
with its form bound to `Teruggebracht`: no view writes, and no form is valid. Only the account
and the role that wrote it get it, on the path it was written for, for a few hours.
"""

import base64
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.crypto import salted_hmac

from cryptography.exceptions import InvalidTag

from basis import crypto
from basis.marks import is_in_any_role, is_outside
from basis.teruggebracht import Teruggebracht

FIELD, WHO, ROLE = "_terug", "_wie", "_rol"
STAYS_BEHIND = {
    FIELD,
    WHO,
    ROLE,
    "csrfmiddlewaretoken",
    "code",
    "password",
    "wachtwoord",
}
SALT = "toegang.terug"
KEPT_S = 4 * 3600  # to find a telephone, or a new password by mail
LARGEST = 1_000_000  # a form of the plan at its longest is less than half of it
GONE = "Wat hier eerder was ingevuld, is niet bewaard."
NOT_DONE = "Je was even weg. Wat je net deed, is niet bewaard. Doe het nog een keer."


@dataclass(frozen=True)
class Envelop:
    """`pad` is where it was sent to, `van` the page the form stood on."""

    wie: str
    rol: str
    pad: str
    van: str
    op: float
    velden: list[tuple[str, list[str]]]

    def as_typed(self) -> Teruggebracht:
        data = Teruggebracht(mutable=True)
        for name, values in self.velden:
            data.setlist(name, values)
        return data


def mark_of(user: Any) -> str:
    """Stands in every form of this account; says of which only to who has the key."""
    return salted_hmac(SALT, str(user.pk), algorithm="sha256").hexdigest()[:32]


def carried(request: Any, view: Callable[..., Any], *, came: str) -> str:
    """The envelope of what was sent to a page behind the login; "" without words. It names
    the account that the form says it is of: a session that is over says nothing, and may
    have been somebody else's."""
    if request.method != "POST" or is_outside(view) or is_in_any_role(view):
        return ""
    if not getattr(view, "login_required", True):
        return ""
    if FIELD in request.POST:  # it ended again on the way back
        return envelope_in(request)
    fields = [pair for pair in request.POST.lists() if pair[0] not in STAYS_BEHIND]
    wie = request.POST.get(WHO, "")
    if not fields or not wie:
        return ""
    rol, path = request.POST.get(ROLE, ""), request.get_full_path()
    return sealed(Envelop(wie, rol, path, came, time.time(), fields))


def sealed(envelope: Envelop) -> str:
    """ "" of what is too large to go along."""
    text = json.dumps(vars(envelope)).encode()
    if len(text) > LARGEST:
        return ""
    box = crypto.seal(_key(settings.SECRET_KEY), text, SALT)
    return base64.urlsafe_b64encode(box).decode()


def opened(text: str) -> Envelop | None:
    """None of what was changed, is too old, or never was one."""
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        try:
            box = base64.urlsafe_b64decode(text)
            found = json.loads(crypto.open_(_key(secret), box, SALT))
        except (ValueError, InvalidTag):
            continue
        envelope = Envelop(**found)
        return envelope if time.time() - envelope.op <= KEPT_S else None
    return None


def _key(secret: str) -> bytes:
    return salted_hmac(f"{SALT}.sleutel", "", secret, algorithm="sha256").digest()


def envelope_in(request: Any) -> str:
    """That goes along through the pages of logging in."""
    text: str = getattr(request, "meegenomen", "") or request.POST.get(FIELD, "")
    return text


def go_on(request: HttpRequest, text: str, envelope: Envelop) -> HttpResponse:
    """The page between: its button sends the envelope back to where it was written."""
    context = {"envelop": text, "pad": envelope.pad}
    return render(request, "toegang/verder.html", context)


class TerugMiddleware:
    """After RolMiddleware: a post that brings words back is a question for the page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        response = self.get_response(request)
        if getattr(request, "teruggebracht", None) is None:
            return response
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:  # a button, no page
            messages.info(request, NOT_DONE)
            return redirect(request.terug_naar)
        if response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY:
            response.status_code = HTTPStatus.OK  # nothing was asked of it yet
        return response

    def process_view(
        self, request: Any, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> None:
        if request.method != "POST" or is_outside(view) or is_in_any_role(view):
            return
        if FIELD not in request.POST:
            return
        envelope = opened(request.POST[FIELD])
        request.method, request.POST = "GET", QueryDict()
        if envelope and is_for(envelope, request):
            request.teruggebracht = envelope.as_typed()
            request.terug_naar = envelope.van
        else:
            messages.info(request, GONE)


def is_for(envelope: Envelop, request: Any) -> bool:
    """The account, the role and the path it was written in."""
    rol = request.actieve_rol.sleutel if request.actieve_rol else ""
    here = (mark_of(request.user), rol, request.get_full_path())
    return (envelope.wie, envelope.rol, envelope.pad) == here
