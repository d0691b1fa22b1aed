"""A form of something that others may change at the same time: nothing of anybody is lost.

The page carries a mark of each field as it stood when the page was opened. What only the
other changed stays as the other left it; what only this person changed is kept; of what
both changed this person sees both, and chooses (Q5, P3).
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from typing import Any

from django import forms

from basis.forms import NkForm, status_of

from .waarden import plain, stands, words

STOND = "stond"  # what stood there, as the page was opened
HOUD = "houd"  # what the person leaves as the other changed it
MARK = 12


@dataclass(frozen=True)
class Deel:
    """A field that two changed: `nu` is what stands there, `jij` what this person typed."""

    wat: str
    nu: str
    jij: str


@dataclass(frozen=True)
class Botsing:
    """One thing that two changed, in as many fields as differ."""

    naam: str
    delen: tuple[Deel, ...]


class SamenForm(NkForm):
    """Subclasses say in `SAMEN` which fields are one thing: two of them changed by two
    people is one thing that both changed. What stands there is the initial of each field,
    read after the row is held (services.voorzieningen.hold). The page sends along `mee`
    (templates/netwerk/aanbod/_samen.html); what comes without is not compared."""

    SAMEN: tuple[tuple[str, ...], ...] = ()

    @property
    def mee(self) -> list[tuple[str, str]]:
        """For the page: what goes along with what is sent."""
        marks = (f"{name}:{_mark(stands(self, name))}" for name in self._compared())
        return [(self.add_prefix(STOND), " ".join(marks))]

    @property
    def houd(self) -> str:
        """The name of the boxes with which somebody leaves it as the other changed it."""
        return self.add_prefix(HOUD)

    @cached_property
    def botsingen(self) -> list[Botsing]:
        """None when all that was typed can be kept."""
        return self._merge() if self.is_bound else []

    def full_clean(self) -> None:
        self.botsingen  # noqa: B018 - what the other changed is read as if it was typed
        super().full_clean()

    def is_valid(self) -> bool:
        """Not while there is something to choose."""
        return super().is_valid() and not self.botsingen

    def status(self) -> int:
        """Of the page that shows it."""
        return HTTPStatus.CONFLICT if self.botsingen else status_of(self)

    def one_thing(self) -> list[tuple[str, ...]]:
        """The fields, those that are one thing together."""
        apart = set(self._compared()) - {name for group in self.SAMEN for name in group}
        return [*self.SAMEN, *((n,) for n in self._compared() if n in apart)]

    def _compared(self) -> list[str]:
        return [
            name
            for name, field in self.fields.items()
            if not isinstance(field.widget, forms.HiddenInput)
        ]

    def _merge(self) -> list[Botsing]:
        if self.add_prefix(STOND) not in self.data:
            return []
        data: Any = self.data.copy()  # type: ignore[attr-defined]
        self.data, keep = data, set(data.getlist(self.houd))
        found = []
        for group in self.one_thing():
            names = [name for name in group if name in self.fields]
            if all(self._typed(name) == stands(self, name) for name in names):
                continue
            mine, theirs = self._who_changed(names)
            if keep & set(names) or (theirs and not mine):
                for name in names:
                    data.setlist(self.add_prefix(name), stands(self, name))
            elif theirs:
                found.append(Botsing(names[0], tuple(self._differ(names))))
        return found

    def _who_changed(self, names: list[str]) -> tuple[bool, bool]:
        """Whether this person did, and whether another did."""
        stood = self.stood()
        return (
            any(self._is_typed(name, stood) for name in names),
            any(stood.get(name) != _mark(stands(self, name)) for name in names),
        )

    def stood(self) -> dict[str, str]:
        """The marks that came along; a crooked one is none."""
        pairs = (
            part.rpartition(":")
            for part in self.data.get(self.add_prefix(STOND), "").split()
        )
        return {name: mark for name, _, mark in pairs}

    def _is_typed(self, name: str, stood: dict[str, str]) -> bool:
        """Somebody who did not see a field did not empty it."""
        if name not in stood and self.add_prefix(name) not in self.data:
            return False
        return stood.get(name) != _mark(self._typed(name))

    def _typed(self, name: str) -> list[str]:
        return plain(self.data.getlist(self.add_prefix(name)))  # type: ignore[attr-defined]

    def _differ(self, names: list[str]) -> Iterator[Deel]:
        for name in names:
            nu, jij = stands(self, name), self._typed(name)
            if nu != jij:
                label = str(self[name].label)
                yield Deel(label, words(self, name, nu), words(self, name, jij))


def _mark(values: list[str]) -> str:
    text = json.dumps(values, ensure_ascii=False)
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()[:MARK]
