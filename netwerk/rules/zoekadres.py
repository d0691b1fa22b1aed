"""The address of a search: everything that was chosen, so that it can be shared. Plain
Python."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

Paar = tuple[str, str]


@dataclass(frozen=True)
class Adres:
    """A path with what stands after it; a page of the list never goes along to another
    search."""

    pad: str
    paren: tuple[Paar, ...] = ()

    def __str__(self) -> str:
        return f"{self.pad}{self.vraag}"

    @property
    def vraag(self) -> str:
        """What stands behind the path, for another path that is asked the same."""
        return f"?{urlencode(self.paren)}" if self.paren else ""

    def met(self, *paren: Paar) -> Adres:
        """With these, each once; an empty value is none."""
        new = dict.fromkeys((*self.paren, *paren))
        return replace(self, paren=tuple(pair for pair in new if pair[1]))

    def zonder(self, *namen: str) -> Adres:
        return replace(self, paren=tuple(p for p in self.paren if p[0] not in namen))

    def zonder_paren(self, paren: Iterable[Paar]) -> Adres:
        gone = set(paren)
        return replace(self, paren=tuple(p for p in self.paren if p not in gone))

    def wissel(self, paar: Paar) -> Adres:
        """A filter on or off."""
        return self.zonder_paren([paar]) if paar in self.paren else self.met(paar)
