"""The crisiskaart on a phone: locked with a code, read without a connection, and forgotten at
logout, after withdrawal and after its day."""

from datetime import timedelta

from django.utils import timezone

import pytest
from playwright.sync_api import expect

from basis.actor import Actor, acting
from clientplan.models import Crisiskaart, Kaartpersoon
from clientplan.services.items import add_item
from tests.care import add_care
from toegang.choices import Soort

expect.set_options(timeout=20_000)
CODE = "poes 42 boom"
PUT, HERE = "/plan/crisiskaart/telefoon/", "/mijn-kaart/"


@pytest.fixture
def carla(world):
    add_care(world)
    with acting(Actor.person(world.carla.pk, rol=Soort.CLIENT)):
        day = timezone.localdate() + timedelta(days=100)
        card = Crisiskaart(client=world.plan, nakijken_op=day)
        add_item(card, words={"wel_doen": "Licht aan\nTv uit", "regie": "Post: Bep"})
        words = {"naam": "Mirjam", "wie": "mijn zus", "telefoon": "0600000011"}
        one = add_item(Kaartpersoon(client=world.plan), words=words)
    rows = Kaartpersoon.objects.for_job("proefdata").filter(pk=one.pk)
    rows.update(akkoord=True, akkoord_op=world.today)
    return world.carla


@pytest.fixture
def phone(people, carla):
    """With the card on it."""
    page = people.page(carla)
    page.said = []
    page.on("console", lambda message: page.said.append(message.text))
    page.goto(PUT)
    place(page)
    expect(page.locator("[data-staat]")).to_be_visible()
    return page


def place(page, code=CODE, again=CODE, own=True):
    if own:
        page.check("#eigen")
    page.fill("#code", code)
    page.fill("#nog", again)
    page.click("[data-zet] button")


def unlock(page, code=CODE):
    page.fill("#code", code)
    page.click("[data-slot] button")


def stored(page):
    return page.evaluate("localStorage.getItem('crisiskaart')")


def test_it_is_read_without_a_connection_and_without_logging_in(phone):
    phone.context.clear_cookies()
    phone.context.set_offline(True)
    phone.goto(HERE)
    expect(phone.locator("[data-offline]")).to_be_visible()
    unlock(phone)
    card = phone.locator("[data-kaart]")
    expect(card).to_be_visible()
    expect(card).to_contain_text("Ik ben Carla")
    expect(card).to_contain_text("Licht aan")
    assert phone.get_attribute("a.dial", "href") == "tel:+31600000011"
    dial = phone.locator(".dial").first
    assert dial.evaluate("box => getComputedStyle(box).display") == "flex"
    assert [text for text in phone.said if "Content Security" in text] == []


def test_help_now_comes_along(phone):
    phone.goto("/hulp-nu/")
    phone.context.set_offline(True)
    phone.goto("/hulp-nu/")
    expect(phone.locator("main")).to_contain_text("112")
    phone.click("text=Mijn crisiskaart op deze telefoon")
    expect(phone.locator("[data-slot]")).to_be_visible()


def test_another_code_opens_nothing_and_no_word_lies_open(phone):
    phone.context.set_offline(True)
    phone.goto(HERE)
    unlock(phone, "000000")
    expect(phone.locator("[data-verkeerd]")).to_be_visible()
    expect(phone.locator("[data-kaart]")).to_be_hidden()
    kept = stored(phone)
    assert [word for word in ("Carla", "Mirjam", "Licht", CODE) if word in kept] == []


def test_logging_out_takes_it_off(phone):
    phone.goto("/uitloggen/")
    phone.click("main button.primary")
    phone.wait_for_load_state()
    phone.goto(HERE)
    expect(phone.locator("[data-geen=leeg]")).to_be_visible()
    assert stored(phone) is None


def test_taken_off_all_phones_it_is_gone_at_the_next_connection(phone, people, carla):
    elsewhere = people.page(carla)
    elsewhere.goto(PUT)
    elsewhere.click("text=Haal van alle telefoons")
    elsewhere.wait_for_load_state()
    phone.goto(HERE)
    expect(phone.locator("[data-geen=ingetrokken]")).to_be_visible()
    assert stored(phone) is None


def test_after_its_day_it_is_gone_also_without_a_connection(phone):
    phone.context.set_offline(True)
    phone.evaluate(
        """() => {
          const kept = JSON.parse(localStorage.getItem("crisiskaart"));
          localStorage.setItem("crisiskaart", JSON.stringify({ ...kept, tot: "2020-01-01" }));
        }"""
    )
    phone.goto(HERE)
    expect(phone.locator("[data-geen=oud]")).to_be_visible()
    assert stored(phone) is None


def test_taken_off_by_hand_it_is_gone(phone):
    phone.click("[data-haal-weg]")
    expect(phone.locator("[data-zet]")).to_be_visible()
    assert stored(phone) is None


def test_it_asks_whose_phone_it_is_and_for_a_code_that_is_no_slip(people, carla):
    page = people.page(carla)
    page.goto(PUT)
    place(page, own=False)
    expect(page.locator("[data-fout=eigen]")).to_be_visible()
    place(page, again="iets anders")
    expect(page.locator("[data-fout=anders]")).to_be_visible()
    place(page, "kort", "kort")
    expect(page.locator("[data-fout=kort]")).to_be_visible()
    assert stored(page) is None


def test_without_javascript_the_page_says_what_to_do_instead(people, carla):
    page = people.page(carla, java_script_enabled=False)
    page.goto(PUT)
    expect(page.locator("[data-zonder-script]")).to_contain_text("Print je kaart")
    expect(page.locator("[data-zet]")).to_be_hidden()
