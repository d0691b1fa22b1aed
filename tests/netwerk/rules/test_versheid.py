"""Each field that ages is checked in its own time, and says so honestly."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from netwerk.rules.datum import add_months
from netwerk.rules.versheid import (
    BIJNA,
    CAPACITEIT,
    NOOIT,
    OPENINGSTIJDEN,
    OUD,
    REST,
    TELEFOON,
    VELDEN,
    VERS,
    WACHTTIJD,
    due_on,
    months_for,
    oldest,
    state,
)


def test_waiting_times_and_capacity_age_in_three_months_the_rest_in_six():
    assert {v for v in VELDEN if months_for(v) == 3} == {WACHTTIJD, CAPACITEIT}
    assert {v for v in VELDEN if months_for(v) == 6} == {TELEFOON, OPENINGSTIJDEN, REST}


def test_a_region_has_its_own_terms_for_the_fields_it_names():
    assert months_for(TELEFOON, {TELEFOON: 12}) == 12
    assert months_for(WACHTTIJD, {TELEFOON: 12}) == 3
    with pytest.raises(KeyError):
        months_for("naam")


@pytest.mark.parametrize(
    ("checked", "months", "due"),
    [
        (date(2026, 10, 4), 3, date(2027, 1, 4)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 31), 6, date(2027, 6, 30)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
    ],
)
def test_months_end_where_the_month_ends(checked, months, due):
    assert due_on(WACHTTIJD, checked, months) == due


def test_without_months_the_default_of_the_field_holds():
    assert due_on(WACHTTIJD, date(2026, 10, 4)) == date(2027, 1, 4)
    assert due_on(TELEFOON, date(2026, 10, 4)) == date(2027, 4, 4)


@pytest.mark.parametrize(
    ("day", "oordeel", "zin"),
    [
        (date(2026, 10, 4), VERS, "Gecontroleerd op 4 oktober"),
        (date(2026, 12, 20), VERS, "Gecontroleerd op 4 oktober"),
        (date(2026, 12, 21), BIJNA, "Gecontroleerd op 4 oktober"),
        (date(2027, 1, 4), BIJNA, "Gecontroleerd op 4 oktober 2026"),
        (date(2027, 1, 5), OUD, "Niet gecontroleerd sinds oktober 2026"),
        (date(2029, 1, 5), OUD, "Niet gecontroleerd sinds oktober 2026"),
    ],
)
def test_it_goes_from_fresh_to_nearly_to_old(day, oordeel, zin):
    found = state(WACHTTIJD, date(2026, 10, 4), day)
    assert (found.oordeel, found.zin) == (oordeel, zin)
    assert found.uiterlijk == date(2027, 1, 4)


def test_what_was_never_checked_says_so():
    found = state(TELEFOON, None, date(2026, 10, 4))
    assert (found.oordeel, found.zin) == (NOOIT, "Nooit gecontroleerd")
    assert found.uiterlijk is None


def test_the_field_that_needs_it_most_comes_first():
    day = date(2026, 10, 4)
    telefoon = state(TELEFOON, date(2026, 9, 1), day)
    wachttijd = state(WACHTTIJD, date(2026, 10, 1), day)
    assert oldest({TELEFOON: telefoon, WACHTTIJD: wachttijd}) == WACHTTIJD
    assert oldest({WACHTTIJD: wachttijd, REST: state(REST, None, day)}) == REST
    assert oldest({}) is None


days = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@given(days, st.integers(0, 60))
def test_a_month_on_is_that_month_and_never_a_later_day(day, months):
    found = add_months(day, months)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day <= day.day
    assert found.day == day.day or (found + timedelta(days=1)).day == 1


@given(days, days, st.sampled_from(VELDEN))
def test_what_gets_older_never_gets_fresher(checked, day, veld):
    order = [VERS, BIJNA, OUD]
    today, tomorrow = (
        state(veld, checked, d).oordeel for d in (day, day + timedelta(days=1))
    )
    assert order.index(today) <= order.index(tomorrow)


@given(days, days)
def test_a_check_today_is_never_older_than_one_before(a, b):
    first, second = sorted((a, b))
    assert due_on(TELEFOON, first) <= due_on(TELEFOON, second)
