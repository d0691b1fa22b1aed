"""Records that hold what hangs on them, as JSON writes them: one, a page of the API, a list,
or lists by the name of their table. Flat rows among them go to `tables` (hsds_plat.py)."""

from __future__ import annotations

from typing import Any

from .hsds_pakket import ENTITEITEN, Knoop, Pakket, Tables, knoop
from .hsds_tabellen import BESTANDEN, TABELLEN, Tabel
from .hsds_vergelijken import differs
from .hsds_vorm import unpublish_schedule, unpublish_service
from .hsds_waarden import is_empty


class Genest:
    """Records that hold what hangs on them."""

    def __init__(self, pakket: Pakket, tables: Tables, name: str) -> None:
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
                self.pakket.register("taxonomy", knoop(row, pad))
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
            places = self.unique(self.rows(node, "service_at_locations"))
            node["service_at_locations"] = [self.at_location(p) for p in places]
        self.children(node, TABELLEN["service"])
        return self.pakket.register("service", node)

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
        key = self.pakket.register("organization", node)
        for location in locations:
            self.location({"organization_id": key} | location, location.pad)
        for service in services:
            self.service({"organization_id": key} | service, service.pad)
        return key

    def location(self, row: dict[str, Any], pad: str) -> str:
        node = knoop(row, pad)
        self.attributes(node)
        self.children(node, TABELLEN["location"])
        return self.pakket.register("location", node)

    def term(self, row: dict[str, Any], pad: str) -> str:
        node = knoop(row, pad)
        detail = node.pop("taxonomy_detail", None)
        if isinstance(detail, dict):
            node["taxonomy_id"] = self.pakket.register(
                "taxonomy", knoop(detail, f"{pad}.taxonomy_detail")
            )
        return self.pakket.register("taxonomy_term", node)

    def attributes(self, node: Knoop) -> None:
        """Of what people look for the terms are records of their own."""
        if "attributes" not in node:
            return
        found = self.unique(self.rows(node, "attributes"))
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
            rows = self.unique(self.rows(node, key))
            for row in rows:
                self.children(row, TABELLEN[child])
            node[key] = rows
        if "schedules" in node:
            node["schedules"] = [*map(unpublish_schedule, node["schedules"])]

    def unique(self, rows: list[Knoop]) -> list[Knoop]:
        """Each id once. The same twice is one; it may not say other things."""
        seen: dict[str, Knoop] = {}
        good = []
        for row in rows:
            key = str(row.get("id") or "")
            there = seen.get(key)
            if there is None:
                good.append(row)
            elif differs(row, there):
                zin = "Dit id staat twee keer in deze lijst. Geef er één een eigen id."
                self.pakket.fout(row.plek("id"), key, zin)
            if key:
                seen.setdefault(key, row)
        return good

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
