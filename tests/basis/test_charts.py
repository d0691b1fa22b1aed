"""Pictures are well formed, safe, and say the right number: also in a PDF."""

import re

from django.template import Context, Template

import pytest
from hypothesis import given, strategies as st
from lxml import etree

from basis import charts
from basis.charts import Label, Spread

LABEL = Label("k1", "Scores <b>van</b> ons", 'Eén & "twee"')
NAMES = st.sampled_from(sorted(charts.MARKS))
COUNTS = st.lists(st.integers(0, 300), min_size=5, max_size=5)
FEW = st.lists(st.integers(0, charts.STACK_UP_TO), min_size=5, max_size=5)
PEOPLE = st.lists(
    st.tuples(st.text(alphabet="AB<&é", min_size=1, max_size=2), NAMES), max_size=14
)


def parsed(svg: str) -> etree._Element:
    """Well formed, and fit for a strict CSP and for WeasyPrint."""
    root = etree.fromstring(svg)
    for node in root.iter():
        assert "style" not in node.attrib
        for value in node.attrib.values():
            assert "currentColor" not in value
            assert "var(" not in value
            assert "nan" not in value
    return root


def marks_of(root: etree._Element, name: str) -> list[etree._Element]:
    return [n for n in root.iter() if n.get("fill") == charts.MARKS[name][1]]


@given(st.integers(0, charts.TALLY_UP_TO), NAMES)
def test_a_tally_has_a_mark_per_answer_five_on_a_line(n, name):
    root = parsed(charts.dots(n, name))
    assert len(marks_of(root, name)) == n
    assert float(root.attrib["width"]) <= 5 * 18


@given(st.integers(0, 400), st.integers(21, 400))
def test_above_twenty_bars_take_over_and_keep_the_proportion(n, most):
    root = parsed(charts.dots(n, most=most))
    bar = root.find("rect")
    assert bar is not None
    assert float(bar.attrib["width"]) == pytest.approx(200 * n / max(n, most), abs=0.06)


def test_marks_have_one_size_whatever_the_number():
    sizes = {
        node.attrib["r"]
        for n in (1, 4, 20)
        for node in parsed(charts.dots(n)).iter("circle")
    }
    assert len(sizes) == 1


def test_groups_differ_in_shape_and_not_only_in_colour():
    shapes = {
        name: parsed(charts.key(name))[0].tag for name in ("warm", "brand", "third")
    }
    assert shapes == {"warm": "circle", "brand": "rect", "third": "path"}


def test_a_mark_without_a_name_raises():
    with pytest.raises(KeyError):
        charts.key("vierde")


@given(FEW, NAMES)
def test_a_strip_has_a_mark_per_answer_inside_its_box(counts, name):
    root = parsed(charts.strip(counts, name))
    marks = marks_of(root, name)
    assert len(marks) == sum(counts)
    _, _, width, height = (float(x) for x in root.attrib["viewBox"].split())
    for node in marks:
        if node.tag == "circle":
            x, y, r = (float(node.attrib[k]) for k in ("cx", "cy", "r"))
            assert -0.1 <= x - r <= x + r <= width + 0.1
            assert -0.5 <= y - r <= y + r <= height + 0.5


@given(COUNTS.filter(lambda c: max(c) > charts.STACK_UP_TO))
def test_a_strip_of_many_answers_has_a_bar_per_chosen_point(counts):
    root = parsed(charts.strip(counts, "third"))
    bars = root.findall("rect")
    assert len(bars) == sum(n > 0 for n in counts)
    tallest = max(float(bar.attrib["height"]) for bar in bars)
    assert tallest == pytest.approx(32)


@given(
    st.floats(1, 5),
    st.floats(0, 4),
    st.none() | st.floats(1, 5),
    st.none() | st.floats(1, 5),
)
def test_a_span_stays_in_its_box(low, more, middle, before):
    high = min(5.0, low + more)
    root = parsed(charts.span(Spread(low, high, middle, before)))
    band = root.find("rect")
    assert band is not None
    assert float(band.attrib["x"]) >= 0
    assert float(band.attrib["x"]) + float(band.attrib["width"]) <= 240
    hollow = [n for n in root.findall("circle") if n.get("stroke") == charts.ACCENT]
    assert len(hollow) == (before is not None)


@given(PEOPLE, PEOPLE)
def test_rings_show_everybody(inner, outer):
    root = parsed(
        charts.rings(
            inner, outer, names=("Binnenring", "trekt", "Buitenring"), label=LABEL
        )
    )
    words = [node.text for node in root.iter("text")]
    assert words[3:] == [initials for initials, _ in (*inner, *outer)]


def test_with_a_label_a_picture_speaks_and_what_people_typed_is_text():
    root = parsed(charts.strip([1, 2, 0, 0, 0], label=LABEL))
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"] == "k1-t k1-d"
    assert (root[0].text, root[1].text) == (LABEL.title, LABEL.description)
    assert root.find(".//b") is None


def test_without_a_label_the_figures_beside_it_speak():
    root = parsed(charts.dots(3))
    assert root.attrib["aria-hidden"] == "true"
    assert root.find("title") is None


def test_a_template_asks_for_a_chart_by_name():
    html = Template('{% chart "dots" 3 "warm" %}').render(Context())
    assert html == charts.dots(3, "warm")
    with pytest.raises(KeyError):
        Template('{% chart "taart" %}').render(Context())


@pytest.mark.parametrize("name", ["landschap", "klaar", "leeg", "pad"])
def test_a_drawing_can_stand_in_a_pdf_with_its_name(name):
    root = etree.fromstring(charts.art(name, Label("omslag", "Onze <regio>")))
    assert root[0].text == "Onze <regio>"
    assert root.attrib["aria-labelledby"] == "omslag-t"
    assert etree.fromstring(charts.art(name)).find("{*}title") is None


def test_a_drawing_that_is_not_there_raises():
    with pytest.raises(LookupError):
        charts.art("eenhoorn")


WEEKS = st.decimals(0, 999, places=1)


@given(st.tuples(WEEKS, WEEKS).map(sorted), st.one_of(st.none(), st.integers(1, 60)))
def test_a_wait_stays_on_its_line_and_says_its_norm(weeks, norm):
    root = parsed(charts.wait(tuple(weeks), norm))
    lines = [node.attrib["d"] for node in root.findall("path")]
    numbers = [float(n) for d in lines for n in re.findall(r"[MH]([\d.]+)", d)]
    assert all(0 <= number <= charts.WAIT[0] for number in numbers)
    assert [node.text for node in root.findall("text")] == (
        [f"norm {norm}"] if norm else []
    )


@pytest.mark.parametrize(("weeks", "norm", "colour"), [
    ((7, 9), 4, charts.ACCENT),
    ((2, 4), 4, charts.BRAND),
    ((7, 9), None, charts.BRAND),
])  # fmt: skip
def test_a_wait_beyond_its_norm_has_another_colour(weeks, norm, colour):
    root = parsed(charts.wait(weeks, norm))
    assert root.findall("path")[1].attrib["stroke"] == colour
