"""Outcomes are honest for few people, and say nothing that does not hold."""

import re
from collections import Counter
from itertools import combinations_with_replacement, product
from math import log2
from statistics import median

import pytest
from hypothesis import given, strategies as st

from kompas.rules.outcomes import (
    DEELS_EENS,
    EENS,
    PAST_NIET,
    TE_WEINIG,
    VERDEELD,
    WEET_NIET,
    Antwoord,
    Gesprekspunt,
    Gesprekspunten,
    Grenzen,
    StellingUitkomst,
    Uitkomst,
    consensus,
    count_sentence,
    getal,
    middelste_score,
    quartile,
    sentence,
    sentences,
    summarise,
    summarise_counts,
    summarise_theme,
    talk_about,
    theme_sentence,
    unknown_sentence,
)

SCALE = (1, 2, 3, 4, 5)
scores = st.lists(st.sampled_from(SCALE), min_size=1, max_size=30)
choices = st.lists(st.sampled_from((*SCALE, WEET_NIET, PAST_NIET)), max_size=12)


def of(*keuzes: int | str) -> Uitkomst:
    return summarise(Antwoord(keuze) for keuze in keuzes)


def every_group(fewest: int, most: int) -> list[tuple[int, ...]]:
    """Every set of scores that so many people can give."""
    sizes = range(fewest, most + 1)
    return [g for n in sizes for g in combinations_with_replacement(SCALE, n)]


# ---- figures


def test_answers_without_a_score_count_as_answered_and_are_never_a_number():
    uitkomst = of(1, 3, WEET_NIET, PAST_NIET, WEET_NIET)
    assert (uitkomst.n, uitkomst.n_scores) == (5, 2)
    assert (uitkomst.weet_niet, uitkomst.past_niet) == (2, 1)
    assert uitkomst.verdeling == (1, 0, 1, 0, 0)
    assert uitkomst.mediaan == 2.0


def test_without_scores_there_is_no_figure():
    for uitkomst in (of(), of(WEET_NIET, WEET_NIET)):
        assert uitkomst.mediaan is uitkomst.kwartielen is uitkomst.midden is None
        assert uitkomst.spreiding is uitkomst.overeenstemming is None
        assert uitkomst.oordeel == TE_WEINIG
        assert not uitkomst.klein


@pytest.mark.parametrize("keuze", [0, 6, "misschien", "", 2.5])
def test_a_choice_outside_the_scale_is_refused(keuze):
    with pytest.raises(ValueError, match="not on the scale"):
        of(3, keuze)


@given(choices)
def test_every_answer_is_counted_once(keuzes):
    uitkomst = of(*keuzes)
    given_scores = [k for k in keuzes if isinstance(k, int)]
    assert uitkomst.n == len(keuzes)
    assert uitkomst.n == uitkomst.n_scores + uitkomst.weet_niet + uitkomst.past_niet
    assert uitkomst.scores == sorted(given_scores)
    assert uitkomst.mediaan == (median(given_scores) if given_scores else None)
    assert uitkomst == summarise_counts(Counter(keuzes))


@pytest.mark.parametrize(
    ("given_scores", "expected"),
    [
        ([2], (2, 2)),
        ([1, 4], (1, 4)),
        ([1, 3, 5], (1, 5)),
        ([1, 2, 4, 5], (1.5, 4.5)),
        ([1, 2, 3, 4, 5], (2, 4)),
        ([1, 1, 2, 3, 4, 5], (1, 4)),
        ([1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4], (1, 3)),
    ],
)
def test_quartiles_are_those_of_hyndman_and_fan_2(given_scores, expected):
    assert of(*given_scores).kwartielen == expected
    assert of(*given_scores).spreiding == expected[1] - expected[0]


@given(scores)
def test_at_least_half_of_the_scores_lie_between_the_quartiles(given_scores):
    low, high = of(*given_scores).kwartielen
    inside = sum(low <= score <= high for score in given_scores)
    assert 2 * inside >= len(given_scores)


@given(scores)
def test_quartiles_are_the_same_from_the_other_end(given_scores):
    low, high = of(*given_scores).kwartielen
    assert of(*(6 - s for s in given_scores)).kwartielen == (6 - high, 6 - low)
    assert quartile(sorted(given_scores), 2) == median(given_scores)


# ---- agreement


def test_consensus_gives_the_published_example():
    """The example of the function `consensus` in the R package agrmt."""
    assert consensus([30, 40, 210, 130, 530, 50, 10]) == pytest.approx(0.7256876)


@pytest.mark.parametrize(
    ("given_scores", "figure", "oordeel"),
    [
        ((4, 4), 1.0, EENS),
        ((3, 4), 1 + log2(0.875), EENS),
        ((2, 4), 1 + log2(0.75), DEELS_EENS),
        ((2, 5), 1 + log2(0.625), VERDEELD),
        ((1, 5), 0.0, VERDEELD),
        ((1, 1, 5, 5), 0.0, VERDEELD),
        ((1, 3, 3, 5), 0.5, DEELS_EENS),
        ((1, 3, 3, 3, 3, 3, 3, 5), 0.75, EENS),
        ((3,) * 8, 1.0, EENS),
        ((1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4), 0.642, DEELS_EENS),
    ],
)
def test_agreement_for_small_groups(given_scores, figure, oordeel):
    uitkomst = of(*given_scores)
    assert uitkomst.overeenstemming == pytest.approx(figure, abs=0.005)
    assert uitkomst.oordeel == oordeel


def test_one_answer_is_never_agreement():
    assert of(5).oordeel == of(5, WEET_NIET, PAST_NIET).oordeel == TE_WEINIG
    assert of(5).overeenstemming is None


@given(scores)
def test_agreement_runs_from_nought_to_one_and_is_one_only_when_all_agree(given_scores):
    figure = of(*given_scores, given_scores[0]).overeenstemming
    assert 0 <= figure <= 1
    assert (figure == 1) == (len(set(given_scores)) == 1)


@given(scores, st.randoms())
def test_agreement_knows_no_order_and_no_direction(given_scores, random):
    shuffled = random.sample(given_scores, len(given_scores))
    mirrored = [6 - score for score in given_scores]
    figure = of(*given_scores).overeenstemming
    assert of(*shuffled).overeenstemming == figure
    assert of(*mirrored).overeenstemming == pytest.approx(figure)


def test_the_thresholds_are_those_of_the_edition():
    strict = Grenzen(eens=0.9, deels_eens=0.8)
    assert summarise(map(Antwoord, (3, 4)), strict).oordeel == DEELS_EENS
    reached = summarise(map(Antwoord, (2, 4)), Grenzen(1 + log2(0.75), 0.5))
    assert reached.oordeel == EENS
    for wrong in ((0.5, 0.75), (1.2, 0.5), (0.7, -0.1)):
        with pytest.raises(ValueError, match="0 to 1"):
            Grenzen(*wrong)


def test_chance_alone_agrees_as_often_as_the_module_says():
    said = {2: 0.52, 3: 0.23, 4: 0.16, 5: 0.06}
    for people, share in said.items():
        thrown = list(product(SCALE, repeat=people))
        eens = sum(of(*dice).oordeel == EENS for dice in thrown)
        assert eens / len(thrown) == pytest.approx(share, abs=0.006)


def test_below_five_scores_one_more_can_undo_any_agreement():
    def can_change(group: tuple[int, ...]) -> bool:
        return any(of(*group, extra).oordeel != EENS for extra in SCALE)

    agreed = [g for g in every_group(2, 5) if of(*g).oordeel == EENS]
    for group in agreed:
        assert of(*group).klein == (len(group) < 5)
        assert can_change(group) or len(group) == 5
    assert not all(can_change(group) for group in agreed)


# ---- in words


@pytest.mark.parametrize(
    ("keuzes", "said"),
    [
        ((), "Niemand gaf hier antwoord."),
        ((WEET_NIET,), "Niemand gaf hier een score."),
        (
            (3, WEET_NIET),
            "Er is 1 score: een 3. "
            "Dat is te weinig om te zeggen of jullie het eens zijn.",
        ),
        (
            (4, 4),
            "Jullie zijn het eens. Beide scores zijn 4. "
            "Er zijn maar 2 scores. Eén erbij kan het beeld nog veranderen.",
        ),
        (
            (1, 5),
            "Jullie zijn verdeeld. De scores zijn 1 en 5. "
            "Er zijn maar 2 scores. Eén erbij kan het beeld nog veranderen.",
        ),
        (
            (1, 3, 3),
            "Jullie zijn het deels eens. De middelste score is 3. "
            "Alle scores zitten tussen 1 en 3. "
            "Er zijn maar 3 scores. Eén erbij kan het beeld nog veranderen.",
        ),
        ((3,) * 6, "Jullie zijn het eens. Alle 6 scores zijn 3."),
        (
            (1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4),
            "Jullie zijn het deels eens. De middelste score is 2. "
            "Meer dan de helft van de scores zit tussen 1 en 3.",
        ),
        (
            (2, 2, 2, 3, 3, 3, 3, 3, 4),
            "Jullie zijn het eens. De middelste score is 3. "
            "Meer dan de helft van de scores is 2 of 3.",
        ),
        (
            (2, 2, 3, 3, 4, 4, 2, 3),
            "Jullie zijn het deels eens. De middelste score is 3. "
            "Meer dan de helft van de scores is 2 of 3.",
        ),
        (
            (1, 1, 2, 2, 4, 4, 5, 5),
            "Jullie zijn verdeeld. De middelste score ligt tussen 2 en 4. "
            "De helft van de scores zit tussen 2 en 4.",
        ),
        (
            (2, 3, 3, 3, 3, 4),
            "Jullie zijn het eens. De middelste score is 3. "
            "Meer dan de helft van de scores is 3.",
        ),
    ],
)
def test_the_outcome_is_said_in_plain_words(keuzes, said):
    assert sentence(of(*keuzes)) == said


@given(choices)
def test_sentences_are_short_and_what_they_say_is_true(keuzes):
    uitkomst = of(*keuzes)
    said = sentences(uitkomst)
    assert all(len(part.split()) <= 15 and part[0].isupper() for part in said)
    assert ("maar" in sentence(uitkomst)) == (2 <= uitkomst.n_scores < 5)
    assert ("eens." in said[0]) == (uitkomst.oordeel in {EENS, DEELS_EENS})
    for part in said:
        if half := re.search(r"tussen (\d) en (\d)\.$", part):
            low, high = map(int, half.groups())
            inside = sum(low <= score <= high for score in uitkomst.scores)
            assert "middelste" in part or half_is_true(part, inside, uitkomst.n_scores)


def half_is_true(part: str, inside: int, total: int) -> bool:
    if part.startswith("Alle"):
        return inside == total
    if part.startswith("De helft"):
        return 2 * inside == total
    return total < 2 * inside < 2 * total


@pytest.mark.parametrize(
    ("keuzes", "said"),
    [
        ((3,), "1 antwoord. Niemand koos ‘weet ik niet’."),
        ((), "0 antwoorden."),
        ((3, WEET_NIET), "2 antwoorden. 1 van de 2 mensen koos ‘weet ik niet’."),
        ((WEET_NIET,) * 2, "2 antwoorden. Iedereen koos ‘weet ik niet’."),
        (
            (3, 3, WEET_NIET, WEET_NIET, PAST_NIET),
            "5 antwoorden. 2 van de 5 mensen kozen ‘weet ik niet’. "
            "Voor 1 mens past deze stelling niet.",
        ),
    ],
)
def test_the_number_of_answers_is_said_in_good_dutch(keuzes, said):
    assert count_sentence(of(*keuzes)) == said


def test_the_denominator_is_who_joined():
    uitkomst = of(3, WEET_NIET, WEET_NIET)
    assert count_sentence(uitkomst, joined=4) == (
        "3 van de 4 mensen gaven antwoord. 2 van de 4 mensen kozen ‘weet ik niet’."
    )
    assert count_sentence(uitkomst, joined=3) == count_sentence(uitkomst)
    assert unknown_sentence(of(WEET_NIET), joined=2) == (
        "1 van de 2 mensen koos ‘weet ik niet’."
    )


@pytest.mark.parametrize(
    ("keuzes", "said"),
    [((2, 3), "2 tot 3"), ((1, 5), "1 tot 5"), ((2, 2, 5), "2"), ((WEET_NIET,), "")],
)
def test_a_middle_between_two_scores_is_said_as_both(keuzes, said):
    assert middelste_score(of(*keuzes)) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [(0.64, "0,64"), (3.0, "3"), (2.5, "2,5"), (0.0, "0"), (0.999, "1"), (10.0, "10")],
)
def test_numbers_have_a_decimal_comma(number, said):
    assert getal(number) == said


# ---- what to talk about


def card(*statements: tuple[int | str, ...]) -> list[StellingUitkomst]:
    return [StellingUitkomst(k, of(*keuzes)) for k, keuzes in enumerate(statements, 1)]


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
