"""What a telephone dials, and which address is the nearest."""

from dataclasses import dataclass

import pytest
from hypothesis import given, strategies as st

from netwerk.rules.hulp import ADDS_UP, Plek, dial, nearest, nearness, serves


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("113", "113"),
        ("0100 – 11 22 33", "0100112233"),
        ("088 0767 000", "0880767000"),
        ("0800 1205", "08001205"),
        ("+31 (0)88-076 70 00", "0880767000"),
    ],
)
def test_a_number_is_dialled_as_it_is_written(written, dialled):
    assert dial(written) == dialled


@dataclass(frozen=True)
class Row:
    adres: str
    regio_id: int | None = None
    gemeente_id: int | None = None
    wijk_id: int | None = None


# regio 1 has gemeente 1 with wijken 1 and 2; regio 2 has gemeente 2 with wijk 3
PLACES = [(None, None, None), (1, None, None), (1, 1, None), (1, 1, 1), (1, 1, 2),
          (2, None, None), (2, 2, 3)]  # fmt: skip
KINDS = st.sampled_from(["wijkteam", "vangnet", ADDS_UP])
ROWS = st.lists(
    st.builds(lambda kind, place: Row(kind, *place), KINDS, st.sampled_from(PLACES))
)
HERE = Plek(1, 1, 1)


@given(ROWS)
def test_nothing_of_another_place_is_given(found):
    assert all(serves(row, HERE) for row in nearest(found, HERE))


@given(ROWS)
def test_of_each_kind_only_the_nearest_and_never_none(found):
    given_back = nearest(found, HERE)
    for kind in {row.adres for row in found if serves(row, HERE)} - {ADDS_UP}:
        there = [nearness(r) for r in found if r.adres == kind and serves(r, HERE)]
        kept = [nearness(row) for row in given_back if row.adres == kind]
        assert kept
        assert set(kept) == {max(there)}


@given(ROWS)
def test_other_addresses_all_stay(found):
    others = [row for row in found if row.adres == ADDS_UP and serves(row, HERE)]
    assert [row for row in nearest(found, HERE) if row.adres == ADDS_UP] == others
