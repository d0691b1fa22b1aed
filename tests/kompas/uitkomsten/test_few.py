"""What leans on few scores says so in every list, and what is not low is not called low."""

from tests.kompas.uitkomsten.table import page, rows, words


def test_few_scores_are_said_in_the_list_and_beside_the_word(world, tafel):
    tafel.scores(tafel.stelling(), ervaring="1", beleid="2")
    tafel.open()
    shown = page(world.amina, "uitkomst_kaart", tafel.ronde, "visie")
    assert rows(shown, "Uitkomst per stelling")[1][1] == "Eens maar 2 scores"
    assert "Jullie zijn het eens. Er zijn maar 2 scores." in words(shown)
    themes = words(page(world.amina, "uitkomsten", tafel.ronde))
    assert "Er zijn weinig scores." in themes
    assert "Jullie zijn het eens. Er zijn maar 2 scores." in themes


def test_where_nothing_is_low_and_nothing_apart_the_card_says_that(world, tafel):
    tafel.scores(tafel.stelling(), ervaring="3 3 3", beleid="3 3")
    tafel.open()
    themes = words(page(world.amina, "uitkomsten", tafel.ronde))
    assert "Geen lage scores, geen verschil tussen groepen." in themes
