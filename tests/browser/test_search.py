"""Searching in a browser: filters without losing the place, Back, and without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from tests.netwerk.zoeken.kaart import Kaart

PATH = "/sociale-kaart/?q=inloop&plaats=Lindehoven&straal=regio"


@pytest.fixture
def kaart(world):
    kaart = Kaart(world)
    for n in range(3):
        kaart.zet(f"Inloop {n}", punt=(52.01, 5.5 + n / 100), voor=kaart.regio)
    kaart.zet("Inloop thuis", manieren=["thuis"], voor=kaart.regio)
    return kaart


def test_a_filter_keeps_the_focus_and_stands_in_the_address(people, kaart):
    page = people.page(width=1280)
    page.goto(PATH)
    page.locator("#f-huis-aan").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#gevonden")).to_have_text("1 plek")
    expect(page.locator("#f-huis-aan")).to_be_focused()
    expect(page).to_have_url(re.compile("huis=aan"))
    expect(page.locator("#gezegd")).to_have_text("1 plek")
    expect(page.locator("#verborgen input[name=huis]")).to_have_value("aan")
    expect(page).to_have_title(re.compile("^1 plek voor ‘inloop’"))
    page.keyboard.press("Enter")
    expect(page.locator("#gevonden")).to_have_text("4 plekken")
    expect(page.locator("#f-huis-aan")).to_be_focused()


def test_back_is_a_whole_page_with_what_was_chosen(people, kaart):
    page = people.page(width=1280)
    page.goto(PATH)
    page.click("#f-huis-aan")
    expect(page.locator("#gevonden")).to_have_text("1 plek")
    page.goto("/over/")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Zoek hulp of steun")
    expect(page.locator("#gevonden")).to_have_text("1 plek")
    page.go_back()
    expect(page.locator("#gevonden")).to_have_text("4 plekken")
    expect(page.locator("header.top")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_it_works_without_javascript(people, kaart, width):
    page = people.page(width=width, java_script_enabled=False)
    page.goto("/sociale-kaart/")
    page.fill("#q", "inloop")
    page.fill("#plaats", "Lindehoven")
    page.select_option("#straal", "regio")
    page.click("form[role=search] button")
    expect(page.locator("#gevonden")).to_have_text("4 plekken")
    if width < 700:
        page.click("button:has-text('Filters')")
    page.click("#f-huis-aan")
    expect(page.locator("#gevonden")).to_have_text("1 plek")
    expect(page.locator(".result h3 a")).to_have_text("Inloop thuis")


def test_after_a_filter_in_the_sheet_of_a_phone_the_answer_has_the_focus(people, kaart):
    page = people.page()
    page.goto(PATH)
    page.click("button:has-text('Filters')")
    page.click("#f-huis-aan")
    expect(page.locator("#gevonden")).to_have_text("1 plek")
    expect(page.locator("#gevonden")).to_be_focused()
