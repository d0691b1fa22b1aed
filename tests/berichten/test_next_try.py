"""When a letter that could not go is tried again."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, strategies as st

from berichten.rules import FIRST_WAIT, LONGEST_WAIT, MOST_TRIES, next_try

moments = st.datetimes(timezones=st.just(UTC), max_value=datetime(2200, 1, 1))  # noqa: DTZ001
tries = st.integers(1, MOST_TRIES - 1)


@given(tries, moments)
def test_it_waits_at_least_a_minute_and_at_most_six_hours(number, now):
    assert FIRST_WAIT <= next_try(number, now) - now <= LONGEST_WAIT


@given(tries, moments)
def test_each_wait_is_twice_the_one_before_until_the_longest(number, now):
    wait = next_try(number, now) - now
    assert wait == min(FIRST_WAIT * 2 ** (number - 1), LONGEST_WAIT)


@given(st.integers(MOST_TRIES, 10**6), moments)
def test_after_ten_tries_a_person_has_to_look(number, now):
    assert next_try(number, now) is None


def test_all_in_all_a_mail_server_may_be_away_for_a_working_day():
    now = datetime(2026, 11, 25, tzinfo=UTC)
    waits = [next_try(number, now) - now for number in range(1, MOST_TRIES)]
    assert timedelta(hours=8) < sum(waits, timedelta()) < timedelta(days=2)
