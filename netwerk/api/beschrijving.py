"""What drf-spectacular cannot see by itself: which record an address gives. A record is
our own schema, which the tests hold every answer to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar
from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import serializers

from netwerk.rules.hsds_regels import DIALECT, schema
from netwerk.rules.hsds_tabellen import TABELLEN
from netwerk.selectors.hsds_bladzij import MOST, MOST_MINIMAL, PER_PAGE

from .bladzijden import PAGE

Node = dict[str, Any]
View = TypeVar("View", bound=Callable[..., Any])
Endpoint = tuple[str, str, str, Callable[..., Any]]
COMPONENTS = "#/components/schemas/"
_MOMENT = {"type": "string", "format": "date-time"}
MINIMAAL = {
    "type": "object",
    "properties": {
        "id": {"type": "string", "format": "uuid"},
        "modified_date": _MOMENT,
        "last_modified": _MOMENT,
    },
    "required": ["id", "modified_date", "last_modified"],
}


class Mark(Protocol):
    def __call__(self, view: View, /) -> View: ...


class Fout(serializers.Serializer[Any]):
    error = serializers.CharField()
    parameter = serializers.CharField(required=False)


BAD = OpenApiResponse(Fout, "De vraag klopt niet; error zegt wat je kunt doen.")
NOT_FOUND = OpenApiResponse(Fout, "Dit staat niet op de sociale kaart.")
TOO_MANY = OpenApiResponse(Fout, "Te veel vragen achter elkaar. Wacht even.")
ID = OpenApiParameter("id", UUID, OpenApiParameter.PATH)
PER_MINIMAL = OpenApiParameter(
    "per_page",
    {"type": "integer", "minimum": 1, "maximum": MOST_MINIMAL},
    description=f"Hoeveel per bladzij: 1 tot {MOST}, met minimal tot {MOST_MINIMAL}."
    f" Zonder: {PER_PAGE}.",
)


def lijst(
    record: str, wat: str, *vragen: type[serializers.Serializer[Any]] | OpenApiParameter
) -> Mark:
    """The paginator puts its envelope round the record."""
    summary = f"Een lijst van {wat}"
    found: Node = {"$ref": f"{COMPONENTS}{record}"}
    if PER_MINIMAL in vragen:
        found = {"anyOf": [found, {"$ref": f"{COMPONENTS}Minimaal"}]}
    return extend_schema(
        summary=summary,
        parameters=[*vragen],
        responses={200: OpenApiResponse(found, summary), 400: BAD, 429: TOO_MANY},
    )


def een(record: str, wat: str, *vragen: type[serializers.Serializer[Any]]) -> Mark:
    summary = f"Eén uit {wat}"
    found = OpenApiResponse({"$ref": f"{COMPONENTS}{record}"}, summary)
    return extend_schema(
        summary=summary,
        parameters=[ID, *vragen],
        responses={200: found, 400: BAD, 404: NOT_FOUND, 429: TOO_MANY},
    )


def los(summary: str) -> Mark:
    found = OpenApiResponse({"type": "object"}, summary)
    return extend_schema(summary=summary, responses={200: found, 429: TOO_MANY})


# --- hooks, named in the settings


def as_asked(endpoints: list[Endpoint]) -> list[Endpoint]:
    """Addresses without the slash that may stand at their end; a record has an id."""
    return [
        (path.rstrip("/").replace("{sleutel}", "{id}"), regex, method, view)
        for path, regex, method, view in endpoints
    ]


def with_records(result: Node, **_more: Any) -> Node:
    records = {naam: _here(schema(naam)) for naam in TABELLEN}
    loose = {"Page": PAGE, "Minimaal": MINIMAAL}
    result["components"]["schemas"] |= loose | records
    return result | {"jsonSchemaDialect": DIALECT}


def _here(value: Any) -> Any:
    """References point into this document."""
    if isinstance(value, dict):
        return {
            key: (
                one.replace("#/$defs/", COMPONENTS)
                if key == "$ref" and isinstance(one, str)
                else _here(one)
            )
            for key, one in value.items()
        }
    return [_here(one) for one in value] if isinstance(value, list) else value
