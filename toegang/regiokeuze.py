"""Which region a public page is about: its own, else the one this visitor chose before.
The device remembers the choice; nobody else does."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from .models import Regio

COOKIE, YEAR_S = "regio", 31_536_000


def chosen_slug(request: HttpRequest | None) -> str:
    """As it stands on the device: perhaps of no region there is, "" without a choice."""
    return request.COOKIES.get(COOKIE, "") if request else ""


def region_of(context: dict[str, Any]) -> Regio | str:
    """For a template tag: `regio` of the page, else the slug that was chosen."""
    regio = context.get("regio")
    return regio if isinstance(regio, Regio) else chosen_slug(context.get("request"))


def remember(response: HttpResponse, regio: Regio, *, secure: bool) -> None:
    response.set_cookie(
        COOKIE,
        regio.slug,
        max_age=YEAR_S,
        samesite="Lax",
        httponly=True,
        secure=secure,
    )
