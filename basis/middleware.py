"""What every answer gets, whoever asks and whatever the page."""

import time
import uuid
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers, patch_vary_headers

import structlog

logger = structlog.get_logger("verzoek")
Next = Callable[[HttpRequest], HttpResponse]


class SpoorMiddleware:
    """First: an id for the request, and one line in the log with the route, not the address.

    Under the paths of `settings.PATHS_WITHOUT_LINES` nothing is written at all: there a
    line with a time would tie a person to a ballot (K7).
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        spoor = uuid.uuid4().hex
        request.META["nk.spoor"] = spoor
        silent = request.path_info.startswith(settings.PATHS_WITHOUT_LINES)
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(spoor="" if silent else spoor)
        started = time.perf_counter()
        response = self.get_response(request)
        if not silent:
            match = request.resolver_match
            logger.info(
                "antwoord",
                route=match.view_name if match else "",
                methode=request.method,
                status=response.status_code,
                ms=round((time.perf_counter() - started) * 1000),
            )
        return response


class CacheMiddleware:
    """Pages behind the login stay nowhere; htmx and a whole page never swap places."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        patch_vary_headers(response, ["HX-Request"])
        if not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        return response
