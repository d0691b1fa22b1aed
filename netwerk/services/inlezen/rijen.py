"""Rows to be made, changed or taken away: gathered first, written in a few statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from graphlib import TopologicalSorter
from typing import Any
from uuid import UUID

from django.db import models
from django.utils import timezone

from netwerk.rules.hsds_woorden import is_uuid, made_id

Model = type[models.Model]
BATCH = 500
MOST_KEYS = 5_000  # in one question
NEVER = {"id", "uuid", "zoek", "gemaakt_op", "ingevoerd_op"}


def in_parts(keys: Iterable[Any]) -> Iterable[list[Any]]:
    """As many at a time as one question holds."""
    whole = list(keys)
    return (whole[n : n + MOST_KEYS] for n in range(0, len(whole), MOST_KEYS))


def fill(row: Any, values: dict[str, Any]) -> bool:
    """Whether anything changed."""
    changed = {k: v for k, v in values.items() if getattr(row, k, None) != v}
    for name, value in changed.items():
        setattr(row, name, value)
    return bool(changed)


class Rijen:
    """`later` are ties to rows that may be new themselves: asked for when all are there."""

    def __init__(self) -> None:
        self.new: dict[Model, list[Any]] = defaultdict(list)
        self.changed: dict[Model, dict[int, Any]] = defaultdict(dict)
        self.gone: dict[Model, list[int]] = defaultdict(list)
        self.later: list[tuple[Any, str, Callable[[], Any]]] = []

    def keep(self, row: Any) -> None:
        """A new one, or one that is there and changed."""
        if row.pk is None:
            self.new[type(row)].append(row)
        else:
            self.change(row)

    def change(self, row: Any) -> None:
        """Of a new one the words are written anyway."""
        if row.pk is not None:
            if hasattr(row, "gewijzigd_op"):
                row.gewijzigd_op = timezone.now()
            self.changed[type(row)][row.pk] = row

    def drop(self, row: Any) -> None:
        self.gone[type(row)].append(row.pk)

    @property
    def waiting(self) -> bool:
        kinds = (*self.new.values(), *self.changed.values(), *self.gone.values())
        return any(kinds) or bool(self.later)

    def write(self) -> None:
        order = _in_order([*self.new, *self.changed, *self.gone])
        for model in reversed(order):
            if self.gone[model]:
                _rows(model).filter(pk__in=self.gone[model]).delete()
        for model in order:
            self._write(model)
        self._tie()

    def _write(self, model: Model) -> None:
        if self.new[model]:
            _rows(model).bulk_create(self.new[model], batch_size=BATCH)
        changed = list(self.changed[model].values())
        if changed:
            fields = model._meta.concrete_fields
            names = [field.name for field in fields if field.name not in NEVER]
            _rows(model).bulk_update(changed, names, batch_size=BATCH)

    def _tie(self) -> None:
        by_field: dict[tuple[Model, str], list[Any]] = defaultdict(list)
        for row, name, other in self.later:
            setattr(row, name, other())
            by_field[type(row), name].append(row)
        for (model, name), rows in by_field.items():
            _rows(model).bulk_update(rows, [name], batch_size=BATCH)


def _rows(model: Model) -> Any:
    return model._meta.default_manager


def _in_order(used: Iterable[Model]) -> list[Model]:
    """What others hang on first."""
    ours = dict.fromkeys(used)
    hang_on = {
        model: [
            other
            for field in model._meta.concrete_fields
            if (other := field.related_model) in ours and other is not model
        ]
        for model in ours
    }
    return [*TopologicalSorter(hang_on).static_order()]


class Sleutels:
    """Which uuid a row gets: that of its package when nobody has it yet, else one made
    from what it hangs on, the same each time."""

    def __init__(self) -> None:
        self.taken: dict[Model, set[str]] = {}

    def look_up(self, model: Model, wanted: Iterable[str]) -> None:
        """One statement for all that a package brings of a kind."""
        found: set[str] = set()
        for keys in in_parts(sorted({key.lower() for key in wanted if is_uuid(key)})):
            here = model._meta.base_manager.filter(uuid__in=keys)
            found |= {str(uuid) for uuid in here.values_list("uuid", flat=True)}
        self.taken[model] = found

    def give(self, model: Model, wanted: str, *parts: object) -> UUID:
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
