"""Every view runs in one transaction, as the person who asks, in one role."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from basis.actor import Actor, acting
from basis.doors import TooFast
from basis.marks import is_in_any_role, is_outside, is_untraced
from logboek import services as logboek

from . import terug
from .http import actor_for
from .models import Gebruiker
from .roles import SESSION_KEY, choose, roles_of

FIELD = "_rol"


class RolMiddleware:
    """Sets `request.rollen`, `request.actieve_rol` and the same on the user.

    A form carries the role it was made with; sent after the role was switched in another
    tab it is not carried out (T1).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: Any, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        request.rollen, request.actieve_rol = [], None
        if is_outside(view) or not request.user.is_authenticated:
            return None
        user: Gebruiker = request.user
        request.rollen = roles_of(user)
        request.actieve_rol = choose(
            request.rollen, request.session.get(SESSION_KEY, "")
        )
        user.actieve_rol = request.actieve_rol
        if not is_untraced(view):
            request.wie = terug.mark_of(user)
        if request.method != "POST" or is_in_any_role(view):
            return None
        if terug.FIELD in request.POST:  # says its role itself, and carries nothing out
            return None
        return other_role(request) if self._other_role(request) else None

    def _other_role(self, request: Any) -> bool:
        now = request.actieve_rol.sleutel if request.actieve_rol else ""
        made_with = request.POST.get(FIELD)
        if made_with is None:
            return len(request.rollen) > 1
        return bool(made_with != now)


class ActorMiddleware:
    """Last in MIDDLEWARE: `process_view` calls the view itself.

    The transaction is round the view and the rendering of its answer, not round the
    middleware, because an error page is made after the view's transaction was rolled
    back: it may ask the database for the menu, and a transaction that is marked for
    rollback would turn a 404 into a 500. A refusal is written down after the rollback.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: Any, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        if is_outside(view):
            return None
        actor = Actor.person(None) if is_untraced(view) else actor_of(request)
        try:
            with acting(actor):
                response = view(request, *args, **kwargs)
                if callable(getattr(response, "render", None)):
                    response = response.render()
                if response.streaming and not hasattr(response, "file_to_stream"):
                    raise RuntimeError("a stream is read after the transaction")
                if response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
                    transaction.set_rollback(True)
        except TooFast as too_fast:
            return slow_down(request, too_fast.seconds)
        except (Http404, PermissionDenied):
            self._record_refusal(request, actor, kwargs)
            raise
        if response.status_code in {HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND}:
            self._record_refusal(request, actor, kwargs)  # a page of its own for it
        return response

    def _record_refusal(
        self, request: Any, actor: Actor, kwargs: dict[str, Any]
    ) -> None:
        """Of people who are logged in: a visitor's wrong address is no event of a person."""
        if actor.persoon is None:
            return
        looked = request.method in {"GET", "HEAD"}
        with acting(actor):
            logboek.record_refusal(
                logboek.Actie.READ if looked else logboek.Actie.EXECUTE,
                request.resolver_match.view_name,
                [value for value in kwargs.values() if isinstance(value, UUID)],
            )


def other_role(request: Any) -> HttpResponse:
    """Nothing was carried out. A part of a page cannot say that: the whole window does."""
    response = render(request, "toegang/andere_rol.html", status=HTTPStatus.CONFLICT)
    if request.htmx:
        response["HX-Redirect"] = f"{reverse('rol')}?gewisseld=1"
    return response


def slow_down(request: HttpRequest, seconds: int) -> HttpResponse:
    """The door is closed for a moment, and says for how long."""
    response = render(
        request,
        "429.html",
        {"seconden": seconds, "minuten": -(-seconds // 60)},
        status=HTTPStatus.TOO_MANY_REQUESTS,
    )
    response["Retry-After"] = str(seconds)
    return response


def actor_of(request: Any) -> Actor:
    """Who asks. For a guest nothing is known, and nothing is kept."""
    if not request.user.is_authenticated:
        return Actor.person(None)
    return actor_for(request, request.user, request.actieve_rol)
