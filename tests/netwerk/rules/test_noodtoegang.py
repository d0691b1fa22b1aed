"""Until when an emergency access is looked at: three working days (T5)."""

from datetime import date

import pytest

from netwerk.rules.noodtoegang import deadline, last_to_remind


@pytest.mark.parametrize(
    ("opened", "last"),
    [
        (date(2026, 11, 23), date(2026, 11, 26)),  # Monday
        (date(2026, 11, 26), date(2026, 12, 1)),  # over a weekend
        (date(2026, 11, 28), date(2026, 12, 2)),  # on a Saturday
        (date(2026, 12, 24), date(2026, 12, 30)),  # over Christmas
        (date(2026, 4, 2), date(2026, 4, 8)),  # Goede Vrijdag is worked in places
    ],
)
def test_three_working_days_after_the_day(opened, last):
    assert deadline(opened) == last


@pytest.mark.parametrize(
    ("today", "last"),
    [
        (date(2026, 11, 25), date(2026, 11, 23)),  # Monday's, with Thursday left
        (date(2026, 11, 24), date(2026, 11, 22)),  # Sunday's too: due on Wednesday
        (date(2026, 11, 28), date(2026, 11, 25)),  # a Saturday has nothing new
        (date(2026, 11, 30), date(2026, 11, 26)),  # Thursday's, over a weekend
        (date(2026, 12, 29), date(2026, 12, 27)),  # over Christmas
    ],
)
def test_it_is_said_again_while_a_working_day_is_left(today, last):
    assert last_to_remind(today) == last
    assert deadline(last) > today
