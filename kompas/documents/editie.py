"""An edition as the file it can be loaded from again (K1)."""

from collections.abc import Iterator, Sequence

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from basis.csv import Cell
from kompas.rules.edition import Editie, OpenVraag, Stelling, edition_as_json
from kompas.rules.edition_source import COLUMNS, METADATA


def as_json(editie: Editie, name: str) -> HttpResponse:
    disposition = content_disposition_header(as_attachment=True, filename=name)
    return HttpResponse(
        edition_as_json(editie),
        content_type="application/json",
        headers={"Content-Disposition": disposition},
    )


def as_table(editie: Editie) -> tuple[Sequence[str], list[list[Cell]]]:
    """Columns and rows of the CSV file: wording only, as `read_edition` takes it."""
    return COLUMNS, [
        [row.get(column, "") for column in COLUMNS] for row in _rows(editie)
    ]


def _rows(editie: Editie) -> Iterator[dict[str, Cell]]:
    for veld in METADATA:
        yield {"soort": "editie", "thema": veld, "tekst": getattr(editie, veld)}
    for thema in editie.themas:
        about = {"thema": thema.sleutel}
        for stelling in thema.stellingen:
            yield {"soort": "stelling", **about, **_cells(stelling)}
        for vraag in thema.open_vragen:
            yield {"soort": "open_vraag", **about, **_cells(vraag)}


def _cells(item: Stelling | OpenVraag) -> dict[str, Cell]:
    return {column: getattr(item, column, "") for column in COLUMNS[2:]}
