"""Flat tables, as CSV or as lists of flat rows: read by their columns, and hung on what they
belong to."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any

from basis.cel import text_of

from .archief import Onbruikbaar
from .bestandstekst import clean, decode, no_number
from .hsds_pakket import ENTITEITEN, LOS_EIND, Knoop, Pakket, Tables, knoop
from .hsds_tabellen import (
    BESTANDEN,
    EIGEN_ID,
    NUMBER,
    TABELLEN,
    WORDS,
    YES_NO,
    Tabel,
)
from .hsds_vorm import unpublish_schedule, unpublish_service
from .hsds_waarden import is_empty

# kept as they came: of these an empty cell says nothing
BEWAARD = {
    "accessibility", "address", "funding", "metadata", "organization_identifier",
    "program", "required_document",
}  # fmt: skip
# of these a table without a row says "none"; of the others it says nothing
GEVULD = {*ENTITEITEN, "service_at_location", "contact", "phone"}
# the list of a parent that a child stands in
LIST_OF = {
    (tabel.naam, child): key
    for tabel in TABELLEN.values()
    for key, child in tabel.kinderen.items()
}
CELL = 5_000_000


def read_csv(
    pakket: Pakket, tables: Tables, name: str, data: bytes, *, guarded: bool
) -> None:
    """`guarded`: its cells are as we write them."""
    try:
        text = decode(data)
    except Onbruikbaar as error:
        pakket.fout(name, "", str(error))
        return
    if "\x00" in text:
        pakket.fout(name, "", "Dit is geen CSV-bestand: er staan lege tekens in.")
        return
    table = BESTANDEN.get(name.lower().removesuffix(".csv"))
    rows = tables.setdefault(table or name.removesuffix(".csv"), [])
    tabel = TABELLEN.get(table or "")
    try:
        rows += _csv_rows(pakket, name, text, tabel, guarded=guarded)
    except csv.Error:
        zin = "Vanaf hier is het bestand niet te lezen. Staat er een aanhalingsteken te veel?"
        pakket.fout(name, "", zin)


def _csv_rows(
    pakket: Pakket, name: str, text: str, tabel: Tabel | None, *, guarded: bool
) -> Iterator[Knoop]:
    csv.field_size_limit(CELL)
    said = re.match(r"sep=([;,\t])\r?\n", text)
    first = text.split("\n", 1)[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    delimiter = said[1] if said else delimiter
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    if said:
        next(reader)
    head = [cell.strip() for cell in next(reader, [])]
    double = {cell for cell in head if cell and head.count(cell) > 1}
    for cell in sorted(double):
        pakket.fout(f"{name}, rij 1", cell, "Deze kolom staat er twee keer.")
    for cells in reader:
        number = reader.line_num
        if not any(cell.strip() for cell in cells):
            continue
        pad = f"{name}, rij {number}"
        if len(cells) != len(head):
            zin = f"Deze rij heeft {len(cells)} cellen; boven staan er {len(head)}."
            pakket.fout(pad, ",".join(cells), zin)
            continue
        yield knoop(
            {
                key: typed(tabel, key, clean(text_of(cell) if guarded else cell))
                for key, cell in zip(head, cells, strict=True)
                if key
            },
            pad,
        )


def typed(tabel: Tabel | None, key: str, cell: str) -> Any:
    """A cell as the value its property has; what cannot be that stays text."""
    prop = tabel.eigenschappen.get(key) if tabel else None
    kind = prop.type if prop else ""
    if not cell:
        return [] if kind == WORDS else None
    if (kind == WORDS or prop is None) and cell[0] in "[{":
        return _as_json(cell)
    if kind == NUMBER and re.fullmatch(r"-?\d{1,15}(\.\d{1,15})?", cell):
        return float(cell) if "." in cell else int(cell)
    if kind == YES_NO and cell.lower() in {"true", "false"}:
        return cell.lower() == "true"
    return cell.split("|") if kind == WORDS else cell


def _as_json(cell: str) -> Any:
    try:
        return clean(json.loads(cell, parse_constant=no_number))
    except (ValueError, RecursionError):
        return cell


ABOVE = {"parent_id", "parent_organization_id"}


class Plat:
    """Rows of flat tables, hung on what they belong to."""

    ORDER = (
        "service_at_location", "program", "contact", "phone", "address", "schedule",
        "service_area", "language", "funding", "accessibility", "cost_option",
        "required_document", "organization_identifier", "nk_wachttijd",
        "nk_sluitingsperiode", "nk_startmoment", "nk_doelgroepvraag", "nk_controle",
        "attribute", "metadata",
    )  # fmt: skip

    def __init__(self, pakket: Pakket, tables: Tables) -> None:
        self.pakket, self.tables = pakket, tables
        self.index: dict[str, dict[str, list[Knoop]]] = {}

    def spread(self) -> None:
        for table in ENTITEITEN:
            for row in self.tables.get(table, ()):
                key = self.pakket.register(table, self.without_empty_refs(row))
                if key in self.pakket.records[table]:
                    self.index.setdefault(table, {})[key] = [
                        self.pakket.records[table][key]
                    ]
        for table in self.ORDER:
            if table in self.tables:
                self.hang(table, self.tables[table])
        self.give_back_ids()
        self.programs()
        self.finish()
        for table, rows in self.tables.items():
            if table not in TABELLEN:
                zin = "Deze tabel kennen we niet. We bewaren haar rijen zoals ze zijn."
                self.pakket.opmerking(table, f"{len(rows)} rijen", zin)
                self.pakket.los += [(table, row) for row in rows]

    def without_empty_refs(self, row: Knoop) -> Knoop:
        """A table has a column for each it may hang on, and most of those say nothing;
        without one above it a record is at the top, and that says something."""
        refs = {
            key for key in row if key.endswith("_id") and is_empty(row[key])
        } - ABOVE
        return knoop({k: v for k, v in row.items() if k not in refs}, row.pad)

    def hang(self, table: str, rows: list[Knoop]) -> None:
        for (parent, child), key in LIST_OF.items():
            if child == table and parent in GEVULD:
                for node in self.nodes(parent):
                    node.setdefault(key, [])
        seen: set[str] = set()
        for row in map(self.without_empty_refs, rows):
            key = str(row.get("id") or "")
            if key in seen:
                zin = "Dit id staat twee keer in dit bestand. Geef er één een eigen id."
                self.pakket.fout(row.plek("id"), key, zin)
            seen.add(key)
            self.hang_one(TABELLEN[table], row)

    def hang_one(self, tabel: Tabel, row: Knoop) -> None:
        found = [
            (column, name, parent)
            for column, owner in tabel.eigenaren.items()
            for name in ([owner] if owner != "*" else [*self.index])
            for parent in self.index.get(name, {}).get(str(row.get(column, "")), ())
        ]
        used = {column for column, *_ in found}
        for column in tabel.eigenaren:
            if column in row and column not in used:
                self.pakket.opmerking(row.plek(column), row[column], LOS_EIND)
        said = {
            key: value
            for key, value in row.items()
            if key not in used and not (tabel.naam in BEWAARD and is_empty(value))
        }
        for _, name, parent in found:
            copy = knoop(dict(said), row.pad)
            parent.setdefault(LIST_OF.get((name, tabel.naam), tabel.naam), []).append(
                copy
            )
            if copy.get("id"):
                here = self.index.setdefault(tabel.naam, {})
                here.setdefault(str(copy["id"]), []).append(copy)
        if not found:
            self.pakket.los.append((tabel.csv, row))

    def nodes(self, table: str) -> Iterator[Knoop]:
        for same in self.index.get(table, {}).values():
            yield from same

    def give_back_ids(self) -> None:
        """When all hangs: two rows of one table may have had the same id."""
        for table in self.ORDER:
            for node in self.nodes(table) if table in self.index else ():
                node["id"] = node.pop(EIGEN_ID, node["id"])

    def programs(self) -> None:
        there = self.index.get("program", {})
        for row in self.tables.get("service", ()):
            service = self.pakket.records["service"].get(str(row.get("id", "")))
            key = str(service.get("program_id", "")) if service else ""
            if service and key in there:
                service["program"] = dict(there[key][0])
                del service["program_id"]

    def finish(self) -> None:
        """As records that came nested: the plain form."""
        for service in self.pakket.records["service"].values():
            plain = unpublish_service(service)
            service.clear()
            service.update(plain)
        for table in self.index:
            for node in self.nodes(table):
                if "schedules" in node:
                    node["schedules"] = [*map(unpublish_schedule, node["schedules"])]
