"""Errors in plain Dutch: a page, or JSON for programs. A page about a database that is away asks it nothing."""

import sys
import traceback
from http import HTTPStatus
from pathlib import Path

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.views.decorators.csrf import requires_csrf_token

import structlog
from kombu.exceptions import OperationalError as BrokerError
from redis.exceptions import RedisError

from basis.api import fault_outside, is_for_programs
from toegang.rest import words_of_old_form

logger = structlog.get_logger("verzoek")
AWAY = (DatabaseError, InterfaceError, RedisError, BrokerError)
RETRY_AFTER_S = 20
OLD_FORM = "CSRF token from POST"  # as Django begins to say it; not of another site


def page(request: HttpRequest, status: HTTPStatus, **context: object) -> HttpResponse:
    """Without context processors: these ask the database who somebody is. A program gets
    what the rest of its API gives."""
    if is_for_programs(request):
        return fault_outside(status)
    html = get_template(f"{status}.html").render({"status": status, **context})
    return HttpResponse(html, status=status)


@login_not_required
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page(request, HTTPStatus.BAD_REQUEST)


@login_not_required
@requires_csrf_token
def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page(request, HTTPStatus.FORBIDDEN)


@login_not_required
@requires_csrf_token
def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Some that are not there (any more) say why: `page` of the exception is its template."""
    own = getattr(exception, "page", "")
    if own and not is_for_programs(request):
        html = get_template(own).render({"status": HTTPStatus.NOT_FOUND})
        return HttpResponse(html, status=HTTPStatus.NOT_FOUND)
    return page(request, HTTPStatus.NOT_FOUND)


@login_not_required
def server_error(request: HttpRequest) -> HttpResponse:
    """500, or 503 when what is broken is something that comes back by itself."""
    error = sys.exc_info()[1]
    log_where(error)
    if isinstance(error, AWAY):
        response = page(request, HTTPStatus.SERVICE_UNAVAILABLE)
        response["Retry-After"] = str(RETRY_AFTER_S)
        return response
    return page(request, HTTPStatus.INTERNAL_SERVER_ERROR)


def log_where(error: BaseException | None) -> None:
    """Where it broke, without the words that broke it: no message, no values."""
    frames = traceback.extract_tb(error.__traceback__)[-6:] if error else []
    logger.error(
        "stuk",
        fout=type(error).__name__,
        waar=[f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames],
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Cookies are off, or somebody logged in anew while the page was open: say what to do,
    and in the second case the words of the form are still there."""
    kept = words_of_old_form(request) if reason.startswith(OLD_FORM) else None
    return kept or page(request, HTTPStatus.FORBIDDEN, formulier=True)
