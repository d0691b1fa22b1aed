"""The figures for a spreadsheet: the same as on the pages, and nothing in them runs."""

import pytest

from basis.cel import text_of
from tests.kompas.uitkomsten.channels import table
from tests.kompas.uitkomsten.log import said_about
from tests.kompas.uitkomsten.table import address
from tests.world import browser


@pytest.fixture
def scored(tafel):
    tafel.scores(tafel.stelling(), ervaring="1 1 2", uitvoering="2 3 w", beleid="5 p")
    tafel.open()
    return tafel


def test_each_statement_has_a_row_for_all_and_one_per_group(world, scored):
    found = [
        r
        for r in table(world.noor, scored.ronde, "stellingen")
        if r["Kaart"] == "Visie" and r["Nummer"] == "1"
    ]
    assert [
        (r["Wie"], r["Antwoorden"], r["Scoorde 1"], r["Weet ik niet"], r["Past niet"])
        for r in found
    ] == [
        ("Iedereen", "8", "2", "1", "1"),
        ("Ervaring", "3", "2", "0", "0"),
        ("Uitvoering", "3", "0", "1", "0"),
        ("Beleid", "2", "0", "0", "1"),
    ]
    assert found[2]["Middelste score"] == "2,5"
    assert found[0]["In woorden"].startswith("Jullie zijn ")


def test_remarks_that_look_like_formulas_stay_text_and_readable(world, tafel):
    texts = [
        "=HYPERLINK(1)",
        "- meer rust",
        "+31 6 12345678",
        'coördinatie; "echt"',
        "regel 1\nregel 2",
    ]
    for place, text in enumerate(texts):
        tafel.says(tafel.stelling(), "ervaring", place, text)
    tafel.open()
    found = [
        r["In eigen woorden"]
        for r in table(world.noor, tafel.ronde, "opmerkingen")
        if r["In eigen woorden"]
    ]
    assert sorted(map(text_of, found)) == sorted(texts)
    assert [text for text in found if text.startswith(("=", "+", "-", "@"))] == []


def test_it_is_kept_under_its_name_and_the_log_says_it_went_out(world, scored):
    answer = browser(world.amina).get(
        address("uitkomst_csv", scored.ronde, "stellingen")
    )
    assert (
        answer["Content-Disposition"]
        == 'attachment; filename="stellingen-lindehoven-ronde-1.csv"'
    )
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert said_about("uitkomsten als csv") == [(str(scored.ronde.uuid), "stellingen")]


def test_a_kind_that_is_not_there_is_not_found(world, scored):
    answer = browser(world.amina).get(
        address("uitkomst_csv", scored.ronde, "stembriefjes")
    )
    assert answer.status_code == 404
