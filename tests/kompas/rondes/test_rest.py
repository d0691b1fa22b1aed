"""Who only watches a page that refreshes itself rests (T2): the page says so, and leads back."""

import time

from django.urls import reverse

import pytest
import time_machine

from tests.kompas.rondes.pages import address
from tests.toegang.people import is_inside, logged_in

MINUTE_S = 60


@pytest.fixture
def clock(world):
    with time_machine.travel(time.time(), tick=False) as traveller:
        yield traveller


def part(browser, ronde, name: str, of: str):
    """As the page fetches its figures by itself."""
    page = f"http://testserver{address(of, ronde)}"
    headers = {"HX-Request": "true", "HX-Current-URL": page}
    return browser.get(address(name, ronde), headers=headers)


def back_to(page: str) -> str:
    return f"{reverse('account_login')}?next={page.replace('/', '%2F')}"


def test_the_round_says_beforehand_that_watching_alone_ends_the_login(world):
    ronde = world.new_ronde()
    text = logged_in(world.noor).get(address("ronde", ronde)).text
    assert "Kijk je alleen, dan vragen we na een tijd om weer in te loggen." in text


def test_after_an_hour_of_watching_the_whole_window_goes_to_the_login_and_back(
    world, clock
):
    ronde = world.new_ronde()
    browser = logged_in(world.noor)
    browser.get(address("ronde", ronde))
    for _ in range(4):
        clock.shift(20 * MINUTE_S)
        answer = part(browser, ronde, "ronde_tellingen", "ronde")
    assert answer.status_code == 401
    assert answer["HX-Redirect"] == back_to(address("ronde", ronde)) + "&rust=1"


def test_the_screen_on_the_wall_stands_still_and_keeps_its_code(world, clock):
    """The login has ended all the same; only the count is replaced, by a way back."""
    ronde = world.new_ronde()
    browser = logged_in(world.noor)
    browser.get(address("ronde_scherm", ronde))
    clock.shift(61 * MINUTE_S)
    for _ in range(2):  # another tab may have found out first
        answer = part(browser, ronde, "ronde_scherm_telling", "ronde_scherm")
        assert answer.status_code == 200
        assert "HX-Redirect" not in answer
        assert 'id="telling"' in answer.text
        assert "hx-get" not in answer.text
        assert back_to(address("ronde_scherm", ronde)) in answer.text
    assert not is_inside(browser)


def test_the_screen_itself_asks_for_a_login(world, clock):
    ronde = world.new_ronde()
    browser = logged_in(world.noor)
    clock.shift(61 * MINUTE_S)
    answer = browser.get(address("ronde_scherm", ronde))
    assert answer.status_code == 302
