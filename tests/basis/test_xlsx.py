"""A workbook that a Dutch spreadsheet opens as it is, and that runs nothing."""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook

from basis.xlsx import Sheet, download, workbook

STRANGE = [
    "=HYPERLINK(1)",
    "@SUM(1)",
    "- meer rust",
    "+31 6 12345678",
    "coördinatie",
    "regel 1\nregel 2",
    "#N/A",
    "1e5",
    "😀",
]


def opened(content: bytes):
    return load_workbook(BytesIO(content))


def one(*values, **more):
    columns = [f"kolom {number}" for number, _ in enumerate(values)]
    page = opened(workbook([Sheet("Blad", columns, [values], **more)])).active
    return page[2]


def test_text_stays_text_letter_for_letter():
    cells = one(*STRANGE)
    assert [cell.value for cell in cells] == STRANGE
    assert {cell.data_type for cell in cells} == {"s"}


def test_numbers_and_dates_are_numbers_and_dates():
    cells = one(3, Decimal("2.5"), 0.25, date(2026, 11, 27), None, percent=["kolom 2"])
    assert [cell.value for cell in cells] == [
        3,
        2.5,
        0.25,
        datetime(2026, 11, 27),  # noqa: DTZ001 - a spreadsheet has no zones
        None,
    ]
    assert cells[2].number_format == "0%"
    assert cells[3].number_format == "dd-mm-yyyy"


def test_a_moment_is_in_our_own_time():
    (cell,) = one(datetime(2026, 12, 31, 23, 30, tzinfo=ZoneInfo("UTC")))
    assert f"{cell.value:%d-%m-%Y %H:%M}" == "01-01-2027 00:30"


def test_signs_that_no_workbook_can_hold_do_not_break_it():
    (cell,) = one("a\x0bb\x00c\ud800d")
    assert cell.value == "a\nbcd"


def test_what_does_not_fit_a_cell_says_so():
    (cell,) = one("x" * 40_000)
    assert len(cell.value) == 32_767
    assert cell.value.endswith(" […]")


def test_yes_and_no_are_words():
    assert [cell.value for cell in one(True, False)] == ["ja", "nee"]


def test_the_head_stays_in_sight():
    page = opened(workbook([Sheet("Blad", ["een"], [["a"], ["b"]])])).active
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == "A1:A3"


def test_a_row_that_does_not_fit_its_head_is_refused():
    with pytest.raises(ValueError, match="1 cells for 2 columns"):
        workbook([Sheet("Blad", ["een", "twee"], [["a"]])])


def test_a_name_that_no_sheet_may_have_is_tidied():
    book = opened(workbook([Sheet("a/b:c*" + "x" * 40, ["een"], [])]))
    assert book.sheetnames == ["a b c " + "x" * 25]


def test_it_is_kept_under_its_name():
    answer = download("lijst.xlsx", [Sheet("Blad", ["een"], [])])
    assert answer["Content-Disposition"] == 'attachment; filename="lijst.xlsx"'
