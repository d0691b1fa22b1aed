"""What to talk about, and a theme in one line: no reason that does not hold."""

import pytest
from hypothesis import given, strategies as st

from kompas.rules.outcomes import (
    EENS,
    WEET_NIET,
    Gesprekspunt,
    Gesprekspunten,
    StellingUitkomst,
    summarise_theme,
    talk_about,
    theme_sentence,
)
from tests.kompas.outcomes import SCALE, card, choices, of


def keys(points: tuple[Gesprekspunt, ...]) -> list[int]:
    return [point.stelling for point in points]


def test_each_list_names_its_statements_with_the_reason():
    found = talk_about(
        card(
            (1, 1, 1, 2, 1),
            (1, 1, 1, 5, 5),
            (5, 5, 4, 5, 5),
            (3, WEET_NIET, WEET_NIET, 3, 3),
        )
    )
    assert keys(found.laagste) == [1, 2]
    assert found.laagste[0].waarom == "Middelste score 1. Jullie zijn het eens."
    assert found.verspreid == (
        Gesprekspunt(2, "Scores van 1 tot 5. Jullie zijn verdeeld."),
    )
    assert found.onbekend == (
        Gesprekspunt(4, "2 van de 5 mensen kozen ‘weet ik niet’."),
    )
    assert found.gaat_goed == (
        Gesprekspunt(3, "Middelste score 5. Jullie zijn het eens."),
    )
    assert found.verschil == ()


def test_the_largest_gap_is_between_groups_that_are_shown():
    groups = {"ervaring": of(1, 1, 2), "uitvoering": of(2, 3), "beleid": of(3, 4, 3)}
    small = {"ervaring": of(2, 2, 3), "uitvoering": of(3, 3, 4)}
    whole = of(1, 2, 3, 4, 5)
    found = talk_about(
        [
            StellingUitkomst(7, whole),
            StellingUitkomst(8, whole, small),
            StellingUitkomst(9, whole, groups),
            StellingUitkomst(10, whole, {"ervaring": of(2, 2), "beleid": of(2, 3)}),
            StellingUitkomst(11, whole, {"ervaring": of(1), "beleid": of(WEET_NIET)}),
        ]
    )
    assert found.verschil == (
        Gesprekspunt(
            9, "Ervaring 1, uitvoering 2 tot 3, beleid 3. Er zijn weinig scores."
        ),
        Gesprekspunt(8, "Ervaring 2, uitvoering 3. Er zijn weinig scores."),
    )


def test_a_list_stays_empty_when_its_reason_holds_nowhere():
    nothing = Gesprekspunten((), (), (), (), ())
    assert talk_about([]) == talk_about([StellingUitkomst(1, None)]) == nothing
    assert talk_about(card((3,), (WEET_NIET, 3))) == nothing
    fine = talk_about(card((4, 4, 4, 5, 4), (5, 5, 5, 5, WEET_NIET)))
    assert (fine.laagste, fine.verspreid, fine.verschil, fine.onbekend) == ((),) * 4
    assert talk_about(card((3,) * 7 + (WEET_NIET,) * 2)).onbekend == ()


def test_equals_stay_in_the_order_of_the_card_and_lists_end_at_the_top():
    same = card(*[(2, 2, 4, 4, 2)] * 5)
    assert keys(talk_about(same).laagste) == [1, 2, 3]
    assert keys(talk_about(same, top=1).laagste) == [1]
    assert keys(talk_about(reversed(same)).laagste) == [5, 4, 3]


def test_a_three_everybody_gives_is_not_low():
    found = talk_about(card((3, 3, 3, 3, 3), (2, 3, 2, 3), (2, 3, 4, 5, 5)))
    assert keys(found.laagste) == [2]


def test_every_list_says_aloud_how_few_scores_it_leans_on():
    whole = of(1, 1)
    groups = {"ervaring": of(1), "beleid": of(2, 2, 2, 2, 2)}
    found = talk_about(
        [
            StellingUitkomst(1, whole, groups),
            StellingUitkomst(2, of(5, 5, 5)),
            StellingUitkomst(3, of(1, 5)),
        ]
    )
    assert found.laagste[0].waarom.endswith("Er zijn maar 2 scores.")
    assert found.gaat_goed[0].waarom.endswith("Er zijn maar 3 scores.")
    assert found.verspreid[0].waarom.endswith("Er zijn maar 2 scores.")
    assert found.verschil[0].waarom.endswith("Er zijn weinig scores.")


def test_a_theme_of_few_scores_says_so():
    few = theme_sentence(summarise_theme(card((4, 4), (4, 4, 5))))
    assert few.endswith(
        "Er zijn weinig scores. Eén erbij kan het beeld nog veranderen."
    )
    more = theme_sentence(summarise_theme(card((4, 4), (4, 4, 5, 5, 4))))
    assert "weinig scores" not in more


@given(st.lists(choices, max_size=6))
def test_no_statement_is_listed_for_a_reason_that_does_not_hold(statements):
    uitkomsten = dict(enumerate((of(*keuzes) for keuzes in statements), 1))
    found = talk_about(card(*statements))
    assert all(uitkomsten[k].mediaan < 3 for k in keys(found.laagste))
    assert all(len(set(uitkomsten[k].scores)) > 1 for k in keys(found.verspreid))
    assert all(uitkomsten[k].weet_niet >= 2 for k in keys(found.onbekend))
    assert all(min(uitkomsten[k].scores) > 1 for k in keys(found.gaat_goed))
    listed = {*keys(found.laagste), *keys(found.verspreid), *keys(found.gaat_goed)}
    assert all(uitkomsten[k].n_scores >= 2 for k in listed)
    lows = [uitkomsten[k].mediaan for k in keys(found.laagste)]
    assert lows == sorted(lows)


# ---- a theme

WEINIG = " Er zijn weinig scores. Eén erbij kan het beeld nog veranderen."


@pytest.mark.parametrize(
    ("statements", "said"),
    [
        ([], "Deze kaart heeft geen stellingen met een score."),
        ([(3,), (WEET_NIET,)], "Er zijn nog te weinig scores om iets te zeggen."),
        (
            [(3, 3, 3)],
            "Bij 1 stelling is de middelste score 3. Jullie zijn het eens." + WEINIG,
        ),
        (
            [(1, 1, 5)],
            "Bij 1 stelling is de middelste score 1. Jullie zijn verdeeld." + WEINIG,
        ),
        (
            [(3, 3), (3, 3), (3,)],
            "Bij beide stellingen is de middelste score 3. "
            "Over beide zijn jullie het eens. "
            "1 stelling telt niet mee: daar zijn te weinig scores." + WEINIG,
        ),
        (
            [(3, 3)] * 3 + [(), ()],
            "Bij alle 3 stellingen is de middelste score 3. "
            "Over alle 3 zijn jullie het eens. "
            "2 stellingen tellen niet mee: daar zijn te weinig scores." + WEINIG,
        ),
        (
            [(1, 1), (2, 2), (3, 4), (4, 4)],
            "Bij de helft van de stellingen ligt de middelste score tussen 2 en 3,5. "
            "Over alle 4 zijn jullie het eens." + WEINIG,
        ),
        (
            [(1, 3), (2, 4), (2, 4), (2, 4), (5, 3)],
            "Bij meer dan de helft van de stellingen is de middelste score 3. "
            "Over geen van de stellingen zijn jullie het helemaal eens." + WEINIG,
        ),
        (
            [(1, 1), (2, 5), (3, 3)],
            "Bij alle 3 stellingen ligt de middelste score tussen 1 en 3,5. "
            "Over 2 van de 3 zijn jullie het eens." + WEINIG,
        ),
    ],
)
def test_a_theme_is_one_line_and_no_mark(statements, said):
    assert theme_sentence(summarise_theme(card(*statements))) == said


def test_a_theme_counts_only_what_is_shown():
    shown = [*card((1, 1), (2, 2)), StellingUitkomst(3, None)]
    thema = summarise_theme(shown)
    assert (thema.stellingen, thema.telt_mee) == (3, 2)
    assert thema.kwartielen == (1.0, 2.0)
    assert dict(thema.oordelen) == {EENS: 2}


@given(st.lists(st.lists(st.sampled_from(SCALE), min_size=2, max_size=5), min_size=1))
def test_half_of_the_medians_of_a_theme_lie_between_its_quartiles(statements):
    thema = summarise_theme(card(*map(tuple, statements)))
    low, high = thema.kwartielen
    assert 2 * sum(low <= m <= high for m in thema.medianen) >= thema.telt_mee
