"""A workbook for people: real numbers and dates, and nothing in it runs.

    download("lijst.xlsx", [Sheet("Functies", ("Functie", "Aantal"), rows)])

Text stays text, also when it begins with =: it is kept as a string and never as a formula,
letter for letter. The first row is the head and stays in sight. Signs that no workbook can
hold are cleaned as in basis/csv.py; a cell holds 32,767 characters, and what is cut off
says so.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from .csv import Cell, clean

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST = 32_767
CUT = " […]"
WIDEST = 60  # characters of a column
GENERAL = "General"  # as it is
_TITLE = re.compile(r"[\\/*?:\[\]]")
_BOLD, _WRAP = Font(bold=True), Alignment(wrap_text=True, vertical="top")


@dataclass(frozen=True)
class Sheet:
    """`percent` are the columns whose numbers are shares: 0.25 is shown as 25%."""

    naam: str
    columns: Sequence[str]
    rows: Iterable[Sequence[Cell]]
    percent: Sequence[str] = ()


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """A whole file. A row of another length than the head is a ValueError."""
    book = Workbook(write_only=True)
    for sheet in sheets:
        _write(book.create_sheet(_TITLE.sub(" ", clean(sheet.naam))[:31]), sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def download(name: str, sheets: Iterable[Sheet]) -> HttpResponse:
    """The file as an answer that a browser keeps under `name`."""
    disposition = content_disposition_header(as_attachment=True, filename=name)
    return HttpResponse(
        workbook(sheets),
        content_type=TYPE,
        headers={"Content-Disposition": disposition},
    )


def as_written(text: str) -> str:
    """What a cell holds of a text."""
    return _fitting(clean(text))


def _write(page: Any, sheet: Sheet) -> None:
    rows = [list(row) for row in sheet.rows]
    for row in rows:
        if len(row) != len(sheet.columns):
            raise ValueError(f"{len(row)} cells for {len(sheet.columns)} columns")
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{len(rows) + 1}"
    for number in range(len(sheet.columns)):
        longest = max(len(str(row[number] or "")) for row in [sheet.columns, *rows])
        width = min(WIDEST, max(10, longest + 2))
        page.column_dimensions[get_column_letter(number + 1)].width = width
    cells = _Cells(page)
    page.append([cells.head(column) for column in sheet.columns])
    shares = [column in sheet.percent for column in sheet.columns]
    for row in rows:
        page.append([cells.of(*pair) for pair in zip(row, shares, strict=True)])


class _Cells:
    """Of one page. A style is looked up in the book once for each way to show a value:
    for each cell anew that took longer than writing it."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.styles: dict[str, Any] = {}

    def head(self, text: str) -> Any:
        cell = self.of(text)
        cell._style = copy(cell._style)  # noqa: SLF001 - its own
        cell.font = _BOLD
        return cell

    def of(self, value: Cell, share: bool = False) -> Any:  # noqa: FBT001, FBT002
        found, shown = _shown(value)
        cell: Any = WriteOnlyCell(self.page)
        if found is not None:
            cell.value = found
        if isinstance(value, str):
            cell.data_type = "s"  # never a formula, whatever it begins with
        cell._style = self._style("0%" if share and found is not None else shown)  # noqa: SLF001 - openpyxl has no other way to share one
        return cell

    def _style(self, shown: str) -> Any:
        if shown not in self.styles:
            model: Any = WriteOnlyCell(self.page)
            model.alignment = _WRAP
            model.number_format = shown
            self.styles[shown] = model._style  # noqa: SLF001 - as above
        return self.styles[shown]


def _shown(value: Cell) -> tuple[Any, str]:
    """What stands in the cell, and how a workbook shows it."""
    match value:
        case bool():
            return "ja" if value else "nee", GENERAL
        case datetime():
            here = timezone.localtime(value).replace(tzinfo=None)
            return here, "dd-mm-yyyy hh:mm"
        case date():
            return value, "dd-mm-yyyy"
        case str():
            return as_written(value), GENERAL
    return value, GENERAL


def _fitting(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - len(CUT)] + CUT
