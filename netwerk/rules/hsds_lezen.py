"""A package of HSDS, however it came (one record, a page of the API, a list, a folder of
them, flat tables in JSON or CSV), as records by their id."""

from __future__ import annotations

import json
from collections.abc import Iterable

from .bestandstekst import parse_json
from .hsds_genest import Genest
from .hsds_pakket import Pakket, Tables, check
from .hsds_plat import Plat, read_csv


def read_package(bestanden: Iterable[tuple[str, bytes]]) -> Pakket:
    """`bestanden` are names and contents, of one package."""
    pakket = Pakket()
    tables: Tables = {}
    files = sorted(bestanden)
    if not files:
        pakket.fout("bestand", "", "Hier staat geen bestand van HSDS in.")
    guarded = any(_is_ours_tabular(name, data) for name, data in files)
    for name, data in files:
        short = name.rsplit("/", 1)[-1]
        if short.lower().endswith(".csv"):
            read_csv(pakket, tables, short, data, guarded=guarded)
        elif short.lower() == "datapackage.json":
            pakket.herkomst = _origin_of(data) or pakket.herkomst
        elif short.lower().endswith(".json"):
            _read_json(pakket, tables, short, data)
        else:
            pakket.opmerking(short, "", "Dit bestand slaan we over.")
    if tables:
        Plat(pakket, tables).spread()
    check(pakket)
    return pakket


def _read_json(pakket: Pakket, tables: Tables, name: str, data: bytes) -> None:
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
    Genest(pakket, tables, name).take(found)


def _is_ours_tabular(name: str, data: bytes) -> bool:
    """Ours guards cells that a spreadsheet would run; of others an apostrophe is text."""
    return name.endswith("datapackage.json") and b"nk_herkomst" in data


def _origin_of(data: bytes) -> str:
    try:
        found = parse_json(data)
    except (ValueError, RecursionError):
        return ""
    return str(found.get("nk_herkomst", "")) if isinstance(found, dict) else ""
