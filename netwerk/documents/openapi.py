"""The OpenAPI description of the API, after that of HSDS 3.0. By hand: what it says of a
record is our own schema, which the tests hold every answer to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from netwerk.rules.hsds_regels import DIALECT, TABELLEN, schema

Node = dict[str, Any]
PER_PAGE, MOST, MOST_MINIMAL = 50, 100, 10_000
METERS = 200_000
_SEARCH = ("search", "full", "modified_after", "organization_id", "taxonomy_id")
_NEAR = ("taxonomy_term_id", "postcode", "proximity", "regio")
LISTS: dict[str, tuple[str, ...]] = {
    "services": (*_SEARCH, *_NEAR, "minimal"),
    "organizations": ("search", "full", "full_service", "regio"),
    "service_at_locations": (*_SEARCH, *_NEAR),
    "taxonomies": ("search",),
    "taxonomy_terms": ("search", "taxonomy_id", "top_only", "parent_id"),
}
LICENTIE = {
    "name": "CC BY 4.0",
    "url": "https://creativecommons.org/licenses/by/4.0/deed.nl",
}
PADEN = {
    "services": ("service", "plekken waar mensen hulp of steun vinden"),
    "organizations": ("organization", "organisaties"),
    "service_at_locations": ("service_at_location", "een plek op een adres"),
    "taxonomies": ("taxonomy", "lijsten van woorden"),
    "taxonomy_terms": ("taxonomy_term", "woorden uit die lijsten"),
}
WAT = {
    "search": "Woorden om op te zoeken.",
    "minimal": (
        "true geeft alleen id en datum. Zonder per_page komt dan alles op één bladzij,"
        f" tot {MOST_MINIMAL}."
    ),
    "full": "true geeft alles wat erbij hoort. Zonder krijg je de hoofdzaken.",
    "full_service": "true geeft de plekken van een organisatie met alles erbij.",
    "modified_after": (
        "Alleen wat sinds dit moment veranderde. Dan komt ook mee wat gestopt is,"
        " met status defunct."
    ),
    "organization_id": "Alleen van deze organisatie.",
    "taxonomy_id": "Alleen met een woord uit deze lijst.",
    "taxonomy_term_id": "Alleen met dit woord.",
    "parent_id": "Alleen woorden die onder dit woord vallen.",
    "top_only": "true geeft alleen woorden die onder geen ander woord vallen.",
    "postcode": (
        "Een postcode of plaats. Geeft wat een adres heeft in de buurt; zie proximity."
    ),
    "proximity": f"Hoever van de postcode, in meters. Zonder: 25000. Hoogstens {METERS}.",
    "regio": "Alleen van deze regio (het laatste stuk van haar adres).",
    "page": "Welke bladzij, vanaf 1.",
    "per_page": f"Hoeveel per bladzij: 1 tot {MOST}. Zonder: {PER_PAGE}.",
    "after": "Waar de vorige bladzij ophield. Staat in next; vul het niet zelf in.",
    "format": "Alleen json.",
}
WHOLE, YES = ("proximity", "page", "per_page", "after"), ("minimal", "top_only")


def document(base: str) -> Node:
    paths: Node = {"/": _get("Over deze API", {"type": "object"}, [])}
    for name, (record, what) in PADEN.items():
        allowed = [*LISTS[name], "page", "per_page", "after", "format"]
        paths[f"/{name}"] = _get(f"Een lijst van {what}", _page(record), allowed)
        one = _get(f"Eén uit {what}", {"$ref": f"#/components/schemas/{record}"}, [])
        one["get"]["responses"]["404"] = _fault("Dit staat niet op de sociale kaart.")
        id_of: Node = {"name": "id", "in": "path", "required": True}
        one["parameters"] = [id_of | {"schema": {"type": "string", "format": "uuid"}}]
        if name == "organizations":
            one["get"]["parameters"] = [_parameter("full_service")]
        paths[f"/{name}/{{id}}"] = one
    return {
        "openapi": "3.1.0",
        "jsonSchemaDialect": DIALECT,
        "info": {
            "title": "Sociale kaart van Netwerkkompas",
            "version": "1.0",
            "description": (
                "Leesbaar voor iedereen, zonder inloggen. Volgt Open Referral HSDS 3.0."
                " Wat met nk_ begint is van ons: zie het profiel."
            ),
            "license": LICENTIE,
        },
        "servers": [{"url": f"{base}/api/hsds"}],
        "paths": paths,
        "components": {"schemas": _schemas()},
    }


def _get(summary: str, answer: Node, parameters: Iterable[str]) -> Node:
    return {
        "get": {
            "summary": summary,
            "parameters": [_parameter(name) for name in parameters],
            "responses": {
                "200": {
                    "description": summary,
                    "content": {"application/json": {"schema": answer}},
                },
                "400": _fault("De vraag klopt niet; error zegt wat je kunt doen."),
            },
        }
    }


def _fault(description: str) -> Node:
    error = {"type": "object", "properties": {"error": {"type": "string"}}}
    return {
        "description": description,
        "content": {"application/json": {"schema": error}},
    }


def _parameter(name: str) -> Node:
    kind = "integer" if name in WHOLE else "string"
    if name in YES or name.startswith("full"):
        kind = "boolean"
    return {
        "name": name,
        "in": "query",
        "required": False,
        "description": WAT[name],
        "schema": {"type": kind},
    }


def _page(record: str) -> Node:
    items = {"type": "array", "items": {"$ref": f"#/components/schemas/{record}"}}
    return {
        "allOf": [{"$ref": "#/components/schemas/Page"}],
        "properties": {"contents": items},
    }


def _schemas() -> Node:
    number, yes = {"type": "integer"}, {"type": "boolean"}
    page = {
        "type": "object",
        "properties": {
            "total_items": number,
            "total_pages": number,
            "page_number": number,
            "size": number,
            "first_page": yes,
            "last_page": yes,
            "empty": yes,
            "next": {"type": ["string", "null"], "format": "uri"},
        },
    }
    return {"Page": page} | {naam: _here(schema(naam)) for naam in TABELLEN}


def _here(value: Any) -> Any:
    """References point into this document."""
    if isinstance(value, dict):
        return {
            key: (
                one.replace("#/$defs/", "#/components/schemas/")
                if key == "$ref" and isinstance(one, str)
                else _here(one)
            )
            for key, one in value.items()
        }
    return [_here(one) for one in value] if isinstance(value, list) else value
