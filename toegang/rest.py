"""A session ends after a time of rest, and a login that is asked for leads back (T2)."""

import time
from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import resolve, reverse
from django.utils.http import urlencode

from basis.actor import acting
from basis.marks import at_rest, is_outside, is_untraced

from . import terug
from .choices import Soort
from .http import actor_for, is_ours
from .roles import roles_of
from .selectors.sessions import SEEN
from .services import entry

WRITE_EVERY_S = 60
SOONER = frozenset(  # who works at an organisation, often at a shared computer
    {
        Soort.PROFESSIONAL,
        Soort.ERVARINGSDESKUNDIGE,
        Soort.TEAMLEIDER,
        Soort.FUNCTIONARIS,
    }
)


class RustMiddleware:
    """Before LoginMiddleware: ends a session nobody used, and says so on the login page.

    What a page asks for by itself is rest: a part that htmx fetches does not count. Pages
    of participants in a round are left alone: whoever is still scoring is not thrown out,
    and their session row is not written while they answer (K7).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: Any, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> None:
        if is_outside(view) or is_untraced(view) or not request.user.is_authenticated:
            return
        now = int(time.time())
        rested_s = now - request.session.get(SEEN, now)
        if rested_s > rest_s(request.user, rested_s):
            end_by_rest(request)
        elif SEEN not in request.session or (
            rested_s > WRITE_EVERY_S and not is_automatic(request)
        ):
            request.session[SEEN] = now


def rest_s(user: Any, rested_s: int) -> int:
    """How long this person may rest. The roles are only looked up when it matters."""
    soon = settings.SESSION_RUST_MINUTEN_PROFESSIONAL * 60
    late = settings.SESSION_RUST_MINUTEN * 60
    if rested_s <= min(soon, late):
        return late
    is_professional = any(rol.soort in SOONER for rol in roles_of(user))
    return soon if is_professional else late


def is_automatic(request: Any) -> bool:
    return bool(request.headers.get("HX-Request")) and request.method == "GET"


def end_by_rest(request: Any) -> None:
    with acting(actor_for(request, request.user)):
        entry.record_logout(user=request.user, grond="rust")
        logout(request)
    request.rested = True


class LoginMiddleware:
    """Every page asks for a login, unless it says `login_not_required`; afterwards somebody
    is back where they were, and with the words of the form they sent (terug.py). A part of
    a page cannot hold a login page: then the whole window goes there, but for a part that
    says itself that the login ended: a screen on the wall, a form somebody types in.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: Any, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        if not getattr(view, "login_required", True) or request.user.is_authenticated:
            return None
        came, part = came_from(request), bool(request.headers.get("HX-Request"))
        if not part and (envelope := terug.carried(request, view, came=came)):
            return login_page(request, envelope, came)
        words = {"next": came}
        if getattr(request, "rested", False):
            words["rust"] = "1"
        url = f"{reverse('account_login')}?{urlencode(words)}"
        if part and at_rest(view):
            return render(request, at_rest(view), {"inloggen": url})
        return whole_window(request, url)


def login_page(request: Any, envelope: str, came: str) -> HttpResponse:
    """In the place of what was asked for: the words go along in it, and nowhere else."""
    request.method, request.POST = "GET", QueryDict()
    request.GET = QueryDict(urlencode({"next": came, "rust": "1"}))
    request.meegenomen = envelope
    response: HttpResponse = resolve(reverse("account_login")).func(request)
    response.status_code = HTTPStatus.UNAUTHORIZED
    return response


def words_of_old_form(request: Any) -> HttpResponse | None:
    """Of a form from before the login of now, when it is of the same account: somebody
    logged in again in another tab. Nothing is carried out."""
    view, came = request.resolver_match.func, came_from(request)
    envelope = terug.envelope_in(request) or terug.carried(request, view, came=came)
    found = terug.opened(envelope)
    if found is None:
        return None
    if not request.user.is_authenticated:
        return login_page(request, envelope, found.van)
    if found.wie != terug.mark_of(request.user):
        return None
    return terug.go_on(request, envelope, found)


def whole_window(request: HttpRequest, url: str) -> HttpResponse:
    """A redirect that a part of a page does not swallow."""
    if not request.headers.get("HX-Request"):
        return redirect(url)
    response = HttpResponse(status=HTTPStatus.UNAUTHORIZED)
    response["HX-Redirect"] = url
    return response


def came_from(request: HttpRequest) -> str:
    """The page to come back to: of a form or a part, the page it stands on."""
    page = request.headers.get("HX-Current-URL")
    if page is None and request.method not in {"GET", "HEAD"}:
        page = request.headers.get("Referer", "/")
    path = request.get_full_path() if page is None else _path_of(page)
    return path if is_ours(path) else "/"


def _path_of(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return "/"
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
