"""How far two points are apart, and the box round a circle."""

from math import isclose

import pytest
from hypothesis import given, strategies as st

from netwerk.rules.afstand import FARTHEST_KM, NEDERLAND, box, distance_km, in_words

lats, lons = st.floats(-90, 90), st.floats(-180, 180)
points = st.tuples(lats, lons)
here = st.tuples(st.floats(50.7, 53.7), st.floats(3.2, 7.3))


@pytest.mark.parametrize(
    ("start", "end", "km"),
    [
        ((52.155, 5.3875), (52.155, 5.3875), 0),
        ((52.3731, 4.8926), (52.0907, 5.1214), 35.0),  # Amsterdam, Utrecht
        ((53.2194, 6.5665), (50.8514, 5.6910), 269.8),  # Groningen, Maastricht
        ((0, 0), (0, 180), FARTHEST_KM),
    ],
)
def test_distances_that_can_be_looked_up(start, end, km):
    assert distance_km(*start, *end) == pytest.approx(km, abs=0.5)


@pytest.mark.parametrize("missing", range(4))
def test_what_has_no_place_has_no_distance(missing):
    four: list[float | None] = [52.0, 5.0, 52.0, 5.0]
    four[missing] = None
    assert distance_km(*four) is None
    four[missing] = float("nan")
    assert distance_km(*four) is None


@given(points, points)
def test_the_way_back_is_as_long_and_never_longer_than_half_the_world(one, other):
    there, back = distance_km(*one, *other), distance_km(*other, *one)
    assert there is not None
    assert back is not None
    assert isclose(there, back, abs_tol=1e-6)
    assert 0 <= there <= FARTHEST_KM + 1e-6


@given(here, here, here)
def test_a_detour_is_never_shorter(one, by, other):
    straight = distance_km(*one, *other)
    assert straight <= distance_km(*one, *by) + distance_km(*by, *other) + 1e-6


@given(points, points, st.floats(0, 25_000))
def test_a_box_holds_all_that_is_near(centre, point, km):
    if distance_km(*centre, *point) <= km:
        assert box(*centre, km).holds(*point)


@given(here)
def test_a_box_of_nothing_holds_its_own_middle_and_nothing_more(point):
    lat, lon = point
    around = box(lat, lon, 0)
    assert around == box(lat, lon, -5)
    assert around.holds(lat, lon)
    assert not around.holds(lat + 0.001, lon)
    assert not around.holds(lat, lon + 0.001)


@given(here, st.floats(1, 200))
def test_a_box_is_no_larger_than_it_has_to_be(point, km):
    lat, lon = point
    around = box(lat, lon, km)
    assert distance_km(lat, lon, around.noord, lon) == pytest.approx(km, abs=0.01)
    assert distance_km(lat, lon, lat, around.oost) == pytest.approx(
        km, rel=0.02, abs=0.01
    )


def test_ten_thousand_kilometres_round_here_is_half_the_world():
    around = box(52.0, 5.0, 10_000)
    assert around.holds(NEDERLAND.zuid, NEDERLAND.west)
    assert (around.west, around.oost, around.noord) == (-180, 180, 90)


@pytest.mark.parametrize(
    ("km", "words"),
    [
        (None, ""),
        (0, "minder dan 1 km"),
        (0.99, "minder dan 1 km"),
        (1, "ongeveer 1 km"),
        (12.6, "ongeveer 13 km"),
    ],
)
def test_a_distance_in_words(km, words):
    assert in_words(km) == words
