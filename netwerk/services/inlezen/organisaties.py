"""Organisations: found by their id, or by their name. Of one that came from elsewhere the
words stay those of who brought them."""

from __future__ import annotations

from netwerk.models import Organisatieprofiel
from netwerk.rules import hsds_velden as velden
from netwerk.rules.hsds_pakket import Knoop
from netwerk.rules.hsds_plan import GELIJK, Regel
from netwerk.rules.hsds_velden import LIJSTEN, naar
from netwerk.rules.hsds_vergelijken import referred
from netwerk.rules.hsds_vorm import VAN_ONS
from netwerk.selectors import hsds
from toegang.models import Organisatie

from .inlezing import Inlezing, Node
from .lijsten import Lijsten
from .rijen import fill
from .vertalen import plain

LISTS = LIJSTEN["organization"]
ELDERS = (
    "id", "name", "nk_soort", "nk_ook_soorten", "nk_werkveld", *VAN_ONS, *LISTS,
)  # fmt: skip
MAY_BE_EMPTY = frozenset({"naam", "ook_soorten"})
LONGEST = 140  # the column


class Organisaties:
    def __init__(self, inlezing: Inlezing, lijsten: Lijsten) -> None:
        self.inlezing, self.lijsten = inlezing, lijsten
        self.register = inlezing.organisaties
        self.by_name: dict[str, Organisatie] = {}

    def read(self) -> None:
        rows = Organisatie.objects.filter(regio=self.inlezing.regio)
        there = list(hsds.organisations(rows))
        by_key = {key: row for row in there if (key := self._key_of(row))}
        self.by_name = {row.naam.casefold(): row for row in there}
        new = [key for key in self.register.records if key not in by_key]
        self.inlezing.sleutels.look_up(Organisatieprofiel, new)
        for key, node in self.register.records.items():
            self._one(key, node, by_key.get(key))

    def _key_of(self, row: Organisatie) -> str:
        """Its id in this package, when it came from here before."""
        if not self.inlezing.bron:
            return hsds.organisation_id(row)
        profiel = getattr(row, "profiel", None)
        is_here = profiel and profiel.bron == self.inlezing.bron
        return profiel.bron_id if profiel and is_here else ""

    def _one(self, key: str, node: Knoop, row: Organisatie | None) -> None:
        naam = str(node.get("name") or "").strip()
        if len(naam) > LONGEST:
            zin = f"Deze naam is te lang. Er passen {LONGEST} tekens in."
            self.inlezing.fault(node, "name", zin)
        as_said = str(node.get("name") or "").casefold()
        same = self.by_name.get(as_said) or self.by_name.get(naam.casefold())
        found = row or same
        if found is not None and found.pk and self._says_no_more(node, found):
            self._leave(key, found)
        elif row is None and same is not None:
            if same.pk is None:
                zin = (
                    "Deze organisatie staat twee keer in dit pakket, met een ander id."
                )
                self.inlezing.fault(node, "name", zin)
            elif getattr(same, "profiel", None) is not None:
                self._borrow(key, node, same)
            else:
                self._take(key, node, same, naam)
        elif row is not None and same is not None and same is not row:
            zin = "Een andere organisatie in deze regio heet al zo. Geef één een andere naam."
            self.inlezing.fault(node, "name", zin)
        else:
            self._take(key, node, row, naam)

    def _says_no_more(self, node: Knoop, row: Organisatie) -> bool:
        """A spreadsheet has only the name of whose help it is."""
        is_bare = self.inlezing.pakket.is_blad and node.keys() <= {"id", "name"}
        return is_bare and str(node["name"]).casefold() == row.naam.casefold()

    def _leave(self, key: str, row: Organisatie) -> None:
        self.register.rows[key] = row
        self.register.ids[key] = hsds.organisation_id(row)
        self.inlezing.plan.regels.append(Regel("organisatie", row.naam, GELIJK))

    def _borrow(self, key: str, node: Knoop, row: Organisatie) -> None:
        """Known under this name from elsewhere: its help comes under it."""
        self._leave(key, row)
        zin = "Deze organisatie staat al op de kaart. Haar eigen gegevens veranderen niet."
        self.inlezing.pakket.opmerking(node.plek("name"), row.naam, zin)

    def _take(self, key: str, node: Knoop, row: Organisatie | None, naam: str) -> None:
        profiel = getattr(row, "profiel", None) if row else None
        # ours, made by hand: a foreign one gets a profile, to be known by next time
        by_hand = row is not None and profiel is None and self._key_of(row) == key
        old = None
        if row is not None and (profiel or by_hand):
            old = hsds.organisation_node(row, self.inlezing.blik)
        new = plain(self.inlezing, node)
        keys = self.inlezing.note("organisatie", naam, new, old and referred(old))
        row = row or Organisatie(regio=self.inlezing.regio)
        if by_hand and not keys:
            self.register.rows[key] = self.by_name[naam.casefold()] = row
            self.register.ids[key] = key
            return
        if profiel is None:
            uuid = self.inlezing.give(Organisatieprofiel, key)
            profiel = Organisatieprofiel(organisatie=row, uuid=uuid)
            fill(profiel, self.inlezing.bron_of(node))
        self.register.rows[key] = self.by_name[naam.casefold()] = row
        self.register.ids[key] = str(profiel.uuid)
        if not keys:
            return
        part = {k: new[k] for k in keys}
        self._words(row, part)
        columns, rest = naar(velden.ORGANIZATION, part, profiel.hsds, elders=ELDERS)
        fill(profiel, columns | {"hsds": rest})
        self.lijsten.take(profiel, part, LISTS, old)
        self.inlezing.rijen.keep(profiel)

    def _words(self, row: Organisatie, part: Node) -> None:
        columns, _ = naar(velden.ORGANISATIE, part, {})
        if fill(row, {k: v for k, v in columns.items() if k in MAY_BE_EMPTY or v}):
            self.inlezing.rijen.keep(row)
