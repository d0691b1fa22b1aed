"""Who must have a second factor, and when it is fresh enough for noodtoegang (T2, T5)."""

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled

from basis.marks import is_outside

from .choices import Soort

# who reaches care data, and who could give that access to others
FORCED = frozenset(
    {
        Soort.PLATFORMBEHEER,
        Soort.REGIOBEHEERDER,
        Soort.ORGANISATIEBEHEERDER,
        Soort.PROFESSIONAL,
        Soort.ERVARINGSDESKUNDIGE,
        Soort.TEAMLEIDER,
        Soort.FUNCTIONARIS,
        Soort.CLIENT,
        Soort.NAASTE,
    }
)
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
    "mfa_download_recovery_codes",
    "letters",
}
FRESH_S = 300


class SecondFactorMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: Any, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        if is_outside(view) or request.resolver_match.url_name in OPEN_WITHOUT:
            return None
        return redirect("mfa_activate_totp") if must_set_up(request) else None


def must_set_up(request: Any) -> bool:
    """A role that needs a second factor, and none yet: whichever role is active."""
    if not settings.MFA_FORCED:
        return False
    if not any(rol.soort in FORCED for rol in request.rollen):
        return False
    return not is_mfa_enabled(request.user)


def is_fresh(request: HttpRequest) -> bool:
    """Our own check: allauth's re-authentication is content with a password, and always
    with an account that only has OIDC."""
    records = get_authentication_records(request, request.user)
    used = [record["at"] for record in records if record["method"] == "mfa"]
    return bool(used) and time.time() - used[-1] <= FRESH_S
