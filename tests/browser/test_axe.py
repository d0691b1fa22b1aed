"""axe finds nothing, nothing moves sideways, nothing is heavy, no page type is forgotten."""

from pathlib import Path

from django.test.signals import template_rendered

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.pages import PAGES
from tests.browser.weight import ALLOWED, MOST, weight
from tests.care import add_care

TEMPLATES = Path(__file__).parents[2] / "templates"
NOT_A_PAGE = {"components", "django", "pdf", "mail"}
WIDTHS = [320, 640, 1280]  # a small phone, 1280 at 200%, a desk


def page_types() -> set[str]:
    """Templates that are a whole page: they extend a frame, themselves or through another;
    a frame in the middle has a name that begins with a line."""
    return {
        str(file.relative_to(TEMPLATES))
        for file in TEMPLATES.rglob("*.html")
        if file.relative_to(TEMPLATES).parts[0] not in NOT_A_PAGE
        and not file.name.startswith("_")
        and file.name not in {"base.html", "scherm.html"}
        and "{% extends" in file.read_text()
    }


@pytest.fixture
def rendered():
    """Names of the templates that were used, in the server's own threads too."""
    names: set[str] = set()

    def note(template, **_):
        names.add(template.name)

    template_rendered.connect(note)
    yield names
    template_rendered.disconnect(note)


def test_no_page_type_is_forgotten():
    assert page_types() - {line.template for line in PAGES} == set()


@pytest.mark.parametrize("line", PAGES, ids=str)
def test_axe_finds_nothing_and_nothing_moves_sideways(line, world, seat, rendered):
    if line.template.startswith("clientplan/"):
        add_care(world)
    user = getattr(world, line.who) if line.who else None
    page = seat(user, width=WIDTHS[0])
    complaints = []

    def hear(message):
        complaints.append(message.text)

    page.on("console", hear)
    line.way(world, page)
    assert line.template in rendered
    assert weight(page) <= ALLOWED.get(line.template, MOST)
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{wide} px wide at {width}"
    page.remove_listener("console", hear)
    assert [text for text in complaints if "Content Security" in text] == []
