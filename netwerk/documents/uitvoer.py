"""The kaart of a region as one file to take along."""

from __future__ import annotations

from dataclasses import dataclass

from basis import xlsx
from netwerk.selectors.hsds import Blik
from toegang.models import Regio

from . import hsds, werkblad

ZIP, JSON = "application/zip", "application/json"
# what everybody may have, and all there is
SOORTEN = [
    f"{what}-{form}"
    for what in ("openbaar", "alles")
    for form in ("csv", "json", "xlsx")
]


@dataclass(frozen=True)
class Bestand:
    naam: str
    type: str
    inhoud: bytes


def example() -> Bestand:
    return Bestand("plekken-voorbeeld.xlsx", xlsx.TYPE, werkblad.example())


def export(regio: Regio, soort: str) -> Bestand:
    """`soort` is one of SOORTEN. What is not for everybody goes out in a zip, so that it
    can come in again by the page for that."""
    what, _, form = soort.rpartition("-")
    blik = Blik.iedereen() if what == "openbaar" else Blik.alles()
    name = f"sociale-kaart-{regio.slug}-{what}"
    match form:
        case "json" if blik.openbaar:
            return Bestand(f"{name}.json", JSON, hsds.as_json(regio, blik))
        case "json":
            files = [(f"{name}.json", hsds.as_json(regio, blik))]
            return Bestand(f"{name}.json.zip", ZIP, hsds.as_zip(files))
        case "csv":
            data = hsds.as_zip(hsds.as_tables(regio, blik))
            return Bestand(f"{name}.csv.zip", ZIP, data)
    return Bestand(f"{name}.xlsx", xlsx.TYPE, werkblad.as_workbook(regio, blik))


def type_of(naam: str) -> str:
    return {"zip": ZIP, "json": JSON}.get(naam.rpartition(".")[2], xlsx.TYPE)
