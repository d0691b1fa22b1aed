"""The cells of the simple spreadsheet: which column is which, and what a cell of the row
at hand says beside what we have of it (bekend.py)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from . import bekend
from .bekend import Bekend
from .bladkolommen import GAAT_OVER, KOLOMMEN, LIMITS, WAYS
from .hsds_pakket import Fout, Pakket
from .werkblad import Blad, folded, words
from .werkmap import Formule


@dataclass(frozen=True)
class Cel:
    """What we have in one, and what stands there now."""

    kolom: str
    was: str
    wordt: str
    gaat_over: str


@dataclass
class Ingelezen:
    """`vragen` are the days that can be read two ways; as long as there are any that
    nobody answered nothing can be taken in. `cellen`: of each record that we have, the
    cells that say something else now."""

    pakket: Pakket = field(default_factory=lambda: Pakket(is_blad=True))
    vragen: list[Fout] = field(default_factory=list)
    cellen: dict[str, list[Cel]] = field(default_factory=dict)
    zelfde_punt: set[str] = field(
        default_factory=set
    )  # locations that stay where they are


class Cellen:
    """Stands at one row at a time. What is wrong with a cell goes to `out`."""

    def __init__(self, blad: Blad, out: Ingelezen) -> None:
        self.blad, self.out, self.pakket = blad, out, out.pakket
        self.column: dict[str, int] = {}
        self.row: Any = None
        self.here: Bekend | None = None  # what we have of this row
        self.columns()

    def columns(self) -> None:
        for n, kop in enumerate(self.blad.kop):
            key = WAYS.get(folded(kop))
            if key is None:
                if kop:
                    zin = "Deze kolom kennen we niet. We bewaren wat erin staat."
                    self.pakket.opmerking(f"kolom {kop}", "", zin)
                continue
            if key in self.column:
                zin = "Deze kolom staat er twee keer. Haal er één weg of geef hem een andere naam."
                self.pakket.fout(f"{self.blad.naam}rij {self.blad.kopregel}", kop, zin)
            self.column.setdefault(key, n)

    def raw(self, key: str) -> Any:
        cell = self.row.cellen[self.column[key]] if key in self.column else None
        if isinstance(cell, Formule):
            self.fault(
                key,
                "Hier staat een formule zonder uitkomst. Zet de waarde erin.",
                cell.tekst,
            )
            return None
        if isinstance(cell, str) and re.fullmatch(r"#[A-Z/0!?]+[!?A-Z]", cell.strip()):
            self.fault(
                key,
                "Hier staat een foutmelding van het rekenblad. Zet de waarde erin.",
                cell,
            )
            return None
        return cell

    def text(self, key: str) -> str:
        cell = self.raw(key)
        text = cell.strip() if isinstance(cell, str) else words(cell)
        if len(text) > LIMITS.get(key, len(text)):
            self.fault(key, f"Dit is te lang. Er passen {LIMITS[key]} tekens in.", text)
        return text

    def fault(self, key: str, zin: str, waarde: object = None) -> None:
        cell = self.row.cellen[self.column[key]] if key in self.column else ""
        said = words(cell) if waarde is None else waarde
        self.pakket.fout(self.where(key), said, zin)

    def where(self, key: str) -> str:
        if key not in self.column:
            return f"{self.blad.naam}rij {self.row.nummer}"
        return self.blad.plek(self.row.nummer, self.column[key])

    def reads(self, key: str) -> bool:
        """Whether there is such a column, and it says something else than we have."""
        if key not in self.column:
            return False
        cell = self.row.cellen[self.column[key]]
        if self.here is None:
            return True
        if isinstance(cell, Formule) or not self.here.says(key, cell):
            was = bekend.plain(self.here.cellen.get(key))
            now = bekend.plain(cell)
            found = Cel(KOLOMMEN[key].naam, was, now, GAAT_OVER[key])
            self.out.cellen.setdefault(self.here.node["id"], []).append(found)
            return True
        return False

    def parts(self, key: str) -> list[str]:
        found = re.split(r"[;\n|]", self.text(key))
        return list(dict.fromkeys(part.strip() for part in found if part.strip()))
