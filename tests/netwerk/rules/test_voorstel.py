"""A proposal beside what stands there today."""

import pytest

from netwerk.rules.voorstel import (
    AL_ZO,
    INTUSSEN,
    WEG,
    ZOALS_TOEN,
    judge,
    mark_of,
    things,
    together,
)

ROW = "0b5d5b00-0000-4000-8000-000000000001"


@pytest.mark.parametrize(
    ("nu", "oordeel"),
    [
        (["a"], ZOALS_TOEN),
        (["b"], AL_ZO),
        (["c"], INTUSSEN),
        ([], INTUSSEN),
        (None, WEG),
    ],
)
def test_beside_what_stands_there_now(nu, oordeel):
    assert judge(["a"], nu, ["b"]) == oordeel


def test_the_mark_is_another_when_anything_is():
    marks = [
        mark_of(values) for values in ([["a"]], [["b"]], [None], [[]], [["a"], []])
    ]
    assert len(set(marks)) == len(marks)
    assert mark_of([["a"]]) == marks[0]


def test_a_row_that_is_not_there_yet_is_one_thing():
    names = ["email", "nummer_nieuw", "wie_nieuw", "kosten_nieuw"]
    assert things(names, kern=["nummer"]) == [
        ("email",),
        ("nummer_nieuw", "wie_nieuw", "kosten_nieuw"),
    ]
    assert things(names[2:], kern=["nummer"]) == [tuple(names[2:])]


def test_of_a_row_that_stays_each_part_is_a_thing_until_it_is_about_something_else():
    names = [f"uitleg_{ROW}", f"wie_{ROW}"]
    assert things(names, kern=["nummer"]) == [(names[0],), (names[1],)]
    other = [f"nummer_{ROW}", *names]
    assert things(other, kern=["nummer"]) == [tuple(other)]


def test_fields_that_say_one_thing_go_together():
    names = ["hele_regio", "tolk", "gemeenten"]
    assert things(names, samen=[("hele_regio", "gemeenten", "wijken")]) == [
        ("hele_regio", "gemeenten"),
        ("tolk",),
    ]


@pytest.mark.parametrize(
    ("oordelen", "samen"),
    [
        ([AL_ZO, AL_ZO], AL_ZO),
        ([AL_ZO, ZOALS_TOEN], ZOALS_TOEN),
        ([ZOALS_TOEN, INTUSSEN, AL_ZO], INTUSSEN),
        ([INTUSSEN, WEG], WEG),
    ],
)
def test_one_part_that_changed_holds_for_the_thing(oordelen, samen):
    assert together(oordelen) == samen
