"""Places. Of a secret one nothing is taken over but that it is there; one that becomes
secret loses what we had of it."""

from __future__ import annotations

from netwerk.models import Locatie
from netwerk.rules import hsds_velden as velden
from netwerk.rules.hsds_pakket import Knoop
from netwerk.rules.hsds_plan import VERANDERD, Regel
from netwerk.rules.hsds_velden import LIJSTEN, naar
from netwerk.rules.hsds_vergelijken import referred, said
from netwerk.rules.hsds_vorm import VAN_ONS
from netwerk.rules.hsds_waarden import is_empty
from netwerk.selectors import hsds
from netwerk.selectors.hsds_adres import in_words

from .inlezing import Inlezing, Node
from .lijsten import Lijsten
from .rijen import fill
from .vertalen import plain

LISTS = LIJSTEN["location"]
ELDERS = ("id", "organization_id", "addresses", "accessibility", *VAN_ONS, *LISTS)
OF_A_SECRET = {"id", "location_type", "nk_geheim", "organization_id", *VAN_ONS}
GEHEIM = "Geheime locatie"


class Locaties:
    def __init__(self, inlezing: Inlezing, lijsten: Lijsten) -> None:
        self.inlezing, self.lijsten = inlezing, lijsten
        self.register = inlezing.locaties

    def read(self) -> None:
        rows = Locatie.objects.filter(regio=self.inlezing.regio)
        self.inlezing.recognise(self.register, hsds.locations(rows))
        for key, node in self.register.records.items():
            row: Locatie | None = self.register.rows.get(key)
            if node.get("nk_geheim") is True or (row is not None and row.geheim):
                self._secret(key, node, row)
            else:
                self._open(key, node, row)

    def _open(self, key: str, node: Knoop, row: Locatie | None) -> None:
        old = hsds.location_node(row, self.inlezing.blik) if row else None
        new = plain(self.inlezing, node)
        if "addresses" in new:
            new["addresses"] = [said(address) for address in new["addresses"]]
        naam = str(node.get("name") or _street(new) or (row and row.naam) or key)
        keys = self.inlezing.note("locatie", naam, new, old and referred(old))
        made = row or Locatie(regio=self.inlezing.regio, uuid=self.register.ids[key])
        self.register.rows[key] = made
        if not keys:
            return
        if row is None:
            fill(made, self.inlezing.bron_of(node))
        part = {k: new[k] for k in keys}
        self._words(made, part)
        self.lijsten.take(made, part, LISTS, old)
        self.inlezing.rijen.keep(made)

    # --- secret

    def _secret(self, key: str, node: Knoop, row: Locatie | None) -> None:
        if any(not is_empty(v) for k, v in node.items() if k not in OF_A_SECRET):
            zin = (
                "Deze locatie is geheim. Het adres en wat erbij staat, bewaren we niet."
            )
            self.inlezing.pakket.opmerking(node.pad, "", zin)
        if row is not None and not row.geheim:
            self._becomes_secret(node, row)
            return
        self.inlezing.note("locatie", GEHEIM, {}, {} if row else None)
        if row is None:
            uuid = self.register.ids[key]
            row = Locatie(regio=self.inlezing.regio, uuid=uuid, geheim=True)
            columns, _ = naar(velden.LOCATION[:1], node, {})
            fill(row, columns | self.inlezing.bron_of(node))
            self.inlezing.rijen.keep(row)
        self.register.rows[key] = row

    def _becomes_secret(self, node: Knoop, row: Locatie) -> None:
        """Said with the name that it has now: this can't be undone. Its address goes in
        the same transaction (Inlezer.write), until then only this row is secret: what
        hangs on it is read as of a secret place."""
        zin = (
            "Deze locatie wordt geheim. Haar adres verdwijnt, ook uit de geschiedenis."
            " Dat kun je niet terugdraaien."
        )
        self.inlezing.pakket.opmerking(node.plek("nk_geheim"), "", zin)
        regel = Regel("locatie", row.naam or GEHEIM, VERANDERD, ("nk_geheim",))
        self.inlezing.plan.regels.append(regel)
        self.inlezing.wordt_geheim.append(row)
        row.geheim = True

    # --- words

    def _words(self, row: Locatie, part: Node) -> None:
        columns, rest = naar(velden.LOCATION, part, row.hsds, elders=ELDERS)
        if {"latitude", "longitude"} & part.keys():
            _point(row, part, columns, rest)
        if "organization_id" in part:
            self._owner(row, part["organization_id"], rest)
        if "accessibility" in part:
            columns["toegankelijk"] = in_words(part["accessibility"])
            rest["accessibility"] = part["accessibility"]
        if "addresses" in part:
            _addresses(part["addresses"], columns, rest)
        fill(row, columns | {"hsds": rest})

    def _owner(self, row: Locatie, ours: str, rest: Node) -> None:
        row.organisatie = self.inlezing.organisaties.row_of(ours)
        rest.pop("organization_id", None)
        if row.organisatie is None and not is_empty(ours):
            rest["organization_id"] = ours


def _street(node: Node) -> str:
    """For who reads what will change."""
    first: Node = next(iter(node.get("addresses") or ()), {})
    words = (first.get("address_1"), first.get("city"))
    return ", ".join(word for word in words if isinstance(word, str) and word)


def _point(row: Locatie, part: Node, columns: Node, rest: Node) -> None:
    """Both or none: half a point is no place, but it goes out as it came."""
    came = {
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
        kept = said(came)
        if kept:
            rest["_punt"] = kept


def _addresses(came: list[Node], columns: Node, rest: Node) -> None:
    """The first that can be visited is ours, in columns; the others stay as they came."""
    first = next(
        (n for n, a in enumerate(came) if a.get("address_type") == "physical"), 0
    )
    kept = []
    columns |= {veld.kolom: veld.leeg for veld in velden.ADRES}
    for n, address in enumerate(came):
        if n != first:
            kept.append(address)
            continue
        found, more = naar(velden.ADRES, address, {})
        columns |= found
        kept.append({"_hier": True, **more})
    rest.pop("addresses", None)
    if kept:
        rest["addresses"] = kept
