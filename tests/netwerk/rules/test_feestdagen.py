"""Dutch holidays fall on the days they fall on."""

from datetime import date

import pytest
from dateutil.easter import easter as known_easter

from netwerk.rules.feestdagen import easter, holiday_on, holidays, koningsdag


def test_easter_is_where_the_church_puts_it():
    assert all(easter(jaar) == known_easter(jaar) for jaar in range(1900, 2200))


@pytest.mark.parametrize(
    ("jaar", "day"), [(2025, 26), (2026, 27), (2027, 27), (2031, 26), (2036, 26)]
)
def test_koningsdag_is_never_on_a_sunday(jaar, day):
    assert koningsdag(jaar) == date(jaar, 4, day)


def test_the_days_of_2026():
    assert [(f.dag.isoformat(), f.naam) for f in holidays(2026)] == [
        ("2026-01-01", "Nieuwjaarsdag"),
        ("2026-04-03", "Goede Vrijdag"),
        ("2026-04-05", "Eerste Paasdag"),
        ("2026-04-06", "Tweede Paasdag"),
        ("2026-04-27", "Koningsdag"),
        ("2026-05-05", "Bevrijdingsdag"),
        ("2026-05-14", "Hemelvaartsdag"),
        ("2026-05-24", "Eerste Pinksterdag"),
        ("2026-05-25", "Tweede Pinksterdag"),
        ("2026-12-25", "Eerste Kerstdag"),
        ("2026-12-26", "Tweede Kerstdag"),
    ]


def test_not_everybody_is_free_on_goede_vrijdag_and_bevrijdingsdag():
    unsure = {f.naam for f in holidays(2026) if not f.vrij}
    assert unsure == {"Goede Vrijdag", "Bevrijdingsdag"}


def test_of_two_on_one_day_the_one_that_is_free_everywhere_counts():
    found = holiday_on(date(2016, 5, 5))
    assert found
    assert (found.naam, found.vrij) == ("Hemelvaartsdag", True)


def test_another_day_is_none():
    assert holiday_on(date(2025, 4, 27)) is None
    assert holiday_on(date(2026, 12, 24)) is None
