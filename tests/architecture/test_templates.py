"""What holds for every template: no inline style or script, and forms that know their role."""

import re

import pytest

from tests.architecture.models import ROOT, templates

FORM = re.compile(r"<form\b[^>]*\bmethod=[\"']?post[\"']?[^>]*>", re.IGNORECASE)
HEAD = re.compile(r"\s*{%\s*form_head\s*%}")
INLINE = {
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*="),
    "a style element": re.compile(r"<style\b"),
    "a script in the page": re.compile(r"<script\b(?![^>]*\bsrc=)"),
    "an on… attribute": re.compile(r"<[^>]*\son[a-z]+\s*="),
    "a javascript: address": re.compile(r"javascript:"),
    "something from elsewhere": re.compile(r"\b(?:src|data)\s*=\s*[\"']https?://"),
    "words that are not escaped": re.compile(r"\|\s*safe\b|{%\s*autoescape\s+off"),
}


def forms_without_head(text: str) -> list[str]:
    return [
        form.group() for form in FORM.finditer(text) if not HEAD.match(text, form.end())
    ]


@pytest.mark.parametrize("path", templates(), ids=lambda path: path.name)
def test_every_form_that_posts_begins_with_its_head(path):
    assert forms_without_head(path.read_text()) == []


@pytest.mark.parametrize("path", templates(), ids=lambda path: path.name)
def test_nothing_our_content_security_policy_would_stop(path):
    text = path.read_text()
    assert [what for what, pattern in INLINE.items() if pattern.search(text)] == []


@pytest.mark.parametrize(
    "crooked",
    [
        '<form method="post"><input name="a">{% form_head %}</form>',
        '<form class="x" method=post action="/">{% csrf_token %}</form>',
    ],
)
def test_a_form_without_its_head_is_seen(crooked):
    assert forms_without_head(crooked)


@pytest.mark.parametrize(
    "crooked",
    [
        '<p class="a" style="color:red">',
        "<style>p {}</style>",
        "<script>alert(1)</script>",
        '<a onclick="x()">',
        '<img src="https://elders.example/a.png">',
        "{{ opmerking|safe }}",
    ],
)
def test_what_is_crooked_is_seen(crooked):
    assert any(pattern.search(crooked) for pattern in INLINE.values())


def test_there_are_templates_to_look_at():
    assert len(templates()) > 20
    assert ROOT.joinpath("templates/base.html") in templates()
