"""A waiting time is a measurement, and is called too long exactly above its norm."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from netwerk.rules.wachttijd import (
    AANMELD,
    ANDERS,
    BEHANDEL,
    FASEN,
    PLAATSING,
    TOTAAL,
    Meting,
    above_norm,
    is_stale,
    latest,
    needs_bridging,
    norm,
    norm_phrase,
    phrase,
    valid_until,
)

DAY = date(2026, 11, 2)
SOCIAL = ("wmo", "wlz", "jeugdwet", "participatiewet", "geen", "")


def meting(van="4", tot=None, fase=AANMELD, op=DAY, **rest) -> Meting:
    return Meting(fase, Decimal(van), Decimal(tot or van), op, **rest)


def test_the_norm_holds_for_health_insurance_only():
    assert [norm(fase, "zvw") for fase in (AANMELD, BEHANDEL, TOTAAL)] == [4, 10, 14]
    assert norm(PLAATSING, "zvw") is norm(ANDERS, "zvw") is None
    assert {norm(fase, wet) for fase in FASEN for wet in SOCIAL} == {None}
    assert norm_phrase(BEHANDEL, "zvw") == "De norm is 10 weken"
    assert norm_phrase(BEHANDEL, "wmo") == ""


@pytest.mark.parametrize(
    ("fase", "wet", "limit"),
    [
        (AANMELD, "zvw", "4"),
        (BEHANDEL, "zvw", "10"),
        (TOTAAL, "zvw", "14"),
        (PLAATSING, "zvw", "4"),
        (BEHANDEL, "wmo", "4"),
        (PLAATSING, "wlz", "4"),
    ],
)
def test_at_the_limit_is_within_and_a_tenth_more_is_above(fase, wet, limit):
    more = str(Decimal(limit) + Decimal("0.1"))
    assert not above_norm(meting(limit, fase=fase), wet)
    assert above_norm(meting(more, fase=fase), wet)
    assert above_norm(meting("0", more, fase=fase), wet)


@pytest.mark.parametrize(
    ("van", "tot", "said"),
    [
        ("0", "0", "geen wachttijd"),
        ("0", "0.5", "minder dan een week"),
        ("0.9", "0.9", "minder dan een week"),
        ("0", "1", "hoogstens 1 week"),
        ("0", "3", "hoogstens 3 weken"),
        ("1", "1", "1 week"),
        ("1.0", "1.0", "1 week"),
        ("1", "2", "1 tot 2 weken"),
        ("2.5", "2.5", "2,5 weken"),
        ("7", "9", "7 tot 9 weken"),
        ("10.0", "20.0", "10 tot 20 weken"),
    ],
)
def test_it_is_said_in_weeks(van, tot, said):
    assert phrase(meting(van, tot)) == said


def test_it_is_stale_from_the_day_after_its_last():
    own = meting(geldig_tot=date(2026, 12, 1))
    assert not is_stale(own, date(2026, 12, 1))
    assert is_stale(own, date(2026, 12, 2))


def test_without_a_last_day_it_holds_three_months():
    assert valid_until(meting(op=date(2026, 11, 30))) == date(2027, 2, 28)


def test_the_newest_of_each_stage_and_group_counts():
    old = meting("9", op=date(2026, 8, 1))
    new = meting("2", op=date(2026, 10, 1))
    other = meting("3", op=date(2026, 7, 1), doelgroep="jongeren")
    corrected = meting("5", op=date(2026, 10, 1))
    assert latest([new, old, other], DAY) == [other, new]
    assert latest([new, corrected], DAY) == [corrected]
    assert latest([old, new], date(2026, 9, 1)) == [old]


def test_something_is_offered_meanwhile_while_anybody_waits_too_long():
    long_ago, short_now = meting("9", op=date(2025, 1, 1)), meting("1")
    assert needs_bridging([long_ago], "zvw", DAY)  # stale, and nobody says it is over
    assert not needs_bridging([long_ago, short_now], "zvw", DAY)
    assert needs_bridging([short_now, meting("11", fase=BEHANDEL)], "zvw", DAY)
    assert needs_bridging([short_now, meting("9", doelgroep="ouderen")], "zvw", DAY)
    assert needs_bridging([short_now, meting("5", fase=PLAATSING)], "wmo", DAY)
    assert not needs_bridging([], "zvw", DAY)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: meting("3", "2"),
        lambda: meting("-1", "2"),
        lambda: meting(fase="ooit"),
        lambda: meting(op=None),
    ],
)
def test_a_measurement_that_cannot_be_is_refused(wrong):
    with pytest.raises((ValueError, TypeError)):
        wrong()


weeks = st.decimals(0, 60, places=1)


@given(weeks, weeks, st.sampled_from(FASEN), st.sampled_from(["zvw", *SOCIAL]))
def test_a_longer_wait_is_never_better(a, b, fase, wet):
    shorter, longer = sorted((a, b))
    if above_norm(meting("0", str(shorter), fase=fase), wet):
        assert above_norm(meting("0", str(longer), fase=fase), wet)


@given(weeks, weeks)
def test_only_no_wait_is_called_no_wait(a, b):
    van, tot = sorted((a, b))
    assert (phrase(meting(str(van), str(tot))) == "geen wachttijd") == (tot == 0)
