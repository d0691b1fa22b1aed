"""A record of a package beside ours: made alike first, and then whether it says something
else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from .hsds_vorm import VAN_ONS
from .hsds_waarden import is_empty

Node = dict[str, Any]
OPENBAAR = {None, "", "iedereen"}  # who may dial a number when nothing else is said


def differs(new: Any, old: Any, *, whole: bool = True) -> bool:
    """Whether a package says something else. Empty, null and not there say the same; of
    lists with ids the order says nothing. Not `whole`: what `new` does not name is not
    looked at."""
    if is_empty(new) and is_empty(old):
        return False
    if isinstance(new, dict) and isinstance(old, dict):
        keys = new.keys() | old.keys() if whole else new.keys()
        return any(differs(new.get(key), old.get(key), whole=whole) for key in keys)
    if isinstance(new, list) and isinstance(old, list):
        return _lists_differ(new, old, whole=whole)
    return bool(new != old or isinstance(new, bool) != isinstance(old, bool))


def _lists_differ(new: list[Any], old: list[Any], *, whole: bool) -> bool:
    if len(new) != len(old):
        return True
    if all(isinstance(row, dict) and "id" in row for row in (*new, *old)):
        there = {str(row["id"]): row for row in old}
        return any(differs(row, there.get(str(row["id"])), whole=whole) for row in new)
    return any(differs(a, b, whole=whole) for a, b in zip(new, old, strict=True))


# --- ours, as a package would say it


def referred(node: Node) -> Node:
    """Our own plain form with terms by their id and questions by their words."""
    out = dict(node)
    rows = out.get("attributes")
    if isinstance(rows, list):
        out["attributes"] = [_with_term_id(row) for row in rows]
    if "service_at_locations" in out:
        places = [referred(place) for place in out["service_at_locations"]]
        out["service_at_locations"] = [
            {k: v for k, v in place.items() if k not in VAN_ONS} for place in places
        ]
    if "addresses" in out:
        out["addresses"] = [said(row) for row in out["addresses"]]
    if "nk_doelgroepvragen" in out:
        out["nk_doelgroepvragen"] = without_ids(out["nk_doelgroepvragen"])
    return out


def _with_term_id(row: Node) -> Node:
    term = row.get("taxonomy_term")
    if not isinstance(term, dict):
        return row
    rest = {key: value for key, value in row.items() if key != "taxonomy_term"}
    return rest | {"taxonomy_term_id": term["id"]}


def without_ids(rows: Any) -> Any:
    """Questions are their words."""
    if not isinstance(rows, list):
        return rows
    return [{k: v for k, v in row.items() if k != "id"} for row in rows]


def said(node: Node) -> Node:
    return {key: value for key, value in node.items() if not is_empty(value)}


# --- numbers that are not for everybody


def names_hidden_numbers(records: Iterable[Node]) -> bool:
    """Whether a package has numbers that a package for everybody can't have."""
    return any(not is_public(phone) for node in records for phone in _phones_in(node))


def without_hidden(new: Node, old: Node) -> Node:
    """Ours without the hidden numbers that `new`, of a package for everybody, does not
    name: they did not go away."""
    out = dict(old)
    phones = out.get("phones")
    if isinstance(phones, list):
        named = {str(phone["id"]) for phone in new.get("phones") or ()}
        out["phones"] = [p for p in phones if is_public(p) or str(p["id"]) in named]
    for key in ("contacts", "service_at_locations"):
        if isinstance(out.get(key), list):
            theirs = {str(row["id"]): row for row in new.get(key) or ()}
            out[key] = [
                without_hidden(theirs.get(str(row["id"]), {}), row) for row in out[key]
            ]
    return out


def is_public(phone: Node) -> bool:
    return phone.get("nk_mag_bellen") in OPENBAAR


def _phones_in(node: Node) -> Iterator[Node]:
    yield from node.get("phones") or ()
    for key in ("contacts", "service_at_locations"):
        for row in node.get(key) or ():
            yield from _phones_in(row)
