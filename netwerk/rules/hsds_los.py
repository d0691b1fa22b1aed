"""Loose rows of a package: flat rows that hang on nothing we know."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Any, TypeVar

from .hsds_tabellen import BESTANDEN
from .hsds_woorden import made_id

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


# --- what they are called outside: an id of somebody else is unique only with its source


def outside_id(bron: str, table: str, key: str) -> str:
    return str(made_id("los", bron, table, key)) if bron else key


class Namen:
    """Of all loose rows, each by its source, table and own id."""

    def __init__(self, rows: Iterable[tuple[str, str, str]]) -> None:
        self.names = {
            (bron, BESTANDEN.get(table, table), key): outside_id(bron, table, key)
            for bron, table, key in rows
        }

    def outward(
        self, bron: str, table: str, key: str, row: Mapping[str, Any]
    ) -> dict[str, Any]:
        """As it goes out. What it refers to of the same source goes along."""
        out = {
            column: self.names.get((bron, _kind(column, row), str(value)), value)
            if column.endswith("_id")
            else value
            for column, value in row.items()
        }
        return out | {"id": outside_id(bron, table, key)} if out.get("id") else out


def inward(row: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """As it came to us; `own` are the ids of rows by what they are called outside."""
    return {
        column: own.get(str(value), value)
        if column == "id" or column.endswith("_id")
        else value
        for column, value in row.items()
    }


def _kind(column: str, row: Mapping[str, Any]) -> str:
    """The table that a column refers to, when the row says it."""
    kind = row.get(ANY[column]) if column in ANY else column.removesuffix("_id")
    return BESTANDEN.get(str(kind or ""), str(kind or ""))


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
