"""The address of a row of the spreadsheet: three cells that are one thing."""

from __future__ import annotations

import re
from typing import Any, Protocol

from . import bekend
from .bekend import ADRES, Bekend
from .bladcellen import Ingelezen
from .hsds_pakket import Knoop, Pakket, knoop
from .hsds_woorden import made_id

NIEUW = "nieuw:"  # before the id of a location that a cell makes


class Lezer(Protocol):
    """Of the sheet, standing at a row (voorzieningenblad.py)."""

    out: Ingelezen
    pakket: Pakket
    column: dict[str, int]
    here: Bekend | None

    def reads(self, key: str) -> bool: ...
    def text(self, key: str) -> str: ...
    def fault(self, key: str, zin: str) -> None: ...
    def node(self, data: dict[str, Any]) -> Knoop: ...


class Adressen:
    """What moved is known only when all rows were read."""

    def __init__(self, lezer: Lezer) -> None:
        self.lezer = lezer
        self.moves: dict[str, list[tuple[Knoop, Bekend, dict[str, str]]]] = {}

    def read(self, node: Knoop) -> None:
        lezer = self.lezer
        there = [key for key in ADRES if key in lezer.column]
        if not there or not [key for key in there if lezer.reads(key)]:
            return
        said = {key: lezer.text(key) for key in ADRES}
        if lezer.here is not None:
            plain = bekend.plain
            had = {k: plain(lezer.here.cellen.get(k)) for k in ADRES if k not in there}
            said |= had
        said["postcode"] = self.postcode(said["postcode"])
        if lezer.here is None or lezer.here.plekken is None:
            node["service_at_locations"] = []
            if any(said.values()):
                where = self.location(said, node.pad)
                at = {"id": f"{node['id']}-plek", "location_id": where}
                node["service_at_locations"] = [lezer.node(at)]
        elif lezer.here.plek is not None and any(said.values()):
            self.moves.setdefault(lezer.here.plek.locatie, []).append(
                (node, lezer.here, said)
            )
        else:
            self.other_place(node, lezer.here, said)

    def postcode(self, code: str) -> str:
        found = re.fullmatch(r"([1-9][0-9]{3}) ?([A-Za-z]{2})?", code)
        if code and not found:
            self.lezer.fault(
                "postcode",
                "Een postcode is vier cijfers en twee letters, zoals 1234 AB.",
            )
        return " ".join(p.upper() for p in found.groups() if p) if found else code

    def location(self, said: dict[str, str], pad: str) -> str:
        """Of rows with the same address one. What it will be called is settled when we
        know what we have (services/uitwisselen.py)."""
        street, code, town = (said[key] for key in ADRES)
        key = str(made_id("blad", "adres", street.casefold(), code, town.casefold()))
        address = {"id": key, "address_1": street, "postal_code": code, "city": town,
                   "country": "NL", "address_type": "physical"}  # fmt: skip
        there = {"id": key, "location_type": "physical",
                 "addresses": [knoop(address, pad)]}  # fmt: skip
        self.lezer.pakket.records["location"].setdefault(NIEUW + key, knoop(there, pad))
        return NIEUW + key

    def other_place(self, node: Knoop, here: Bekend, said: dict[str, str]) -> None:
        """Somewhere else than before, nowhere any more, or somewhere for the first time.
        Its other places stay."""
        was = here.plek.id if here.plek else ""
        places = []
        for place in here.plekken or ():
            if place["id"] != was:
                self.keep_location(place["location_id"], node.pad)
                places.append(dict(place))
            elif any(said.values()):
                where = self.location(said, node.pad)
                places.append({"id": was, "location_id": where})
        if not was and any(said.values()):
            where = self.location(said, node.pad)
            places.append({"id": f"{node['id']}-{where}", "location_id": where})
        node["service_at_locations"] = [knoop(place, node.pad) for place in places]

    def keep_location(self, key: str, pad: str) -> None:
        self.lezer.pakket.records["location"].setdefault(key, knoop({"id": key}, pad))

    def move(self) -> None:
        """An address that changed for all who have it is the same place, with its hours
        and its door; for some of them it is another place."""
        for locatie, moves in self.moves.items():
            node, here, said = moves[0]
            plek = here.plek
            same = all(other == said for _, _, other in moves)
            if plek is not None and same and len(moves) == plek.gebruikers:
                there = bekend.changed_address(plek.adressen, said)
                made = {"id": locatie, "addresses": [knoop(a, node.pad) for a in there]}
                self.lezer.pakket.records["location"][locatie] = knoop(made, node.pad)
                if said["postcode"][:4] == bekend.plain(here.cellen["postcode"])[:4]:
                    self.lezer.out.zelfde_punt.add(locatie)
                continue
            for node, here, said in moves:
                self.other_place(node, here, said)
