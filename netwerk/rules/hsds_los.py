"""Loose rows of a package: flat rows that hang on nothing we know."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Any, TypeVar

from .hsds_tabellen import BESTANDEN

Key = TypeVar("Key", bound=Hashable)
# columns that may refer to a row of any table, and the column that says which
ANY = {"link_id": "link_entity", "resource_id": "resource_type"}


def hanging_on(
    table: str, keys: Iterable[str], rows: Iterable[tuple[Key, str, Mapping[str, Any]]]
) -> set[Key]:
    """Of `rows` (a key, the table, the row) those that refer to one of these ids of
    `table`, or to such a row in turn."""
    left = [(key, BESTANDEN.get(name, name), row) for key, name, row in rows]
    wanted, found = {(table, key) for key in keys}, set[Key]()
    while here := [one for one in left if _refs(one[2]) & _either(wanted)]:
        found |= {key for key, _, _ in here}
        wanted = {(name, str(row.get("id") or "")) for _, name, row in here}
        left = [one for one in left if one[0] not in found]
    return found


def _refs(row: Mapping[str, Any]) -> set[tuple[str, str]]:
    """Table and id of what a row refers to; without a table when it does not say."""
    out = set()
    for column, value in row.items():
        if column.endswith("_id") and value not in {None, ""}:
            kind = row.get(ANY[column]) if column in ANY else column.removesuffix("_id")
            out.add((str(kind or ""), str(value)))
    return out


def _either(wanted: set[tuple[str, str]]) -> set[tuple[str, str]]:
    return wanted | {("", key) for _, key in wanted}
