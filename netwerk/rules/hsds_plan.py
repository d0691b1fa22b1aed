"""What taking a package in would do, record by record, before anything is done."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field

from .hsds_pakket import Fout

NIEUW, VERANDERD, GELIJK = "nieuw", "veranderd", "gelijk"
WOORD = "woord"  # a list of words of others, or one in it
SOORTEN = ("organisatie", "locatie", "plek", WOORD)


@dataclass(frozen=True)
class Regel:
    """One record in the preview."""

    soort: str  # of SOORTEN
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

    @property
    def tellingen(self) -> dict[str, dict[str, int]]:
        """How many of each kind are new, changed or the same."""
        out = {soort: dict.fromkeys((NIEUW, VERANDERD, GELIJK), 0) for soort in SOORTEN}
        for regel in self.regels:
            out[regel.soort][regel.wat] += 1
        if not any(out[WOORD].values()):
            del out[WOORD]  # few packages have any
        return out

    @property
    def changes(self) -> bool:
        return any(regel.wat != GELIJK for regel in self.regels)

    @property
    def afdruk(self) -> str:
        """Of what it would do, to see whether that is still so."""
        said = [[r.soort, r.naam, r.wat, list(r.velden)] for r in self.regels]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()
