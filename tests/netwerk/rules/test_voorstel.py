"""A proposal beside what stands there today."""

import pytest

from netwerk.rules.voorstel import AL_ZO, INTUSSEN, WEG, ZOALS_TOEN, judge, mark_of


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
