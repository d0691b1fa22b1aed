"""Rows to be made, changed or taken away: gathered first, written in a few statements."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.db import models
from django.utils import timezone

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
from netwerk.rules.hsds_woorden import made_id
from netwerk.selectors.hsds import is_uuid
from toegang.models import Organisatie

BATCH = 500
# what others hang on first
ORDER: tuple[type[models.Model], ...] = (
    Taxonomie,
    Term,
    Organisatie,
    Organisatieprofiel,
    Locatie,
    Voorziening,
    Voorzieningplek,
    Contact,
    Telefoon,
    Openingstijd,
    Taal,
    Werkgebied,
    Kostenregel,
    Kenmerk,
    Doelgroepvraag,
    Startmoment,
    Sluitingsperiode,
    Wachttijd,
    Controle,
    Pakketrij,
)
NEVER = {"id", "uuid", "zoek", "gemaakt_op", "ingevoerd_op"}


class Rijen:
    """`later` are ties to rows that may be new themselves: asked for when all are there."""

    def __init__(self) -> None:
        self.new: dict[type[models.Model], list[Any]] = {m: [] for m in ORDER}
        self.changed: dict[type[models.Model], dict[int, Any]] = {m: {} for m in ORDER}
        self.gone: dict[type[models.Model], list[int]] = {m: [] for m in ORDER}
        self.later: list[tuple[Any, str, Callable[[], Any]]] = []

    def add(self, row: Any) -> None:
        self.new[type(row)].append(row)

    def change(self, row: Any) -> None:
        if row.pk is not None:
            if hasattr(row, "gewijzigd_op"):
                row.gewijzigd_op = timezone.now()
            self.changed[type(row)][row.pk] = row

    def drop(self, row: Any) -> None:
        self.gone[type(row)].append(row.pk)

    def write(self) -> None:
        for model in reversed(ORDER):
            rows: Any = model._meta.default_manager
            if self.gone[model]:
                rows.filter(pk__in=self.gone[model]).delete()
        for model in ORDER:
            self._write(model)
        self._tie()

    def _write(self, model: type[models.Model]) -> None:
        rows: Any = model._meta.default_manager
        if self.new[model]:
            rows.bulk_create(self.new[model], batch_size=BATCH)
        changed = list(self.changed[model].values())
        if changed:
            names = [
                field.name
                for field in model._meta.concrete_fields
                if field.name not in NEVER
            ]
            rows.bulk_update(changed, names, batch_size=BATCH)

    def _tie(self) -> None:
        by_field: dict[tuple[type[models.Model], str], list[Any]] = {}
        for row, name, other in self.later:
            setattr(row, name, other())
            by_field.setdefault((type(row), name), []).append(row)
        for (model, name), rows in by_field.items():
            manager: Any = model._meta.default_manager
            manager.bulk_update(rows, [name], batch_size=BATCH)


class Sleutels:
    """Which uuid a row gets: that of its package when nobody has it yet, else one made
    from what it hangs on, the same each time."""

    def __init__(self) -> None:
        self.taken: dict[type[models.Model], set[str]] = {}

    def look_up(self, model: type[models.Model], wanted: Iterable[str]) -> None:
        """One statement for all that a package brings of a kind."""
        rows: Any = model._meta.default_manager
        keys = {key.lower() for key in wanted if is_uuid(key)}
        found: set[str] = set()
        ordered = sorted(keys)
        for n in range(0, len(ordered), 5_000):
            here = rows.filter(uuid__in=ordered[n : n + 5_000])
            found |= {str(uuid) for uuid in here.values_list("uuid", flat=True)}
        self.taken[model] = found

    def give(self, model: type[models.Model], wanted: str, *parts: object) -> UUID:
        taken = self.taken.setdefault(model, set())
        key = wanted.lower()
        if not is_uuid(key) or key in taken:
            key = str(made_id(model.__name__, *parts, wanted))
        turn = 0
        while key in taken:
            turn += 1
            key = str(made_id(model.__name__, *parts, wanted, turn))
        taken.add(key)
        return UUID(key)
