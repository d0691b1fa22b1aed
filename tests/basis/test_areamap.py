"""The sketch of a region: numbers of a list round a middle."""

import re

from hypothesis import given, strategies as st
from lxml import etree

from basis.areamap import MAP, Pin, Spot, areamap, rings_within

KM = st.floats(-80, 80)


def drawn(pins=(), spots=(), radius=10.0, here=True):
    return etree.fromstring(areamap(pins, spots, radius_km=radius, here=here))


def words(svg) -> list[str]:
    return [t.text for t in svg.iter("text")]


def tips(svg) -> list[tuple[float, float]]:
    paths = (p.get("d") for p in svg.iter("path"))
    found = (re.match(r"M([-\d.]+) ([-\d.]+)l", path) for path in paths)
    return [(float(m[1]), float(m[2])) for m in found if m]


def test_north_is_up_and_east_is_right():
    svg = drawn([Pin("1", 5, 0), Pin("2", 0, 5)])
    (x1, y1), (x2, y2) = tips(svg)
    assert x1 > MAP / 2
    assert y2 < y1
    assert x2 == MAP / 2


def test_rings_are_distances_only_round_a_place_that_was_given():
    assert {"2 km", "5 km", "10 km"} <= set(words(drawn()))
    assert words(drawn(here=False)) == ["5 km"]
    assert rings_within(25) == [5, 10, 25]
    assert rings_within(0.3) == []


@given(st.lists(st.tuples(KM, KM), max_size=20))
def test_every_number_is_on_the_map(offsets):
    pins = [Pin(str(n), *offset) for n, offset in enumerate(offsets)]
    svg = drawn(pins)
    assert len(tips(svg)) == len(pins)
    assert all(0 <= x <= MAP and 0 <= y <= MAP for x, y in tips(svg))


def test_numbers_on_one_spot_stand_beside_each_other():
    svg = drawn([Pin(str(n), 0, 0) for n in range(1, 9)])
    assert len(set(tips(svg))) == 8


def test_what_can_be_done_now_is_filled():
    fills = {p.get("fill") for p in drawn([Pin("1", 1, 1, now=True)]).iter("path")}
    assert fills == {"#0b5d5b"}


def test_names_are_words_not_code_and_stay_clear_of_numbers():
    svg = drawn([Pin("1", 0, -0.5)], [Spot("<b>Brug", 0, 0), Spot("Ver weg", 90, 0)])
    assert "<b>Brug" in words(svg)
    assert "Ver weg" not in words(svg)


def test_no_pin_covers_the_place_that_was_given():
    """Wherever its tip is: the dot in the middle stays in sight."""
    for km in (0, 0.2, 0.4, 0.6, 0.8, 1.0):
        ((x, y),) = tips(drawn([Pin("1", 0, -km)]))
        covers = abs(x - MAP / 2) < 24 and MAP / 2 + 1 < y < MAP / 2 + 58
        assert not covers, km


def test_a_distance_stands_where_no_pin_hides_it():
    on_top = [Pin("1", 0, km) for km in (2.2, 1.9)]
    svg = drawn(on_top)
    (two,) = [t for t in svg.iter("text") if t.text == "2 km"]
    assert float(two.get("y")) > MAP / 2
