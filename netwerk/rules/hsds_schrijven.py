"""Records as the flat tables of HSDS: one row per record, with columns that say what it
hangs on. A record that stands in more places is one row with more of those columns; where
two packages gave one id to rows that differ, the second gets another, and says its own."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

from basis.cel import guarded

from .hsds_regels import VERSIE
from .hsds_tabellen import EIGEN_ID, NUMBER, TABELLEN, YES_NO, Tabel
from .hsds_waarden import is_empty
from .hsds_woorden import made_id

Row = dict[str, Any]
TYPES = {NUMBER: "number", YES_NO: "boolean"}


class Tabellen:
    """Rows by the name of their file, in the order they came."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, Row]] = {}
        self.loose: dict[str, list[Row]] = {}

    def add(self, table: str, node: Mapping[str, Any], **owner: str) -> str:
        """Returns its id."""
        tabel = TABELLEN[table]
        row: Row = {"id": node["id"], **owner}
        inside = {}
        for key, value in node.items():
            if isinstance(value, list) and key in tabel.kinderen:
                inside[key] = value
            elif isinstance(value, dict) and key in tabel.enkel:
                self._one(row, key, value, node)
            elif not is_empty(value):
                row[key] = value
        key = self._keep(tabel, row)
        for name, rows in inside.items():
            child = TABELLEN[tabel.kinderen[name]]
            column = _owner(child, table)
            for one in rows:
                self.add(child.naam, one, **{column: key})
        return key

    def add_loose(self, table: str, row: Row) -> None:
        self.loose.setdefault(table, []).append(row)

    def _one(self, row: Row, key: str, value: Row, node: Mapping[str, Any]) -> None:
        if key == "taxonomy_detail":
            row["taxonomy_id"] = self.add("taxonomy", value)
            return
        of = {}
        if key == "program" and node.get("organization_id"):
            of["organization_id"] = node["organization_id"]
        row[f"{key}_id"] = self.add(TABELLEN[key].naam, value, **of)

    def _keep(self, tabel: Tabel, row: Row) -> str:
        rows = self.rows.setdefault(tabel.csv, {})
        key = str(row["id"])
        there = rows.get(key)
        if there is None:
            rows[key] = row
            return key
        if all(there.get(name, value) == value for name, value in row.items()):
            there.update(row)
            return key
        own = {name: row.get(name) for name in tabel.eigenaren}
        row["id"] = str(made_id("rij", key, json.dumps(own, sort_keys=True)))
        row[EIGEN_ID] = key
        rows.setdefault(str(row["id"]), row)
        return str(row["id"])

    def files(self) -> list[tuple[str, bytes]]:
        """Each table as CSV; one without rows has its head, so that it says "none"."""
        out = []
        for tabel in TABELLEN.values():
            rows = [
                *self.rows.get(tabel.csv, {}).values(),
                *self.loose.pop(tabel.csv, ()),
            ]
            out.append((f"{tabel.csv}.csv", _csv(columns(tabel, rows), rows)))
        for table, rows in sorted(self.loose.items()):
            names = sorted({name for row in rows for name in row})
            out.append((f"{table}.csv", _csv(names, rows)))
        return out


def columns(tabel: Tabel, rows: Iterable[Row]) -> list[str]:
    known = tabel.kolommen
    return [*known, *sorted({name for row in rows for name in row} - set(known))]


def _owner(child: Tabel, table: str) -> str:
    return next(
        column for column, owner in child.eigenaren.items() if owner in {table, "*"}
    )


def _csv(names: list[str], rows: Iterable[Row]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([cell(row.get(name)) for name in names] for row in rows)
    return out.getvalue().encode()


def cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return guarded(value)
        case list() if all(isinstance(word, str) for word in value):
            return _words(value)
        case list() | dict():
            return json.dumps(value, ensure_ascii=False, sort_keys=True)
    return str(value)


def _words(words: list[str]) -> str:
    if any("|" in word for word in words) or (words and words[0].startswith("[")):
        return json.dumps(words, ensure_ascii=False)
    return guarded("|".join(words))


def datapackage(
    herkomst: str, files: Iterable[str], licentie: Mapping[str, str]
) -> bytes:
    """Which tables there are. `nk_herkomst` says that a cell with an apostrophe in front
    was guarded by us, and whose ids these are."""
    by_file = {f"{tabel.csv}.csv": tabel for tabel in TABELLEN.values()}
    resources = [
        {
            "name": name.removesuffix(".csv"),
            "path": name,
            "schema": {"fields": _fields(by_file.get(name))},
        }
        for name in files
    ]
    about = {
        "name": "sociale-kaart",
        "profile": "tabular-data-package",
        "hsds_version": VERSIE,
        "nk_herkomst": herkomst,
        "licenses": [{"title": licentie["name"], "path": licentie["url"]}],
        "resources": resources,
    }
    return (json.dumps(about, ensure_ascii=False, indent=1) + "\n").encode()


def _fields(tabel: Tabel | None) -> list[dict[str, str]]:
    if tabel is None:
        return []
    props = tabel.eigenschappen
    return [
        {
            "name": name,
            "type": TYPES.get(props[name].type, "string")
            if name in props
            else "string",
        }
        for name in tabel.kolommen
    ]
