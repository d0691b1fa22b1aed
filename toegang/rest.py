"""A session ends after a time of rest, and a login that is asked for leads back (T2)."""

import time
from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from basis.actor import acting
from basis.marks import at_rest, is_outside, is_untraced

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
    is back where they were. A part of a page cannot hold a login page: then the whole
    window goes there, but for a screen on the wall, which stands still.
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
        words = {"next": came_from(request)}
        if getattr(request, "rested", False):
            words["rust"] = "1"
        url = f"{reverse('account_login')}?{urlencode(words)}"
        if at_rest(view) and is_automatic(request):
            return render(request, at_rest(view), {"inloggen": url})
        return whole_window(request, url)


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
