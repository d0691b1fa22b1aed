"""Icons are ours, well formed, hidden for screen readers, and a wrong name is noticed."""

import re
from pathlib import Path

from django.conf import settings
from django.template import Context, Template

import pytest
from lxml import etree

from basis.icons import SHAPES, icon

TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))


@pytest.mark.parametrize("name", SHAPES)
def test_an_icon_is_one_svg_that_screen_readers_skip(name):
    svg = etree.fromstring(icon(name))
    assert svg.tag == "svg"
    assert svg.attrib["aria-hidden"] == "true"
    assert svg.attrib["viewBox"] == "0 0 24 24"
    assert len(svg) >= 1
    assert {child.tag for child in svg} <= {"path", "circle", "rect"}
    assert not any("style" in child.attrib for child in svg.iter())


def test_a_second_word_adds_a_class():
    assert 'class="icon big"' in Template('{% icon "lock" "big" %}').render(Context())


def test_in_a_pdf_it_gets_a_colour_of_its_own():
    assert 'stroke="#0b5d5b"' in icon("lock", colour="#0b5d5b")
    assert "currentColor" not in icon("lock", colour="#0b5d5b")


def test_a_class_cannot_break_out_of_its_attribute():
    assert "<script" not in icon("lock", '"><script>')


def test_an_unknown_name_raises():
    with pytest.raises(KeyError):
        Template('{% icon "eenhoorn" %}').render(Context())


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: str(p.name))
def test_every_icon_a_template_names_is_drawn(path: Path):
    names = re.findall(r'{%\s*icon\s+"([^"]+)"', path.read_text(encoding="utf-8"))
    assert set(names) <= set(SHAPES)
