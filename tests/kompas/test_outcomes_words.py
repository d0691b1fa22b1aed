"""An outcome in words is short, plain and true, for few people too."""

import re

import pytest
from hypothesis import given

from kompas.rules.outcomes import (
    DEELS_EENS,
    EENS,
    PAST_NIET,
    WEET_NIET,
    count_sentence,
    getal,
    middelste_score,
    sentence,
    sentences,
    unknown_sentence,
)
from tests.kompas.outcomes import choices, of


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
