"""Hulp nu without a connection: as it was at the last visit, with its date, and new again
at the next connection."""

import pytest
from playwright.sync_api import expect

from netwerk.models import Hulpnummer
from tests.netwerk.hulp import rows

expect.set_options(timeout=15_000)
HERE = "/hulp-nu/lindestroom/"
OFFLINE = "Je hebt nu geen verbinding."


@pytest.fixture
def region(world):
    rows.line(world.regio)
    rows.crisis_line(world.regio)
    return world


def visited(people, user=None):
    """A window that was on the page until it said that it is kept."""
    page = people.page(user)
    page.goto(HERE)
    expect(page.locator("[data-bewaard]")).to_be_visible()
    return page


def kept_text(page) -> str:
    """Everything that stands in the caches of this device."""
    return page.evaluate(
        """async () => {
          const texts = [];
          for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) {
              const type = (await cache.match(request)).headers.get("Content-Type") || "";
              if (type.includes("html")) texts.push(await (await cache.match(request)).text());
            }
          }
          return texts.join("");
        }"""
    )


def test_after_one_visit_the_page_opens_without_a_connection(people, region):
    page = visited(people)
    page.context.set_offline(True)
    page.goto(HERE)
    expect(page.locator("main")).to_contain_text("0100 – 11 22 33")
    expect(page.locator(".kept")).to_contain_text(OFFLINE)
    expect(page.locator(".kept")).to_be_visible()
    expect(page.locator("main")).to_contain_text("Opgehaald op")
    look = page.locator(".helpline.urgent").first
    assert look.evaluate("box => getComputedStyle(box).display") == "flex"


def test_what_the_menu_opens_is_the_region_that_was_kept(people, region):
    page = visited(people)
    page.context.set_offline(True)
    page.goto("/hulp-nu/")
    expect(page.locator("main")).to_contain_text("0100 – 11 22 33")


def test_online_it_says_nothing_of_being_kept_and_looks_new(people, region):
    page = visited(people)
    expect(page.locator(".kept")).to_be_hidden()
    Hulpnummer.objects.update(nummer="0100 – 11 22 99")
    page.goto(HERE)
    expect(page.locator("main")).to_contain_text("0100 – 11 22 99")


def test_a_number_that_changed_is_new_at_the_next_connection(people, region):
    page = visited(people)
    Hulpnummer.objects.filter(mag_bellen="iedereen").update(nummer="0100 – 11 22 99")
    page.context.set_offline(True)
    page.goto(HERE)
    expect(page.locator("main")).to_contain_text("0100 – 11 22 33")
    page.context.set_offline(False)  # the page hears it, and looks again
    expect(page.locator("main")).to_contain_text("0100 – 11 22 99")
    expect(page.locator("[data-bewaard]")).to_be_visible()  # and that is what is kept
    page.context.set_offline(True)
    page.goto(HERE)
    expect(page.locator("main")).to_contain_text("0100 – 11 22 99")


def test_another_page_of_help_that_was_never_seen_has_the_numbers_too(people, region):
    page = visited(people)
    page.context.set_offline(True)
    page.goto("/hulp-nu/heuvelrug/")
    expect(page.locator("h1")).to_have_text("Even geen verbinding")
    hrefs = page.locator("main a.call").evaluate_all("all => all.map(a => a.href)")
    assert hrefs[:2] == ["tel:112", "tel:113"]


def test_pages_outside_help_are_not_kept(people, region):
    page = visited(people)
    page.goto("/voor-naasten/")
    page.context.set_offline(True)
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        page.goto("/voor-naasten/")
    assert page.context.service_workers[0].url.endswith("/hulp-nu/sw.js")


def test_of_who_is_logged_in_nothing_is_kept(people, region):
    page = visited(people, region.noor)
    kept = kept_text(page)
    assert "Hulp nu" in kept
    assert [word for word in ("Noor", "Uitloggen", rows.SECRET) if word in kept] == []


def test_a_page_of_somebody_elses_network_is_not_kept(people, region):
    """A Wi-Fi that answers every address with its login page."""
    page = visited(people)
    page.context.route(
        "**/hulp-nu/lindestroom/",
        lambda route: route.fulfill(body="<h1>Log in</h1>", content_type="text/html"),
    )
    page.goto(HERE)
    page.context.unroute_all()
    page.context.set_offline(True)
    page.goto(HERE)
    expect(page.locator("main")).to_contain_text("0100 – 11 22 33")


def test_when_the_product_is_down_the_kept_page_is_shown(people, region):
    page = visited(people)
    page.context.route(
        "**/hulp-nu/lindestroom/", lambda route: route.fulfill(status=503)
    )
    page.goto(HERE)
    expect(page.locator(".kept")).to_be_visible()
    expect(page.locator("main")).to_contain_text("0100 – 11 22 33")


def test_our_policy_stops_nothing_of_it(people, region):
    page, said = people.page(), []
    page.on("console", lambda message: said.append(message.text))
    page.goto(HERE)
    expect(page.locator("[data-bewaard]")).to_be_visible()
    page.context.set_offline(True)
    page.goto(HERE)
    expect(page.locator(".kept")).to_be_visible()
    assert [text for text in said if "Content Security" in text] == []
