"""The session ended while somebody was writing: without a script too, the words come back."""

from django.contrib.sessions.models import Session

import pytest
from playwright.sync_api import expect

from clientplan.models import Dagboekblad
from tests.care import add_care
from tests.world import PASSWORD

WORDS = "Vandaag was het stil 😀"


@pytest.fixture
def carla(world):
    add_care(world)
    return world.carla


def log_in_again(page, user) -> None:
    expect(page.get_by_text("Het is ook niet weg")).to_be_visible()
    assert WORDS not in page.content()
    page.fill("[name=login]", user.email)
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.get_by_role("button", name="Terug naar wat je invulde").click()
    expect(page.get_by_text("Je woorden staan er nog")).to_be_visible()


def test_a_page_of_the_diary_without_a_script(people, carla):
    page = people.page(carla, java_script_enabled=False)
    pages = Dagboekblad.objects.for_job("proefdata")
    before = pages.count()
    page.goto("/plan/dagboek/nieuw/")
    page.fill("[name=tekst]", WORDS)
    Session.objects.all().delete()
    page.click("main button.primary")
    log_in_again(page, carla)
    expect(page.locator("[name=tekst]")).to_have_value(WORDS)
    assert pages.count() == before
    page.click("main button.primary")
    expect(page.get_by_text("Bewaard")).to_be_visible()
    expect(page.get_by_text(WORDS)).to_be_visible()


def test_a_goal_whose_draft_is_kept_while_typing(people, carla):
    page = people.page(carla)
    page.goto("/plan/doelen/nieuw/")
    Session.objects.all().delete()
    page.locator("main textarea").first.press_sequentially(WORDS)
    expect(page.get_by_text("Schrijf gerust verder")).to_be_visible()
    page.click("main button.primary")
    log_in_again(page, carla)
    expect(page.locator("main textarea").first).to_have_value(WORDS)
