"""One statement: words first, then figures, then the picture, then the groups."""

import pytest

from tests.kompas.uitkomsten.table import lead, page, rows, words


def test_it_says_in_words_what_eight_people_think(world, tafel):
    tafel.scores(tafel.stelling(), ervaring="1 1 2", uitvoering="2 3 2", beleid="3 4")
    tafel.open()
    shown = page(world.amina, "uitkomst_stelling", tafel.ronde, "visie", 1)
    assert words(lead(shown)).startswith(
        "Jullie zijn het deels eens. De middelste score is 2."
    )


def test_the_figures_stand_in_a_table_beside_the_picture(world, tafel):
    tafel.scores(
        tafel.stelling(), ervaring="1 1 2", uitvoering="2 3 2", beleid="3 4 w p"
    )
    tafel.open()
    shown = page(world.amina, "uitkomst_stelling", tafel.ronde, "visie", 1)
    assert [row[-1] for row in rows(shown, "Aantal antwoorden")] == [
        "2 keer", "3 keer", "2 keer", "1 keer", "0 keer",
    ]  # fmt: skip
    assert "10 antwoorden. 1 van de 10 mensen koos ‘weet ik niet’." in words(shown)
    assert "Voor 1 mens past deze stelling niet." in words(shown)


def test_the_groups_stand_side_by_side_with_their_figures(world, tafel):
    tafel.scores(tafel.stelling(), ervaring="1 1 2", uitvoering="2 3 w", beleid="5")
    tafel.open()
    shown = page(world.amina, "uitkomst_stelling", tafel.ronde, "visie", 1)
    found = rows(shown, "Antwoorden per groep")[1:]
    assert [(row[0], row[2], row[3]) for row in found] == [
        ("Ervaring 3 antwoorden", "1", "0"),
        ("Uitvoering 3 antwoorden", "2 tot 3", "1"),
        ("Beleid 1 antwoord", "5", "0"),
    ]
    assert found[0][1].endswith("2 keer een 1, 1 keer een 2")


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ("", "Niemand gaf hier antwoord."),
        ("4", "Er is 1 score: een 4."),
        ("4 4", "Jullie zijn het eens."),
        ("1 5", "Jullie zijn verdeeld."),
        ("w w", "Niemand gaf hier een score."),
    ],
)
def test_few_people_are_told_what_few_can_say(world, tafel, scores, said):
    tafel.scores(tafel.stelling(), ervaring=scores)
    tafel.open()
    shown = page(world.noor, "uitkomst_stelling", tafel.ronde, "visie", 1)
    assert words(lead(shown)).startswith(said)


def test_a_unanimous_pair_agrees_and_its_small_number_is_said_aloud(world, tafel):
    tafel.scores(tafel.stelling(), ervaring="4", beleid="4")
    tafel.open()
    said = words(page(world.noor, "uitkomst_stelling", tafel.ronde, "visie", 1))
    assert "Er zijn maar 2 scores. Eén erbij kan het beeld nog veranderen." in said


def test_who_joined_and_skipped_is_in_the_denominator_and_who_leads_is_not(
    world, tafel
):
    tafel.join("ervaring", 4)
    tafel.scores(tafel.stelling(), ervaring="2 3 2")
    tafel.open()
    said = words(page(world.noor, "uitkomst_stelling", tafel.ronde, "visie", 1))
    assert "3 van de 4 mensen gaven antwoord." in said


def test_an_answer_taken_back_does_not_count(world, tafel):
    tafel.scores(tafel.stelling(), ervaring="2 3 2 2")
    tafel.answer(tafel.stelling(), tafel.people["ervaring"][3], "")
    tafel.open()
    said = words(page(world.noor, "uitkomst_stelling", tafel.ronde, "visie", 1))
    assert "3 van de 4 mensen gaven antwoord." in said


def test_how_agreement_is_measured_is_one_tap_away_with_its_source(world, tafel):
    tafel.scores(tafel.stelling(), ervaring="1 2 3")
    tafel.open()
    shown = page(world.amina, "uitkomst_stelling", tafel.ronde, "visie", 1)
    (more,) = [d for d in shown.iter("details") if words(d).startswith("Hoe meten")]
    assert "Tastle en Wierman (2007)" in words(more)
    assert "Vanaf 0,75 noemen we dat eens." in words(more)


def test_from_each_statement_one_goes_to_the_next_and_back_to_the_card(world, tafel):
    tafel.open()
    first = page(world.amina, "uitkomst_stelling", tafel.ronde, "visie", 1)
    last = page(world.amina, "uitkomst_stelling", tafel.ronde, "visie", 2)
    (nav,) = first.xpath("//nav[@aria-label='Stellingen']")
    assert words(nav) == "Stelling 2"
    (nav,) = last.xpath("//nav[@aria-label='Stellingen']")
    assert words(nav) == "Stelling 1"


def test_the_card_of_organisations_shows_them_as_one(world, tafel):
    tafel.scores(tafel.stelling("organisaties"), beleid="2 3 4")
    tafel.open()
    said = words(page(world.wim, "uitkomst_stelling", tafel.ronde, "organisaties", 1))
    assert "Hier staan onze organisaties samen." in said


def test_who_took_a_card_by_choice_and_answered_counts_too(world, tafel):
    tafel.scores(tafel.stelling("professionals"), uitvoering="4 5", ervaring="3")
    tafel.open()
    shown = page(world.noor, "uitkomst_stelling", tafel.ronde, "professionals", 1)
    assert "3 antwoorden." in words(shown)
    assert [row[0] for row in rows(shown, "Antwoorden per groep")[1:]] == [
        "Ervaring 1 antwoord", "Uitvoering 2 antwoorden",
    ]  # fmt: skip
