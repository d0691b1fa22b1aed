"""A package of HSDS as records by their id. Each knows where it stood, so that a fault can
be pointed at; all faults are looked for before anything is said."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .hsds_tabellen import TABELLEN, Tabel
from .hsds_vergelijken import differs
from .hsds_vorm import is_ours
from .hsds_waarden import PastNiet, datum

ENTITEITEN = ("taxonomy", "taxonomy_term", "organization", "location", "service")
MEESTE = 25_000  # records of one kind
# a table, its column, and the table of what that points at; a service without its
# organisation is a fault (services/inlezen)
VERWIJZINGEN = (
    ("taxonomy_term", "taxonomy_id", "taxonomy"),
    ("taxonomy_term", "parent_id", "taxonomy_term"),
    ("organization", "parent_organization_id", "organization"),
    ("location", "organization_id", "organization"),
    ("service", "nk_vervolg", "service"),
)
KRING = "Dit valt in een kring onder zichzelf. Maak één van de verwijzingen leeg."
DAGEN = {"valid_from", "valid_to", "dtstart", "until"}  # HSDS gives these no format
GEEN_DAG = (
    "Dit is geen datum zoals 2026-10-04. We raden niet wat er bedoeld is: we bewaren wat er"
    " staat, maar tonen het niet."
)
LOS_EIND = "Dit verwijst naar iets dat niet in dit pakket zit. We bewaren het zo."


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
    """`los` are rows that hang on nothing we know, by their table. A spreadsheet
    (`is_blad`) says less of a record than we know."""

    records: dict[str, dict[str, Knoop]] = field(
        default_factory=lambda: {name: {} for name in ENTITEITEN}
    )
    los: list[tuple[str, Knoop]] = field(default_factory=list)
    fouten: list[Fout] = field(default_factory=list)
    opmerkingen: list[Fout] = field(default_factory=list)
    herkomst: str = ""
    is_blad: bool = False

    def fout(self, waar: str, waarde: object, zin: str) -> None:
        self.fouten.append(Fout(waar, shown(waarde), zin))

    def opmerking(self, waar: str, waarde: object, zin: str) -> None:
        self.opmerkingen.append(Fout(waar, shown(waarde), zin))

    def register(self, table: str, node: Knoop) -> str:
        """By its id. The same record may stand in more places; it may not say other things."""
        if table in {"taxonomy", "taxonomy_term"} and is_ours(node):
            return str(node["id"])
        key = node.get("id")
        if isinstance(key, bool) or not isinstance(key, str | int) or key == "":
            self.fout(node.plek("id"), key, "Elk record heeft een id nodig.")
            return ""
        key = str(key)
        node["id"] = key
        there = self.records[table].get(key)
        if there is None:
            self.records[table][key] = node
            return key
        for name, value in node.items():
            if name not in there:
                there[name] = value
            elif differs(there[name], value):
                zin = (
                    f"Dit id staat ook op {there.pad}, met iets anders bij {name}."
                    " Haal één van de twee weg."
                )
                self.fout(node.plek(name), value, zin)
                break
        return key


Tables = dict[str, list[Knoop]]  # flat rows by their table, or the name of their file


def shown(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    if value is None or value == "":
        return ""
    return text if len(text) <= 80 else f"{text[:79]}…"  # noqa: PLR2004 - one line


# --- what has to be right


def check(pakket: Pakket) -> None:
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
    _note_loose_ends(pakket)
    for table, rows in pakket.records.items():
        for node in rows.values():
            _note_days(pakket, TABELLEN[table], node)


def _check_cycles(pakket: Pakket) -> None:
    for table, column in (
        ("taxonomy_term", "parent_id"),
        ("organization", "parent_organization_id"),
    ):
        rows = pakket.records[table]
        above = {key: str(node.get(column) or "") for key, node in rows.items()}
        for key in in_a_ring(above):
            pakket.fout(rows[key].plek(column), above[key], KRING)


def in_a_ring(above: Mapping[str, str]) -> list[str]:
    """Those that come back to themselves, going up; what hangs on a ring is not in it."""
    seen, found = set[str](), set[str]()
    for start in above:
        path, here = dict[str, int](), start
        while here in above and here not in seen and here not in path:
            path[here] = len(path)
            here = above[here]
        if here in path:
            found |= {key for key, n in path.items() if n >= path[here]}
        seen.update(path)
    return [key for key in above if key in found]


def _note_loose_ends(pakket: Pakket) -> None:
    for table, column, target in VERWIJZINGEN:
        there = pakket.records[target]
        for node in pakket.records[table].values():
            key = str(node.get(column) or "")
            if key and key not in there and not is_ours({"id": key}):
                pakket.opmerking(node.plek(column), key, LOS_EIND)


def _note_days(pakket: Pakket, tabel: Tabel, node: Knoop) -> None:
    """A day can be written one way only in HSDS: 03/04/2026 says two things."""
    for key, prop in tabel.eigenschappen.items():
        value = node.get(key) if prop.format == "date" or key in DAGEN else None
        if value not in (None, "") and not _is_day(value):
            pakket.opmerking(node.plek(key), value, GEEN_DAG)
    for key, child in tabel.kinderen.items():
        for row in node.get(key) or ():
            if isinstance(row, Knoop):
                _note_days(pakket, TABELLEN[child], row)


def _is_day(value: object) -> bool:
    try:
        datum(value)
    except PastNiet:
        return False
    return True
