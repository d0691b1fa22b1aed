"""Taking a package in: first what it would do, then all of it or nothing (N7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction

from logboek import services as logboek
from netwerk.models import Locatie, Postcodegebied, Voorziening
from netwerk.rules.archief import unpack
from netwerk.rules.bekend import visited
from netwerk.rules.bladadres import NIEUW
from netwerk.rules.bladcellen import Ingelezen
from netwerk.rules.hsds_lezen import read_package
from netwerk.rules.hsds_pakket import Pakket
from netwerk.rules.hsds_plan import Plan
from netwerk.rules.hsds_tabellen import BESTANDEN
from netwerk.rules.hsds_woorden import made_id
from netwerk.rules.voorzieningenblad import read_table
from netwerk.selectors.hsds import LABELS
from netwerk.selectors.werkblad import known
from toegang.models import Regio

from .inlezen.inlezer import Inlezer
from .inlezen.rijen import in_parts
from .zoekwoorden import add_words

EIGEN = ""  # of what we made ourselves


class Fouten(Exception):
    """Nothing was taken in; the plan says why."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(f"{len(plan.fouten)} fouten")
        self.plan = plan


class Anders(Exception):
    """Nothing was taken in: it would do something else now than what was seen."""

    def __init__(self, plan: Plan) -> None:
        super().__init__("another plan")
        self.plan = plan


@dataclass(frozen=True)
class Herkomst:
    """Where a package says that it is from."""

    bron: str
    eigen: bool


def read_file(name: str, data: bytes) -> Pakket:
    """One JSON or CSV file, or a zip of them."""
    files, fault = unpack(name, data)
    pakket = read_package(files)
    if fault:
        pakket.fouten.clear()
        pakket.fout(name, "", fault)
    return pakket


def is_sheet(name: str, data: bytes) -> bool:
    """A spreadsheet of ours, and no table of HSDS."""
    short = name.rsplit("/", 1)[-1].lower()
    if short.endswith(".xlsx") or data.startswith(b"\xd0\xcf\x11\xe0"):
        return True
    return short.endswith(".csv") and short.removesuffix(".csv") not in BESTANDEN


def read_sheet(data: bytes, datums: str = "", *, regio: Regio, bron: str) -> Ingelezen:
    """Beside what we have of each row. With the middle of its postcode for an address, so
    that a distance can be said."""
    found = read_table(data, LABELS, datums, lambda keys: known(regio, bron, keys))
    _settle(found.pakket, regio, bron)
    places = [
        (node, _code(node["addresses"]))
        for key, node in found.pakket.records["location"].items()
        if "addresses" in node and key not in found.zelfde_punt
    ]
    codes = {code for _, code in places}
    points = {area.code: area for area in Postcodegebied.objects.filter(code__in=codes)}
    for node, code in places:
        area = points.get(code)
        if (
            area or "location_type" not in node
        ):  # one of ours that is somewhere else now
            node["latitude"] = area.lat if area else None
            node["longitude"] = area.lon if area else None
    return found


def _settle(pakket: Pakket, regio: Regio, bron: str) -> None:
    """A new place gets its id from its address. When the address of ours with that id was
    corrected since, its old words are another place now."""
    locations = pakket.records["location"]
    made = {key: locations.pop(key) for key in [*locations] if key.startswith(NIEUW)}
    ids = {key: key.removeprefix(NIEUW) for key in made}
    for keys in in_parts(() if bron else ids.values()):
        for row in Locatie.objects.filter(regio=regio, uuid__in=keys):
            key = f"{NIEUW}{row.uuid}"
            said, here = (
                made[key]["addresses"][0],
                (row.adres, row.postcode, row.plaats),
            )
            if here != (said["address_1"], said["postal_code"], said["city"]):
                ids[key] = str(made_id("blad", "adres", key, *here))
    for key, node in made.items():
        node["id"] = ids[key]
        locations.setdefault(ids[key], node)
    for service in pakket.records["service"].values():
        for place in service.get("service_at_locations") or ():
            place["location_id"] = ids.get(place["location_id"], place["location_id"])


def _code(addresses: Sequence[dict[str, Any]]) -> str:
    return str(addresses[visited(addresses)].get("postal_code") or "")[:4]


def read_folder(folder: Path) -> Pakket:
    """All JSON and CSV files in it. Both forms of one package at once would say
    everything twice: then the JSON counts."""
    found = sorted(path for path in folder.iterdir() if path.is_file())
    kinds = (".json", ".csv")
    files = [(path.name, path) for path in found if path.suffix.lower() in kinds]
    tables = [one for one in files if one[1].suffix.lower() == ".csv"]
    if tables and any(name == "datapackage.json" for name, _ in files):
        files = [*tables, *(one for one in files if one[0] == "datapackage.json")]
    return read_package((name, path.read_bytes()) for name, path in files)


def origin_of(pakket: Pakket) -> Herkomst | None:
    """From the package itself, or from the pages its records point at; None when it does
    not say."""
    said = pakket.herkomst or _of_pages(pakket)
    if not said:
        return None
    ours = urlsplit(settings.BASE_URL).netloc
    return Herkomst(said, eigen=bool(ours) and urlsplit(said).netloc == ours)


def _of_pages(pakket: Pakket) -> str:
    pages = {
        f"{parts.scheme}://{parts.netloc}"
        for node in pakket.records["service"].values()
        if isinstance(page := node.get("nk_pagina"), str) and (parts := urlsplit(page))
    }
    return pages.pop() if len(pages) == 1 else ""


def preview(*, pakket: Pakket, regio: Regio, bron: str) -> Plan:
    """What it would do. Writes nothing."""
    return Inlezer(pakket, regio=regio, bron=bron).read()


def hold_still(regio: Regio) -> None:
    """In a transaction: nobody else changes its kaart until the end of it. A spreadsheet
    that is laid beside what we have is read after this."""
    Regio.objects.select_for_update(no_key=True).get(pk=regio.pk)
    rows = Voorziening.objects.filter(regio=regio).order_by("pk")
    list(rows.select_for_update(of=("self",), no_key=True).values_list("pk"))


@transaction.atomic
def take_in(*, pakket: Pakket, regio: Regio, bron: str, gezien: str = "") -> Plan:
    """All of it. One at a time in a region, and nobody changes a row meanwhile. Raises
    Fouten when there is one, and Anders when `gezien` is the mark of another plan; then
    everything is left as it was."""
    hold_still(regio)
    inlezer = Inlezer(pakket, regio=regio, bron=bron)
    plan = inlezer.read()
    if plan.fouten:
        raise Fouten(plan)
    if gezien and plan.afdruk != gezien:
        raise Anders(plan)
    if inlezer.changes:
        inlezer.write()
        add_words(voorzieningen=inlezer.said_anew())
    logboek.record(
        logboek.Actie.UPDATE,
        "sociale_kaart",
        object_id=(bron or "eigen")[:80],
        onderdeel="inlezen",
        regio=regio.slug,
    )
    return plan
