"""The second step: who must, an app, a list on paper, and when it is fresh (T2, T5)."""

import time

from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import decrypt

from tests.toegang.people import (
    CODE,
    STEP_S,
    VANDAAG,
    app_code,
    is_inside,
    knock,
    log_lines,
    logged_in,
    secret_of,
    sent,
    with_app,
)
from tests.world import PASSWORD
from toegang.choices import Soort
from toegang.roles import ActieveRol
from toegang.second_factor import FORCED, is_fresh
from toegang.selectors.second_factor import codes_of, state_of
from toegang.services import second_factor

CLOCK = "Kijk dan of de klok van je telefoon gelijkloopt"


@pytest.fixture
def forced(settings):
    settings.MFA_FORCED = True


def halfway(user) -> Client:
    """The password was right, the code is asked."""
    browser = Client()
    assert knock(browser, user.email)["Location"] == CODE
    return browser


# --- who must ------------------------------------------------------------------------


@pytest.mark.parametrize("soort", sorted(FORCED))
def test_who_reaches_care_data_or_gives_access_sets_it_up_first(
    world, forced, monkeypatch, soort
):
    roles = [ActieveRol(Soort(soort))]
    monkeypatch.setattr("toegang.middleware.roles_of", lambda user: roles)
    answer = logged_in(world.niemand).get("/account/")
    assert answer["Location"] == "/tweede-stap/?next=%2Faccount%2F"


@pytest.mark.parametrize("who", ["noor", "amina", "wim", "niemand"])
def test_who_only_works_in_a_traject_may_choose(world, forced, who):
    """A traject holds no care data: docs/adr/0003."""
    assert is_inside(logged_in(getattr(world, who)))


def test_switching_to_another_role_is_no_way_round(world, forced):
    world.role(world.noor, Soort.REGIOBEHEERDER, regio=world.regio)
    browser = logged_in(world.noor)
    session = browser.session
    session["rol"] = "procesbegeleider"
    session.save()
    assert browser.get("/account/").status_code == 302


def test_a_part_of_a_page_sends_the_whole_window(world, forced):
    part = {"HX-Request": "true", "HX-Current-URL": "http://testserver/account/"}
    answer = logged_in(world.teun).get("/account/", headers=part)
    assert answer["HX-Redirect"] == "/tweede-stap/?next=%2Faccount%2F"
    assert not answer.content


def test_who_must_hears_why_and_goes_back_afterwards(world, forced):
    browser = logged_in(world.teun)
    page = browser.get("/rol/", follow=True)
    assert "In jouw rol is die nodig" in page.content.decode()
    browser.post("/tweede-stap/papier/")
    assert 'href="/rol/"' in browser.get("/tweede-stap/codes/").content.decode()
    assert browser.get("/rol/").status_code == 200


# --- an app --------------------------------------------------------------------------


def test_an_app_is_set_up_with_a_code_of_it(world):
    browser = logged_in(world.noor)
    page = browser.get("/tweede-stap/app/").content.decode()
    assert "<svg" in page
    secret = secret_of(browser)
    answer = browser.post("/tweede-stap/app/", {"code": app_code(secret)})
    assert answer["Location"] == "/tweede-stap/codes/"
    assert state_of(world.noor).app
    assert "tweede_stap" not in browser.session


def test_a_wrong_code_keeps_the_same_secret(world):
    browser = logged_in(world.noor)
    browser.get("/tweede-stap/app/")
    secret = secret_of(browser)
    answer = browser.post("/tweede-stap/app/", {"code": "000000"})
    assert answer.status_code == 422
    assert CLOCK in answer.content.decode()
    assert secret_of(browser) == secret
    assert not state_of(world.noor).on


def test_the_next_login_asks_for_its_code(world):
    secret = with_app(world.noor)
    browser = halfway(world.noor)
    assert not is_inside(browser)
    answer = browser.post(CODE, {"code": app_code(secret)})
    assert answer["Location"] == VANDAAG
    assert is_inside(browser)


def test_and_leads_back_to_the_page_that_was_asked_for(world):
    secret = with_app(world.noor)
    browser = Client()
    words = {"login": world.noor.email, "password": PASSWORD, "next": "/rol/"}
    browser.post("/inloggen/", words)
    assert browser.post(CODE, {"code": app_code(secret)})["Location"] == "/rol/"


@pytest.mark.parametrize("steps", [-1, 0, 1])
def test_a_clock_that_is_half_a_minute_off_is_accepted_once(world, steps):
    secret = with_app(world.noor)
    code = app_code(secret, steps)
    first = halfway(world.noor).post(CODE, {"code": code})
    again = halfway(world.noor).post(CODE, {"code": code})
    assert (first.status_code, again.status_code) == (302, 422)


@pytest.mark.parametrize("steps", [-3, 3])
def test_a_clock_that_is_a_minute_and_a_half_off_is_not(world, steps):
    secret = with_app(world.noor)
    answer = halfway(world.noor).post(CODE, {"code": app_code(secret, steps)})
    assert answer.status_code == 422
    assert CLOCK in answer.content.decode()


def test_the_same_code_is_refused_for_as_long_as_it_is_good(world):
    """Also after half a minute, and when the cache forgot."""
    with time_machine.travel(time.time(), tick=False) as clock:
        secret = with_app(world.noor)
        code = app_code(secret, 1)
        assert halfway(world.noor).post(CODE, {"code": code}).status_code == 302
        clock.shift(STEP_S + 5)
        cache.clear()
        assert halfway(world.noor).post(CODE, {"code": code}).status_code == 422


def test_spaces_in_a_code_do_not_matter(world):
    secret = with_app(world.noor)
    code = app_code(secret)
    typed = f" {code[:3]} {code[3:]}"
    assert halfway(world.noor).post(CODE, {"code": typed}).status_code == 302


@pytest.mark.parametrize(
    "junk", ["", "\0", "😀😀😀😀😀😀", "x" * 10_000, "١٢٣٤٥٦", "12 34"]
)
def test_strange_codes_are_refused_and_break_nothing(world, junk):
    with_app(world.noor)
    assert halfway(world.noor).post(CODE, {"code": junk}).status_code == 422


def test_all_other_ways_stand_on_the_same_page(world, settings):
    settings.HELPDESK = "Bel 0800 1234."
    with_app(world.noor)
    text = halfway(world.noor).get(CODE).content.decode()
    for way in ("lijst met codes op papier", "andere telefoon", "Bel 0800 1234."):
        assert way in text


def test_wrong_codes_slow_the_door_down(world):
    with_app(world.noor)
    browser = halfway(world.noor)
    answers = [browser.post(CODE, {"code": "000000"}).status_code for _ in range(7)]
    assert answers == [422] * 6 + [429]


def test_a_new_phone_takes_the_place_of_the_old_one_when_it_works(world):
    old = with_app(world.noor)
    browser = halfway(world.noor)
    browser.post(CODE, {"code": app_code(old)})
    browser.get("/tweede-stap/app/")
    new = secret_of(browser)
    browser.post("/tweede-stap/app/", {"code": "000000"})
    assert halfway(world.noor).post(CODE, {"code": app_code(old, 1)}).status_code == 302
    browser.post("/tweede-stap/app/", {"code": app_code(new)})
    assert halfway(world.noor).post(CODE, {"code": app_code(new, 1)}).status_code == 302
    assert Authenticator.objects.filter(user=world.noor, type="totp").count() == 1


# --- a list on paper ------------------------------------------------------------------


def test_a_list_on_paper_alone_is_a_second_step(world):
    browser = logged_in(world.noor)
    browser.post("/tweede-stap/papier/")
    codes = codes_of(world.noor)
    assert len(codes) == 20
    page = browser.get("/tweede-stap/codes/").content.decode()
    assert all(code in page for code in codes)
    answer = halfway(world.noor).post(CODE, {"code": codes[3]})
    assert answer["Location"] == VANDAAG


def test_a_wrong_line_is_said_in_words_about_the_list(world):
    second_factor.use_paper(user=world.noor)
    answer = halfway(world.noor).post(CODE, {"code": "0000 0000"})
    assert "Probeer een andere van je lijst" in answer.content.decode()


def test_each_line_of_it_works_once(world):
    second_factor.use_paper(user=world.noor)
    code = codes_of(world.noor)[0]
    assert halfway(world.noor).post(CODE, {"code": code}).status_code == 302
    assert halfway(world.noor).post(CODE, {"code": code}).status_code == 422
    assert state_of(world.noor).codes == 19


def test_nobody_holds_the_app_that_stands_behind_paper(world):
    """The pitfall: allauth asks no code of whoever has only codes on paper."""
    second_factor.use_paper(user=world.noor)
    row = Authenticator.objects.get(user=world.noor, type="totp")
    code = app_code(decrypt(row.data["secret"]))
    assert halfway(world.noor).post(CODE, {"code": code}).status_code == 422


def test_the_page_asks_for_paper_when_there_is_no_app(world):
    second_factor.use_paper(user=world.noor)
    assert "Pak je lijst met codes" in halfway(world.noor).get(CODE).content.decode()


def test_a_list_that_is_almost_used_up_says_so(world):
    second_factor.use_paper(user=world.noor)
    codes = codes_of(world.noor)
    for code in codes[:16]:
        second_factor.check_code(user=world.noor, code=code)
    browser = halfway(world.noor)
    browser.post(CODE, {"code": codes[16]})
    assert "nog 3 codes" in browser.get("/account/").content.decode()


def test_a_new_list_ends_the_old_one(world):
    second_factor.use_paper(user=world.noor)
    old = codes_of(world.noor)
    browser = halfway(world.noor)
    browser.post(CODE, {"code": old[0]})
    assert "werken daarna niet meer" in (
        browser.get("/tweede-stap/codes/nieuw/").content.decode()
    )
    browser.post("/tweede-stap/codes/nieuw/")
    assert not set(old) & set(codes_of(world.noor))
    assert halfway(world.noor).post(CODE, {"code": old[1]}).status_code == 422


def test_from_paper_to_an_app_and_back(world):
    browser = logged_in(world.noor)
    browser.post("/tweede-stap/papier/")
    browser.get("/tweede-stap/app/")
    browser.post("/tweede-stap/app/", {"code": app_code(secret_of(browser))})
    assert state_of(world.noor).app
    browser.post("/tweede-stap/papier/")
    assert state_of(world.noor).papier


# --- off, fresh, sealed ---------------------------------------------------------------


def test_who_may_choose_can_switch_it_off(world):
    browser = logged_in(world.noor)
    browser.post("/tweede-stap/papier/")
    browser.post("/tweede-stap/uit/")
    assert not state_of(world.noor).on
    assert knock(Client(), world.noor.email)["Location"] == VANDAAG


def test_who_must_cannot(world, forced):
    browser = logged_in(world.teun)
    browser.post("/tweede-stap/papier/")
    assert browser.post("/tweede-stap/uit/")["Location"] == "/tweede-stap/"
    assert state_of(world.teun).on


@pytest.mark.parametrize(
    "path",
    [
        "/tweede-stap/app/",
        "/tweede-stap/papier/",
        "/tweede-stap/codes/",
        "/tweede-stap/codes/nieuw/",
        "/tweede-stap/uit/",
        "/wachtwoord/",
    ],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_changing_how_somebody_gets_in_wants_a_recent_password(world, path, method):
    """A phone may lie unlocked on a table."""
    if (path, method) == ("/tweede-stap/codes/", "post"):
        method = "head"  # a list is only looked at
    browser = logged_in(world.noor)
    with time_machine.travel(time.time() + 360):
        answer = getattr(browser, method)(path)
        assert answer["Location"].startswith("/bevestigen/?next=")
        wrong = browser.post(answer["Location"], {"wachtwoord": "fout-wachtwoord"})
        assert wrong.status_code == 422
        right = {"wachtwoord": PASSWORD, "next": path}
        assert browser.post("/bevestigen/", right)["Location"] == path
        assert "/bevestigen/" not in browser.get(path).get("Location", "")


def test_guessing_at_that_door_slows_down_too(world):
    browser = logged_in(world.noor)
    wrong = {"wachtwoord": "fout-wachtwoord"}
    answers = [browser.post("/bevestigen/", wrong).status_code for _ in range(7)]
    assert answers == [422] * 6 + [429]


def test_a_second_step_is_fresh_for_five_minutes_and_a_password_is_not_enough(
    world, rf
):
    secret = with_app(world.noor)
    browser = halfway(world.noor)
    browser.post(CODE, {"code": app_code(secret)})

    def fresh() -> bool:
        request = rf.get("/")
        request.user, request.session = world.noor, browser.session
        return is_fresh(request)

    assert fresh()
    with time_machine.travel(time.time() + 301):
        assert not fresh()
        browser.post("/bevestigen/", {"wachtwoord": PASSWORD})
        assert not fresh()
        back = {"code": app_code(secret), "next": "/rol/"}
        assert browser.post("/bevestigen/code/", back)["Location"] == "/rol/"
        assert fresh()


def test_nothing_is_fresh_of_somebody_else(world, rf):
    secret = with_app(world.noor)
    browser = halfway(world.noor)
    browser.post(CODE, {"code": app_code(secret)})
    request = rf.get("/")
    request.user, request.session = world.wim, browser.session
    assert not is_fresh(request)


def test_no_secret_can_be_read_in_the_database(world):
    browser = logged_in(world.noor)
    browser.get("/tweede-stap/app/")
    secret = secret_of(browser)
    sessions = str(browser.session._get_session_from_db().get_decoded())
    browser.post("/tweede-stap/app/", {"code": app_code(secret)})
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(data::text, '') FROM mfa_authenticator")
        stored = cursor.fetchone()[0]
    assert secret not in sessions
    assert secret not in stored
    assert not any(code.replace(" ", "") in stored for code in codes_of(world.noor))


def test_every_change_is_written_down_and_told_by_mail(world):
    second_factor.use_paper(user=world.noor)
    second_factor.new_list(user=world.noor)
    with_app(world.noor)
    second_factor.switch_off(user=world.noor)
    lines = [line for line in log_lines() if line[0] == "tweede_stap"]
    assert [part for _, part, _ in lines] == ["papier", "codes", "app", "alles"]
    letters = sent()
    assert {letter.subject for letter in letters} == {
        "Er is iets veranderd aan je account"
    }
    assert len({letter.body for letter in letters}) == 4
    assert all("Was jij dat niet?" in letter.body for letter in letters)


def test_wrong_codes_are_written_down(world):
    with_app(world.noor)
    halfway(world.noor).post(CODE, {"code": "000000"})
    assert ("inloggen", "code", 4) in log_lines()


def test_of_who_is_logged_in_as_their_own(world):
    browser = logged_in(world.noor)
    browser.post("/bevestigen/", {"wachtwoord": "fout-wachtwoord"})
    browser.post("/tweede-stap/papier/")
    browser.post("/bevestigen/code/", {"code": "000000"})
    assert ("inloggen", "bevestigen", 4) in log_lines()
    assert ("inloggen", "code", 4) in log_lines()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT persoon FROM logboek.regel WHERE uitkomst = 4"
            " AND id > current_setting('nk.proef_vanaf')::bigint"
        )
        assert cursor.fetchall() == [(str(world.noor.pk),)]


def test_a_desk_helps_who_lost_telephone_and_list(world, forced):
    secret = with_app(world.teun)
    browser = halfway(world.teun)
    browser.post(CODE, {"code": app_code(secret)})
    call_command("reset_tweede_stap", "mailto:Teun@example.nl")
    assert not is_inside(browser)
    again = Client()
    assert knock(again, world.teun.email)["Location"] == VANDAAG
    assert again.get("/vandaag/")["Location"].startswith("/tweede-stap/")
    assert ("tweede_stap", "alles", 0) in log_lines()
    assert "staat uit" in sent()[-1].body


def test_and_says_so_when_there_is_no_such_account(world):
    with pytest.raises(CommandError):
        call_command("reset_tweede_stap", "niet-hier@example.nl")
