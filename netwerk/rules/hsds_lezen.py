"""A package of HSDS, however it came (one record, a page of the API, a list, a folder of
them, flat tables in JSON or CSV), as records by their id.

Every record knows where it stood, so that a fault can be pointed at. All faults are
looked for before anything is said.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from .hsds_regels import BESTANDEN, NUMBER, TABELLEN, WORDS, YES_NO, Tabel
from .hsds_velden import is_empty
from .hsds_vorm import differs, is_ours, unpublish_schedule, unpublish_service

ENTITEITEN = ("taxonomy", "taxonomy_term", "organization", "location", "service")
# kept as they came: of these an empty cell says nothing
BEWAARD = {
    "accessibility", "address", "funding", "metadata", "organization_identifier",
    "program", "required_document",
}  # fmt: skip
# of these a table without a row says "none"; of the others it says nothing
GEVULD = {*ENTITEITEN, "service_at_location", "contact", "phone"}
MEESTE = 25_000  # records of one kind
DIEP = 40
CELL = 5_000_000
_BREAKS = re.compile(r"\r\n|\r")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_GUARD = re.compile(r"[\s']*[=+\-@＝＋－＠]|'*[\t\r\n]")  # as basis/csv.py writes it


class Knoop(dict[str, Any]):
    """A record, and where it stood: "services.csv, rij 3" or "$.contents[2]"."""

    pad: str = ""

    def plek(self, key: str) -> str:
        return f"{self.pad}.{key}" if "$" in self.pad else f"{self.pad}, kolom {key}"


def knoop(data: dict[str, Any], pad: str) -> Knoop:
    made = Knoop(data)
    made.pad = pad
    return made


@dataclass(frozen=True)
class Fout:
    """Where, what stands there, and what to do."""

    waar: str
    waarde: str
    zin: str

    def __str__(self) -> str:
        return f"{self.waar}: {self.zin}" + (
            f" Er staat: {self.waarde}" if self.waarde else ""
        )


@dataclass
class Pakket:
    """`los` are rows that hang on nothing we know, by their table."""

    records: dict[str, dict[str, Knoop]] = field(
        default_factory=lambda: {name: {} for name in ENTITEITEN}
    )
    los: list[tuple[str, Knoop]] = field(default_factory=list)
    fouten: list[Fout] = field(default_factory=list)
    opmerkingen: list[Fout] = field(default_factory=list)
    herkomst: str = ""

    def fout(self, waar: str, waarde: object, zin: str) -> None:
        self.fouten.append(Fout(waar, shown(waarde), zin))

    def opmerking(self, waar: str, waarde: object, zin: str) -> None:
        self.opmerkingen.append(Fout(waar, shown(waarde), zin))


def shown(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    if value is None or value == "":
        return ""
    return text if len(text) <= 80 else f"{text[:79]}…"  # noqa: PLR2004 - one line


def read_package(bestanden: Iterable[tuple[str, bytes]]) -> Pakket:
    """`bestanden` are names and contents, of one package."""
    pakket = Pakket()
    tables: dict[str, list[Knoop]] = {}
    files = sorted(bestanden)
    if not files:
        pakket.fout("bestand", "", "Hier staat geen bestand van HSDS in.")
    guarded = any(_is_ours_tabular(name, data) for name, data in files)
    for name, data in files:
        short = name.rsplit("/", 1)[-1]
        if short.lower().endswith(".csv"):
            _read_csv(pakket, tables, short, data, guarded=guarded)
        elif short.lower() == "datapackage.json":
            pakket.herkomst = _origin_of(data) or pakket.herkomst
        elif short.lower().endswith(".json"):
            _read_json(pakket, tables, short, data)
        else:
            pakket.opmerking(short, "", "Dit bestand slaan we over.")
    if tables:
        _Tabular(pakket, tables).spread()
    _check(pakket)
    return pakket


# --- text and JSON


def clean(value: Any, depth: int = 0) -> Any:
    """Without what a keyboard can't type and a database can't keep."""
    if depth > DIEP:
        raise RecursionError
    if isinstance(value, str):
        return _CONTROL.sub("", _BREAKS.sub("\n", value))
    if isinstance(value, list):
        return [clean(one, depth + 1) for one in value]
    if isinstance(value, dict):
        return {clean(key): clean(one, depth + 1) for key, one in value.items()}
    return value


def _no_number(text: str) -> Any:
    raise ValueError(text)


def parse_json(data: bytes) -> Any:
    """Raises ValueError or RecursionError."""
    text = data.decode("utf-8-sig")
    return clean(json.loads(text, parse_constant=_no_number))


def _read_json(
    pakket: Pakket, tables: dict[str, list[Knoop]], name: str, data: bytes
) -> None:
    try:
        found = parse_json(data)
    except UnicodeDecodeError:
        pakket.fout(name, "", "Dit bestand is niet in UTF-8. Bewaar het zo opnieuw.")
        return
    except json.JSONDecodeError as error:
        zin = "Hier houdt de JSON op of staat een teken te veel. Vraag het bestand opnieuw."
        pakket.fout(f"{name}, regel {error.lineno}, teken {error.colno}", "", zin)
        return
    except (ValueError, RecursionError):
        zin = "Deze JSON is niet te lezen: een getal of de diepte kan niet kloppen."
        pakket.fout(name, "", zin)
        return
    _Nested(pakket, tables, name).take(found)


class _Nested:
    """Records that hold what hangs on them."""

    def __init__(
        self, pakket: Pakket, tables: dict[str, list[Knoop]], name: str
    ) -> None:
        self.pakket, self.tables, self.name = pakket, tables, name

    def take(self, found: Any) -> None:
        if isinstance(found, list):
            self.all(found, f"{self.name} $", "")
        elif not isinstance(found, dict):
            self.pakket.fout(self.name, found, "Hier staan geen gegevens van HSDS in.")
        elif "contents" in found:
            self.all(found["contents"], f"{self.name} $.contents", "")
        elif "openapi_url" in found or "openapi" in found:
            self.pakket.opmerking(
                self.name, "", "Dit zegt alleen iets over een API. We slaan het over."
            )
        elif not found.get("id") and _table_keys(found):
            self.several(found)
        else:
            self.one(found, f"{self.name} $", "")

    def several(self, found: dict[str, Any]) -> None:
        """Lists by the name of their table: flat rows, or whole records."""
        self.pakket.herkomst = str(found.get("nk_herkomst", "")) or self.pakket.herkomst
        for key, rows in found.items():
            table = BESTANDEN.get(key.removesuffix(".csv"))
            pad = f"{self.name} $.{key}"
            if table in ENTITEITEN and not key.endswith(".csv"):
                self.all(rows, pad, table)
            elif isinstance(rows, list) and key not in {"nk_herkomst", "version"}:
                name = table or key.removesuffix(".csv")
                self.tables.setdefault(name, []).extend(
                    knoop(row, f"{pad}[{n}]")
                    for n, row in enumerate(rows)
                    if isinstance(row, dict)
                )

    def all(self, rows: Any, pad: str, table: str) -> None:
        if not isinstance(rows, list):
            self.pakket.fout(pad, rows, "Hier hoort een lijst te staan.")
            return
        for n, row in enumerate(rows):
            if isinstance(row, dict):
                self.one(row, f"{pad}[{n}]", table)
            else:
                self.pakket.fout(f"{pad}[{n}]", row, "Hier hoort een record te staan.")

    def one(self, row: dict[str, Any], pad: str, table: str) -> None:
        table = table or _kind(row, self.name)
        match table:
            case "service":
                self.service(row, pad)
            case "organization":
                self.organization(row, pad)
            case "location":
                self.location(row, pad)
            case "service_at_location":
                self.place(row, pad)
            case "taxonomy":
                self.register("taxonomy", knoop(row, pad))
            case "taxonomy_term":
                self.term(row, pad)
            case _:
                zin = "We zien niet wat dit is: een service, organisatie, locatie of term."
                self.pakket.fout(pad, row.get("name") or row.get("id"), zin)

    def service(self, row: dict[str, Any], pad: str) -> str:
        node = knoop(unpublish_service(row), pad)
        organisation = node.pop("organization", None)
        if isinstance(organisation, dict):
            node["organization_id"] = self.organization(
                organisation, f"{pad}.organization"
            )
        self.attributes(node)
        if "service_at_locations" in node:
            places = self.rows(node, "service_at_locations")
            node["service_at_locations"] = [self.at_location(p) for p in places]
        self.children(node, TABELLEN["service"])
        return self.register("service", node)

    def place(self, row: dict[str, Any], pad: str) -> None:
        node = knoop(row, pad)
        service = node.pop("service", None)
        if not isinstance(service, dict):
            self.pakket.fout(
                pad, node.get("id"), "Hier hoort een service bij te staan."
            )
            return
        key = self.service(service, f"{pad}.service")
        there = self.pakket.records["service"].get(key)
        if there is not None:
            places = there.setdefault("service_at_locations", [])
            made = self.at_location(node)
            if made.get("id") not in {place.get("id") for place in places}:
                places.append(made)

    def at_location(self, node: Knoop) -> Knoop:
        location = node.pop("location", None)
        if isinstance(location, dict):
            node["location_id"] = self.location(location, f"{node.pad}.location")
        self.attributes(node)
        self.children(node, TABELLEN["service_at_location"])
        return node

    def organization(self, row: dict[str, Any], pad: str) -> str:
        node = knoop(row, pad)
        locations, services = self.rows(node, "locations"), self.rows(node, "services")
        node.pop("locations", None)
        node.pop("services", None)
        self.attributes(node)
        self.children(node, TABELLEN["organization"])
        key = self.register("organization", node)
        for location in locations:
            self.location({"organization_id": key} | location, location.pad)
        for service in services:
            self.service({"organization_id": key} | service, service.pad)
        return key

    def location(self, row: dict[str, Any], pad: str) -> str:
        node = knoop(row, pad)
        self.attributes(node)
        self.children(node, TABELLEN["location"])
        return self.register("location", node)

    def term(self, row: dict[str, Any], pad: str) -> str:
        node = knoop(row, pad)
        detail = node.pop("taxonomy_detail", None)
        if isinstance(detail, dict):
            node["taxonomy_id"] = self.register(
                "taxonomy", knoop(detail, f"{pad}.taxonomy_detail")
            )
        return self.register("taxonomy_term", node)

    def attributes(self, node: Knoop) -> None:
        """Of what people look for the terms are records of their own."""
        if "attributes" not in node:
            return
        found = self.rows(node, "attributes")
        for row in found:
            term = row.get("taxonomy_term")
            if isinstance(term, dict) and term.get("id") and term.get("name"):
                del row["taxonomy_term"]
                row["taxonomy_term_id"] = self.term(term, f"{row.pad}.taxonomy_term")
        node["attributes"] = found

    def children(self, node: Knoop, tabel: Tabel) -> None:
        """Gives the rows of its lists their places."""
        for key, child in tabel.kinderen.items():
            if key not in node or key in {"attributes", "service_at_locations"}:
                continue
            rows = self.rows(node, key)
            for row in rows:
                self.children(row, TABELLEN[child])
            node[key] = rows
        if "schedules" in node:
            node["schedules"] = [_schedule(row) for row in node["schedules"]]

    def rows(self, node: Knoop, key: str) -> list[Knoop]:
        found = node.get(key)
        if is_empty(found):
            return []
        pad = node.plek(key)
        if not isinstance(found, list):
            self.pakket.fout(pad, found, "Hier hoort een lijst te staan.")
            return []
        good = []
        for n, row in enumerate(found):
            if isinstance(row, dict):
                good.append(
                    row if isinstance(row, Knoop) else knoop(row, f"{pad}[{n}]")
                )
            else:
                self.pakket.fout(f"{pad}[{n}]", row, "Hier hoort een record te staan.")
        return good

    def register(self, table: str, node: Knoop) -> str:
        return register(self.pakket, table, node)


def _schedule(row: Knoop) -> Knoop:
    return knoop(unpublish_schedule(row), row.pad)


def _table_keys(found: dict[str, Any]) -> bool:
    return any(
        key.removesuffix(".csv") in BESTANDEN and isinstance(value, list)
        for key, value in found.items()
    )


def _kind(row: dict[str, Any], name: str) -> str:
    """What a record is, by what only that kind has; else by the name of its file."""
    for table, keys in (
        ("service_at_location", {"service"}),
        ("service", {"status", "organization", "service_at_locations"}),
        ("location", {"location_type", "latitude", "addresses"}),
        (
            "organization",
            {"services", "locations", "programs", "legal_status", "year_incorporated"},
        ),
        ("taxonomy_term", {"taxonomy_detail", "parent_id", "term_uri", "taxonomy_id"}),
    ):
        if keys & row.keys():
            return table
    stem = name.rsplit(".", 1)[0].lower()
    for table in sorted((*ENTITEITEN, "service_at_location"), key=len, reverse=True):
        if table in stem or (table == "taxonomy" and "taxonomies" in stem):
            return table
    return ""


def register(pakket: Pakket, table: str, node: Knoop) -> str:
    """By its id. The same record may stand in more places; it may not say other things."""
    if table in {"taxonomy", "taxonomy_term"} and is_ours(node):
        return str(node["id"])
    key = node.get("id")
    if isinstance(key, bool) or not isinstance(key, str | int) or key == "":
        pakket.fout(node.plek("id"), key, "Elk record heeft een id nodig.")
        return ""
    key = str(key)
    node["id"] = key
    there = pakket.records[table].get(key)
    if there is None:
        pakket.records[table][key] = node
        return key
    for name, value in node.items():
        if name not in there:
            there[name] = value
        elif differs(there[name], value):
            zin = (
                f"Dit id staat ook op {there.pad}, met iets anders bij {name}."
                " Haal één van de twee weg."
            )
            pakket.fout(node.plek(name), value, zin)
            break
    return key


# --- flat tables


def _is_ours_tabular(name: str, data: bytes) -> bool:
    """Ours guards cells that a spreadsheet would run; of others an apostrophe is text."""
    return name.endswith("datapackage.json") and b"nk_herkomst" in data


def _origin_of(data: bytes) -> str:
    try:
        found = parse_json(data)
    except (ValueError, RecursionError):
        return ""
    return str(found.get("nk_herkomst", "")) if isinstance(found, dict) else ""


def _read_csv(
    pakket: Pakket,
    tables: dict[str, list[Knoop]],
    name: str,
    data: bytes,
    *,
    guarded: bool,
) -> None:
    text = decode(data)
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


def decode(data: bytes) -> str:
    """UTF-8, or what an old spreadsheet writes."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _csv_rows(
    pakket: Pakket, name: str, text: str, tabel: Tabel | None, *, guarded: bool
) -> Iterator[Knoop]:
    csv.field_size_limit(CELL)
    delimiter = (
        ";"
        if text.split("\n", 1)[0].count(";") > text.split("\n", 1)[0].count(",")
        else ","
    )
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
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
                key: typed(tabel, key, clean(_unguarded(cell) if guarded else cell))
                for key, cell in zip(head, cells, strict=True)
                if key
            },
            pad,
        )


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _GUARD.match(cell[1:]) else cell


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
        return clean(json.loads(cell, parse_constant=_no_number))
    except (ValueError, RecursionError):
        return cell


class _Tabular:
    """Rows of flat tables, hung on what they belong to."""

    ORDER = (
        "service_at_location", "program", "contact", "phone", "address", "schedule",
        "service_area", "language", "funding", "accessibility", "cost_option",
        "required_document", "organization_identifier", "nk_wachttijd",
        "nk_sluitingsperiode", "nk_startmoment", "nk_doelgroepvraag", "nk_controle",
        "attribute", "metadata",
    )  # fmt: skip

    def __init__(self, pakket: Pakket, tables: dict[str, list[Knoop]]) -> None:
        self.pakket, self.tables = pakket, tables
        self.index: dict[str, dict[str, list[Knoop]]] = {}

    def spread(self) -> None:
        for table in ENTITEITEN:
            for row in self.tables.get(table, ()):
                key = register(self.pakket, table, self.without_empty_refs(row))
                if key in self.pakket.records[table]:
                    self.index.setdefault(table, {})[key] = [
                        self.pakket.records[table][key]
                    ]
        for table in self.ORDER:
            if table in self.tables:
                self.hang(table, self.tables[table])
        self.programs()
        self.finish()
        for table, rows in self.tables.items():
            if table not in TABELLEN:
                self.pakket.los += [(table, row) for row in rows]

    def without_empty_refs(self, row: Knoop) -> Knoop:
        refs = {key for key in row if key.endswith("_id") and is_empty(row[key])}
        return knoop({k: v for k, v in row.items() if k not in refs}, row.pad)

    def hang(self, table: str, rows: list[Knoop]) -> None:
        tabel = TABELLEN[table]
        for name, parent in TABELLEN.items():
            for key, child in parent.kinderen.items():
                if child == table and name in GEVULD:
                    for nodes in self.index.get(name, {}).values():
                        for node in nodes:
                            node.setdefault(key, [])
        seen: set[str] = set()
        for row in map(self.without_empty_refs, rows):
            key = str(row.get("id") or "")
            if key in seen:
                zin = "Dit id staat twee keer in dit bestand. Geef er één een eigen id."
                self.pakket.fout(row.plek("id"), key, zin)
            seen.add(key)
            self.hang_one(table, tabel, row)

    def hang_one(self, table: str, tabel: Tabel, row: Knoop) -> None:
        found = [
            (column, name, parent)
            for column, owner in tabel.eigenaren.items()
            for name in ([owner] if owner != "*" else [*self.index])
            for parent in self.index.get(name, {}).get(str(row.get(column, "")), ())
        ]
        dangling = [
            column
            for column in tabel.eigenaren
            if column in row and column not in {one for one, *_ in found}
        ]
        for column in dangling:
            zin = (
                "Dit verwijst naar iets dat niet in dit pakket zit. We bewaren het zo."
            )
            self.pakket.opmerking(row.plek(column), row[column], zin)
        gone = {column for column, *_ in found}
        for _, name, parent in found:
            copy = knoop(
                {
                    k: v
                    for k, v in row.items()
                    if k not in gone and not (table in BEWAARD and is_empty(v))
                },
                row.pad,
            )
            key = (
                next(k for k, c in TABELLEN[name].kinderen.items() if c == table)
                if (table in TABELLEN[name].kinderen.values())
                else table
            )
            parent.setdefault(key, []).append(copy)
            if copy.get("id"):
                self.index.setdefault(table, {}).setdefault(str(copy["id"]), []).append(
                    copy
                )
        if not found:
            self.pakket.los.append((tabel.csv, row))

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
        for nodes in self.index.values():
            for node in (one for same in nodes.values() for one in same):
                if "schedules" in node:
                    node["schedules"] = [_schedule(row) for row in node["schedules"]]


# --- what has to be right


def _check(pakket: Pakket) -> None:
    for table, rows in pakket.records.items():
        if len(rows) > MEESTE:
            zin = f"Dit zijn er meer dan {MEESTE}. Lees het in delen in."
            pakket.fout(table, len(rows), zin)
            return
        for node in rows.values():
            name = node.get("name")
            if table == "location":
                continue
            if not isinstance(name, str) or not name.strip():
                zin = "Hier ontbreekt een naam. Vul die in, of haal het record weg."
                pakket.fout(node.plek("name"), name, zin)
    _check_cycles(pakket)


def _check_cycles(pakket: Pakket) -> None:
    for table, column in (
        ("taxonomy_term", "parent_id"),
        ("organization", "parent_organization_id"),
    ):
        rows = pakket.records[table]
        for key, node in rows.items():
            if _goes_round(rows, column, key):
                zin = "Dit valt in een kring onder zichzelf. Maak één van de verwijzingen leeg."
                pakket.fout(node.plek(column), node.get(column), zin)


def _goes_round(rows: dict[str, Knoop], column: str, key: str) -> bool:
    seen, here = {key}, str(rows[key].get(column) or "")
    while here in rows:
        if here == key:
            return True
        if here in seen:
            return False  # it hangs on a ring, the ring itself is told of
        seen.add(here)
        here = str(rows[here].get(column) or "")
    return False
