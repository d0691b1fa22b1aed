"""What every address for programs has in common, on Django REST framework.

A view that says nothing is closed: the framework takes its views out of LoginMiddleware,
so `REST_FRAMEWORK` in the settings asks for a login. For everybody is only what starts
from `OpenData`.
"""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, JsonResponse
from django.utils.cache import get_conditional_response, set_response_etag

from rest_framework import exceptions
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView, exception_handler

SECONDS = 300
GOOD, BAD = 200, 400
# what starts so is read by programs: there a fault is JSON too
PROGRAMS = "/api/hsds"
FAULTS = {
    HTTPStatus.BAD_REQUEST: "Deze vraag is niet te lezen.",
    HTTPStatus.FORBIDDEN: "Dit mag hier niet.",
    HTTPStatus.NOT_FOUND: "Dit adres is er niet. Kijk in /api/docs/ wat er wel is.",
    HTTPStatus.INTERNAL_SERVER_ERROR: "Er ging iets mis bij ons. Dat ligt niet aan jou.",
    HTTPStatus.SERVICE_UNAVAILABLE: "We zijn zo terug. Vraag het over een minuut nog eens.",
}


class AlwaysJson(BaseContentNegotiation):
    """There is one form, whatever the asker says it would like."""

    def select_parser(self, request: Request, parsers: Any) -> Any:
        return parsers[0]

    def select_renderer(
        self, request: Request, renderers: Any, format_suffix: str | None = None
    ) -> Any:
        return renderers[0], renderers[0].media_type


def fault(error: Exception, context: dict[str, Any]) -> Response | None:
    """One sentence, and which parameter it is about; of what the view did nothing stays.

    A refusal goes on to ActorMiddleware, which writes down who was refused: so a view
    behind the login raises Http404, and `NotFound` is for what everybody may ask.
    """
    if isinstance(error, exceptions.PermissionDenied):
        raise PermissionDenied from error
    if not isinstance(error, exceptions.APIException):
        return None
    response = exception_handler(error, context)
    if response is not None:
        response.data = _words(error, response.headers.get("Retry-After", ""))
    if transaction.get_connection().in_atomic_block:
        transaction.set_rollback(True)
    return response


def _words(error: exceptions.APIException, wait_s: str) -> dict[str, str]:
    if isinstance(error, exceptions.NotAuthenticated):
        return {"error": "Log eerst in."}
    if isinstance(error, exceptions.Throttled):
        zin = f"Dit zijn veel vragen achter elkaar. Wacht {wait_s} seconden."
        return {"error": zin}
    if isinstance(error.detail, dict):
        name, (first, *_) = next(iter(error.detail.items()))
        return {"error": str(first), "parameter": name}
    return {"error": str(error.detail)}


def is_for_programs(request: HttpRequest) -> bool:
    return f"{request.path_info}/".startswith(f"{PROGRAMS}/")


def fault_outside(status: HTTPStatus) -> JsonResponse:
    """The same form for what no view of ours answered. Asks the database nothing."""
    response = JsonResponse({"error": FAULTS[status]}, status=status)
    response["Access-Control-Allow-Origin"] = "*"
    response["Cache-Control"] = "no-store"
    return response


class OpenData(APIView):
    """Reading only, for programs and pages of others too, without login."""

    authentication_classes = ()
    content_negotiation_class = AlwaysJson
    permission_classes = (AllowAny,)
    http_method_names = ["get", "head", "options"]

    def options(self, request: Any, *args: Any, **kwargs: Any) -> Response:
        """What a browser asks before a page of another site may ask with headers."""
        names = ("Access-Control-Allow-Methods", "Access-Control-Allow-Headers")
        return Response(status=204, headers=dict.fromkeys(names, "*"))

    def http_method_not_allowed(
        self, request: Any, *args: Any, **kwargs: Any
    ) -> Response:
        raise exceptions.MethodNotAllowed(
            request.method, "Je kunt hier alleen lezen, met GET."
        )

    def finalize_response(
        self, request: Request, response: Response, *args: Any, **kwargs: Any
    ) -> Response:
        response = super().finalize_response(request, response, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        good = response.status_code < BAD
        response["Cache-Control"] = f"public, max-age={SECONDS}" if good else "no-store"
        response.add_post_render_callback(partial(_once, request))
        return response


def _once(request: Request, response: Any) -> Any:
    """Who has these bytes already gets them no second time."""
    if request.method != "GET" or response.status_code != GOOD:
        return response
    set_response_etag(response)
    known = get_conditional_response(request, etag=response["ETag"], response=response)
    if known is None:
        return response
    known["Access-Control-Allow-Origin"] = "*"
    return known
