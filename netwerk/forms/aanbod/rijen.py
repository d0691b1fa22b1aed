"""Rows in a step: one for each that is there and one more. Made empty, a row goes."""

import uuid
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet

from basis.forms import speak_plainly
from netwerk.rules.voorstel import NEW
from netwerk.services import voorzieningen as services
from netwerk.services.voorzieningen import Rij

from .stap import Stapform


class Rijenform(Stapform):
    """`PARTS` are the fields of a row, `LEAD` those that make it one: with these empty it
    goes. `KERN` says what a row is about: with another number, what was said of the old one
    may not hold. `NAMEN` is what a row is called, and the one that is added."""

    # what a subclass says
    PARTS: tuple[str, ...]
    LEAD: tuple[str, ...]
    KERN: tuple[str, ...]
    NAMEN: tuple[str, str]
    rows: Callable[[], QuerySet[Any]]
    parts: Callable[[str], dict[str, forms.Field]]  # of the row with this label
    keep = staticmethod(services.keep_rows)
    MOST = 6

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rijen: list[str] = []
        rows = {str(row.uuid): row for row in self.rows()}
        for key, row in rows.items():
            self._add(key, self.values(row))
        for key in self._gone():
            self._add(key, {})
        room = len(self.rijen) < self.MOST or self._typed_one_more()
        if room and str(self.nieuw) not in rows:
            self._add(NEW, self.begin())

    # what a subclass may say

    def values(self, row: Any) -> dict[str, Any]:
        return {part: getattr(row, part) for part in self.PARTS}

    def begin(self) -> dict[str, Any]:
        """What stands in the row for one more."""
        return {}

    def read(self, key: str, typed: dict[str, Any]) -> dict[str, Any] | None:
        """The columns of a row; None after a fault, which is said with `fault`."""
        return typed

    # what all have

    def leave_out(self, keys: Iterable[str]) -> None:
        """Rows that are not on this page."""
        for key in set(keys) & set(self.rijen):
            self.rijen.remove(key)
            for part in self.PARTS:
                del self.fields[f"{part}_{key}"]

    def _add(self, key: str, values: dict[str, Any]) -> None:
        one, more = self.NAMEN
        which = len(self.rijen) + 1
        label = f"{one} {which}" if key != NEW else more if self.rijen else one
        for part, field in self.parts(label).items():
            field.initial = values.get(part, "")
            speak_plainly(field)
            self.fields[f"{part}_{key}"] = field
        self.rijen.append(key)

    @cached_property
    def nieuw(self) -> UUID:
        """What the row that is added will be known by: sent twice, added once."""
        return _uuid(self.data.get(self.add_prefix(f"uuid_{NEW}"), "")) or uuid.uuid4()

    @property
    def mee(self) -> list[tuple[str, str]]:
        return [*super().mee, (self.add_prefix(f"uuid_{NEW}"), str(self.nieuw))]

    def _typed_one_more(self) -> bool:
        return any(
            self.data.get(self.add_prefix(f"{part}_{NEW}")) for part in self.LEAD
        )

    def _gone(self) -> list[str]:
        """Rows that the other took away and this person saw."""
        first = f"{self.PARTS[0]}_"
        seen = (
            name.removeprefix(first)
            for name in self.stood()
            if name[: len(first)] == first
        )
        return [key for key in seen if _uuid(key) and key not in self.rijen][
            : self.MOST
        ]

    def one_thing(self) -> list[tuple[str, ...]]:
        rows = [tuple(f"{part}_{key}" for part in self.PARTS) for key in self.rijen]
        apart = {name for row in rows for name in row}
        others = (group for group in super().one_thing() if group[0] not in apart)
        return [*rows, *others]

    def rijvelden(self) -> list[list[Any]]:
        """The rows, as bound fields."""
        return [[self[f"{part}_{key}"] for part in self.PARTS] for key in self.rijen]

    def losse(self) -> list[Any]:
        apart = {field.name for row in self.rijvelden() for field in row}
        return [field for field in super().losse() if field.name not in apart]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        self.regels: list[Rij] = []
        for key in self.rijen:
            typed = {part: cleaned.get(f"{part}_{key}") for part in self.PARTS}
            if all(typed[part] in (None, "") for part in self.LEAD):
                continue
            if key == NEW and len(self.rijen) > self.MOST:
                full = f"Er passen er {self.MOST}. Maak er eerst een leeg."
                self.fault(key, self.PARTS[0], full)
                continue
            columns = self.read(key, typed)
            if columns is not None:
                self.regels.append(
                    Rij(self.nieuw if key == NEW else UUID(key), columns)
                )
        return cleaned

    def fault(self, key: str, part: str, zin: str) -> None:
        if f"{part}_{key}" not in self.errors:
            self.add_error(f"{part}_{key}", zin)

    def save(self) -> None:
        super().save()
        self.save_rows()

    def save_rows(self) -> None:
        services.set_rows(
            voorziening=self.voorziening,
            rows=self.rows(),
            rijen=self.regels,
            onderdeel=self.onderdeel,
            plek=self.plek,
            keep=self.keep,
        )


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
