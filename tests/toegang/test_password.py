"""A new password, by who is logged in or by who reads the mailbox."""

import time

from django.test import Client

import pytest
import time_machine

from tests.toegang.people import (
    CODE,
    app_code,
    is_inside,
    knock,
    link_in,
    log_lines,
    logged_in,
    sent,
    with_app,
)
from tests.world import PASSWORD

NEW = "een-heel-nieuw-wachtwoord-4"
FORGOT, SENT = "/wachtwoord/vergeten/", "/wachtwoord/verstuurd/"


def forgotten(email: str) -> str:
    """Asks for a letter; returns the link in it."""
    assert Client().post(FORGOT, {"email": email})["Location"] == SENT
    return link_in(sent()[-1])


def test_the_link_of_the_letter_leads_in_with_a_new_password(world):
    link = forgotten("MAILTO:Noor@example.nl ")
    browser = Client()
    assert browser.get(link).status_code == 200
    assert browser.post(link, {"wachtwoord": NEW})["Location"] == "/vandaag/"
    assert is_inside(browser)
    assert knock(Client(), world.noor.email, NEW).status_code == 302
    assert knock(Client(), world.noor.email).status_code == 422


def test_opening_the_link_changes_nothing(world):
    link = forgotten(world.noor.email)
    for _ in range(3):
        assert Client().get(link).status_code == 200
    assert knock(Client(), world.noor.email).status_code == 302


def test_it_works_once(world):
    link = forgotten(world.noor.email)
    Client().post(link, {"wachtwoord": NEW})
    assert Client().post(link, {"wachtwoord": PASSWORD}).status_code == 404
    assert Client().get(link).status_code == 404


def test_and_for_a_day(world):
    link = forgotten(world.noor.email)
    with time_machine.travel(time.time() + 86_500):
        assert Client().get(link).status_code == 404


def test_a_used_a_wrong_and_a_made_up_link_are_the_same_page(world):
    link = forgotten(world.noor.email)
    Client().post(link, {"wachtwoord": NEW})
    made_up = "/wachtwoord/nieuw/00000000-0000-0000-0000-000000000000/x/"
    pages = {Client().get(path).content for path in (link, f"{link[:-3]}xx/", made_up)}
    assert len(pages) == 1


def test_a_weak_password_keeps_the_link(world):
    link = forgotten(world.noor.email)
    for weak in ("kort", "wachtwoord123", "password1234", "a\0" * 10, ""):
        assert Client().post(link, {"wachtwoord": weak}).status_code == 422
    assert Client().post(link, {"wachtwoord": NEW}).status_code == 302


def test_the_second_step_is_asked_all_the_same(world):
    secret = with_app(world.noor)
    browser = Client()
    assert (
        browser.post(forgotten(world.noor.email), {"wachtwoord": NEW})["Location"]
        == CODE
    )
    assert not is_inside(browser)
    browser.post(CODE, {"code": app_code(secret)})
    assert is_inside(browser)


def test_somebody_elses_session_on_the_same_device_ends(world):
    browser = logged_in(world.wim)
    browser.post(forgotten(world.noor.email), {"wachtwoord": NEW})
    assert "noor@example.nl" in browser.get("/account/").content.decode()


def test_every_session_of_the_old_password_ends(world):
    browser = logged_in(world.noor)
    Client().post(forgotten(world.noor.email), {"wachtwoord": NEW})
    assert not is_inside(browser)


@pytest.mark.parametrize("email", ["noor@example.nl", "niet-hier@example.nl"])
def test_the_answer_never_says_whether_there_is_an_account(world, email):
    answer = Client().post(FORGOT, {"email": email}, follow=True)
    assert "Hebben we een account met dit adres?" in answer.content.decode()


def test_nobody_without_an_account_is_written_to(world):
    Client().post(FORGOT, {"email": "niet-hier@example.nl"})
    assert sent() == []


def test_a_closed_account_is_not_written_to(world):
    world.noor.is_active = False
    world.noor.save()
    Client().post(FORGOT, {"email": world.noor.email})
    assert sent() == []


def test_asking_again_and_again_slows_down_for_whoever_it_is(world):
    for email in (world.noor.email, "niet-hier@example.nl"):
        answers = [
            Client().post(FORGOT, {"email": email}).status_code for _ in range(5)
        ]
        assert answers == [302, 302, 302, 302, 429], email


def test_the_letter_says_nothing_that_others_may_not_read(world):
    Client().post(FORGOT, {"email": world.noor.email})
    letter = sent()[-1]
    assert letter.subject == "Een nieuw wachtwoord kiezen"
    assert "24 uur" in letter.body


def test_a_device_with_the_mailbox_is_known_from_then_on(world):
    """However hard somebody else keeps guessing."""
    browser = Client()
    browser.post(forgotten(world.noor.email), {"wachtwoord": NEW})
    browser.post("/uitloggen/")
    for _ in range(60):
        knock(Client(), world.noor.email, "fout-wachtwoord")
    assert knock(browser, world.noor.email, NEW).status_code == 302


def test_who_is_logged_in_chooses_another_and_stays_in(world):
    browser, other = logged_in(world.noor), logged_in(world.noor)
    assert browser.post("/wachtwoord/", {"wachtwoord": NEW})["Location"] == "/account/"
    assert is_inside(browser)
    assert not is_inside(other)
    assert len(browser.get("/sessies/").context["apparaten"]) == 1


@pytest.mark.parametrize(
    "weak", ["kort", "Wachtwoord-2026", "314159265358979", "", "x" * 129]
)
def test_a_weak_one_is_refused_and_changes_nothing(world, weak):
    browser = logged_in(world.noor)
    assert browser.post("/wachtwoord/", {"wachtwoord": weak}).status_code == 422
    assert knock(Client(), world.noor.email).status_code == 302


def test_it_is_written_down_and_told_by_mail(world):
    logged_in(world.noor).post("/wachtwoord/", {"wachtwoord": NEW})
    assert ("wachtwoord", "", 0) in log_lines()
    assert "Was jij dat niet?" in sent()[-1].body
