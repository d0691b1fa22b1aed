"""Outcomes are honest for few people, and say nothing that does not hold."""

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
    Grenzen,
    consensus,
    quartile,
    summarise,
    summarise_counts,
)
from tests.kompas.outcomes import SCALE, choices, of, scores


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
