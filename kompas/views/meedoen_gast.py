"""Who is at this page under /meedoen/: by account, by the cookie of a guest, or nobody.

A guest's secret has a cookie of its own and never a session: a session row would decode
to a person and a ballot together. One cookie a round, so that two rounds on one telephone
do not push each other out. It holds the uuid of the round too: once that is closed its
code leads nowhere any more, and whoever took part still hears what happened.
"""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Concatenate, ParamSpec
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse

from basis.forms import without_controls
from basis.marks import untraced
from kompas.models import Ronde
from kompas.rules.code import normalise
from kompas.selectors import deelname
from kompas.selectors.deelname import Deelnemer
from kompas.services.stemmen import Uitslag
from toegang.http import GastRequest

from .meedoen_antwoord import refused

PATH = "/meedoen/"
COOKIE_DAYS = 180
P = ParamSpec("P")
View = Callable[Concatenate[GastRequest, Deelnemer, P], HttpResponse]


def cookie_name(code: str) -> str:
    return f"meedoen-{code}"


def new_secret(ronde: Ronde) -> str:
    """For the cookie of a guest: the uuid of the round, and chance."""
    return f"{ronde.uuid.hex}.{secrets.token_urlsafe(24)}"


def member_mark(ronde: Ronde) -> str:
    """For the cookie of somebody with an account: which round, and no secret."""
    return f"{ronde.uuid.hex}."


def secret_of(request: GastRequest, ronde: Ronde) -> str:
    """The secret of this device for this round, "" when there is none."""
    value = request.COOKIES.get(cookie_name(ronde.code), "")
    about, _, chance = value.partition(".")
    return value if about == ronde.uuid.hex and chance else ""


def keep(request: GastRequest, response: HttpResponse, code: str, value: str) -> None:
    response.set_cookie(
        cookie_name(code),
        value,
        max_age=COOKIE_DAYS * 86_400,
        path=PATH,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )


def deelnemer_of(request: GastRequest, code: str) -> Deelnemer | None:
    """Who takes part here: first the account, then the device."""
    if request.user.is_authenticated:
        wie = deelname.member(code, request.user)
        if wie is not None:
            return wie
    return deelname.guest(code, request.COOKIES.get(cookie_name(code), ""))


def for_deelnemer(view: View[P]) -> Callable[..., HttpResponse]:
    """A page for who takes part; anybody else is told where to begin."""

    @untraced
    @login_not_required
    @wraps(view)
    def inner(
        request: GastRequest, code: str, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        code = normalise(code)
        wie = deelnemer_of(request, code)
        if wie is None:
            return not_joined(request, code)
        return view(request, wie, *args, **kwargs)

    return inner


def not_joined(request: GastRequest, code: str) -> HttpResponse:
    closed = closed_round(request, code)
    if closed is not None:
        return gesloten(request, closed)
    to = reverse("meedoen_ronde", args=[code or "-"])
    if has_member_mark(request, code) and not request.user.is_authenticated:
        to = f"{reverse('account_login')}?{urlencode({'next': to})}"
    if request.htmx:
        response = HttpResponse(status=HTTPStatus.NO_CONTENT)
        response["HX-Redirect"] = to
        return response
    return HttpResponseRedirect(to)


def has_member_mark(request: GastRequest, code: str) -> bool:
    return request.COOKIES.get(cookie_name(code), "").endswith(".")


def closed_round(request: GastRequest, code: str) -> Ronde | None:
    """The round this device took part in, once it is closed."""
    about = request.COOKIES.get(cookie_name(code), "").partition(".")[0]
    try:
        found = Ronde.objects.filter(uuid=uuid.UUID(hex=about))
    except ValueError:
        return None
    return found.exclude(gesloten_op=None).select_related("traject").first()


def gesloten(request: GastRequest, ronde: Ronde) -> HttpResponse:
    """Nothing can be answered any more. What was sent now is shown, to copy."""
    if request.method == "POST":
        words = {
            "woorden": without_controls(
                request.POST.get("opmerking") or request.POST.get("tekst") or ""
            )
        }
        return refused(request, Uitslag.GESLOTEN, ronde, **words)
    context = {"ronde": ronde}
    page = "kompas/meedoen/gesloten.html"
    return render(request, page, context, status=HTTPStatus.GONE)


def to_cards(wie: Deelnemer) -> HttpResponse:
    return redirect("meedoen_kaarten", code=wie.ronde.code)
