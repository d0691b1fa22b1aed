"""The session ended while somebody was typing: their words come back to them, after the
login, and to nobody else (Q7, docs/adr/0016)."""

import time

from django.contrib.sessions.models import Session
from django.db import connection

import pytest
from lxml import html

from clientplan.models import Doel
from clientplan.services.items import add_item
from netwerk.rules.onderdelen import Recht
from tests.clientplan.people import as_role, client, naaste
from tests.toegang.people import CODE, LOGIN, app_code, with_app
from tests.world import PASSWORD
from toegang import terug
from toegang.choices import Soort
from toegang.models import Rol

pytestmark = pytest.mark.django_db
CANARY = "kanariewoorden"
STILL = "Je woorden staan er nog"
NEW = "/plan/dagboek/nieuw/"
HEAD = {"csrfmiddlewaretoken", "_rol", "_wie", "_terug"}


@pytest.fixture
def anna(zorg):
    Rol.objects.create(gebruiker=zorg.anna, soort=Soort.CLIENT, van=zorg.today)
    for who in (zorg.anna, zorg.bram, zorg.pro, zorg.zus):
        who.set_password(PASSWORD)
        who.save()
    return client(zorg.anna)


def text(response) -> str:
    return " ".join(html.fromstring(response.content).text_content().split())


def form_in(response) -> dict[str, str]:
    """The form of the page that a person fills in, as a browser would send it."""
    found = html.fromstring(response.content).xpath("//main//form[@method='post']")
    typed = [one for one in found if one.xpath(".//textarea | .//input[@type='text']")]
    form = (typed or found)[0]
    form_in.action = form.get("action")
    return {name: value.lstrip("\n") for name, value in form.form_values()}


def filled(browser, where, words=CANARY) -> dict[str, str]:
    """As it stands on the page, with words in every box for words."""
    page = browser.get(where)
    assert page.status_code == 200, where
    form = html.fromstring(page.content).xpath(
        "//main//form[.//textarea or .//input[@type='text']]"
    )[0]
    boxes = form.xpath(".//textarea/@name | .//input[@type='text']/@name")
    assert boxes, where
    return form_in(page) | {name: f"{words} {at}" for at, name in enumerate(boxes)}


def rest(browser) -> None:
    """Nobody touched anything for two hours."""
    session = browser.session
    session["gezien"] = int(time.time()) - 7200
    session.save()


def log_in(browser, page, who, **more):
    """From the page that the person has before them, with all that stands in it."""
    sent = form_in(page) | {"login": who.email, "password": PASSWORD}
    return browser.post(LOGIN, sent | more)


def go_on(browser, page, where=None):
    """Presses the button of the page between."""
    sent = form_in(page)
    return browser.post(where or form_in.action, sent)


def the_same(form, sent) -> bool:
    typed = {name: value for name, value in sent.items() if name not in HEAD}
    return all(form.get(name) == value for name, value in typed.items())


def test_every_form_of_the_plan_comes_back_as_it_was_and_nothing_is_saved(anna, zorg):
    with zorg.as_(zorg.anna):
        goal = add_item(Doel(client=zorg.plan), words={"doel": "Beter slapen"})
    zus = zorg.involve(zorg.zus)
    anna.post(NEW, {"uuid": goal.uuid, "tekst": "Eerst", "_rol": "client"})
    browser, rows = anna, None
    for where in (
        NEW,
        f"/plan/dagboek/{goal.uuid}/",
        "/plan/verhaal/wie_ik_ben/schrijf/",
        f"/plan/doelen/{goal.uuid}/wijzig/",
        f"/plan/doelen/{goal.uuid}/stap/",
        "/plan/crisiskaart/woorden/",
        f"/plan/wie-ziet-wat/{zus.uuid}/",
    ):
        sent = filled(browser, where)
        rows = written()
        rest(browser)
        login = browser.post(where, sent)
        assert login.status_code == 401, where
        assert "Het is ook niet weg" in text(login)
        assert "no-store" in login["Cache-Control"]
        assert CANARY not in login.content.decode(), where
        between = log_in(browser, login, zorg.anna)
        assert CANARY not in between.content.decode(), where
        back = go_on(browser, between)
        assert back.status_code == 200, where
        assert STILL in text(back), where
        form = form_in(back)
        assert the_same(form, sent), where
        assert written() == rows, where
    assert go_on(browser, back, where).status_code in {302, 422}


def written() -> int:
    """Rows of the plan: pieces, versions, drafts, the diary, who may see what."""
    names, found = connection.introspection.table_names(), 0
    tables = [n for n in names if n.startswith(("clientplan_", "netwerk_toestemming"))]
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        for name in tables:
            cursor.execute(f"SELECT count(*) FROM {name}")  # noqa: S608
            found += cursor.fetchone()[0]
    return found


@pytest.fixture
def sent_late(anna):
    """What was typed, and the login page that came instead."""
    sent = filled(anna, NEW)
    rest(anna)
    return sent, anna.post(NEW, sent)


def test_through_a_wrong_password_and_a_second_step(anna, zorg, sent_late):
    secret = with_app(zorg.anna)
    sent, login = sent_late
    again = log_in(anna, login, zorg.anna, password="fout-wachtwoord")
    assert again.status_code == 422
    step = log_in(anna, again, zorg.anna)
    assert "Nog één stap" in text(step)
    wrong = anna.post(CODE, form_in(step) | {"code": "000000"})
    between = anna.post(CODE, form_in(wrong) | {"code": app_code(secret)})
    assert the_same(form_in(go_on(anna, between)), sent)


def test_nothing_of_it_is_kept_on_the_server(anna, zorg, sent_late):
    _, login = sent_late
    log_in(anna, login, zorg.anna)
    kept = [row.get_decoded() for row in Session.objects.all()]
    assert kept
    assert CANARY not in str(kept)
    assert form_in(login)["_terug"] not in str(kept)


def changed(envelope: str) -> str:
    at = len(envelope) // 2
    return envelope[:at] + ("A" if envelope[at] != "A" else "B") + envelope[at + 1 :]


@pytest.mark.parametrize("what", [changed, lambda _: "", lambda _: "é\0" * 99])
def test_an_envelope_that_was_changed_is_not_opened(anna, zorg, sent_late, what):
    between = log_in(anna, sent_late[1], zorg.anna)
    back = anna.post(
        NEW, form_in(between) | {"_terug": what(form_in(between)["_terug"])}
    )
    assert back.status_code == 200
    assert CANARY not in back.content.decode()
    assert "is niet bewaard" in text(back)


def test_after_some_hours_or_for_another_path_it_is_not_opened(
    anna, zorg, sent_late, monkeypatch
):
    between = log_in(anna, sent_late[1], zorg.anna)
    other = go_on(anna, between, f"{NEW}?ander=pad")
    assert CANARY not in other.content.decode()
    monkeypatch.setattr(terug, "KEPT_S", -1)
    assert CANARY not in go_on(anna, between).content.decode()
    late = log_in(anna, sent_late[1], zorg.anna)
    assert late.status_code in {302, 403}


def test_who_sits_down_next_gets_nothing_of_it(anna, zorg, sent_late):
    Rol.objects.create(gebruiker=zorg.bram, soort=Soort.CLIENT, van=zorg.today)
    _, login = sent_late
    answer = log_in(anna, login, zorg.bram)
    assert answer.status_code == 302
    assert "is niet bewaard" in text(anna.get(NEW))
    stolen = anna.post(NEW, {"_terug": form_in(login)["_terug"], "_rol": "client"})
    assert CANARY not in stolen.content.decode()


def test_the_form_says_whose_it_is_not_the_session(anna, zorg):
    """On a shared computer: anna's form, sent when bram's session has ended."""
    Rol.objects.create(gebruiker=zorg.bram, soort=Soort.CLIENT, van=zorg.today)
    sent, bram = filled(anna, NEW), client(zorg.bram)
    rest(bram)
    login = bram.post(NEW, sent)
    assert log_in(bram, login, zorg.bram).status_code == 302
    rest(bram)
    between = log_in(bram, bram.post(NEW, sent), zorg.anna)
    assert the_same(form_in(go_on(bram, between)), sent)


def test_somebody_with_two_roles_is_back_in_the_one_they_wrote_in(anna, zorg):
    row = zorg.treats(zorg.pro)
    zorg.say(row, "doelen", Recht.BIJDRAGEN)
    Rol.objects.create(gebruiker=zorg.pro, soort=Soort.NAASTE, van=zorg.today)
    pro = as_role(zorg.pro, f"professional:{zorg.ggz.pk}")
    where = f"/plan-van/{zorg.plan.uuid}/stem/doelen/"
    sent = filled(pro, where)
    rest(pro)
    between = log_in(pro, pro.post(where, sent), zorg.pro)
    assert the_same(form_in(go_on(pro, between)), sent)
    session = pro.session
    session["rol"] = "naaste"
    session.save()
    assert CANARY not in go_on(pro, between).content.decode()


def test_a_part_that_was_shut_in_the_meantime_shows_nothing(anna, zorg):
    Rol.objects.create(gebruiker=zorg.zus, soort=Soort.NAASTE, van=zorg.today)
    row = zorg.involve(zorg.zus)
    zorg.say(row, "doelen", Recht.BIJDRAGEN)
    zus, where = naaste(zorg.zus), f"/plan-van/{zorg.plan.uuid}/stem/doelen/"
    sent = filled(zus, where)
    rest(zus)
    login = zus.post(where, sent)
    zorg.say(row, "doelen", Recht.GEEN)
    back = go_on(zus, log_in(zus, login, zorg.zus))
    assert back.status_code == 404
    assert CANARY not in back.content.decode()


@pytest.mark.parametrize(
    "words", ["😀 héé\r\n  twee", "م" * 10_000, "<b>&amp;\"'", "x" * 10_001]
)
def test_whatever_was_typed_is_there(anna, zorg, words):
    sent = filled(anna, NEW) | {"tekst": words}
    rest(anna)
    between = log_in(anna, anna.post(NEW, sent), zorg.anna)
    form = form_in(go_on(anna, between))
    assert form["tekst"].split() == words.split()


def test_a_nul_is_left_out_as_everywhere(anna, zorg):
    sent = filled(anna, NEW) | {"tekst": "een\0twee"}
    rest(anna)
    between = log_in(anna, anna.post(NEW, sent), zorg.anna)
    assert form_in(go_on(anna, between))["tekst"] == "eentwee"


def test_more_than_a_form_can_hold_leads_to_the_page_only(anna):
    sent = filled(anna, NEW) | {"tekst": "x" * 1_000_001}
    rest(anna)
    assert anna.post(NEW, sent).status_code == 302


def test_a_button_is_not_pressed_by_itself(anna, zorg):
    with zorg.as_(zorg.anna):
        goal = add_item(Doel(client=zorg.plan), words={"doel": "Beter slapen"})
    page = f"/plan/doelen/{goal.uuid}/"
    sent = {**form_in(anna.get(page)), "stand": "gelukt"}
    rest(anna)
    where = {"headers": {"Referer": f"http://testserver{page}"}}
    login = anna.post(f"{page}stand/", sent, **where)
    back = go_on(anna, log_in(anna, login, zorg.anna))
    assert back["Location"] == page
    assert "Doe het nog een keer" in text(anna.get(page))
    goal.refresh_from_db()
    assert goal.stand == "bezig"


def test_logged_in_again_in_another_tab_the_words_come_back_too(anna, zorg):
    anna.handler.enforce_csrf_checks = True
    sent = filled(anna, NEW)
    anna.logout()
    fresh = anna.get(LOGIN)
    assert log_in(anna, fresh, zorg.anna).status_code == 302
    refused = anna.post(NEW, sent)
    assert "zijn er nog" in text(refused)
    assert the_same(form_in(go_on(anna, refused)), sent)
    of_another = anna.post(NEW, sent | {"_wie": terug.mark_of(zorg.bram)})
    assert of_another.status_code == 403
    assert "_terug" not in of_another.content.decode()


def test_a_draft_that_saves_itself_says_it_and_stays_where_it_is(anna, zorg):
    with zorg.as_(zorg.anna):
        goal = add_item(Doel(client=zorg.plan), words={"doel": "Beter slapen"})
    where = f"/plan/doelen/{goal.uuid}/wijzig/"
    sent = filled(anna, where)
    rest(anna)
    part = anna.post(
        f"/plan/concept/doel/{goal.uuid}/", sent, headers={"HX-Request": "true"}
    )
    assert part.status_code == 200
    assert "HX-Redirect" not in part
    assert "Schrijf gerust verder" in text(part)
    between = log_in(anna, anna.post(where, sent), zorg.anna)
    assert the_same(form_in(go_on(anna, between)), sent)


def test_a_page_of_two_texts_brings_back_the_one_that_was_chosen(anna, zorg):
    with zorg.as_(zorg.anna):
        goal = add_item(Doel(client=zorg.plan), words={"doel": "Beter slapen"})
    where = f"/plan/doelen/{goal.uuid}/wijzig/"
    first = filled(anna, where, "van hier")
    anna.post(where, filled(anna, where, "van daar"))
    both = anna.post(where, first)
    assert both.status_code == 409
    choice = form_in(both) | {"keuze": "mijn"}
    rest(anna)
    between = log_in(anna, anna.post(where, choice), zorg.anna)
    assert "van hier 0" in form_in(go_on(anna, between)).values()
