"""A record of a package in our own plain form, with our ids and with numbers as people dial
them, so that the two can be laid side by side."""

from __future__ import annotations

import json
from typing import Any

from netwerk.rules.hsds_pakket import Knoop
from netwerk.rules.hsds_velden import LIJSTEN
from netwerk.rules.hsds_vorm import VAN_ONS
from netwerk.rules.hsds_waarden import read_phone
from netwerk.rules.hsds_woorden import is_uuid, made_id
from netwerk.rules.telefoon import KWIJT, LEEG, Fout, Nummer

from .inlezing import Inlezing, Node
from .lijsten import SOORTEN

SKIPPED = {"id", *VAN_ONS} - {"last_modified"}
ZONDER_TERM = (
    "Dit woord zit niet in dit pakket. We bewaren de verwijzing, maar tonen niets."
)


def plain(inlezing: Inlezing, node: Knoop) -> Node:
    out = {key: value for key, value in node.items() if key not in SKIPPED}
    if "organization_id" in out:
        out["organization_id"] = inlezing.organisaties.ours(out["organization_id"])
    if "nk_vervolg" in out:
        out["nk_vervolg"] = inlezing.voorzieningen.ours(out["nk_vervolg"])
    _lists(inlezing, SOORTEN, f"{inlezing.bron}:{node.get('id')}", out)
    return out


def _lists(inlezing: Inlezing, keys: Any, parent: str, out: Node) -> None:
    for key in keys:
        if isinstance(out.get(key), list):
            out[key] = [_child(inlezing, parent, key, row) for row in out[key]]


def _child(inlezing: Inlezing, parent: str, key: str, row: Node) -> Node:
    out = dict(row)
    wanted = str(row.get("id") or "")
    if not is_uuid(wanted):
        words = wanted or json.dumps(row, sort_keys=True, default=str)
        out["id"] = str(made_id(key, parent, words))
    if key == "phones":
        _phone(inlezing, row, out)
    if key == "attributes" and "taxonomy_term_id" in out:
        _term(inlezing, row, out)
    if key == "nk_sluitingsperiodes" and out.get("alternatief"):
        _alternative(inlezing, row, out)
    _lists(inlezing, LIJSTEN.get(key, ()), str(out["id"]), out)
    return out


def _term(inlezing: Inlezing, row: Node, out: Node) -> None:
    ref = str(row["taxonomy_term_id"] or "")
    if ref not in inlezing.termen.ids:
        inlezing.pakket.opmerking(_pad(row, "taxonomy_term_id"), ref, ZONDER_TERM)
    out["taxonomy_term_id"] = inlezing.termen.ours(ref)


def _alternative(inlezing: Inlezing, row: Node, out: Node) -> None:
    ref = str(row["alternatief"])
    if ref in inlezing.voorzieningen.ids or inlezing.service_here(ref):
        out["alternatief"] = inlezing.voorzieningen.ours(ref)
        return
    zin = "Deze andere plek zit niet in dit pakket. We nemen de verwijzing niet over."
    inlezing.pakket.opmerking(_pad(row, "alternatief"), ref, zin)
    del out["alternatief"]


def _pad(row: Node, key: str) -> str:
    return row.plek(key) if isinstance(row, Knoop) else ""


def _phone(inlezing: Inlezing, row: Node, out: Node) -> None:
    """A number that came as a number lost its zero: said, and put back when that can be
    done in one way only. What is no number is kept, and nobody can dial it."""
    raw = row.get("number")
    found = read_phone(raw) if isinstance(raw, str | int | float) else None
    pad = _pad(row, "number")
    if isinstance(found, Fout) and found not in {KWIJT, LEEG}:
        zin = f"{found.zin} We bewaren wat er staat, maar tonen het niet."
        inlezing.pakket.opmerking(pad, raw, zin)
    if found == KWIJT:
        inlezing.pakket.fout(pad, raw, KWIJT.zin)
    elif isinstance(found, Nummer) and found.hersteld:
        inlezing.pakket.opmerking(pad, raw, found.hersteld_zin)
        out["number"] = found.nummer
    elif isinstance(raw, int | float) and isinstance(found, Nummer):
        out["number"] = found.nummer
