"""A spreadsheet as people make it: a title above the head, blank rows below, the right
sheet second, cells that are merged. Read as rows with their number, and nothing of it run."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from openpyxl.utils import get_column_letter

from basis.cel import text_of

from .archief import EMPTY, TOO_MUCH, Onbruikbaar
from .bestandstekst import clean, decode
from .werkmap import MOST_COLUMNS, MOST_ROWS, OTHER, Formule, Opmaak, read_workbook

MOST_FILLED, HEAD_ROWS = 20_000, 25
OLD = "Dit is een oud Excel-bestand (.xls). Bewaar het als XLSX en stuur het opnieuw."


@dataclass(frozen=True)
class Rij:
    """`nummer` as the spreadsheet shows it."""

    nummer: int
    cellen: list[Any]


@dataclass
class Blad:
    """The rows under the head. `kop` is the text above each column, `waar` its letter."""

    naam: str
    kop: list[str]
    rijen: list[Rij]
    kopregel: int = 1
    leeg: int = 0
    opmerkingen: list[tuple[str, str, str]] = field(default_factory=list)
    fouten: list[tuple[str, str, str]] = field(default_factory=list)

    def plek(self, rij: int, kolom: int) -> str:
        return f"{self.naam}rij {rij}, kolom {get_column_letter(kolom + 1)} ({self.kop[kolom]})"


Herkent = Callable[[list[str]], bool]


def read_sheet(data: bytes, is_head: Herkent) -> Blad:
    """The first sheet that has a head. Raises Onbruikbaar."""
    if not data.strip():
        raise Onbruikbaar(EMPTY)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Onbruikbaar(OLD)
    if data.startswith(b"PK"):
        return _from_workbook(data, is_head)
    if data.startswith((b"%PDF", b"{", b"\x89PNG")) or b"\x00" in data[:1000]:
        raise Onbruikbaar(OTHER)
    return _from_csv(decode(data), is_head)


# --- CSV


def _from_csv(text: str, is_head: Herkent) -> Blad:
    grid = list(_csv_grid(text))
    blad = _under_head([("", grid)], is_head)
    is_cut = not text.endswith(("\n", "\r")) and len(grid[-1]) < len(blad.kop)
    if is_cut and len(grid) > blad.kopregel:
        zin = "De laatste rij houdt halverwege op. Stuur het hele bestand opnieuw."
        blad.fouten.append((f"rij {len(grid)}", "", zin))
    return blad


def _csv_grid(text: str) -> Iterator[list[Any]]:
    lines = text.splitlines()[:HEAD_ROWS]
    counts = {sign: sum(line.count(sign) for line in lines) for sign in ";\t,"}
    delimiter = max(counts, key=lambda sign: counts[sign])
    csv.field_size_limit(1_000_000)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for n, row in enumerate(reader):
            if n > MOST_ROWS:
                raise Onbruikbaar(TOO_MUCH)
            yield [_cell(clean(cell)) for cell in row[:MOST_COLUMNS]]
    except csv.Error:
        zin = (
            f"Vanaf regel {reader.line_num} is dit bestand niet te lezen. Staat er een"
            " aanhalingsteken te veel? Bewaar het opnieuw als CSV."
        )
        raise Onbruikbaar(zin) from None


def _cell(cell: str) -> str | Formule:
    """`="0612345678"` is how a spreadsheet is told that this is text; another formula was
    never reckoned. Ours have an apostrophe in front."""
    told = re.fullmatch(r'="([^"]*)"', cell)
    if told:
        return told[1]
    return Formule(cell) if cell.startswith("=") else text_of(cell)


# --- XLSX


def _from_workbook(data: bytes, is_head: Herkent) -> Blad:
    sheets = {f"{sheet.naam}, ": sheet for sheet in read_workbook(data)}
    blad = _under_head([(naam, sheet.grid) for naam, sheet in sheets.items()], is_head)
    _note_hidden(blad, sheets[blad.naam].opmaak)
    if len(sheets) == 1:
        blad.naam = ""
    return blad


def _note_hidden(blad: Blad, look: Opmaak) -> None:
    for n, kop in enumerate(blad.kop, 1):
        if kop and look.hides_column(n):
            zin = "Deze kolom is verborgen. We lezen haar wel."
            where = f"kolom {get_column_letter(n)} ({kop})"
            blad.opmerkingen.append((where, "", zin))
    hidden = [r.nummer for r in blad.rijen if r.nummer in look.verborgen_rijen]
    if hidden:
        zin = "Deze rijen zijn verborgen, door een filter of met de hand. We lezen ze wel."
        blad.opmerkingen.append(("rijen", ", ".join(map(str, hidden))[:80], zin))


# --- the head


def _under_head(
    sheets: Iterable[tuple[str, list[list[Any]]]], is_head: Herkent
) -> Blad:
    found: list[Blad] = []
    for naam, grid in sheets:
        for n, row in enumerate(grid[:HEAD_ROWS]):
            kop = [words(cell) for cell in row]
            if is_head(kop):
                found.append(_cut(naam, kop, grid, n))
                break
    if not found:
        raise Onbruikbaar("")
    for other in found[1:]:
        zin = "Dit blad heeft ook zo’n kop. We lezen alleen het eerste."
        found[0].opmerkingen.append((other.naam.rstrip(", "), "", zin))
    return found[0]


def _cut(naam: str, kop: list[str], grid: list[list[Any]], head: int) -> Blad:
    blad = Blad(naam, kop, [], kopregel=head + 1)
    for n, row in enumerate(grid[head + 1 :], head + 2):
        cells = [*row, *([None] * (len(kop) - len(row)))]
        if all(cell is None or words(cell) == "" for cell in cells):
            blad.leeg += 1
        else:
            blad.rijen.append(Rij(n, cells))
    if len(blad.rijen) > MOST_FILLED:
        raise Onbruikbaar(TOO_MUCH)
    _note_without_head(blad)
    return blad


def _note_without_head(blad: Blad) -> None:
    """What would be lost. A row that is longer than its head has a sign too many: then
    all of its cells may stand in the wrong column."""
    width, lost = len(blad.kop), set[int]()
    bare = [n for n, kop in enumerate(blad.kop) if not kop]
    for rij in blad.rijen:
        lost |= {n for n in bare if words(rij.cellen[n])}
        if any(words(cell) for cell in rij.cellen[width:]):
            zin = (
                f"Deze rij heeft meer cellen dan de kop: {width}. Staat er een komma of"
                " puntkomma te veel? Zet er dan aanhalingstekens omheen."
            )
            blad.fouten.append((f"{blad.naam}rij {rij.nummer}", "", zin))
    for n in sorted(lost):
        zin = "Boven deze kolom staat geen naam. Wat erin staat, slaan we over."
        blad.opmerkingen.append((f"kolom {get_column_letter(n + 1)}", "", zin))


def words(cell: Any) -> str:
    """A cell as one line of text."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return re.sub(r"\s+", " ", str(cell)).strip()


def folded(text: str) -> str:
    """For comparing: no accents, capitals or signs."""
    plain = unicodedata.normalize("NFKD", text.lower())
    return re.sub(r"[^a-z0-9]", "", plain)
