"""Help at a place: which services of the package stand at which locations."""

from __future__ import annotations

from typing import Any

from netwerk.models import Voorziening, Voorzieningplek
from netwerk.rules import hsds_velden as velden
from netwerk.rules.hsds_pakket import Knoop
from netwerk.rules.hsds_velden import LIJSTEN, naar
from netwerk.rules.hsds_vergelijken import differs, referred
from netwerk.rules.hsds_vorm import VAN_ONS
from netwerk.rules.hsds_woorden import is_uuid, made_id

from .inlezing import Inlezing, Node
from .lijsten import Lijsten
from .rijen import fill
from .vertalen import plain

LISTS = LIJSTEN["service_at_location"]
ELDERS = ("id", "location_id", *VAN_ONS, *LISTS)


class Plekken:
    def __init__(self, inlezing: Inlezing, lijsten: Lijsten) -> None:
        self.inlezing, self.lijsten = inlezing, lijsten
        # by the id of the service and its own
        self.there: dict[tuple[str, str], Voorzieningplek] = {}

    def look_up(self) -> None:
        """Those that the services have now, and which ids are taken."""
        services, bron = self.inlezing.voorzieningen, self.inlezing.bron
        for key, v in services.rows.items():
            for plek in v.plekken.all():
                self.there[key, plek.bron_id if bron else str(plek.uuid)] = plek
        wanted = {
            str(place.get("id", ""))
            for node in services.records.values()
            for place in node.get("service_at_locations") or ()
        }
        self.inlezing.sleutels.look_up(Voorzieningplek, wanted)

    def fits(self, node: Knoop) -> None:
        """Says what is wrong with the places of a service."""
        seen: set[str] = set()
        for place in node.get("service_at_locations") or ():
            where = str(place.get("location_id") or "")
            if where not in self.inlezing.locaties.rows:
                zin = (
                    "De locatie van deze plek staat niet in dit pakket. Voeg haar toe."
                )
                self.inlezing.fault(place, "location_id", zin)
            elif where in seen:
                zin = "Deze plek staat twee keer op dezelfde locatie. Haal één weg."
                self.inlezing.fault(place, "location_id", zin)
            seen.add(where)

    def plain(self, key: str, place: Knoop) -> Node:
        """Of a secret place nothing but that it is there."""
        location = self._location(place)
        out = {} if location.geheim else plain(self.inlezing, place)
        there, wanted = (
            self.there.get((key, str(place.get("id")))),
            str(place.get("id")),
        )
        if there is not None:
            out["id"] = str(there.uuid)
        elif is_uuid(wanted):
            out["id"] = wanted
        else:
            out["id"] = str(made_id("plek", self.inlezing.bron, place.get("id")))
        out["location_id"] = str(location.uuid)
        return out

    def take(
        self, key: str, row: Voorziening, node: Knoop, part: Node, old: Node | None
    ) -> None:
        """`part` has them in the plain form, `node` as they came."""
        kept = set()
        before = {n["id"]: n for n in (old or {}).get("service_at_locations", ())}
        places = node.get("service_at_locations") or ()
        for place, new in zip(places, part["service_at_locations"], strict=True):
            there = self.there.get((key, str(place.get("id"))))
            self._one(row, place, new, there, before.get(new["id"]))
            kept.add(there.pk if there else None)
        for (of, _), gone in self.there.items():
            if of == key and gone.pk not in kept:
                self.inlezing.rijen.drop(gone)

    def _one(
        self,
        row: Voorziening,
        place: Knoop,
        new: Node,
        there: Voorzieningplek | None,
        old: Node | None,
    ) -> None:
        if old is not None:
            here = self.inlezing.beside(new, referred(old))
            if not differs(new, here, whole=False):
                return
        made, location = there, self._location(place)
        if made is None:
            uuid = self.inlezing.give(Voorzieningplek, str(place.get("id") or ""))
            made = Voorzieningplek(
                regio=self.inlezing.regio, voorziening=row, uuid=uuid
            )
            fill(made, self.inlezing.bron_of(place))
        elif location.geheim and made.locatie_id != location.pk:
            self.inlezing.wordt_geheim.append(location)  # what was said here goes too
        made.locatie = location
        columns, rest = naar(velden.PLEK, new, made.hsds, elders=ELDERS)
        fill(made, columns | {"hsds": rest})
        self.lijsten.take(made, new, LISTS, old)
        self.inlezing.rijen.keep(made)

    def _location(self, place: Knoop) -> Any:
        return self.inlezing.locaties.rows[str(place["location_id"])]
