"""What all parts of taking a package in have in common: where it comes from, what we have
of it already, the plan, and the rows that wait to be written."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from netwerk.models import Locatie, Voorziening
from netwerk.rules.hsds_pakket import Knoop, Pakket
from netwerk.rules.hsds_plan import GELIJK, NIEUW, VERANDERD, Plan, Regel
from netwerk.rules.hsds_velden import LIJSTEN
from netwerk.rules.hsds_vergelijken import differs, names_hidden_numbers, without_hidden
from netwerk.rules.hsds_woorden import is_uuid
from netwerk.selectors.hsds import Blik
from toegang.models import Regio

from .rijen import Model, Rijen, Sleutels, in_parts

Node = dict[str, Any]
# of these a package may say less of a row than we have
LISTED = {key for keys in LIJSTEN.values() for key in keys} | {"service_at_locations"}


class Register:
    """The records of one kind, by their id in the package: our id of each, and our row."""

    def __init__(self, records: dict[str, Knoop]) -> None:
        self.records = records
        self.ids: dict[str, str] = {}
        self.rows: dict[str, Any] = {}

    def ours(self, ref: object) -> str:
        """Our id for what a record refers to; what is not in the package stays."""
        key = str(ref or "")
        return self.ids.get(key, key)

    def key_of(self, ours: str) -> str | None:
        """What this package calls a record, by our id of it."""
        return self._keys.get(ours)

    def row_of(self, ours: str) -> Any:
        """The row behind an id of ours, of a record in this package."""
        key = self.key_of(ours)
        return None if key is None else self.rows.get(key)

    @cached_property
    def _keys(self) -> dict[str, str]:
        return {ours: key for key, ours in self.ids.items()}

    def later(self, key: str) -> Callable[[], Any]:
        """Its row, which has a key of the database once everything is written."""
        return lambda: self.rows[key]


class Inlezing:
    """`bron` is where the package comes from; empty means that it is our own, and then
    ids are ours too."""

    def __init__(self, pakket: Pakket, *, regio: Regio, bron: str) -> None:
        self.pakket, self.regio, self.bron = pakket, regio, bron
        self.dag, self.blik = timezone.localdate(), Blik.alles()
        # what reading found, and what comes to light here
        self.plan = Plan(fouten=pakket.fouten, opmerkingen=pakket.opmerkingen)
        self.rijen, self.sleutels = Rijen(), Sleutels()
        registers = {name: Register(rows) for name, rows in pakket.records.items()}
        self.registers = registers
        self.taxonomieen = registers["taxonomy"]
        self.termen = registers["taxonomy_term"]
        self.organisaties = registers["organization"]
        self.locaties = registers["location"]
        self.voorzieningen = registers["service"]
        self.wordt_geheim: list[Locatie] = []
        self.knows_all = not pakket.is_blad and names_hidden_numbers(
            node
            for register in registers.values()
            for node in register.records.values()
        )

    def recognise(
        self,
        register: Register,
        rows: QuerySet[Any],
        also: Callable[[QuerySet[Any]], None] | None = None,
    ) -> None:
        """Which of `rows`, those of this region, the records are; `also` knows more of
        them. The others get an id."""
        wanted = list(register.records)
        if self.bron:
            for keys in in_parts(wanted):
                here = rows.filter(bron=self.bron, bron_id__in=keys)
                register.rows |= {row.bron_id: row for row in here}
        else:
            for keys in in_parts(key for key in wanted if is_uuid(key)):
                here = rows.filter(uuid__in=keys)
                register.rows |= {str(row.uuid): row for row in here}
        if also is not None:
            also(rows)
            wanted = list(register.records)
        new = [key for key in wanted if key not in register.rows]
        self.sleutels.look_up(rows.model, new)
        for key in wanted:
            row = register.rows.get(key)
            register.ids[key] = str(row.uuid if row else self.give(rows.model, key))

    def give(self, model: Model, key: str) -> UUID:
        """An id of ours for what is new."""
        return self.sleutels.give(model, key, self.regio.slug, self.bron)

    def service_here(self, ref: str) -> Voorziening | None:
        """One of ours that is not in this package. An id of somebody else says nothing
        here."""
        if self.bron or not is_uuid(ref):
            return None
        return Voorziening.objects.filter(regio=self.regio, uuid=ref).first()

    def bron_of(self, node: Node) -> Node:
        """Where a record comes from: of our own package what it says itself."""
        if self.bron:
            return {"bron": self.bron, "bron_id": str(node["id"])}
        bron, key = node.get("nk_bron"), node.get("nk_bron_id")
        if isinstance(bron, str) and isinstance(key, str) and bron and key:
            return {"bron": bron[:200], "bron_id": key[:200]}
        return {}

    def beside(self, new: Node, old: Node) -> Node:
        """Ours, as far as this package can know it."""
        return old if self.knows_all else without_hidden(new, old)

    def note(
        self, soort: str, naam: str, new: Node, old: Node | None, sleutel: str = ""
    ) -> list[str]:
        """Which properties differ, and that in the plan; all of them for what is new."""
        if old is None:
            self.plan.regels.append(Regel(soort, naam, NIEUW, (), sleutel))
            return list(new)
        here = self.beside(new, old)
        changed = [
            key
            for key in new
            if differs(new[key], here.get(key), whole=key not in LISTED)
        ]
        wat = VERANDERD if changed else GELIJK
        self.plan.regels.append(Regel(soort, naam, wat, tuple(changed), sleutel))
        return changed

    def fault(self, node: Knoop, key: str, zin: str) -> None:
        self.pakket.fout(node.plek(key), node.get(key), zin)
