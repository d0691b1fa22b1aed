"""A spreadsheet as people make it: a title above the head, blank rows below, the right
sheet second, cells that are merged. Read as rows with their number, and nothing of it run."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from .archief import BROKEN, EMPTY, TOO_MUCH
from .hsds_lezen import clean, decode

MOST_BYTES = 25_000_000  # unpacked
MOST_ROWS, MOST_COLUMNS, HEAD_ROWS = 20_000, 200, 25
OTHER = "Dit is geen rekenblad. Stuur een XLSX- of CSV-bestand."
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


class Onleesbaar(Exception):
    """Why this is no spreadsheet, in words."""


Herkent = Callable[[list[str]], bool]


def read_sheet(data: bytes, is_head: Herkent) -> Blad:
    """The first sheet that has a head. Raises Onleesbaar."""
    if not data.strip():
        raise Onleesbaar(EMPTY)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Onleesbaar(OLD)
    if data.startswith(b"PK"):
        return _from_workbook(data, is_head)
    if data.startswith((b"%PDF", b"{", b"\x89PNG")) or b"\x00" in data[:1000]:
        raise Onleesbaar(OTHER)
    grid = list(_csv_grid(decode(data)))
    return _under_head([("", grid)], is_head)


# --- CSV


def _csv_grid(text: str) -> Iterator[list[Any]]:
    lines = text.splitlines()[:HEAD_ROWS]
    counts = {sign: sum(line.count(sign) for line in lines) for sign in ";\t,"}
    delimiter = max(counts, key=lambda sign: counts[sign])
    csv.field_size_limit(1_000_000)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for n, row in enumerate(reader):
            if n > MOST_ROWS * 2:
                raise Onleesbaar(TOO_MUCH)
            yield [unguarded(clean(cell)) for cell in row[:MOST_COLUMNS]]
    except csv.Error:
        raise Onleesbaar(BROKEN) from None


def unguarded(cell: str) -> str:
    """Without the apostrophe that stops a spreadsheet from reckoning (basis/csv.py)."""
    return cell[1:] if re.match(r"'[\s']*[=+\-@]", cell) else cell


# --- XLSX


def _from_workbook(data: bytes, is_head: Herkent) -> Blad:
    _check_size(data)
    try:
        values = load_workbook(io.BytesIO(data), data_only=True)
        written = load_workbook(io.BytesIO(data))
        sheets = [
            (f"{sheet.title}, ", _grid(sheet, written[sheet.title]), sheet)
            for sheet in values.worksheets
        ]
    except Exception:
        raise Onleesbaar(BROKEN) from None
    blad = _under_head([(name, grid) for name, grid, _ in sheets], is_head)
    sheet = next(sheet for name, _, sheet in sheets if name == blad.naam)
    _note_hidden(blad, sheet)
    if len(sheets) == 1:
        blad.naam = ""
    return blad


def _check_size(data: bytes) -> None:
    """What a workbook says of its size may be a lie, so what comes out is counted; and it
    holds no definitions, which can grow without end."""
    left = MOST_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if "xl/workbook.xml" not in archive.namelist():
                raise Onleesbaar(OTHER)
            for one in archive.infolist():
                with archive.open(one) as stream:
                    content = stream.read(left + 1)
                left -= len(content)
                if left < 0:
                    raise Onleesbaar(TOO_MUCH)
                if b"<!DOCTYPE" in content[:2000] or b"<!ENTITY" in content[:2000]:
                    raise Onleesbaar(BROKEN)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        RuntimeError,
        OSError,
        ValueError,
    ):
        raise Onleesbaar(BROKEN) from None


@dataclass(frozen=True)
class Formule:
    """A formula that nobody reckoned yet."""

    tekst: str


def _grid(sheet: Any, written: Any) -> list[list[Any]]:
    last_row = min(sheet.max_row or 0, MOST_ROWS * 2)
    last_column = min(sheet.max_column or 0, MOST_COLUMNS)
    if not last_row or not last_column:
        return []
    grid = [
        [_value(cell) for cell in row]
        for row in sheet.iter_rows(
            max_row=last_row, max_col=last_column, values_only=True
        )
    ]
    for n, row in enumerate(
        written.iter_rows(max_row=last_row, max_col=last_column, values_only=True)
    ):
        for m, cell in enumerate(row):
            if isinstance(cell, str) and cell.startswith("=") and grid[n][m] is None:
                grid[n][m] = Formule(cell)
    for merged in sheet.merged_cells.ranges:
        _spread(grid, merged)
    return grid


def _spread(grid: list[list[Any]], merged: Any) -> None:
    """A merged cell holds for all of its rows; over more columns only for the first."""
    if merged.min_row > len(grid) or merged.min_col > len(grid[0]):
        return
    value = grid[merged.min_row - 1][merged.min_col - 1]
    for n in range(merged.min_row, min(merged.max_row, len(grid))):
        grid[n][merged.min_col - 1] = value


def _value(cell: Any) -> Any:
    if isinstance(cell, str):
        return clean(cell)
    if isinstance(cell, datetime):
        return cell.date() if cell.time() == time(0) else cell.isoformat(" ")
    return cell if isinstance(cell, int | float | date | bool) else _other(cell)


def _other(cell: Any) -> Any:
    return None if cell is None else str(cell)


def _note_hidden(blad: Blad, sheet: Any) -> None:
    for n, kop in enumerate(blad.kop):
        letter = get_column_letter(n + 1)
        if kop and sheet.column_dimensions[letter].hidden:
            zin = "Deze kolom is verborgen. We lezen haar wel."
            blad.opmerkingen.append((f"kolom {letter} ({kop})", "", zin))
    hidden = [
        rij.nummer for rij in blad.rijen if sheet.row_dimensions[rij.nummer].hidden
    ]
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
        raise Onleesbaar("")
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
    if len(blad.rijen) > MOST_ROWS:
        raise Onleesbaar(TOO_MUCH)
    return blad


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
