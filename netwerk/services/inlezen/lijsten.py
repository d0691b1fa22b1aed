"""The lists that hang on a record: numbers, people, hours, areas, measurements. A list that
a package names is taken over whole, except measurements of waiting, which are only added."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from netwerk.choices import MagBellen
from netwerk.models import (
    Contact,
    Kenmerk,
    Kostenregel,
    Locatie,
    Openingstijd,
    Organisatieprofiel,
    Sluitingsperiode,
    Startmoment,
    Taal,
    Telefoon,
    Voorziening,
    Voorzieningplek,
    Wachttijd,
    Werkgebied,
)
from netwerk.rules import hsds_velden as velden
from netwerk.rules.hsds_velden import LIJSTEN, Veld, naar
from netwerk.rules.hsds_vergelijken import differs, referred
from netwerk.selectors.hsds import row_id
from toegang.models import Gemeente, Wijk

from .inlezing import Inlezing, Node
from .rijen import fill


@dataclass(frozen=True)
class Soort:
    """Rows of one list: `relatie` is what their owner calls them."""

    model: type[Any]
    relatie: str
    velden: tuple[Veld, ...] = ()


SOORTEN = {
    "phones": Soort(Telefoon, "telefoon_set", velden.PHONE),
    "contacts": Soort(Contact, "contact_set", velden.CONTACT),
    "schedules": Soort(Openingstijd, "openingstijd_set", velden.SCHEDULE),
    "languages": Soort(Taal, "talen", velden.LANGUAGE),
    "cost_options": Soort(Kostenregel, "kostenregels", velden.COST),
    "service_areas": Soort(Werkgebied, "werkgebieden"),
    "attributes": Soort(Kenmerk, "kenmerken", velden.ATTRIBUTE),
    "nk_wachttijden": Soort(Wachttijd, "wachttijden", velden.WACHTTIJD),
    "nk_startmomenten": Soort(Startmoment, "startmomenten", velden.START),
    "nk_sluitingsperiodes": Soort(
        Sluitingsperiode, "sluitingsperiodes", velden.SLUITING
    ),
}
OWNER: dict[type[Any], str] = {
    Voorziening: "voorziening",
    Voorzieningplek: "plek",
    Locatie: "locatie",
    Organisatieprofiel: "organisatie",
    Contact: "contact",
    Telefoon: "telefoon",
}


class Lijsten:
    def __init__(self, inlezing: Inlezing) -> None:
        self.inlezing, self.rijen = inlezing, inlezing.rijen
        self.areas = _areas(inlezing)
        self._look_up_ids()

    def _look_up_ids(self) -> None:
        """Which ids of a package are taken, one question for each kind of row."""
        wanted: dict[str, set[str]] = {key: set() for key in SOORTEN}
        for register in self.inlezing.registers.values():
            for node in register.records.values():
                _gather(node, wanted)
                for place in node.get("service_at_locations") or ():
                    _gather(place, wanted)
        for key, soort in SOORTEN.items():
            self.inlezing.sleutels.look_up(soort.model, wanted[key])

    def take(
        self, owner: Any, part: Node, keys: Iterable[str], old: Node | None
    ) -> None:
        """Those of `keys` that `part` names; what fits no row of ours goes beside them."""
        for key in keys:
            if key not in part or not isinstance(part[key] or [], list):
                continue
            aside = self._list(owner, key, part[key] or [], (old or {}).get(key) or [])
            if hasattr(owner, "hsds"):
                owner.hsds.pop(key, None)
                if aside:
                    owner.hsds[key] = aside

    def _list(
        self, owner: Any, key: str, nodes: list[Node], old: list[Node]
    ) -> list[Node]:
        """Returns what fits no row of ours."""
        there = list(getattr(owner, SOORTEN[key].relatie).all()) if owner.pk else []
        rows = {row_id(row): row for row in there}
        ours = {str(node["id"]): node for node in old}
        aside, kept = [], set()
        for n, node in enumerate(nodes):
            name = str(node["id"])
            made = self._child(owner, key, node, rows.get(name), ours.get(name, {}), n)
            if made is None:
                aside.append(node)
            else:
                kept.add(made.pk)
        if key != "nk_wachttijden":
            for row in there:
                if row.pk not in kept and not self._is_kept_back(key, row):
                    self.rijen.drop(row)
        return aside

    def _is_kept_back(self, key: str, row: Any) -> bool:
        """A number that a package for everybody can't have: it did not go away."""
        hidden = key == "phones" and row.mag_bellen != MagBellen.IEDEREEN
        return hidden and not self.inlezing.knows_all

    def _child(
        self, owner: Any, key: str, node: Node, row: Any, before: Node, n: int
    ) -> Any:
        """The row of one in a list; None when it fits none."""
        if row is not None:
            is_moved = key == "phones" and row.volgorde != n
            here = self.inlezing.beside(node, referred(before))
            if not is_moved and not differs(node, here, whole=False):
                return row
        inside = LIJSTEN.get(key, ())
        elders = ("id", "taxonomy_term_id", "alternatief", *inside)
        hsds = getattr(row, "hsds", {})
        columns, rest = naar(SOORTEN[key].velden, node, hsds, elders=elders)
        more = self._more_columns(key, node, columns, rest)
        if more is None:
            return None
        made = row or self._new(owner, key, node, rest)
        if key == "phones":
            more["volgorde"] = n
        fill(made, columns | more)
        if hasattr(made, "hsds"):
            made.hsds = rest
        if key == "nk_sluitingsperiodes":
            self._alternative(made, _ref(node, "alternatief"))
        self.take(made, node, inside, before)
        self.rijen.keep(made)
        return made

    def _new(self, owner: Any, key: str, node: Node, rest: Node) -> Any:
        """One id may stand in more places of a package; each row has one of its own, and
        the id goes out as it came."""
        model, wanted = SOORTEN[key].model, str(node["id"])
        uuid = self.inlezing.sleutels.give(model, wanted, owner.uuid, key)
        if str(uuid) != wanted.lower():
            rest["id"] = wanted
        return model(uuid=uuid, **{OWNER[type(owner)]: owner})

    def _more_columns(
        self, key: str, node: Node, columns: Node, rest: Node
    ) -> Node | None:
        """What a kind of row needs beside its columns; None when it can't be one."""
        match key:
            case "phones":
                return {} if columns.get("nummer") else None
            case "service_areas":
                return self._area(node, rest)
            case "attributes":
                term = self.inlezing.termen.row_of(_ref(node, "taxonomy_term_id"))
                return None if term is None else {"term": term}
            case "nk_startmomenten":
                return {} if columns.get("begint_op") else None
            case "nk_sluitingsperiodes":
                van, tot = columns.get("van"), columns.get("tot")
                return {} if van and (tot is None or van <= tot) else None
        return {}

    def _area(self, node: Node, rest: Node) -> Node | None:
        naam = node.get("name")
        if not isinstance(naam, str) or not naam.strip():
            return None
        empty: Node = {"hele_regio": False, "gemeente": None, "wijk": None, "naam": ""}
        found = self.areas.get(naam.strip().casefold())
        if found is None:
            if len(naam) > 255:  # noqa: PLR2004 - the column
                return empty | {"naam": naam[:255]}
            rest.pop("name", None)
            return empty | {"naam": naam}
        place = found.get("wijk") or found.get("gemeente") or self.inlezing.regio
        if str(place) == naam:
            rest.pop("name", None)
        return empty | found

    def _alternative(self, period: Sluitingsperiode, ours: str) -> None:
        """Another service, which may be new itself."""
        key = self.inlezing.voorzieningen.key_of(ours)
        if key is None:
            period.alternatief = self.inlezing.service_here(ours)
        else:
            later = self.inlezing.voorzieningen.later(key)
            self.rijen.later.append((period, "alternatief", later))


def _ref(node: Node, key: str) -> str:
    return str(node.get(key) or "")


def _areas(inlezing: Inlezing) -> dict[str, Node]:
    """By their name what an area may be; a gemeente goes before a wijk of that name."""
    regio = inlezing.regio
    wijken = Wijk.objects.filter(gemeente__regio=regio).select_related("gemeente")
    gemeenten = Gemeente.objects.filter(regio=regio)
    return (
        {regio.naam.casefold(): {"hele_regio": True}}
        | {str(wijk).casefold(): {"wijk": wijk} for wijk in wijken}
        | {gemeente.naam.casefold(): {"gemeente": gemeente} for gemeente in gemeenten}
    )


def _gather(node: Node, wanted: dict[str, set[str]]) -> None:
    for key, keys in wanted.items():
        rows = node.get(key)
        for row in rows if isinstance(rows, list) else ():
            if isinstance(row, dict):
                keys.add(str(row.get("id") or ""))
                _gather(row, wanted)
