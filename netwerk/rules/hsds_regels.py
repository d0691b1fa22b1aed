"""What HSDS 3.0 and our profile ask of a record, as JSON schema; made from the tables."""

from __future__ import annotations

from functools import cache
from typing import Any

from .hsds_tabellen import TABELLEN, WORDS, Eigenschap

VERSIE = "3.0"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


@cache
def schema(naam: str) -> dict[str, Any]:
    """JSON schema of one record with all that hangs on it, as our API gives it."""
    tabel = TABELLEN[naam]
    properties: dict[str, Any] = {"id": {"type": "string", "format": "uuid"}}
    properties |= {key: _schema_of(p) for key, p in tabel.eigenschappen.items()}
    for key, child in tabel.kinderen.items():
        properties[key] = {"type": "array", "items": {"$ref": f"#/$defs/{child}"}}
    for key, child in tabel.enkel.items():
        properties[key] = {"$ref": f"#/$defs/{child}"}
    for key in tabel.eigenaren:
        properties[key] = {"type": "string", "format": "uuid"}
    return {"type": "object", "required": [*tabel.verplicht], "properties": properties}


def document(naam: str) -> dict[str, Any]:
    """The same, to validate with: the others it points at are in it."""
    definitions = {name: schema(name) for name in TABELLEN}
    return {"$schema": DIALECT, "$ref": f"#/$defs/{naam}", "$defs": definitions}


def profile() -> dict[str, dict[str, Any]]:
    """Per schema file of HSDS what we change in it, as JSON Merge Patch (RFC 7396)."""
    patches: dict[str, dict[str, Any]] = {}
    for naam, tabel in TABELLEN.items():
        if naam.startswith("nk_"):
            patches[f"{naam}.json"] = {"name": naam, "path": f"{tabel.csv}.csv"} | (
                _standing_alone(naam)
            )
            continue
        ours = {
            key: value
            for key, value in _standing_alone(naam)["properties"].items()
            if key.startswith("nk_")
        }
        if ours:
            patches[f"{naam}.json"] = {"properties": ours}
    return patches


def _standing_alone(naam: str) -> dict[str, Any]:
    """References to the file of the other, as the specification writes them."""
    found = schema(naam)
    properties = {}
    for key, value in found["properties"].items():
        items = value.get("items", {})
        if "$ref" in items:
            name = items["$ref"].rpartition("/")[2]
            properties[key] = {"type": "array", "items": {"$ref": f"{name}.json"}}
        else:
            properties[key] = value
    return found | {"properties": properties}


def _schema_of(prop: Eigenschap) -> dict[str, Any]:
    if prop.type == WORDS:
        items: dict[str, Any] = {"type": "string"}
        if prop.enum:
            items["enum"] = list(prop.enum)
        return {"type": "array", "items": items}
    out: dict[str, Any] = {"type": prop.type}
    if prop.format:
        out["format"] = prop.format
    if prop.enum:
        out["enum"] = list(prop.enum)
    return out
