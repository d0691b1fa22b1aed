"""Numbers of reports survive being read aloud, typed and pasted."""

from itertools import pairwise

import pytest
from hypothesis import given, settings, strategies as st

from netwerk.rules.meldnummer import ALPHABET, LENGTH, new_number, normalise, shown


@settings(deadline=None)
@given(st.randoms())
def test_a_number_is_short_has_no_doubles_and_means_itself(random):
    number = new_number(random.randrange)
    assert len(number) == LENGTH
    assert set(number) <= set(ALPHABET)
    assert not any(a == b for a, b in pairwise(number))
    assert normalise(number) == normalise(shown(number)) == number


def test_no_sign_can_be_taken_for_another():
    assert set(ALPHABET) & set("0O1ILQAEIOUYSZB6G") == set()


@pytest.mark.parametrize(
    "typed",
    ["K7M3PX", "k7m3px", " K7M 3PX ", "K7M-3PX", "k7m\u00a03px", "K７M3PX", "K7M3PX."],
)
def test_however_it_is_typed(typed):
    assert normalise(typed) == "K7M3PX"


def test_signs_that_look_alike_are_read_as_the_one_in_use():
    assert normalise("KZMSPX") == "K2M5PX"


@pytest.mark.parametrize(
    "typed", ["", "K7M3P", "K7M3PXX", "K7M3P1", "🌳" * 6, "x" * 10_000]
)
def test_what_is_none_is_none(typed):
    assert normalise(typed) == ""


@settings(deadline=None)
@given(st.text(max_size=300))
def test_it_never_fails(typed):
    assert normalise(typed) == "" or len(normalise(typed)) == LENGTH
