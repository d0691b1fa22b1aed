"""Colours of a region: what can be read passes, what cannot is refused with the nearest."""

import re
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from toegang.rules.huisstijl import (
    DEEL,
    GRONDEN,
    TEKST,
    WIT,
    contrast,
    judge,
    judge_tweede,
    nearest,
    parse,
    passes,
    sheet,
    soft_of,
    words_of,
)

ROOT = Path(__file__).parents[2]
kleuren = st.binary(min_size=3, max_size=3).map(lambda parts: f"#{parts.hex()}")
both = pytest.mark.parametrize("judged", [judge, judge_tweede])


@pytest.mark.parametrize(
    ("typed", "kleur"),
    [
        ("#0b5d5b", "#0b5d5b"),
        (" 0B5D5B ", "#0b5d5b"),
        ("#06c", "#0066cc"),
        ("# 0b5d 5b", "#0b5d5b"),
        ("", ""),
        ("groen", ""),
        ("#0b5d5", ""),
        ("#0b5d5b00", ""),
        ("#٠٠٠٠٠٠", ""),
        ("red;}body{", ""),
    ],
)
def test_a_colour_is_read_as_people_type_it(typed, kleur):
    assert parse(typed) == kleur


@pytest.mark.parametrize(
    ("one", "other", "figure"),
    [("#000000", WIT, 21.0), (WIT, WIT, 1.0), ("#777777", WIT, 4.48)],
)
def test_contrast_is_that_of_wcag(one, other, figure):
    assert contrast(one, other) == pytest.approx(figure, abs=0.005)


@given(kleuren, kleuren)
def test_contrast_is_the_same_both_ways(one, other):
    assert contrast(one, other) == contrast(other, one) >= 1


@both
@given(kleur=kleuren)
def test_the_nearest_passes_and_is_the_colour_itself_when_that_passes(judged, kleur):
    shade = nearest(kleur, judged)
    assert passes(judged(shade))
    assert (shade == kleur) == passes(judged(kleur))


@given(kleuren)
def test_every_colour_that_passes_can_be_read_wherever_it_is_used(kleur):
    shade = nearest(kleur, judge)
    for ground in (*GRONDEN.values(), soft_of(shade, TEKST)):
        assert contrast(shade, ground) >= TEKST


@given(kleuren)
def test_the_second_colour_is_seen_and_its_words_are_read(kleur):
    shade = nearest(kleur, judge_tweede)
    for ground in (*GRONDEN.values(), soft_of(shade, DEEL)):
        assert contrast(shade, ground) >= DEEL
        assert contrast(words_of(shade), ground) >= TEKST


@given(kleuren)
def test_a_figure_that_fails_never_looks_as_if_it_is_enough(kleur):
    for oordeel in (*judge(kleur), *judge_tweede(kleur)):
        shown = float(oordeel.cijfer.replace(",", "."))
        assert (shown >= oordeel.moet) == oordeel.goed


def tokens() -> dict[str, str]:
    """Our own, with the value they fall back on."""
    css = (ROOT / "static/css/netwerkkompas.css").read_text()
    pattern = r"(--c-[\w-]+): (?:var\(--basis-[\w-]+, )?(#[0-9a-f]{3,6})"
    found: dict[str, str] = {}
    for name, value in re.findall(pattern, css):
        found.setdefault(name, parse(value))
    return found


def test_the_grounds_are_those_of_the_stylesheet():
    assert {name: tokens()[name] for name in GRONDEN} == GRONDEN


def test_every_token_of_a_sheet_is_one_that_the_stylesheet_falls_back_from():
    css = (ROOT / "static/css/netwerkkompas.css").read_text()
    names = re.findall(r"(--basis-[\w-]+):", sheet("#0b5d5b", "#a83f17"))
    assert [name for name in names if f"var({name}," not in css] == []
    assert len(names) == 8


def test_the_look_of_netwerkkompas_itself_passes():
    assert passes(judge(tokens()["--c-brand"]))
    assert passes(judge_tweede(tokens()["--c-accent"]))
