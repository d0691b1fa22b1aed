"""What a package changes: everything beside what is there, record by record.

Reading it makes the rows and writes nothing. A record that says the same as ours is left
alone, with its dates. What a package does not name stays as it is; a list that it names is
taken over whole, except measurements of waiting, which are only added.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any

from django.utils import timezone
from django.utils.text import slugify

from netwerk.choices import Controleveld, MagBellen, Status
from netwerk.models import (
    Contact,
    Controle,
    Doelgroepvraag,
    Kenmerk,
    Kostenregel,
    Locatie,
    Openingstijd,
    Organisatieprofiel,
    Pakketrij,
    Sluitingsperiode,
    Startmoment,
    Taal,
    Taxonomie,
    Telefoon,
    Term,
    Voorziening,
    Voorzieningplek,
    Wachttijd,
    Werkgebied,
)
from netwerk.rules import hsds_velden as velden
from netwerk.rules.hsds_lezen import Fout, Knoop, Pakket
from netwerk.rules.hsds_velden import Veld, is_empty, naar, read_phone
from netwerk.rules.hsds_vorm import VAN_ONS, differs, is_closed
from netwerk.rules.hsds_woorden import GESLOTEN, made_id
from netwerk.rules.telefoon import KWIJT, Nummer, show_phone
from netwerk.selectors import hsds
from netwerk.selectors.hsds import Blik, is_uuid
from toegang.models import Gemeente, Organisatie, Regio, Wijk

from .hsds_rijen import Rijen, Sleutels

PAGINA = re.compile(r"/sociale-kaart/([-a-z0-9_]{1,140})/$")
NIEUW, VERANDERD, GELIJK = "nieuw", "veranderd", "gelijk"
Node = dict[str, Any]
MODELS: dict[str, tuple[type[Any], tuple[Veld, ...]]] = {
    "phones": (Telefoon, velden.PHONE),
    "contacts": (Contact, velden.CONTACT),
    "schedules": (Openingstijd, velden.SCHEDULE),
    "languages": (Taal, velden.LANGUAGE),
    "cost_options": (Kostenregel, velden.COST),
    "service_areas": (Werkgebied, ()),
    "attributes": (Kenmerk, velden.ATTRIBUTE),
    "nk_wachttijden": (Wachttijd, velden.WACHTTIJD),
    "nk_startmomenten": (Startmoment, velden.START),
    "nk_sluitingsperiodes": (Sluitingsperiode, velden.SLUITING),
}
RELATION = {
    "phones": "telefoon_set",
    "contacts": "contact_set",
    "schedules": "openingstijd_set",
    "languages": "talen",
    "cost_options": "kostenregels",
    "service_areas": "werkgebieden",
    "attributes": "kenmerken",
    "nk_wachttijden": "wachttijden",
    "nk_startmomenten": "startmomenten",
    "nk_sluitingsperiodes": "sluitingsperiodes",
}
LISTED = {*MODELS, "service_at_locations"}
INSIDE = {"phones": ("languages",), "contacts": ("phones",)}
OWNER: dict[type[Any], str] = {
    Voorziening: "voorziening",
    Voorzieningplek: "plek",
    Locatie: "locatie",
    Organisatieprofiel: "organisatie",
    Contact: "contact",
    Telefoon: "telefoon",
}
REACH = ("phones", "contacts", "attributes")
OF_SERVICE = (
    *REACH, "schedules", "languages", "cost_options", "service_areas",
    "nk_wachttijden", "nk_startmomenten", "nk_sluitingsperiodes",
)  # fmt: skip
OF_PLACE = (*REACH, "schedules")
OF_LOCATION = (*REACH, "schedules", "languages")
ELSEWHERE = (
    "id", "organization_id", "service_at_locations", "nk_vervolg", "nk_doelgroepvragen",
    "nk_controles", "assured_date", *VAN_ONS,
)  # fmt: skip


@dataclass(frozen=True)
class Regel:
    """One record in the preview."""

    soort: str  # organisatie, locatie or plek
    naam: str
    wat: str
    velden: tuple[str, ...] = ()


@dataclass
class Plan:
    """`weg` are names of what came from this source before and is not in it now."""

    regels: list[Regel] = field(default_factory=list)
    weg: list[str] = field(default_factory=list)
    fouten: list[Fout] = field(default_factory=list)
    opmerkingen: list[Fout] = field(default_factory=list)

    def count(self, soort: str, wat: str) -> int:
        return sum(r.soort == soort and r.wat == wat for r in self.regels)

    @property
    def changes(self) -> bool:
        return any(regel.wat != GELIJK for regel in self.regels)

    @property
    def afdruk(self) -> str:
        """Of what it would do, to see whether that is still so."""
        said = [[r.soort, r.naam, r.wat, list(r.velden)] for r in self.regels]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()


class Inlezer:
    """`bron` is where the package comes from; empty means that it is our own, and then
    ids are ours too."""

    def __init__(self, pakket: Pakket, *, regio: Regio, bron: str) -> None:
        self.pakket, self.regio, self.bron = pakket, regio, bron
        self.dag, self.blik = timezone.localdate(), Blik.alles()
        self.plan = Plan(fouten=pakket.fouten, opmerkingen=pakket.opmerkingen)
        self.rijen, self.sleutels = Rijen(), Sleutels()
        self.ids: dict[str, dict[str, str]] = {}
        self.rows: dict[str, dict[str, Any]] = {}
        self.touched: list[tuple[Voorziening, str]] = []
        self.renamed: list[Organisatie] = []
        self.reverse: dict[str, dict[str, str]] = {}
        self.knows_all = any(
            not _is_public(phone)
            for records in pakket.records.values()
            for node in records.values()
            for phone in _phones_in(node)
        )

    def read(self) -> Plan:
        self._areas()
        self._look_up_children()
        self._taxonomies()
        self._organisations()
        self._locations()
        self._services()
        self._loose()
        return self.plan

    def write(self) -> None:
        """In the transaction of the caller."""
        moment = timezone.now()
        for row, said in self.touched:
            if said:
                row.hsds["_gewijzigd"] = {"tekst": said, "op": moment.isoformat()}
        self.rijen.write()
        self._stamp(moment)
        for organisation in self.renamed:  # their vector has the old name
            organisation.voorzieningen.update(organisatie=organisation)

    def _stamp(self, moment: datetime) -> None:
        keys = [row.pk for row, _ in self.touched]
        for n in range(0, len(keys), 5_000):
            here = Voorziening.objects.filter(pk__in=keys[n : n + 5_000])
            here.update(gewijzigd_op=moment)

    # --- what is there already

    def _areas(self) -> None:
        gemeenten = Gemeente.objects.filter(regio=self.regio)
        wijken = Wijk.objects.filter(gemeente__regio=self.regio)
        self.areas: dict[str, Node] = {
            str(wijk).casefold(): {"wijk": wijk}
            for wijk in wijken.select_related("gemeente")
        }
        self.areas |= {g.naam.casefold(): {"gemeente": g} for g in gemeenten}
        self.areas.setdefault(self.regio.naam.casefold(), {"hele_regio": True})

    def _look_up_children(self) -> None:
        wanted: dict[str, set[str]] = {key: set() for key in MODELS}
        places: set[str] = set()
        for records in self.pakket.records.values():
            for node in records.values():
                _gather(node, wanted)
                for place in node.get("service_at_locations") or ():
                    places.add(str(place.get("id", "")))
                    _gather(place, wanted)
        for key, (model, _) in MODELS.items():
            self.sleutels.look_up(model, wanted[key])
        self.place_ids = places

    def _existing(self, table: str, rows: Any) -> dict[str, Any]:
        """By the id of the package, those of this region and this source."""
        wanted = list(self.pakket.records[table])
        found: dict[str, Any] = {}
        if not self.bron:
            wanted = [key for key in wanted if is_uuid(key)]
        for n in range(0, len(wanted), 5_000):
            keys = wanted[n : n + 5_000]
            if self.bron:
                here = rows.filter(bron=self.bron, bron_id__in=keys)
                found |= {row.bron_id: row for row in here}
            else:
                found |= {str(row.uuid): row for row in rows.filter(uuid__in=keys)}
        return found

    def _keys(self, table: str, model: type[Any], there: dict[str, Any]) -> None:
        """Our id of each record."""
        records = self.pakket.records[table]
        self.sleutels.look_up(model, [key for key in records if key not in there])
        self.rows[table] = there
        self.ids[table] = {
            key: str(
                there[key].uuid
                if key in there
                else self.sleutels.give(model, key, self.regio.slug, self.bron)
            )
            for key in records
        }

    def _bron_of(self, node: Node) -> Node:
        """Where a record comes from: of our own package what it says itself."""
        if self.bron:
            return {"bron": self.bron, "bron_id": str(node["id"])}
        bron, key = node.get("nk_bron"), node.get("nk_bron_id")
        if isinstance(bron, str) and isinstance(key, str) and bron and key:
            return {"bron": bron[:200], "bron_id": key[:200]}
        return {}

    def _row_of(self, table: str, ours: str) -> Any:
        """The row behind an id of ours, of a record in this package."""
        if table not in self.reverse:
            ids = self.ids.get(table, {})
            self.reverse[table] = {uuid: key for key, uuid in ids.items()}
        key = self.reverse[table].get(ours)
        return self.rows.get(table, {}).get(key) if key is not None else None

    def _comparable(self, new: Node, old: Node) -> Node:
        """Ours without the numbers that a package for everybody does not have."""
        out = dict(old)
        phones = out.get("phones")
        if isinstance(phones, list) and not self.knows_all:
            named = {str(phone["id"]) for phone in new.get("phones") or ()}
            out["phones"] = [
                p for p in phones if _is_public(p) or str(p["id"]) in named
            ]
        for key in ("contacts", "service_at_locations"):
            if isinstance(out.get(key), list):
                said = {str(row["id"]): row for row in new.get(key) or ()}
                out[key] = [
                    self._comparable(said.get(str(row["id"]), {}), row)
                    for row in out[key]
                ]
        return out

    def _record(
        self, soort: str, node: Knoop, naam: str, old: Node | None, new: Node
    ) -> list[str]:
        """Which properties differ; all of them for what is new. Notes it in the plan."""
        if old is None:
            self.plan.regels.append(Regel(soort, naam, NIEUW))
            return list(new)
        old = self._comparable(new, old)
        changed = [
            key
            for key in new
            if differs(new[key], old.get(key), whole=key not in LISTED)
        ]
        wat = VERANDERD if changed else GELIJK
        self.plan.regels.append(Regel(soort, naam, wat, tuple(changed)))
        return changed

    def _later(self, table: str, key: str) -> Any:
        """The row of a record, which has a key once everything is written."""
        return self.rows[table][key]

    # --- taxonomies

    def _taxonomies(self) -> None:
        there = Taxonomie.objects.filter(regio=self.regio)
        self._keys("taxonomy", Taxonomie, self._existing("taxonomy", there))
        for key, node in self.pakket.records["taxonomy"].items():
            self._simple("taxonomy", key, node, Taxonomie, velden.TAXONOMY)
        terms = Term.objects.filter(regio=self.regio)
        found = self._existing(
            "taxonomy_term", terms.select_related("taxonomie", "boven")
        )
        self._keys("taxonomy_term", Term, found)
        for key, node in self.pakket.records["taxonomy_term"].items():
            row = self._simple("taxonomy_term", key, node, Term, velden.TERM)
            self._tie_term(row, node)

    def _simple(
        self, table: str, key: str, node: Knoop, model: type[Any], fields: Any
    ) -> Any:
        row = self.rows[table].get(key)
        plain = {k: v for k, v in node.items() if k not in {"id", *VAN_ONS}}
        if table == "taxonomy_term":
            self._known_refs(plain)
        columns, rest = naar(fields, plain, row.hsds if row else {})
        if row is None:
            row = model(regio=self.regio, uuid=self.ids[table][key])
            self._fill(row, columns | {"hsds": rest} | self._bron_of(node))
            self.rijen.add(row)
        elif self._fill(row, columns | {"hsds": rest}):
            self.rijen.change(row)
        self.rows[table][key] = row
        return row

    def _known_refs(self, plain: Node) -> None:
        """What a term hangs under is a row of ours; what is not in the package stays."""
        if str(plain.get("taxonomy_id", "")) in self.ids["taxonomy"]:
            del plain["taxonomy_id"]
        if str(plain.get("parent_id", "")) in self.ids["taxonomy_term"]:
            del plain["parent_id"]

    def _tie_term(self, row: Term, node: Knoop) -> None:
        list_ = self.rows["taxonomy"].get(str(node.get("taxonomy_id", "")))
        if list_ is not None and row.taxonomie != list_:
            row.taxonomie = list_
            self.rijen.change(row)
        parent = str(node.get("parent_id") or "")
        if parent in self.ids["taxonomy_term"]:
            self._later_term(row, parent)

    def _later_term(self, row: Term, parent: str) -> None:
        now = str(row.boven.uuid) if row.boven_id and row.boven else ""
        if now != self.ids["taxonomy_term"][parent]:
            self.rijen.later.append(
                (row, "boven", partial(self._later, "taxonomy_term", parent))
            )

    def _fill(self, row: Any, values: Node) -> bool:
        """Whether anything changed."""
        changed = False
        for name, value in values.items():
            if getattr(row, name, None) != value:
                setattr(row, name, value)
                changed = True
        return changed

    # --- organisations

    def _organisations(self) -> None:
        rows = hsds.organisations(Organisatie.objects.filter(regio=self.regio))
        all_of_them = list(rows)
        by_key = {}
        for row in all_of_them:
            profiel = getattr(row, "profiel", None)
            if not self.bron:
                by_key[hsds.organisation_id(row)] = row
            elif profiel and profiel.bron == self.bron:
                by_key[profiel.bron_id] = row
        by_name = {row.naam.casefold(): row for row in all_of_them}
        records = self.pakket.records["organization"]
        wanted = [key for key in records if key not in by_key]
        self.sleutels.look_up(Organisatieprofiel, wanted)
        self.ids["organization"], self.rows["organization"] = {}, {}
        for key, node in records.items():
            self._organisation(key, node, by_key.get(key), by_name)

    def _organisation(
        self,
        key: str,
        node: Knoop,
        row: Organisatie | None,
        by_name: dict[str, Organisatie],
    ) -> None:
        naam = str(node.get("name") or "").strip()
        if len(naam) > 140:  # noqa: PLR2004 - the column
            self.plan.fouten.append(
                Fout(
                    node.plek("name"),
                    naam[:79],
                    "Deze naam is te lang. Er passen 140 tekens in.",
                )
            )
        same = by_name.get(naam.casefold())
        if row is None and same is not None:
            row = same
            if same.pk is None:
                zin = (
                    "Deze organisatie staat twee keer in dit pakket, met een ander id."
                )
                self.plan.fouten.append(Fout(node.plek("name"), naam, zin))
                return
            if getattr(same, "profiel", None) is not None:
                self._borrowed(key, node, same)
                return
        elif row is not None and same is not None and same is not row:
            zin = "Een andere organisatie in deze regio heet al zo. Geef één een andere naam."
            self.plan.fouten.append(Fout(node.plek("name"), naam, zin))
            return
        self._take_organisation(key, node, row, naam)
        by_name[naam.casefold()] = self.rows["organization"][key]

    def _borrowed(self, key: str, node: Knoop, row: Organisatie) -> None:
        """Known under this name from elsewhere: its help comes under it, its own words
        stay those of who brought them."""
        self.rows["organization"][key] = row
        self.ids["organization"][key] = hsds.organisation_id(row)
        zin = "Deze organisatie staat al op de kaart. Haar eigen gegevens veranderen niet."
        self.plan.opmerkingen.append(Fout(node.plek("name"), row.naam, zin))
        self.plan.regels.append(Regel("organisatie", row.naam, GELIJK))

    def _take_organisation(
        self, key: str, node: Knoop, row: Organisatie | None, naam: str
    ) -> None:
        profiel = getattr(row, "profiel", None) if row else None
        old = hsds.organisation_node(row, self.blik) if row and profiel else None
        new = self._plain(node)
        keys = self._record("organisatie", node, naam, old and _refs(old), new)
        if row is None:
            row = Organisatie(regio=self.regio)
        if profiel is None:
            uuid = self.sleutels.give(
                Organisatieprofiel, key, self.regio.slug, self.bron
            )
            profiel = Organisatieprofiel(organisatie=row, uuid=uuid)
            self._fill(profiel, self._bron_of(node))
        self.rows["organization"][key] = row
        self.ids["organization"][key] = str(profiel.uuid)
        if not keys:
            return
        part = {k: new[k] for k in keys}
        self._organisation_words(row, part)
        elders = ("id", "name", "nk_soort", "nk_werkveld", *VAN_ONS, *REACH)
        columns, rest = naar(velden.ORGANIZATION, part, profiel.hsds, elders=elders)
        self._fill(profiel, columns | {"hsds": rest})
        self._lists(profiel, part, REACH, old)
        (self.rijen.change if profiel.pk else self.rijen.add)(profiel)

    def _organisation_words(self, row: Organisatie, part: Node) -> None:
        columns, _ = naar(velden.ORGANISATIE, part, {})
        columns = {k: v for k, v in columns.items() if k == "naam" or v}
        if not self._fill(row, columns):
            return
        if row.pk is None:
            self.rijen.add(row)
        else:
            self.rijen.change(row)
            if "naam" in columns:
                self.renamed.append(row)

    # --- locations

    def _locations(self) -> None:
        rows = hsds.locations(Locatie.objects.filter(regio=self.regio))
        self._keys("location", Locatie, self._existing("location", rows))
        for key, node in self.pakket.records["location"].items():
            self._location(key, node)

    def _location(self, key: str, node: Knoop) -> None:
        row: Locatie | None = self.rows["location"].get(key)
        if self._becomes_secret(row, node):
            return
        secret = node.get("nk_geheim") is True or (row is not None and row.geheim)
        if secret:
            self._secret_location(key, node, row)
            return
        old = hsds.location_node(row, self.blik) if row else None
        new = self._plain(node)
        if "addresses" in new:
            new["addresses"] = [_said(a) for a in new["addresses"]]
        naam = str(node.get("name") or node.get("id"))
        keys = self._record("locatie", node, naam, old and _refs(old), new)
        made = row or Locatie(regio=self.regio, uuid=self.ids["location"][key])
        self.rows["location"][key] = made
        if not keys:
            return
        if row is None:
            self._fill(made, self._bron_of(node))
        part = {k: new[k] for k in keys}
        self._location_words(made, part)
        self._lists(made, part, OF_LOCATION, old)
        (self.rijen.change if row else self.rijen.add)(made)

    def _becomes_secret(self, row: Locatie | None, node: Knoop) -> bool:
        if row is None or row.geheim or node.get("nk_geheim") is not True:
            return False
        zin = (
            "Deze locatie is bij ons nog niet geheim. Maak haar eerst zelf geheim:"
            " dan verdwijnt het adres ook uit de geschiedenis."
        )
        self.plan.fouten.append(Fout(node.plek("nk_geheim"), "true", zin))
        return True

    def _secret_location(self, key: str, node: Knoop, row: Locatie | None) -> None:
        """Nothing of it is taken over but that it is there."""
        said = {"id", "location_type", "nk_geheim", "organization_id", *VAN_ONS}
        if any(not is_empty(v) for k, v in node.items() if k not in said):
            zin = (
                "Deze locatie is geheim. Het adres en wat erbij staat, bewaren we niet."
            )
            self.plan.opmerkingen.append(Fout(node.pad, "", zin))
        naam = "Geheime locatie"
        self._record("locatie", node, naam, {} if row else None, {})
        if row is None:
            row = Locatie(regio=self.regio, uuid=self.ids["location"][key], geheim=True)
            columns, _ = naar(velden.LOCATION[:1], node, {})
            self._fill(row, columns | self._bron_of(node))
            self.rijen.add(row)
        self.rows["location"][key] = row

    def _location_words(self, row: Locatie, part: Node) -> None:
        elders = ("id", "organization_id", "addresses", "accessibility", *VAN_ONS)
        columns, rest = naar(
            velden.LOCATION, part, row.hsds, elders=(*elders, *OF_LOCATION)
        )
        if {"latitude", "longitude"} & part.keys():
            _point(row, part, columns, rest)
        if "organization_id" in part:
            self._owner_of(row, part["organization_id"], rest)
        if "accessibility" in part:
            columns["toegankelijk"] = hsds.in_words(part["accessibility"])
            rest["accessibility"] = part["accessibility"]
        if "addresses" in part:
            _addresses(part["addresses"], columns, rest)
        self._fill(row, columns | {"hsds": rest})

    def _owner_of(self, row: Locatie, ours: str, rest: Node) -> None:
        row.organisatie = self._row_of("organization", ours)
        rest.pop("organization_id", None)
        if row.organisatie is None and not is_empty(ours):
            rest["organization_id"] = ours

    # --- services

    def _services(self) -> None:
        rows = hsds.plain_services(Voorziening.objects.filter(regio=self.regio))
        there = self._existing("service", rows)
        self._keys("service", Voorziening, there)
        self._place_keys(there)
        self._slugs()
        for key, node in self.pakket.records["service"].items():
            self._service(key, node)
        self._what_is_gone(there)

    def _place_keys(self, there: dict[str, Voorziening]) -> None:
        self.places: dict[tuple[str, str], Voorzieningplek] = {}
        for key, v in there.items():
            for place in v.plekken.all():
                name = place.bron_id if self.bron else str(place.uuid)
                self.places[key, name] = place
        self.sleutels.look_up(Voorzieningplek, self.place_ids)

    def _slugs(self) -> None:
        wanted = {
            self._slug_of(node) for node in self.pakket.records["service"].values()
        }
        taken = Voorziening.objects.filter(slug__in=wanted)
        self.slugs = set(taken.values_list("slug", flat=True))

    def _slug_of(self, node: Knoop) -> str:
        """What came from our own kaart gets its address back: it stands on paper."""
        page = PAGINA.search(str(node.get("nk_pagina") or ""))
        return page.group(1) if page and not self.bron else _slug(node.get("name"))

    def _service(self, key: str, node: Knoop) -> None:
        if not self._fits(node):
            return
        row: Voorziening | None = self.rows["service"].get(key)
        old = hsds.service_node(row, self.blik) if row else None
        if row and old and row.hsds.get("_dicht"):
            old["status"] = GESLOTEN
        new = self._plain(node)
        new.pop("last_modified", None)
        self._ages(row, node, new, old)
        self._places_of(key, node, new)
        naam = str(node["name"])
        keys = self._record("plek", node, naam, old and _refs(old), new)
        made = row or self._new_service(key, node)
        self.rows["service"][key] = made
        if keys:
            part = {k: new[k] for k in keys}
            self._service_words(made, node, part, old)
            self._lists(made, part, OF_SERVICE, old)
            self._own_lists(made, part)
            self._take_places(key, made, node, part, old)
            self.touched.append((made, str(node.get("last_modified") or "")))
            (self.rijen.change if row else self.rijen.add)(made)

    def _fits(self, node: Knoop) -> bool:
        """Faults that only show beside what we have."""
        before = len(self.plan.fouten)
        naam, ref = node.get("name"), str(node.get("organization_id") or "")
        if isinstance(naam, str) and len(naam) > 255:  # noqa: PLR2004 - the column
            self._fault(node, "name", "Deze naam is te lang. Er passen 255 tekens in.")
        if not isinstance(naam, str) or not naam.strip():
            return False  # said before
        if ref not in self.rows["organization"]:
            zin = (
                "Bij deze plek hoort een organisatie, en die staat niet in dit pakket."
                " Voeg haar toe."
            )
            self._fault(node, "organization_id", zin)
        low, high = node.get("minimum_age"), node.get("maximum_age")
        if isinstance(low, int) and isinstance(high, int) and high < low:
            zin = "De hoogste leeftijd is lager dan de laagste. Kijk welke klopt."
            self._fault(node, "maximum_age", zin)
        seen: set[str] = set()
        for place in node.get("service_at_locations") or ():
            there = str(place.get("location_id") or "")
            if there not in self.rows["location"]:
                zin = (
                    "De locatie van deze plek staat niet in dit pakket. Voeg haar toe."
                )
                self._fault(place, "location_id", zin)
            elif there in seen:
                zin = "Deze plek staat twee keer op dezelfde locatie. Haal één weg."
                self._fault(place, "location_id", zin)
            seen.add(there)
        self._fits_waits(node)
        return len(self.plan.fouten) == before

    def _fits_waits(self, node: Knoop) -> None:
        for wait in node.get("nk_wachttijden") or ():
            columns, _ = naar(velden.WACHTTIJD, wait, {})
            need = ("fase", "weken_van", "weken_tot", "gemeten_op", "geldig_tot", "methode", "door")  # fmt: skip
            if any(is_empty(columns.get(name)) for name in need):
                zin = "Een wachttijd heeft altijd een fase, weken, datum, manier en wie het mat."
                self.plan.fouten.append(Fout(wait.pad, "", zin))
            elif not (
                columns["weken_van"] <= columns["weken_tot"]
                and columns["gemeten_op"] <= columns["geldig_tot"]
            ):
                zin = "Een wachttijd loopt van weinig naar veel, en geldt na de meting."
                self.plan.fouten.append(Fout(wait.pad, "", zin))

    def _fault(self, node: Knoop, key: str, zin: str) -> None:
        value = node.get(key)
        text = value if isinstance(value, str) else "" if value is None else str(value)
        self.plan.fouten.append(Fout(node.plek(key), text[:80], zin))

    def _ages(
        self, row: Voorziening | None, node: Knoop, new: Node, old: Node | None
    ) -> None:
        """A day of checking only goes up; "closed now" is said when it is so already."""
        checked = (
            {c.veld: c.gecontroleerd_op for c in row.controles.all()} if row else {}
        )
        new.update(self._checks(new, checked))
        for name in ("nk_controles", "assured_date"):
            if name in new and is_empty(new[name]):
                del new[name]
        periods = old["nk_sluitingsperiodes"] if old else ()
        if new.get("status") == GESLOTEN and is_closed(periods, self.dag):
            del new["status"]
        if "nk_doelgroepvragen" in new:
            new["nk_doelgroepvragen"] = _without_ids(new["nk_doelgroepvragen"])
        if old and isinstance(new.get("nk_wachttijden"), list):
            known = {wait["id"] for wait in old["nk_wachttijden"]}
            waits = [w for w in new["nk_wachttijden"] if w["id"] not in known]
            new["nk_wachttijden"] = waits
            if not waits:
                del new["nk_wachttijden"]

    def _checks(self, new: Node, checked: dict[str, date]) -> Node:
        """As `nk_controles`, those that are newer than ours; `assured_date` emptied when
        it became one."""
        said = list(new.get("nk_controles") or ())
        day = _day(new.get("assured_date"))
        if day and day <= self.dag:
            new["assured_date"] = None
            rest = {"veld": Controleveld.REST, "gecontroleerd_op": day.isoformat()}
            said.append(rest)
        newer = [
            one
            for one in said
            if (found := _day(one.get("gecontroleerd_op")))
            and one.get("veld") in Controleveld.values
            and found <= self.dag
            and found > checked.get(one["veld"], date.min)
        ]
        return {"nk_controles": newer, "assured_date": new.get("assured_date")}

    def _new_service(self, key: str, node: Knoop) -> Voorziening:
        uuid = self.ids["service"][key]
        slug = self._slug_of(node)
        if slug in self.slugs:
            slug = f"{slug[:120]}-{uuid[:8]}"
        self.slugs.add(slug)
        row = Voorziening(regio=self.regio, uuid=uuid, slug=slug)
        self._fill(row, self._bron_of(node))
        return row

    def _service_words(
        self, row: Voorziening, node: Knoop, part: Node, old: Node | None
    ) -> None:
        words = dict(part)
        closed = words.get("status") == GESLOTEN
        if closed:
            words["status"] = "active"
        elders = (*ELSEWHERE, *OF_SERVICE)
        columns, rest = naar(velden.SERVICE, words, row.hsds, elders=elders)
        if "assured_date" in part and not is_empty(part["assured_date"]):
            rest["assured_date"] = part["assured_date"]
        self._fill(row, columns)
        row.hsds = rest
        if "organization_id" in part:
            row.organisatie = self.rows["organization"][str(node["organization_id"])]
        if row.status == Status.GESTOPT:
            row.gestopt_op = row.gestopt_op or self.dag
        else:
            row.gestopt_op = None
        if row.overbrugging:
            row.overbrugging_geen = False
        if "status" in part:
            self._close_for_now(row, closed=closed)
        if "nk_vervolg" in part:
            self._follow(row, "vervolg", str(node.get("nk_vervolg") or ""), rest)

    def _close_for_now(self, row: Voorziening, *, closed: bool) -> None:
        """A package that says no more than "closed" makes a period without an end, and
        ends just that one when it says "active" again."""
        mine = row.hsds.pop("_dicht", "")
        if row.pk and mine and not closed:
            for period in row.sluitingsperiodes.all():
                if str(period.uuid) == mine:
                    self.rijen.drop(period)
        elif closed:
            period = Sluitingsperiode(voorziening=row, van=self.dag)
            row.hsds["_dicht"] = str(period.uuid)
            self.rijen.add(period)

    def _follow(self, row: Any, name: str, ref: str, rest: Node) -> None:
        """A tie to another service, which may be new itself."""
        rest.pop("nk_vervolg", None)
        if ref in self.ids["service"]:
            self.rijen.later.append((row, name, partial(self._later, "service", ref)))
            return
        found = (
            Voorziening.objects.filter(regio=self.regio, uuid=ref).first()
            if is_uuid(ref) and not self.bron
            else None
        )
        setattr(row, name, found)
        if found is None and ref:
            rest["nk_vervolg"] = ref

    def _own_lists(self, row: Voorziening, part: Node) -> None:
        if "nk_doelgroepvragen" in part:
            self._questions(row, part["nk_doelgroepvragen"] or [])
        there = {c.veld: c for c in row.controles.all()} if row.pk else {}
        for said in part.get("nk_controles") or ():
            check = there.get(said["veld"])
            day = date.fromisoformat(said["gecontroleerd_op"])  # read before (_checks)
            if check is None:
                check = Controle(voorziening=row, veld=said["veld"])
                there[said["veld"]] = check
                self.rijen.add(check)
            else:
                self.rijen.change(check)
            check.gecontroleerd_op = day

    def _questions(self, row: Voorziening, said: list[Node]) -> None:
        if row.pk:
            for old in row.doelgroepvragen.all():
                self.rijen.drop(old)
        for n, node in enumerate(said):
            columns, _ = naar(velden.VRAAG, node, {})
            if columns.get("tekst") and columns.get("past") is not None:
                made = Doelgroepvraag(voorziening=row, volgorde=n, **columns)
                self.rijen.add(made)
            else:
                zin = "Een vraag heeft tekst (200 tekens) en ja of nee. Deze slaan we over."
                self.plan.opmerkingen.append(Fout(row.naam, str(node)[:80], zin))

    def _what_is_gone(self, there: dict[str, Voorziening]) -> None:
        if not self.pakket.records["service"]:
            return
        rows = Voorziening.objects.filter(regio=self.regio, bron=self.bron)
        rows = rows.exclude(status=Status.GESTOPT)
        keys = [row.pk for row in there.values()]
        self.plan.weg = list(
            rows.exclude(pk__in=keys).order_by("naam").values_list("naam", flat=True)
        )

    # --- places

    def _places_of(self, key: str, node: Knoop, new: Node) -> None:
        if "service_at_locations" not in node:
            return
        new["service_at_locations"] = [
            self._place_plain(key, place) for place in node["service_at_locations"]
        ]

    def _place_plain(self, key: str, place: Knoop) -> Node:
        """Of a secret place nothing but that it is there."""
        location = self.rows["location"][str(place["location_id"])]
        plain = self._plain(place)
        if location.geheim:
            plain = {}
        there = self.places.get((key, str(place.get("id"))))
        plain["id"] = str(
            there.uuid if there else made_id("plek", self.bron, place.get("id"))
        )
        if there is None and is_uuid(str(place.get("id"))):
            plain["id"] = str(place["id"])
        plain["location_id"] = str(location.uuid)
        return plain

    def _take_places(
        self, key: str, row: Voorziening, node: Knoop, part: Node, old: Node | None
    ) -> None:
        if "service_at_locations" not in part:
            return
        kept = set()
        before = {n["id"]: n for n in (old or {}).get("service_at_locations", ())}
        for place, plain in zip(
            node.get("service_at_locations") or (),
            part["service_at_locations"],
            strict=True,
        ):
            there = self.places.get((key, str(place.get("id"))))
            self._take_place(row, place, plain, there, before.get(plain["id"]))
            kept.add(there.pk if there else None)
        for (of, _), gone in self.places.items():
            if of == key and gone.pk not in kept:
                self.rijen.drop(gone)

    def _take_place(
        self,
        row: Voorziening,
        place: Knoop,
        plain: Node,
        there: Voorzieningplek | None,
        old: Node | None,
    ) -> None:
        if old is not None:
            here = self._comparable(plain, _refs(old))
            if not differs(plain, here, whole=False):
                return
        made = there
        if made is None:
            wanted = str(place.get("id") or "")
            uuid = self.sleutels.give(
                Voorzieningplek, wanted, self.regio.slug, self.bron
            )
            made = Voorzieningplek(regio=self.regio, voorziening=row, uuid=uuid)
            self._fill(made, self._bron_of(place))
        made.locatie = self.rows["location"][str(place["location_id"])]
        elders = ("id", "location_id", *VAN_ONS, *OF_PLACE)
        columns, rest = naar(velden.PLEK, plain, made.hsds, elders=elders)
        self._fill(made, columns | {"hsds": rest})
        self._lists(made, plain, OF_PLACE, old)
        (self.rijen.change if there else self.rijen.add)(made)

    # --- lists of small rows

    def _plain(self, node: Knoop) -> Node:
        """As our own plain form, with our ids, so that the two can be laid side by side."""
        skip = {"id", *VAN_ONS} - {"last_modified"}
        out = {key: value for key, value in node.items() if key not in skip}
        tables = {
            "organization_id": "organization",
            "nk_vervolg": "service",
        }
        for key, table in tables.items():
            if key in out:
                ref = str(out[key] or "")
                out[key] = self.ids.get(table, {}).get(ref, ref)
        parent = f"{self.bron}:{node.get('id')}"
        for key in MODELS:
            if isinstance(out.get(key), list):
                out[key] = [self._child_plain(parent, key, row) for row in out[key]]
        return out

    def _child_plain(self, parent: str, key: str, row: Node) -> Node:
        out = dict(row)
        wanted = str(row.get("id") or "")
        if not is_uuid(wanted):
            words = wanted or json.dumps(row, sort_keys=True, default=str)
            out["id"] = str(made_id(key, parent, words))
        if key == "phones":
            self._phone(row, out)
        if key == "attributes" and "taxonomy_term_id" in out:
            ref = str(out["taxonomy_term_id"])
            out["taxonomy_term_id"] = self.ids["taxonomy_term"].get(ref, ref)
        if key == "nk_sluitingsperiodes" and out.get("alternatief"):
            ref = str(out["alternatief"])
            out["alternatief"] = self.ids.get("service", {}).get(ref, ref)
        for inside in INSIDE.get(key, ()):
            if isinstance(out.get(inside), list):
                out[inside] = [
                    self._child_plain(str(out["id"]), inside, one)
                    for one in out[inside]
                ]
        return out

    def _phone(self, row: Node, out: Node) -> None:
        """A number that came as a number lost its zero: said, and put back when that can
        be done in one way only."""
        raw = row.get("number")
        found = read_phone(raw) if isinstance(raw, str | int | float) else None
        pad = row.plek("number") if isinstance(row, Knoop) else ""
        if found == KWIJT:
            self.plan.fouten.append(Fout(pad, str(raw), KWIJT.zin))
        elif isinstance(found, Nummer) and found.hersteld:
            zin = f"Er viel een 0 of + weg. We maken er {show_phone(found.nummer)} van."
            self.plan.opmerkingen.append(Fout(pad, str(raw), zin))
            out["number"] = found.nummer
        elif isinstance(raw, int | float) and isinstance(found, Nummer):
            out["number"] = found.nummer

    def _lists(
        self, owner: Any, part: Node, keys: Iterable[str], old: Node | None
    ) -> None:
        for key in keys:
            rows = part.get(key, "") or ([] if key in part else "")
            if not isinstance(rows, list):
                continue
            aside = self._list(owner, key, rows, (old or {}).get(key) or [])
            if hasattr(owner, "hsds"):
                owner.hsds.pop(key, None)
                if aside:
                    owner.hsds[key] = aside

    def _list(
        self, owner: Any, key: str, nodes: list[Node], old: list[Node]
    ) -> list[Node]:
        """Returns what fits no row of ours."""
        there = list(getattr(owner, RELATION[key]).all()) if owner.pk else []
        # those that everybody sees are all of them here: `Blik.alles`
        by_id = {
            str(node["id"]): (row, node) for row, node in zip(there, old, strict=False)
        }
        aside, kept = [], set()
        for n, node in enumerate(nodes):
            row, before = by_id.get(str(node["id"]), (None, None))
            made = self._child(owner, key, node, row, before, n)
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
        return hidden and not self.knows_all

    def _child(
        self, owner: Any, key: str, node: Node, row: Any, before: Node | None, n: int
    ) -> Any:
        """The row of one in a list; None when it fits none."""
        if row is not None:
            is_moved = key == "phones" and row.volgorde != n
            here = self._comparable(node, _refs(before or {}))
            if not is_moved and not differs(node, here, whole=False):
                return row
        model, fields = MODELS[key]
        elders = ("id", "taxonomy_term_id", "alternatief", *INSIDE.get(key, ()))
        columns, rest = naar(fields, node, getattr(row, "hsds", {}), elders=elders)
        more = self._more_columns(key, node, columns, rest)
        if more is None:
            return None
        made = row or self._new_child(owner, key, model, node, rest)
        if key == "phones":
            more["volgorde"] = n
        self._fill(made, columns | more)
        if hasattr(made, "hsds"):
            made.hsds = rest
        for inside in INSIDE.get(key, ()):
            self._lists(made, node, [inside], before)
        (self.rijen.change if row is not None else self.rijen.add)(made)
        return made

    def _new_child(
        self, owner: Any, key: str, model: type[Any], node: Node, rest: Node
    ) -> Any:
        """One id may stand in more places of a package; each row has one of its own, and
        the id goes out as it came."""
        wanted = str(node["id"])
        uuid = self.sleutels.give(model, wanted, owner.uuid, key)
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
                return self._term_of(node, rest)
            case "nk_startmomenten":
                return {} if columns.get("begint_op") else None
            case "nk_sluitingsperiodes":
                return self._period(node, columns)
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
        place = found.get("wijk") or found.get("gemeente") or self.regio
        if str(place) == naam:
            rest.pop("name", None)
        return empty | found

    def _term_of(self, node: Node, rest: Node) -> Node | None:
        ref = str(node.get("taxonomy_term_id") or "")
        term = self._row_of("taxonomy_term", ref)
        return None if term is None else {"term": term}

    def _period(self, node: Node, columns: Node) -> Node | None:
        van, tot = columns.get("van"), columns.get("tot")
        if not van or (tot and tot < van):
            return None
        other = str(node.get("alternatief") or "")
        found = self._row_of("service", other)
        if found is None and is_uuid(other):
            found = Voorziening.objects.filter(regio=self.regio, uuid=other).first()
        return {"alternatief": found if found is not None and found.pk else None}

    # --- rows that hang on nothing

    def _loose(self) -> None:
        if not self.pakket.los:
            return
        there = {
            (row.tabel, row.sleutel): row
            for row in Pakketrij.objects.filter(regio=self.regio, bron=self.bron)
        }
        for table, node in self.pakket.los:
            said = {k: v for k, v in node.items() if not is_empty(v)}
            words = json.dumps(said, sort_keys=True, ensure_ascii=False)
            key = str(node.get("id") or hashlib.sha256(words.encode()).hexdigest())[
                :200
            ]
            row = there.get((table, key))
            if row is None:
                row = Pakketrij(
                    regio=self.regio, bron=self.bron, tabel=table[:80], sleutel=key
                )
                there[table, key] = row
                self.rijen.add(row)
            elif differs(row.rij, said):
                self.rijen.change(row)
            row.rij = said


# --- plain helpers


def _is_public(phone: Node) -> bool:
    return phone.get("nk_mag_bellen") in {None, "", MagBellen.IEDEREEN}


def _phones_in(node: Node) -> Iterator[Node]:
    for key in ("phones", "contacts", "service_at_locations"):
        for row in node.get(key) or ():
            if key == "phones":
                yield row
            else:
                yield from _phones_in(row)


def _gather(node: Node, wanted: dict[str, set[str]]) -> None:
    for key, keys in wanted.items():
        rows = node.get(key)
        for row in rows if isinstance(rows, list) else ():
            if isinstance(row, dict):
                keys.add(str(row.get("id") or ""))
                _gather(row, wanted)


def _refs(node: Node) -> Node:
    """Our own plain form with terms by their id, as a package has them."""
    out = dict(node)
    rows = out.get("attributes")
    if isinstance(rows, list):
        out["attributes"] = [_with_term_id(row) for row in rows]
    if "service_at_locations" in out:
        places = [_refs(place) for place in out["service_at_locations"]]
        out["service_at_locations"] = [
            {k: v for k, v in place.items() if k not in VAN_ONS} for place in places
        ]
    if "addresses" in out:
        out["addresses"] = [_said(row) for row in out["addresses"]]
    if "nk_doelgroepvragen" in out:
        out["nk_doelgroepvragen"] = _without_ids(out["nk_doelgroepvragen"])
    return out


def _without_ids(rows: Any) -> Any:
    """Questions are their words."""
    if not isinstance(rows, list):
        return rows
    return [{k: v for k, v in row.items() if k != "id"} for row in rows]


def _with_term_id(row: Node) -> Node:
    term = row.get("taxonomy_term")
    if not isinstance(term, dict):
        return row
    rest = {key: value for key, value in row.items() if key != "taxonomy_term"}
    return rest | {"taxonomy_term_id": term["id"]}


def _said(node: Node) -> Node:
    return {key: value for key, value in node.items() if not is_empty(value)}


def _day(raw: object) -> date | None:
    try:
        return date.fromisoformat(raw) if isinstance(raw, str) else None
    except ValueError:
        return None


def _slug(naam: object) -> str:
    return slugify(str(naam or ""))[:120].strip("-") or "plek"


def _point(row: Locatie, part: Node, columns: Node, rest: Node) -> None:
    """Both or none: half a point is no place, but it goes out as it came."""
    said = {
        name: part.get(name, row.hsds.get("_punt", {}).get(name))
        for name in ("latitude", "longitude")
    }
    for name, kolom in (("latitude", "lat"), ("longitude", "lon")):
        if name not in part and getattr(row, kolom) is not None:
            columns[kolom] = getattr(row, kolom)
        rest.pop(name, None)
    rest.pop("_punt", None)
    if columns.get("lat") is None or columns.get("lon") is None:
        columns["lat"] = columns["lon"] = None
        kept = {name: raw for name, raw in said.items() if not is_empty(raw)}
        if kept:
            rest["_punt"] = kept


def _addresses(said: list[Node], columns: Node, rest: Node) -> None:
    """The first that can be visited is ours, in columns; the others stay as they came."""
    first = next(
        (n for n, a in enumerate(said) if a.get("address_type") == "physical"), 0
    )
    kept = []
    columns |= {veld.kolom: veld.leeg for veld in velden.ADRES}
    for n, address in enumerate(said):
        if n != first:
            kept.append(address)
            continue
        found, more = naar(velden.ADRES, address, {})
        columns |= found
        kept.append({"_hier": True, **more})
    rest.pop("addresses", None)
    if kept:
        rest["addresses"] = kept
