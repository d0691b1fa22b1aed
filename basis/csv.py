"""CSV for people: opens by a double click in a Dutch spreadsheet, and nothing in it runs.

UTF-8 with BOM, semicolons, decimal comma, CRLF between rows. A cell of text that a
spreadsheet would take for a formula gets one apostrophe in front (basis/cel.py):
`'+31 6 12345678` and `'- meer rust` stay readable. Numbers are numbers, also below zero:
only text gets it.

Control characters are cleaned: a vertical tab or form feed (Word's line breaks) becomes a
new line, the others go.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal

from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header

from .cel import guarded

Cell = str | int | float | Decimal | date | None
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
TYPE = "text/csv; charset=utf-8"
_BREAKS = re.compile(r"\r\n|[\r\v\f\u0085\u2028\u2029]")
_CONTROL = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"  # not \t and \n
)


def table(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A whole file. A row of another length than `columns` is a ValueError."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(map(_written, columns))
    for row in rows:
        if len(row) != len(columns):
            raise ValueError(f"{len(row)} cells for {len(columns)} columns")
        writer.writerow(map(_written, row))
    return (BOM + out.getvalue()).encode("utf-8")


def download(
    name: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]]
) -> HttpResponse:
    """The file as an answer that a browser keeps under `name`."""
    disposition = content_disposition_header(as_attachment=True, filename=name)
    return HttpResponse(
        table(columns, rows),
        content_type=TYPE,
        headers={"Content-Disposition": disposition},
    )


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "ja" if cell else "nee"
        case datetime():
            return f"{timezone.localtime(cell):%d-%m-%Y %H:%M}"
        case date():
            return f"{cell:%d-%m-%Y}"
        case str():
            return guarded(clean(cell))
    return str(cell).replace(".", ",")


def clean(text: str) -> str:
    """Without control characters; a break of any kind is a new line."""
    return _CONTROL.sub("", _BREAKS.sub("\n", text))
