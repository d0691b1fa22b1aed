"""A telephone number is what people dial, and nothing of it is lost or invented."""

import re

import pytest
from hypothesis import given, strategies as st

from netwerk.rules.telefoon import (
    BETAALD,
    KENGETAL,
    KWIJT,
    LANG_NUMMER,
    LEEG,
    TWEE,
    Fout,
    Nummer,
    parse_phone,
    show_phone,
    tel_href,
)


@pytest.mark.parametrize(
    ("typed", "nummer", "toelichting"),
    [
        ("0612345678", "0612345678", ""),
        ("06-12 34 56 78", "0612345678", ""),
        ("+31 (0)6 12345678", "0612345678", ""),
        ("+31(0)612345678", "0612345678", ""),
        ("+31 6 12345678", "0612345678", ""),
        ("+31 06 12345678", "0612345678", ""),
        ("0031612345678", "0612345678", ""),
        ("0031 (0)6 12345678", "0612345678", ""),
        ("(033) 460 12 34", "0334601234", ""),
        ("033/4601234", "0334601234", ""),
        ("0100 – 20 30 40", "0100203040", ""),
        ("088-1234567 keuze 2", "0881234567", "keuze 2"),
        ("088-1234567, keuze 2", "0881234567", "keuze 2"),
        ("088-1234567 (ma-vr 9-17 uur)", "0881234567", "(ma-vr 9-17 uur)"),
        ("Tel.: 088-1234567 toestel 123", "0881234567", "toestel 123"),
        ("receptie 088 1234567", "0881234567", "receptie"),
        ("14 033", "14033", ""),
        ("14 0592", "140592", ""),
        ("113", "113", ""),
        ("112", "112", ""),
        ("144", "144", ""),
        ("116 123", "116123", ""),
        ("0800-0113", "08000113", ""),
        ("0900 8844", "09008844", ""),
        ("0800 - 123 45 67", "08001234567", ""),
        ("+32 2 123 45 67", "+3221234567", ""),
        ("0049 2821 1234", "+4928211234", ""),
        ("\u200e06\u00a012345678", "0612345678", ""),
        ("０６１２３４５６７８", "0612345678", ""),
    ],
)
def test_a_number_is_read_however_it_is_written(typed, nummer, toelichting):
    assert parse_phone(typed) == Nummer(nummer, toelichting)


@pytest.mark.parametrize(
    ("cell", "nummer"),
    [
        (612345678, "0612345678"),
        (612345678.0, "0612345678"),
        ("612345678", "0612345678"),
        ("612345678.0", "0612345678"),
        (881234567, "0881234567"),
        (8000113, "08000113"),
        (31612345678, "0612345678"),
    ],
)
def test_what_a_spreadsheet_dropped_is_put_back_and_said(cell, nummer):
    assert parse_phone(cell) == Nummer(nummer, hersteld=True)


@pytest.mark.parametrize("cell", [113, 112, 14033, 116123])
def test_a_short_number_is_complete_also_as_a_number(cell):
    assert parse_phone(cell) == Nummer(str(cell))


@pytest.mark.parametrize(
    "cell",
    ["8.81235E+08", "8,81235E+08", "8.81235e8", 8.81235e8, 61234567.5,
     float("nan"), float("inf")],
)  # fmt: skip
def test_a_number_that_lost_its_digits_is_refused(cell):
    assert parse_phone(cell) == KWIJT


@pytest.mark.parametrize(
    ("typed", "fout"),
    [
        ("", LEEG),
        (None, LEEG),
        ("   ", LEEG),
        ("20 30 40", KENGETAL),
        ("460 12 34", KENGETAL),
        ("088-1234567 of 06-12345678", TWEE),
        ("088-1234567 / 06-12345678", TWEE),
        ("088-1234567 9.00-17.00", LANG_NUMMER),
    ],
)
def test_a_fault_says_what_to_do(typed, fout):
    assert parse_phone(typed) == fout


@pytest.mark.parametrize(
    "typed", ["bel ons", "06-1234567", "0000000000", "+0123456789", "+31 12", True]
)
def test_what_is_no_number_is_refused(typed):
    assert isinstance(parse_phone(typed), Fout)


@pytest.mark.parametrize(
    ("nummer", "shown"),
    [
        ("0100203040", "0100 – 20 30 40"),
        ("0612345678", "06 – 12 34 56 78"),
        ("0334601234", "033 – 460 12 34"),
        ("0881234567", "088 – 123 45 67"),
        ("0880767000", "088 – 076 70 00"),
        ("0592123456", "0592 – 12 34 56"),
        ("08002000", "0800 2000"),
        ("08001234567", "0800 123 45 67"),
        ("14033", "14 033"),
        ("140592", "14 0592"),
        ("116123", "116 123"),
        ("113", "113"),
        ("112", "112"),
        ("144", "144"),
        ("1850", "1850"),
        ("+3221234567", "+32 21 23 45 67"),
    ],
)
def test_it_is_shown_as_people_dial(nummer, shown):
    assert show_phone(nummer) == shown


@pytest.mark.parametrize(
    ("nummer", "href"),
    [
        ("0612345678", "tel:+31612345678"),
        ("0100203040", "tel:+31100203040"),
        ("08000113", "tel:08000113"),
        ("113", "tel:113"),
        ("14033", "tel:14033"),
        ("+3221234567", "tel:+3221234567"),
    ],
)
def test_a_link_dials_also_from_abroad_where_that_works(nummer, href):
    assert tel_href(nummer) == href


def digits(n: int):
    return st.text("0123456789", min_size=n, max_size=n)


numbers = st.one_of(
    st.builds("0{}{}".format, st.sampled_from("123456789"), digits(8)).filter(
        lambda n: not n.startswith(BETAALD)
    ),
    st.builds("{}{}".format, st.sampled_from(BETAALD), digits(4) | digits(7)),
    st.sampled_from(["112", "113", "144", "14033", "140592", "116123", "1850"]),
    st.builds("+{}{}".format, st.sampled_from(["32", "49", "1", "352"]), digits(8)),
)
words = st.sampled_from(["", "keuze 2", "(ma-vr 9-17 uur)", "2e lijn", "alleen voor u"])


@given(numbers, words)
def test_what_is_shown_reads_back_as_the_same(nummer, toelichting):
    known = Nummer(nummer, toelichting)
    assert parse_phone(known.tekst) == known


@given(numbers)
def test_a_link_holds_only_what_a_telephone_dials(nummer):
    assert re.fullmatch(r"tel:\+?[0-9]+", tel_href(nummer))


@given(st.text() | st.integers() | st.floats() | st.none())
def test_anything_gives_a_number_or_a_sentence(value):
    found = parse_phone(value)
    if isinstance(found, Nummer):
        assert parse_phone(found.tekst).nummer == found.nummer
    else:
        assert found.zin.endswith(".")


@given(st.integers(min_value=100_000_000, max_value=999_999_999))
def test_a_restored_number_differs_by_its_zero_only(cell):
    found = parse_phone(cell)
    if isinstance(found, Nummer):
        assert found.hersteld
        assert found.nummer == f"0{cell}"
