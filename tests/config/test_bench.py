"""The harness of `make bench`: what a line says, and when the command fails."""

import json

import pytest

from bench import measure
from bench.measure import Bench, Figure, Skipped, run


@pytest.fixture
def only(monkeypatch):
    """Puts these in the place of all measurements."""

    def put(**measures):
        monkeypatch.setattr(measure, "_all", measures)

    return put


def lines(capsys) -> list[dict]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_line_has_the_figure_its_floor_and_their_ratio(only, capsys):
    only(save=lambda _: Figure(6.0, "ms", 4.0, floor=2.0))
    assert run()
    assert lines(capsys) == [
        {
            "name": "save",
            "value": 6.0,
            "unit": "ms",
            "floor": 2.0,
            "ratio": 3.0,
            "limit": 4.0,
            "ok": True,
        }
    ]


def test_over_its_limit_is_false_and_fails_after_all_were_measured(only, capsys):
    only(
        slow=lambda _: Figure(9.0, "ms", 4.0, floor=2.0),
        fast=lambda _: Figure(1.0, "s", 5.0),
    )
    assert not run()
    assert [line["ok"] for line in lines(capsys)] == [False, True]


def test_without_a_floor_the_limit_bounds_the_value():
    assert Figure(0.0, "answers", 0.0).ok
    assert not Figure(1.0, "answers", 0.0).ok


def test_of_what_is_better_when_there_is_more_the_limit_is_the_least():
    assert Figure(300.0, "lines/s", 0.5, floor=400.0, at_least=True).ok
    assert not Figure(100.0, "lines/s", 0.5, floor=400.0, at_least=True).ok


def test_a_missing_tool_is_skipped_in_words_and_fails_nothing(only, capsys):
    def no_tool(_: Bench) -> Figure:
        raise Skipped("no pango")

    only(report=no_tool)
    assert run()
    (line,) = lines(capsys)
    assert (line["ok"], line["skipped"]) == (None, "no pango")


def test_small_is_a_fiftieth():
    assert Bench(scale=50).size(250) == 5
    assert Bench(scale=50).size(100_000) == 2_000
    assert Bench(scale=1).size(250) == 250
