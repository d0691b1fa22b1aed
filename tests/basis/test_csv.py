"""CSV opens rightly by a double click, and no cell runs."""

import csv
import io
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, strategies as st

from basis.cel import text_of
from basis.csv import download, table

NASTY = (
    "=HYPERLINK(\"http://example.nl\";\"klik\")", "@SUM(1)", "- meer rust",
    "+31 6 12345678", "  =1+1", "\t=1", "\n- lijst", "'=1", "''+1", "＝1",
)  # fmt: skip


def read(content: bytes) -> list[list[str]]:
    return list(
        csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
    )


def cell(value) -> str:
    return read(table(["a"], [[value]]))[1][0]


@pytest.mark.parametrize("text", NASTY)
def test_a_text_that_looks_like_a_formula_stays_text_and_comes_back_whole(text):
    written = cell(text)
    assert written == f"'{text}"
    assert text_of(written) == text


@given(
    st.text(
        alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"])
    )
)
def test_every_text_comes_back_as_it_was(text):
    wanted = text.replace("\ufeff", "").replace("\ufffe", "").replace("\uffff", "")
    assert text_of(cell(f"{text}.")) == f"{wanted}."


@given(st.text(max_size=12))
def test_no_cell_of_text_begins_as_a_formula(text):
    assert not cell(text).lstrip().startswith(("=", "+", "-", "@"))


def test_a_phone_number_and_a_dash_stay_readable():
    assert "+31 6 12345678" in cell("+31 6 12345678")
    assert "- meer rust" in cell("- meer rust")


def test_control_characters_are_cleaned():
    assert (
        cell("een\x0btwee\x00 drie\ud800 vier\r\nvijf") == "een\ntwee drie vier\nvijf"
    )


def test_a_number_is_a_number_with_a_comma_also_below_zero():
    assert [cell(value) for value in (2.5, -2.5, 12000, None)] == [
        "2,5",
        "-2,5",
        "12000",
        "",
    ]


def test_yes_no_and_days_are_dutch():
    late = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    assert [cell(value) for value in (True, False, date(2026, 11, 9), late)] == [
        "ja", "nee", "09-11-2026", "01-01-2027 00:30",
    ]  # fmt: skip


def test_letters_and_columns_are_right_by_a_double_click():
    content = table(["Thema", "Score"], [["coördinatie; één", 2.5]])
    assert content.startswith(b"\xef\xbb\xbf")
    assert b'"co\xc3\xb6rdinatie; \xc3\xa9\xc3\xa9n";2,5\r\n' in content


def test_a_long_text_with_quotes_and_lines_is_one_cell():
    text = ('Zij zei: "ja".\n' * 3000).strip()
    assert cell(text) == text


def test_a_row_that_does_not_fit_is_a_fault():
    with pytest.raises(ValueError, match="2 cells for 1 columns"):
        table(["a"], [["b", "c"]])


def test_the_browser_keeps_it_under_its_name():
    answer = download("uitkomsten-ronde-3.csv", ["a"], [])
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert (
        answer["Content-Disposition"] == 'attachment; filename="uitkomsten-ronde-3.csv"'
    )
