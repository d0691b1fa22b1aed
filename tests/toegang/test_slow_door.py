"""The login door slows down and never locks (T2)."""

import time

from django.test import Client

import pytest
import time_machine

from tests.toegang.people import LOGIN, knock, logged_in
from tests.world import PASSWORD

WRONG = "dat-is-het-niet-1"
ROOM = {"REMOTE_ADDR": "192.0.2.7"}


@pytest.fixture
def clock(world):
    with time_machine.travel(time.time(), tick=False) as traveller:
        yield traveller


def guess(browser: Client, email: str, times: int) -> list[int]:
    return [knock(browser, email, WRONG).status_code for _ in range(times)]


def test_a_few_wrong_tries_are_free(world, clock):
    assert guess(Client(), world.noor.email, 5) == [422] * 5


def test_then_the_door_waits_and_says_for_how_long(world, clock):
    browser = Client()
    guess(browser, world.noor.email, 6)
    answer = knock(browser, world.noor.email)
    assert answer.status_code == 429
    assert answer["Retry-After"] in {"5", "6"}
    text = answer.content.decode()
    assert f"Wacht {answer['Retry-After']} seconden" in text
    assert "Er is niets op slot" in text


def test_after_the_wait_the_right_password_opens(world, clock):
    browser = Client()
    guess(browser, world.noor.email, 6)
    clock.shift(7)
    assert knock(browser, world.noor.email).status_code == 302


def test_the_wait_is_as_long_as_what_is_left_of_it(world, clock):
    browser = Client()
    guess(browser, world.noor.email, 6)
    clock.shift(3)
    assert int(knock(browser, world.noor.email)["Retry-After"]) <= 3


def test_right_logins_never_count(world, clock):
    browser = Client()
    for _ in range(40):
        assert knock(browser, world.noor.email).status_code == 302
        browser.post("/uitloggen/")


def test_a_right_login_forgets_the_wrong_tries_of_that_device(world, clock):
    browser = Client()
    guess(browser, world.noor.email, 5)
    knock(browser, world.noor.email)
    browser.post("/uitloggen/")
    assert guess(browser, world.noor.email, 5) == [422] * 5


@pytest.mark.parametrize("keeps_cookies", [True, False])
def test_a_room_of_250_gets_in_while_one_of_them_guesses(world, clock, keeps_cookies):
    people = world.people(*(f"Persoon {n}" for n in range(250)))
    guesser = Client(**ROOM)
    for n, person in enumerate(people):
        if not keeps_cookies:
            guesser.cookies.clear()
        guess(guesser, people[-n].email, 2)
        assert knock(Client(**ROOM), person.email).status_code == 302, n
    guess(guesser, world.noor.email, 30)
    assert knock(guesser, world.noor.email, WRONG).status_code == 429


def test_who_guesses_from_ever_new_devices_meets_the_account(world, clock):
    for _ in range(21):
        knock(Client(), world.noor.email, WRONG)
    answer = knock(Client(), world.noor.email)
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) <= 31


def test_a_stalker_cannot_keep_somebody_out_of_their_own_device(world, clock):
    """A device that got in before has a count of its own."""
    own = logged_in(world.noor)
    own.post("/uitloggen/")
    for _ in range(60):
        knock(Client(), world.noor.email, WRONG)
    assert knock(Client(), world.noor.email).status_code == 429
    assert knock(own, world.noor.email).status_code == 302


def test_the_door_says_the_same_of_an_account_that_is_not_there(world, clock):
    answers = {
        email: guess(Client(), email, 8)
        for email in (world.noor.email, "niet-hier@example.nl")
    }
    assert len({tuple(codes) for codes in answers.values()}) == 1


def test_a_made_up_device_cookie_is_no_cookie(world, clock):
    for n in range(25):
        browser = Client()
        browser.cookies["toestel"] = f"verzonnen:{n}"
        browser.post(LOGIN, {"login": world.noor.email, "password": WRONG})
    browser = Client()
    browser.cookies["toestel"] = "verzonnen"
    answer = browser.post(LOGIN, {"login": world.noor.email, "password": PASSWORD})
    assert answer.status_code == 429


def test_the_cookie_of_a_device_holds_no_name_and_goes_to_the_door_only(world):
    browser = logged_in(world.noor)
    cookie = browser.cookies["toestel"]
    assert cookie["path"] == "/inloggen/"
    assert cookie["httponly"]
    assert "noor" not in cookie.value
