"""A session ends after a time of rest, and a login leads back (T2)."""

import time

import pytest
import time_machine

from tests.toegang.people import is_inside, knock, log_lines, logged_in
from toegang.choices import Soort

MINUTE_S = 60
PART = {"HX-Request": "true", "HX-Current-URL": "http://testserver/rol/?x=1"}


@pytest.fixture
def clock(world):
    with time_machine.travel(time.time(), tick=False) as traveller:
        yield traveller


def test_after_an_hour_of_rest_somebody_is_out(world, clock):
    browser = logged_in(world.noor)
    clock.shift(61 * MINUTE_S)
    assert not is_inside(browser)


def test_who_goes_on_working_stays_in(world, clock):
    browser = logged_in(world.noor)
    for _ in range(6):
        clock.shift(40 * MINUTE_S)
        assert is_inside(browser)


def test_professionals_are_out_sooner_in_whichever_role(world, clock):
    world.role(world.noor, Soort.PROFESSIONAL, organisatie=world.ggz)
    browser = logged_in(world.noor)
    session = browser.session
    session["rol"] = "procesbegeleider"
    session.save()
    clock.shift(31 * MINUTE_S)
    assert not is_inside(browser)


def test_the_login_page_says_kindly_what_happened_and_leads_back(world, clock):
    browser = logged_in(world.noor)
    clock.shift(61 * MINUTE_S)
    page = browser.get("/rol/?x=1", follow=True)
    assert page.redirect_chain == [("/inloggen/?next=%2Frol%2F%3Fx%3D1&rust=1", 302)]
    assert "Je was een tijdje weg" in page.content.decode()
    back = {"login": world.noor.email, "password": "zeer-lang-wachtwoord-9"}
    assert (
        browser.post(
            page.request["PATH_INFO"] + "?" + page.request["QUERY_STRING"], back
        )["Location"]
        == "/rol/?x=1"
    )


def test_a_public_page_just_opens_for_who_was_away(world, clock):
    browser = logged_in(world.noor)
    clock.shift(61 * MINUTE_S)
    assert browser.get("/over/").status_code == 200


def test_a_form_that_was_sent_leads_back_to_its_page(world, clock):
    browser = logged_in(world.noor)
    clock.shift(61 * MINUTE_S)
    answer = browser.post("/sessies/", headers={"Referer": "http://testserver/rol/"})
    assert answer["Location"] == "/inloggen/?next=%2Frol%2F&rust=1"


@pytest.mark.parametrize(
    "page", ["http://[", "https://evil.example//evil.example/", "", "x"]
)
def test_a_strange_referer_leads_to_the_beginning(world, clock, page):
    browser = logged_in(world.noor)
    clock.shift(61 * MINUTE_S)
    answer = browser.post("/sessies/", headers={"Referer": page})
    assert answer["Location"] == "/inloggen/?next=%2F&rust=1"


def test_a_part_of_a_page_never_holds_a_login_page(world, clock):
    browser = logged_in(world.noor)
    clock.shift(61 * MINUTE_S)
    answer = browser.get("/account/", headers=PART)
    assert answer.status_code == 401
    assert answer["HX-Redirect"] == "/inloggen/?next=%2Frol%2F%3Fx%3D1&rust=1"
    assert answer.content == b""


def test_what_a_page_fetches_by_itself_is_rest(world, clock):
    """A page with a part that refreshes would never be logged out."""
    browser = logged_in(world.noor)
    for _ in range(4):
        clock.shift(20 * MINUTE_S)
        answer = browser.get("/account/", headers=PART)
    assert answer.status_code == 401


def test_who_is_scoring_is_not_thrown_out_and_leaves_no_trace_in_the_session(
    world, clock
):
    ronde = world.new_ronde()
    browser = logged_in(world.amina)
    browser.get(f"/meedoen/{ronde.code}/")
    before = browser.session._get_session_from_db().session_data
    clock.shift(90 * MINUTE_S)
    answer = browser.get(f"/meedoen/{ronde.code}/", follow=True)
    assert answer.status_code == 200
    assert "_wie" not in answer.content.decode()  # whose form it is, no ballot says
    assert browser.session._get_session_from_db().session_data == before


def test_a_day_is_the_longest(world, clock):
    browser = logged_in(world.noor)
    assert browser.session.get_expiry_age() == 86_400


def test_it_is_written_down_why(world, clock):
    browser = logged_in(world.noor)
    clock.shift(61 * MINUTE_S)
    browser.get("/account/")
    assert [kind for kind, _, _ in log_lines()] == ["inloggen", "uitloggen"]


def test_logging_in_again_starts_anew(world, clock):
    browser = logged_in(world.noor)
    clock.shift(61 * MINUTE_S)
    browser.get("/account/")
    knock(browser, world.noor.email)
    assert is_inside(browser)
