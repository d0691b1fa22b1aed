"""Getting in with an e-mail address and a password, and out again."""

from django.core.cache import cache
from django.test import Client

import pytest

from tests.toegang.people import LOGIN, VANDAAG, is_inside, knock, log_lines, logged_in
from tests.world import PASSWORD

WRONG = "horen niet bij elkaar"


def test_who_knows_the_password_gets_in(world):
    assert knock(Client(), world.noor.email)["Location"] == VANDAAG


def test_and_is_back_at_the_page_that_was_asked_for(world):
    browser = Client()
    door = browser.get("/account/")["Location"]
    assert door == "/inloggen/?next=%2Faccount%2F"
    page = browser.get(door)
    assert 'name="next" value="/account/"' in page.content.decode()
    sent = {"login": world.noor.email, "password": PASSWORD, "next": "/account/"}
    assert browser.post(LOGIN, sent)["Location"] == "/account/"


@pytest.mark.parametrize("evil", ["https://evil.example/", "//evil.example", "/\\evil"])
def test_never_at_the_page_of_another_site(world, evil):
    sent = {"login": world.noor.email, "password": PASSWORD, "next": evil}
    assert Client().post(LOGIN, sent)["Location"] == VANDAAG


@pytest.mark.parametrize(
    "typed",
    [
        "NOOR@EXAMPLE.NL",
        "  noor@example.nl ",
        "mailto:noor@example.nl",
        "Noor@example.NL",
        "noor@example.nl\u00a0",
    ],
)
def test_one_address_is_one_account_however_it_is_typed(world, typed):
    assert knock(Client(), typed).status_code == 302


@pytest.mark.parametrize(
    ("email", "password"),
    [
        ("noor@example.nl", "dat-is-het-niet"),
        ("niemand-hier@example.nl", PASSWORD),
        ("noor@example.nl", f"{PASSWORD} "),
    ],
)
def test_the_answer_never_says_whether_an_account_exists(world, email, password):
    answer = knock(Client(), email, password)
    assert answer.status_code == 422
    assert WRONG in answer.content.decode()


def test_who_has_no_account_takes_as_long_to_refuse(world, monkeypatch):
    """A password is hashed in both cases."""
    hashed = []
    monkeypatch.setattr(
        "django.contrib.auth.hashers.MD5PasswordHasher.encode",
        lambda self, password, salt: hashed.append(1) or f"md5${salt}$x",
    )
    knock(Client(), "niemand-hier@example.nl")
    assert hashed


@pytest.mark.parametrize(
    "junk", ["\0", "a\0b", "😀" * 40, "x" * 10_000, "\u202e\u202e", "\r\n"]
)
@pytest.mark.parametrize("field", ["login", "password", "next"])
def test_strange_words_are_refused_and_break_nothing(world, field, junk):
    sent = {"login": world.noor.email, "password": PASSWORD, field: junk}
    answer = Client().post(LOGIN, sent)
    assert answer.status_code == (302 if field == "next" else 422)
    if field == "next":
        assert answer["Location"] == VANDAAG


def test_a_closed_account_is_told_so_by_the_right_password_only(world):
    world.noor.is_active = False
    world.noor.save()
    assert knock(Client(), world.noor.email).status_code == 403
    assert knock(Client(), world.noor.email, "fout-wachtwoord").status_code == 422


def test_a_session_of_a_closed_account_is_over(world):
    browser = logged_in(world.noor)
    world.noor.is_active = False
    world.noor.save()
    assert not is_inside(browser)


def test_opening_the_logout_page_logs_nobody_out(world):
    browser = logged_in(world.noor)
    assert "Wil je uitloggen" in browser.get("/uitloggen/").content.decode()
    assert is_inside(browser)


def test_sending_it_does(world):
    browser = logged_in(world.noor)
    answer = browser.post("/uitloggen/", follow=True)
    assert "Je bent uitgelogd." in answer.content.decode()
    assert not is_inside(browser)


def test_pages_behind_the_login_stay_nowhere(world):
    """So the Back button after logging out shows the login page."""
    browser = logged_in(world.noor)
    for path in ("/account/", "/sessies/", "/tweede-stap/"):
        assert "no-store" in browser.get(path)["Cache-Control"], path


def test_coming_in_and_going_out_are_written_down(world):
    browser = Client()
    knock(browser, world.noor.email, "fout-wachtwoord")
    knock(browser, world.noor.email)
    browser.post("/uitloggen/")
    assert log_lines() == [
        ("inloggen", "wachtwoord", 4),
        ("inloggen", "", 0),
        ("uitloggen", "", 0),
    ]


def test_without_redis_the_login_door_says_so_and_other_pages_go_on(
    world, settings, monkeypatch
):
    inside = logged_in(world.noor)
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "unix:///is/er/niet.sock",
        }
    }
    monkeypatch.setattr(cache, "_connections", type(cache._connections)())
    browser = Client(raise_request_exception=False)
    answer = browser.post(LOGIN, {"login": "a@example.nl", "password": "x"})
    assert answer.status_code == 503
    assert "Even niet bereikbaar" in answer.content.decode()
    assert browser.get(LOGIN).status_code == 200
    assert is_inside(inside)
