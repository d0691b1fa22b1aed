"""Until when an emergency access is looked at: three working days (T5)."""

from datetime import date

import pytest

from netwerk.rules.noodtoegang import deadline


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
