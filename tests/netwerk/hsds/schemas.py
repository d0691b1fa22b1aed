"""Every answer is held to our own schema; and with HSDS_SCHEMAS, to those of HSDS with our
profile merged in. Their licence (CC BY-SA 4.0) keeps them out of this repository: the
variable names a folder with `schema/` and `examples/` of their specification."""

import json
import os
from copy import deepcopy
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from netwerk.rules.hsds_regels import document, profile

ROOT = Path(__file__).resolve().parents[3]
FOLDER = os.environ.get("HSDS_SCHEMAS")
OFFICIAL = Path(FOLDER) if FOLDER else None
needs_official = pytest.mark.skipif(
    OFFICIAL is None,
    reason="HSDS_SCHEMAS names no folder with the schemas of HSDS (docs/hsds-profiel)",
)


def faults(record: str, thing: object) -> list[str]:
    """What is wrong with it; empty when it is right."""
    found = _errors(Draft202012Validator(document(record), **FORMATS), thing)
    if OFFICIAL:
        found += _errors(_official(record), thing)
    return found


FORMATS = {"format_checker": FormatChecker(["uuid", "email", "date"])}


def _errors(validator, thing: object) -> list[str]:
    return [f"{e.json_path}: {e.message}" for e in validator.iter_errors(thing)]


@cache
def _official(record: str) -> Draft202012Validator:
    patches = profile()
    registry = Registry()
    names = {p.name for p in (OFFICIAL / "schema").glob("*.json")} | set(patches)
    for name in names:
        file = OFFICIAL / "schema" / name
        schema = json.loads(file.read_text()) if file.exists() else {}
        merged = merge(schema, patches.get(name, {}))
        found = Resource(contents=merged, specification=DRAFT202012)
        registry = registry.with_resource(name, found)
    top = {"$ref": f"{record}.json"}
    return Draft202012Validator(top, registry=registry, **FORMATS)


def merge(target: object, patch: object) -> object:
    """RFC 7396."""
    if not isinstance(patch, dict):
        return patch
    out = deepcopy(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            out.pop(key, None)
        else:
            out[key] = merge(out.get(key), value)
    return out
