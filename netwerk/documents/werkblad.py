"""The kaart as the simple spreadsheet, with the columns that are read in again."""

from collections.abc import Iterator, Sequence

from basis.csv import Cell
from basis.xlsx import Sheet, workbook
from netwerk.rules.bladkolommen import CHOICES, KOLOMMEN
from netwerk.selectors.hsds import LABELS, Blik
from netwerk.selectors.hsds_alles import service_rows
from netwerk.selectors.werkblad import row_of
from toegang.models import Regio

NAMES = [kolom.naam for kolom in KOLOMMEN.values()]
UITLEG = ("Kolom", "Wat zet je erin?")
VOORBEELD = {
    "naam": "Inloop De Veranda",
    "organisatie": "Stichting Voorbeeld",
    "kort": "Kom binnen voor koffie en een praatje.",
    "telefoon": "113",
    "website": "https://www.voorbeeld.example",
    "openingstijden": "ma-vr 9:00-17:00",
    "functies": "Steun van anderen; Activiteiten en meedoen",
    "informeel": "ja",
    "gecontroleerd": "4 oktober 2026",
}


def as_workbook(regio: Regio, blik: Blik) -> bytes:
    rows = ([*row_of(v).values()] for v in service_rows(regio, blik))
    return workbook([Sheet("Plekken", NAMES, rows), _explained()])


def example() -> bytes:
    """To begin from: one row, and what goes into each column."""
    row = [VOORBEELD.get(key, "") for key in KOLOMMEN]
    return workbook([Sheet("Plekken", NAMES, [row]), _explained()])


def _explained() -> Sheet:
    def told() -> Iterator[Sequence[Cell]]:
        for key, kolom in KOLOMMEN.items():
            more = ""
            if key in CHOICES:
                more = f" Kies uit: {'; '.join(LABELS[CHOICES[key]].values())}."
            yield kolom.naam, f"{kolom.uitleg}{more}"

    return Sheet("Uitleg", UITLEG, told())
