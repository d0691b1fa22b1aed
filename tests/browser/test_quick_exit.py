"""Snel weg: the page is emptied and replaced, and Back does not bring it back."""

import pytest
from playwright.sync_api import expect

from tests.netwerk.hulp import rows

expect.set_options(timeout=15_000)
PAGES = ["/hulp-nu/", "/voor-naasten/", "/zorgen/lindestroom/regio/om/zelfzorg/"]
EXIT = "[data-snel-weg]"


@pytest.fixture
def page(people, world):
    rows.line(world.regio)
    return people.page()


def by_mouse(page) -> None:
    page.click(EXIT)


def by_keyboard(page) -> None:
    page.locator(EXIT).focus()
    page.keyboard.press("Enter")


def is_gone(page) -> None:
    expect(page).to_have_url("/weg/")
    expect(page).to_have_title("Nieuw tabblad")
    expect(page.locator("body")).not_to_contain_text("Netwerkkompas")


@pytest.mark.parametrize("where", PAGES)
@pytest.mark.parametrize("leave", [by_mouse, by_keyboard])
def test_back_does_not_return_to_the_page(page, where, leave):
    page.goto("/over/")
    page.goto(where)
    leave(page)
    is_gone(page)
    page.go_back()
    is_gone(page)


def test_no_page_before_it_comes_back_either(page):
    for where in ("/", "/hulp-nu/", "/voor-naasten/"):
        page.goto(where)
    by_mouse(page)
    is_gone(page)
    for _ in range(2):
        page.go_back()
        is_gone(page)


def test_the_page_is_empty_before_the_next_one_comes(page):
    """However slow the line: what was on the screen when the page was left."""
    page.goto("/hulp-nu/")
    page.evaluate(
        """addEventListener("pagehide", () => sessionStorage.setItem("links",
           [document.title, document.body.innerText, location.pathname].join("|")))"""
    )
    by_mouse(page)
    is_gone(page)
    assert page.evaluate("sessionStorage.getItem('links')") == "Nieuw tabblad||/weg/"


def test_a_site_of_everybody_can_be_where_it_goes(page, settings):
    settings.SNEL_WEG_NAAR = "https://weer.example/"
    page.route(
        "https://weer.example/",
        lambda route: route.fulfill(
            body="<title>Weer</title>", content_type="text/html"
        ),
    )
    page.goto("/over/")
    page.goto("/hulp-nu/")
    by_mouse(page)
    expect(page).to_have_title("Weer")
    page.go_back()
    expect(page).to_have_title("Weer")


def test_who_comes_back_on_purpose_is_welcome(page):
    page.goto("/hulp-nu/")
    by_mouse(page)
    is_gone(page)
    page.goto("/hulp-nu/")
    expect(page.locator("h1")).to_have_text("Hulp nu")
    page.reload()
    expect(page.locator("h1")).to_have_text("Hulp nu")


def test_without_javascript_the_link_works_and_the_page_says_what_it_cannot(
    people, world
):
    page = people.page(java_script_enabled=False)
    page.goto("/hulp-nu/")
    said = page.locator(".quick-exit").inner_text()
    assert "In de geschiedenis van je browser blijft wel staan" in said
    assert "Ook de knop Terug werkt nog" in said
    page.click(EXIT)
    is_gone(page)


def test_at_400_percent_with_the_strip_open_nothing_covers_what_has_the_focus(page):
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto("/voor-naasten/")
    page.click(".help-strip summary")
    for _ in range(60):
        page.keyboard.press("Tab")
        covered = page.evaluate(
            """() => {
              const focused = document.activeElement;
              if (!focused || focused === document.body) return false;
              const box = focused.getBoundingClientRect();
              const x = box.x + Math.min(box.width, 20) / 2;
              const y = Math.min(Math.max(box.y + Math.min(box.height, 20) / 2, 1), innerHeight - 1);
              const top = document.elementFromPoint(x, y);
              return !(top && (focused.contains(top) || top.contains(focused)));
            }"""
        )
        assert not covered
