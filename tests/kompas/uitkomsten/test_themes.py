"""The themes side by side, and what there is to talk about on a card."""

import pytest

from tests.kompas.uitkomsten.table import page, rows, words


@pytest.fixture(autouse=True)
def _scored(tafel):
    tafel.scores(
        tafel.stelling("visie", 1), ervaring="1 1 2", uitvoering="2 3 2", beleid="4 4"
    )
    tafel.scores(
        tafel.stelling("visie", 2), ervaring="4 5 4", uitvoering="4 4 w", beleid="w w"
    )
    tafel.scores(tafel.stelling("organisaties"), beleid="3 2")
    tafel.open("visie", "organisaties", "samenwerking")


def row_of(world, tafel, name: str) -> str:
    shown = page(world.amina, "uitkomsten", tafel.ronde)
    (row,) = [r for r in shown.iter("tr") if words(r).startswith(name)]
    return words(row)


def test_a_theme_has_a_sentence_and_a_spread_and_no_mark(world, tafel):
    said = row_of(world, tafel, "Visie")
    assert "Bij beide stellingen ligt de middelste score tussen 2 en 4." in said
    assert "Over 1 van de 2 zijn jullie het eens." in said
    shown = page(world.amina, "uitkomsten", tafel.ronde)
    headers = [words(th) for th in shown.xpath("//thead//th")]
    assert headers[0] == "Thema"
    assert headers[-1] == "Wat zien we?"
    assert len(headers) == 3


def test_organisations_are_one(world, tafel):
    assert "Dit zijn onze organisaties samen." in row_of(world, tafel, "Organisaties")


def test_who_took_part_and_when_is_said(world, tafel):
    shown = words(page(world.amina, "uitkomsten", tafel.ronde))
    assert "8 mensen deden mee, op" in shown


def test_a_card_names_what_to_talk_about_with_the_reason(world, tafel):
    shown = page(world.amina, "uitkomst_kaart", tafel.ronde, "visie")
    lists = {
        words(s.find("h3")): words(s.find("ul"))
        for s in shown.iter("section")
        if s.find("h3") is not None
    }
    assert "Stelling 1 van visie." in lists["Laagste scores"]
    assert "Middelste score 2. Jullie zijn het deels eens." in lists["Laagste scores"]
    assert "Scores van 1 tot 4." in lists["Hier denken jullie het meest verschillend"]
    assert "Ervaring 1, uitvoering 2, beleid 4." in lists["Hier verschillen de groepen"]
    assert (
        "3 van de 8 mensen kozen ‘weet ik niet’."
        in lists["Hier weten jullie het vaak niet"]
    )
    assert "Stelling 2 van visie." in lists["Dit gaat goed"]


def test_a_card_lists_all_its_statements_with_word_figure_and_picture(world, tafel):
    shown = page(world.amina, "uitkomst_kaart", tafel.ronde, "visie")
    found = rows(shown, "Uitkomst per stelling")[1:]
    assert [row[:4] for row in found] == [
        ["1. Stelling 1 van visie.", "Deels eens", "2", "8"],
        ["2. Stelling 2 van visie.", "Eens", "4", "8"],
    ]


def test_a_card_that_nobody_scored_says_so(world, tafel):
    shown = page(world.amina, "uitkomst_kaart", tafel.ronde, "samenwerking")
    assert "Er zijn nog te weinig scores om iets te zeggen." in words(shown)
    assert rows(shown, "Uitkomst per stelling")[1][2:4] == ["–", "0"]


def test_a_theme_that_is_not_there_is_not_found(world, tafel):
    from tests.kompas.uitkomsten.table import address
    from tests.world import browser

    for parts in (["gezelligheid"], ["visie", 9]):
        name = "uitkomst_kaart" if len(parts) == 1 else "uitkomst_stelling"
        assert (
            browser(world.amina).get(address(name, tafel.ronde, *parts)).status_code
            == 404
        )
