"""A workbook (XLSX) as grids of values, one a sheet; nothing of it is run.

Read as a stream: a workbook may say of its own size what it likes, and one merged column is
a million cells for who makes them all.
"""

from __future__ import annotations

import io
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from xml.parsers import expat

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from .archief import BROKEN, TOO_MUCH, Onbruikbaar, contents, opened
from .bestandstekst import clean

MOST_BYTES = 25_000_000  # unpacked
MOST_ROWS, MOST_COLUMNS = 40_000, 200  # blank ones among them
MOST_CELLS, MOST_IN_ROW = 2_000_000, 16_384  # with nothing in them too
MOST_MERGED, MOST_MERGED_ROWS = 20_000, 1_000_000
FAR = "Onder rij 40.000 staat nog iets. Haal het weg, of deel het bestand op."
HALF = "Dit rekenblad is niet heel. Bewaar het opnieuw als XLSX en stuur het nog eens."
OTHER = "Dit is geen rekenblad. Stuur een XLSX- of CSV-bestand."
YES = {"1", "true"}

Grid = list[list[Any]]


@dataclass(frozen=True)
class Formule:
    """A formula that nobody reckoned yet."""

    tekst: str

    def __str__(self) -> str:
        return self.tekst


@dataclass
class Opmaak:
    """What a sheet says beside its values; all numbers count from 1."""

    samengevoegd: list[tuple[int, int, int, int]] = field(default_factory=list)
    verborgen_kolommen: list[tuple[int, int]] = field(default_factory=list)
    verborgen_rijen: set[int] = field(default_factory=set)
    laatste: int = 0  # row with something in it
    formules: bool = False

    def hides_column(self, number: int) -> bool:
        return any(first <= number <= last for first, last in self.verborgen_kolommen)


@dataclass(frozen=True)
class Tabblad:
    naam: str
    grid: Grid
    opmaak: Opmaak


def read_workbook(data: bytes) -> list[Tabblad]:
    """Raises Onbruikbaar."""
    try:
        looks = _looks(data)
        values = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        written = values
        if any(look.formules for look in looks.values()):  # else it would say the same
            written = load_workbook(io.BytesIO(data), read_only=True)
        sheets = []
        for sheet, other in zip(values.worksheets, written.worksheets, strict=True):
            path: Any = sheet
            look = looks.get(path._worksheet_path, Opmaak())  # noqa: SLF001 - only there
            grid = _grid(sheet, other if look.formules else None, look.laatste)
            _spread(grid, look)
            sheets.append(Tabblad(sheet.title, grid, look))
    except Onbruikbaar as error:
        raise Onbruikbaar(HALF if str(error) == BROKEN else str(error)) from None
    except Exception:
        raise Onbruikbaar(HALF) from None
    return sheets


def _looks(data: bytes) -> dict[str, Opmaak]:
    """Of each part of it, by name. Counts what comes out, and refuses what holds
    definitions: those can grow without end."""
    with opened(data) as archive:
        if "xl/workbook.xml" not in archive.namelist():
            raise Onbruikbaar(OTHER)
        return {
            name: _Kijker().look(content)
            for name, content in contents(archive, archive.infolist(), MOST_BYTES)
        }


class _Kijker:
    """Also refuses what would take all memory or minutes, before anything is built."""

    def __init__(self) -> None:
        self.opmaak, self.row = Opmaak(), 0
        self.cells, self.in_row = 0, 0

    def look(self, content: bytes) -> Opmaak:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._element
        # a picture; what is broken is said by openpyxl
        with suppress(expat.ExpatError):
            parser.Parse(content, True)  # noqa: FBT003 - takes no keyword
        return self.opmaak

    def _doctype(self, *_: object) -> None:
        raise Onbruikbaar(BROKEN)

    def _element(self, name: str, said: dict[str, str]) -> None:
        with suppress(ValueError, OverflowError):
            match name.rpartition(" ")[2]:
                case "v" | "f" | "is" as part:
                    self.opmaak.laatste = max(self.opmaak.laatste, self.row)
                    self.opmaak.formules |= part == "f"
                case "c":
                    self._cell()
                case "row":
                    self.row, self.in_row = int(float(said.get("r", self.row + 1))), 0
                    if said.get("hidden") in YES:
                        self.opmaak.verborgen_rijen.add(self.row)
                case "col" if said.get("hidden") in YES:
                    columns = (int(said.get("min", 0)), int(said.get("max", 0)))
                    self.opmaak.verborgen_kolommen.append(columns)
                case "mergeCell":
                    self._merged(said.get("ref", ""))

    def _cell(self) -> None:
        self.cells, self.in_row = self.cells + 1, self.in_row + 1
        if self.cells > MOST_CELLS or self.in_row > MOST_IN_ROW:
            raise Onbruikbaar(TOO_MUCH)

    def _merged(self, ref: str) -> None:
        column, row, last_column, last_row = range_boundaries(ref)
        self.opmaak.samengevoegd.append(
            (column or 1, row or 1, last_column or MOST_COLUMNS, last_row or MOST_ROWS)
        )
        if len(self.opmaak.samengevoegd) > MOST_MERGED:
            raise Onbruikbaar(TOO_MUCH)


def _grid(sheet: Any, written: Any, last: int) -> Grid:
    if last > MOST_ROWS:
        raise Onbruikbaar(FAR)
    if not last:
        return []
    grid = [[_value(cell) for cell in row] for row in _rows(sheet, last)]
    told = () if written is None else _rows(written, last)
    for row, cells in zip(grid, told, strict=False):
        for n, cell in enumerate(cells):
            if cell is not None and row[n] is None:
                row[n] = Formule(str(getattr(cell, "text", cell)))
    filled = (n for row in grid for n, cell in enumerate(row, 1) if cell is not None)
    width = max(filled, default=0)
    return [row[:width] for row in grid]


def _rows(sheet: Any, last: int) -> Any:
    return sheet.iter_rows(max_row=last, max_col=MOST_COLUMNS, values_only=True)


def _spread(grid: Grid, look: Opmaak) -> None:
    """A merged cell holds for all of its rows; over more columns only for the first."""
    left = MOST_MERGED_ROWS
    for column, first, _, last in look.samengevoegd:
        if first > len(grid) or column > len(grid[0]):
            continue
        rows = grid[first - 1 : last]
        left -= len(rows)
        if left < 0:
            raise Onbruikbaar(TOO_MUCH)
        for row in rows:
            row[column - 1] = rows[0][column - 1]


def _value(cell: Any) -> Any:
    if isinstance(cell, str):
        return clean(cell)
    if isinstance(cell, datetime):
        return cell.date() if cell.time() == time(0) else cell.isoformat(" ")
    if cell is None or isinstance(cell, int | float | date | bool):
        return cell
    return str(cell)
