"""The link of an invitation: shown by GET, used up by POST, once, by whom it is for."""

import threading
import time
from dataclasses import dataclass, field

from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

import pytest
import time_machine

from basis.actor import Actor, acting
from logboek import services as logboek
from tests.toegang.people import (
    CODE,
    app_code,
    is_inside,
    knock,
    log_lines,
    logged_in,
    with_app,
)
from tests.world import PASSWORD
from toegang import invitations, services
from toegang.choices import Soort
from toegang.invitations import Kind
from toegang.models import Gebruiker, Rol, Uitnodiging

NEW = "een-eigen-wachtwoord-7"
ZUS = "zus@example.nl"


@dataclass
class Proef:
    """An app's kind of invitation; keeps who came."""

    came: list[str] = field(default_factory=list)
    gone: bool = False

    def sentence(self, invitation: Uitnodiging) -> str | None:
        return None if self.gone else "Je bent gevraagd voor de proef."

    def accept(self, invitation: Uitnodiging, user: Gebruiker) -> None:
        if self.gone:
            raise Uitnodiging.DoesNotExist
        self.came.append(user.email)
        logboek.record(logboek.Actie.CREATE, "proef", regio="lindestroom")


@pytest.fixture
def proef(monkeypatch):
    kind = Proef()
    monkeypatch.setitem(
        invitations._kinds, "proef", Kind(sentence=kind.sentence, accept=kind.accept)
    )
    return kind


def invite(email: str = ZUS, sleutel: str = "1", naam: str = "Zus Bos") -> str:
    """The path of the link in the letter."""
    with acting(Actor.job("proef")):
        _, code = services.invite(
            soort="proef", sleutel=sleutel, email=email, naam=naam, regio="lindestroom"
        )
    return f"/uitnodiging/{code}/"


def say_yes(browser: Client, link: str, **words: str):
    return browser.post(link, {"wachtwoord": NEW} | words)


# --- a new account ----------------------------------------------------------------------


def test_opening_the_link_uses_nothing_up(world, proef):
    link = invite()
    for _ in range(3):
        page = Client().get(link)
        assert page.status_code == 200
    assert "Je bent gevraagd voor de proef." in page.content.decode()
    assert not Gebruiker.objects.filter(email=ZUS).exists()


def test_saying_yes_makes_the_account_and_leads_in(world, proef):
    browser = Client()
    assert say_yes(browser, invite())["Location"] == "/vandaag/"
    assert is_inside(browser)
    assert proef.came == [ZUS]
    assert Gebruiker.objects.get(email=ZUS).naam == "Zus Bos"
    browser.post("/uitloggen/")
    assert knock(Client(), "Zus@Example.nl", NEW).status_code == 302


@pytest.mark.parametrize(
    "weak", ["", "kort", "welkom-2026-2026", "\0" * 20, "x" * 10_000]
)
def test_a_weak_password_keeps_the_invitation(world, proef, weak):
    link = invite()
    browser = Client()
    assert browser.post(link, {"wachtwoord": weak}).status_code == 422
    assert proef.came == []
    assert say_yes(Client(), link).status_code == 302


def test_a_subject_that_is_gone_meanwhile_ends_it(world, proef):
    link = invite()
    proef.gone = True
    assert Client().get(link).status_code == 404


def test_capitals_and_mailto_are_the_same_person(world, proef):
    link = invite("mailto:NOOR@Example.NL ")
    assert "Er is al een account" in Client().get(link).content.decode()


# --- what is over -----------------------------------------------------------------------


@pytest.fixture
def over(world, proef):
    """Links that work no more, by the reason."""
    used = invite(sleutel="used")
    say_yes(Client(), used)
    withdrawn = invite("b@example.nl", "withdrawn")
    with acting(Actor.job("proef")):
        services.withdraw(soort="proef", sleutel="withdrawn", regio="lindestroom")
    replaced = invite("c@example.nl", "replaced")
    invite("c@example.nl", "replaced")
    old = invite("d@example.nl", "old")
    Uitnodiging.objects.filter(sleutel="old").update(tot="2020-01-01T00:00:00Z")
    closed = invite(world.niemand.email, "closed")
    world.niemand.is_active = False
    world.niemand.save()
    return {
        "used": used,
        "withdrawn": withdrawn,
        "replaced": replaced,
        "old": old,
        "closed": closed,
        "unknown": "/uitnodiging/nooit-gemaakt/",
        "strange": "/uitnodiging/%00%F0%9F%98%80/",
    }


def test_whatever_the_reason_it_is_the_same_page(over, proef):
    came = list(proef.came)
    pages = set()
    for link in over.values():
        pages.add(Client().get(link).content)
        pages.add(Client().post(link, {"wachtwoord": "een-ander-wachtwoord-3"}).content)
        assert Client().get(link).status_code == 404
    assert len(pages) == 1
    assert proef.came == came


def test_the_page_says_what_to_do(over):
    text = Client().get(over["unknown"]).content.decode()
    assert "Heb je al een wachtwoord gekozen? Dan kun je gewoon inloggen." in text
    assert "vraag een nieuwe link" in text


def test_and_costs_the_same(over, django_assert_num_queries):
    for name in ("used", "withdrawn", "replaced", "old", "unknown"):
        with django_assert_num_queries(6):  # who asks, told and put back, and one look
            Client().get(over[name])


def test_a_new_link_works_after_the_old_one_was_too_old(over, proef):
    assert say_yes(Client(), invite("d@example.nl", "old")).status_code == 302
    assert proef.came[-1] == "d@example.nl"


# --- somebody who has an account ----------------------------------------------------------


def test_who_has_an_account_logs_in_first_and_comes_back(world, proef):
    link, browser = invite(world.noor.email), Client()
    page = browser.get(link).content.decode()
    assert f'href="/inloggen/?next={link}"' in page
    assert say_yes(browser, link).status_code == 200
    assert proef.came == []
    words = {"login": world.noor.email, "password": PASSWORD, "next": link}
    assert browser.post("/inloggen/", words)["Location"] == link
    assert "Kies een wachtwoord" not in browser.get(link).content.decode()
    assert browser.post(link)["Location"] == "/vandaag/"
    assert proef.came == [world.noor.email]


def test_also_through_the_second_step(world, proef):
    secret = with_app(world.noor)
    link, browser = invite(world.noor.email), Client()
    words = {"login": world.noor.email, "password": PASSWORD, "next": link}
    browser.post("/inloggen/", words)
    assert browser.post(CODE, {"code": app_code(secret)})["Location"] == link


def test_who_stops_at_the_second_step_goes_on_with_the_same_link(
    world, proef, settings
):
    settings.MFA_FORCED = True
    link, browser = invite(world.teun.email), logged_in(world.teun)
    answer = browser.get(link)
    assert answer["Location"] == f"/tweede-stap/?next={link.replace('/', '%2F')}"
    later = logged_in(world.teun)
    later.get(answer["Location"])
    later.post("/tweede-stap/papier/")
    assert f'href="{link}"' in later.get("/tweede-stap/codes/").content.decode()
    later.post(link)
    assert proef.came == [world.teun.email]


@pytest.mark.parametrize("email", [ZUS, "noor@example.nl"])
def test_logged_in_as_somebody_else_it_says_for_whom_and_offers_to_change(
    world, proef, email
):
    link, browser = invite(email), logged_in(world.wim)
    for page in (browser.get(link), browser.post(link, {"wachtwoord": NEW})):
        text = page.content.decode()
        assert "Deze uitnodiging is voor Zus Bos" in text
        assert "Wissel van account" in text
        assert "proef" not in text  # what it is for is theirs to tell
        assert email not in text
    assert proef.came == []
    assert browser.post("/uitloggen/", {"next": link})["Location"] == link
    assert browser.get(link).status_code == 200


def test_somebody_with_several_roles_can_say_yes(world, proef):
    """The form of a visitor says no role."""
    world.role(world.noor, Soort.REGIOBEHEERDER, regio=world.regio)
    link = invite(world.noor.email)
    assert logged_in(world.noor).post(link)["Location"] == "/vandaag/"


# --- twice ----------------------------------------------------------------------------


def test_a_second_click_leads_in(world, proef):
    """The browser shows the second answer; its cookies are those of before the first."""
    link = invite()
    say_yes(Client(), link)
    second = Client()
    assert say_yes(second, link)["Location"] == "/vandaag/"
    assert is_inside(second)
    assert proef.came == [ZUS]


def test_but_not_with_another_password_and_not_without_the_second_step(world, proef):
    link = invite()
    say_yes(Client(), link)
    assert (
        say_yes(Client(), link, wachtwoord="een-ander-wachtwoord-3").status_code == 404
    )
    with_app(Gebruiker.objects.get(email=ZUS))
    assert say_yes(Client(), link)["Location"] == CODE


def test_a_used_link_is_no_way_round_the_slow_door(world, proef):
    link = invite()
    say_yes(Client(), link)
    wrong = {"wachtwoord": "een-ander-wachtwoord-3"}
    answers = [Client().post(link, wrong).status_code for _ in range(22)]
    assert answers[-1] == 429


def test_who_said_yes_may_open_the_link_again(world, proef):
    link, browser = invite(), Client()
    say_yes(browser, link)
    assert browser.get(link)["Location"] == "/vandaag/"
    assert logged_in(world.wim).get(link).status_code == 404


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("links", [1, 2])
def test_two_clicks_at_the_same_moment_are_never_a_fault(proef, links):
    """On one link, and on two links of one person."""
    paths = [invite(sleutel=str(n)) for n in range(links)] * (3 - links)
    together, answers = threading.Barrier(2), []

    def click(path: str) -> None:
        browser = Client()
        together.wait(10)
        try:
            answers.append(say_yes(browser, path).status_code)
        finally:
            connection.close()

    threads = [threading.Thread(target=click, args=[path]) for path in paths]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    # the second link of one person asks to log in first, when the first was quicker
    assert sorted(answers) in ([[302, 302]] if links == 1 else [[302, 302], [200, 302]])
    assert Gebruiker.objects.filter(email=ZUS).count() == 1
    assert proef.came == [ZUS]


# --- the log, and the first people --------------------------------------------------------


def test_making_using_and_withdrawing_are_written_down(world, proef):
    say_yes(Client(), invite())
    invite("b@example.nl", "2")
    with acting(Actor.job("proef")):
        services.withdraw(soort="proef", sleutel="2", regio="lindestroom")
    kinds = [(kind, refused) for kind, _, refused in log_lines()]
    assert kinds == [
        ("uitnodiging", 0),
        ("proef", 0),
        ("uitnodiging", 0),
        ("inloggen", 0),
        ("uitnodiging", 0),
        ("uitnodiging", 0),
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT regio FROM logboek.regel"
            " WHERE id > current_setting('nk.proef_vanaf')::bigint"
        )
        assert cursor.fetchall() == [("lindestroom",)]


def test_the_lines_of_saying_yes_are_those_of_who_said_it(world, proef):
    say_yes(Client(), invite())
    zus = Gebruiker.objects.get(email=ZUS)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT persoon, vanaf FROM logboek.regel WHERE object_soort = 'proef'"
            " AND id > current_setting('nk.proef_vanaf')::bigint"
        )
        assert cursor.fetchall() == [(str(zus.pk), "127.0.0.1")]


def first(capsys, *words: str) -> str:
    """Runs the command; returns the path of the link it prints."""
    call_command("create_beheerder", *words)
    return "/" + capsys.readouterr().out.split()[0].split("/", 3)[3]


def test_an_empty_system_begins_with_a_command(db, capsys):
    link = first(capsys, "Ilse@Example.nl", "--naam", "Ilse", "--regio", "Nieuwe Maas")
    page = Client().get(link).content.decode()
    assert "Welkom, Ilse" in page
    assert "beheerder van de regio Nieuwe Maas" in page
    say_yes(Client(), link)
    role = Rol.objects.get()
    assert (role.soort, role.regio.naam) == ("regiobeheerder", "Nieuwe Maas")


def test_and_the_platform_too(db, capsys):
    say_yes(Client(), first(capsys, "ilse@example.nl"))
    assert Rol.objects.get().soort == "platformbeheer"


def test_asked_twice_only_the_last_link_works_and_gives_one_role(world, capsys):
    old, new = (
        first(capsys, "teun@example.nl", "--regio", "Lindestroom") for _ in "12"
    )
    browser = logged_in(world.teun)
    assert browser.get(old).status_code == 404
    browser.post(new)
    assert Rol.objects.filter(gebruiker=world.teun).count() == 1


@pytest.mark.parametrize(
    "words",
    [["geen adres"], ["a@b.nl", "--regio", "!!!"], ["a@b.nl", "--regio", "Platform"]],
)
def test_what_cannot_be_is_said(db, words):
    with pytest.raises(CommandError):
        call_command("create_beheerder", *words)


def test_an_invitation_ends_after_its_days(world, proef, settings):
    link = invite()
    with time_machine.travel(time.time() + settings.UITNODIGING_DAGEN * 86_400 + 1):
        assert Client().get(link).status_code == 404
