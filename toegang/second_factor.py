"""Who must have a second factor, and when it is fresh enough for noodtoegang (T2, T5)."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled

from basis.marks import is_outside, is_untraced

from .choices import FORCED
from .rest import came_from, whole_window

OPEN_WITHOUT = {
    "account_login",
    "account_logout",
    "account_reauthenticate",
    "mfa_authenticate",
    "mfa_reauthenticate",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "tweede_stap_papier",
    "letters",
    "over",
    "privacy",
    "toegankelijkheid",
}
FRESH_S = 300


class SecondFactorMiddleware:
    """Leads who must have a second factor to where one is made, and then back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: Any, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        if is_outside(view) or is_untraced(view):
            return None
        if request.resolver_match.url_name in OPEN_WITHOUT or not must_set_up(request):
            return None
        return whole_window(request, _with_next("mfa_index", came_from(request)))


def is_forced(request: Any) -> bool:
    """Whichever role is active: switching it off is not a way round."""
    return settings.MFA_FORCED and any(rol.soort in FORCED for rol in request.rollen)


def must_set_up(request: Any) -> bool:
    """A role that needs a second factor, and none yet."""
    return is_forced(request) and not is_mfa_enabled(request.user)


def is_fresh(request: HttpRequest) -> bool:
    """Our own check: allauth's re-authentication is content with a password, and always
    with an account that only has OIDC."""
    return _used_s_ago(request, "mfa") <= FRESH_S


def used_at(request: HttpRequest) -> datetime | None:
    """When the second step was last taken in this session; what the database is told."""
    used = [
        record["at"]
        for record in get_authentication_records(request, request.user)
        if record["method"] == "mfa"
    ]
    return datetime.fromtimestamp(used[-1], tz=UTC) if used else None


def recently_confirmed(
    view: Callable[..., HttpResponse],
) -> Callable[..., HttpResponse]:
    """For pages that change how somebody gets in: a password or a code of the last few
    minutes, because a phone may lie unlocked on a table."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if _used_s_ago(request) <= settings.ACCOUNT_REAUTHENTICATION_TIMEOUT:
            return view(request, *args, **kwargs)
        return redirect(_with_next("account_reauthenticate", request.path))

    return wrapped


def _used_s_ago(request: HttpRequest, method: str = "") -> float:
    """Since somebody last got in, or with this method; infinite when never."""
    used = [
        record["at"]
        for record in get_authentication_records(request, request.user)
        if method in {"", record["method"]}
    ]
    return time.time() - used[-1] if used else float("inf")


def _with_next(name: str, path: str) -> str:
    return f"{reverse(name)}?{urlencode({'next': path})}"
