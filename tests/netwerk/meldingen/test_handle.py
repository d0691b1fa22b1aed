"""Who keeps a page looks at its reports and answers them; the reporter hears once."""

from datetime import timedelta

from django.core import mail
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

import pytest

from netwerk.choices import Meldstatus
from netwerk.models import Melding
from netwerk.services import meldingen as services
from tests.world import browser

from .pages import act, log_lines, words

pytestmark = pytest.mark.django_db
ANSWER = {"status": "opgelost", "antwoord": "Het nieuwe nummer staat erop."}


@pytest.fixture
def melding(world):
    return world.melding(email="melder@example.nl")


def test_the_answer_is_kept_and_the_address_is_forgotten(melding, world):
    assert act(world.olga, melding, **ANSWER).status_code == 302
    melding.refresh_from_db()
    assert (melding.status, melding.antwoord) == tuple(ANSWER.values())
    assert (melding.email, melding.afgehandeld_door) == ("", world.olga)


def test_the_reporter_hears_once_without_the_words(melding, world):
    act(world.olga, melding, **ANSWER)
    (letter,) = mail.outbox
    assert letter.to == ["melder@example.nl"]
    assert reverse("melding_volgen", args=[melding.nummer]) in letter.body
    assert melding.tekst not in letter.body
    assert ANSWER["antwoord"] not in letter.body


def test_who_left_no_address_gets_no_mail(world):
    act(world.olga, world.melding(), **ANSWER)
    assert mail.outbox == []


def test_a_second_click_answers_once(melding, world):
    for _ in range(2):
        assert act(world.olga, melding, **ANSWER).status_code == 302
    assert len(mail.outbox) == 1


def test_who_comes_second_hears_that_it_was_done(melding, world):
    act(world.olga, melding, **ANSWER)
    act(world.teun, melding, status="niet_overgenomen", antwoord="Klopt al.")
    melding.refresh_from_db()
    assert melding.antwoord == ANSWER["antwoord"]
    with pytest.raises(services.NotOpen):
        services.take_up(melding=melding)


def test_the_reporter_can_see_that_somebody_looks(melding, world):
    act(world.teun, melding, "melding_oppakken")
    melding.refresh_from_db()
    assert melding.status == Meldstatus.IN_BEHANDELING
    assert melding.email


@pytest.mark.parametrize(
    "wrong",
    [
        {"status": "ontvangen"},
        {"status": ""},
        {"antwoord": ""},
        {"antwoord": "x" * 1_001},
    ],
    ids=str,
)
def test_what_is_wrong_is_said(melding, world, wrong):
    assert act(world.olga, melding, **ANSWER | wrong).status_code == 422
    melding.refresh_from_db()
    assert melding.is_open


def test_each_act_has_its_line_in_the_log(melding, world):
    act(world.olga, melding, "melding_oppakken")
    act(world.olga, melding, **ANSWER)
    assert log_lines() == [
        ("U", "melding", "in_behandeling"),
        ("U", "melding", "opgelost"),
    ]


def test_the_database_keeps_no_address_after_it(melding):
    with pytest.raises(IntegrityError), transaction.atomic():
        Melding.objects.update(status="opgelost", afgehandeld_op=timezone.now())


# --- whose it is


def test_only_of_the_pages_that_somebody_keeps(world):
    mine = world.melding()
    other = world.melding(world.voorziening("Herstelgroep", organisatie=world.blik))
    reach = {
        (who.naam, row.pk): browser(who)
        .get(reverse("melding", args=[row.uuid]))
        .status_code
        for who in (world.olga, world.oscar, world.teun, world.verre_teun)
        for row in (mine, other)
    }
    assert [key for key, status in reach.items() if status == 200] == [
        ("Olga", mine.pk),
        ("Oscar", other.pk),
        ("Teun", mine.pk),
        ("Teun", other.pk),
    ]


def test_the_region_sees_those_that_nobody_looks_at(world):
    row = world.melding()
    Melding.objects.filter(pk=row.pk).update(
        gemeld_op=timezone.now() - timedelta(days=15)
    )
    page = words(browser(world.teun).get(reverse("meldingen")))
    assert "1 melding wacht langer dan twee weken." in page
    assert row.voorziening.naam in page


def test_how_many_wait_stands_where_the_work_begins(world):
    def said(who) -> str:
        return words(browser(who).get(reverse("aanbod")))

    assert "te bekijken" not in said(world.olga)
    world.melding()
    services.handle(
        melding=world.melding(world.voorziening("Klaar")),
        status="opgelost",
        antwoord="Ja.",
        door=world.olga,
    )
    for who in (world.olga, world.teun):
        assert "Meldingen 1 te bekijken" in said(who)
    assert "te bekijken" not in said(world.oscar)


def test_the_list_has_the_oldest_first_and_what_was_handled_last(world):
    for n, naam in enumerate(["Tweede", "Eerste"]):
        row = world.melding(world.voorziening(naam))
        Melding.objects.filter(pk=row.pk).update(
            gemeld_op=timezone.now() - timedelta(days=n)
        )
    done = world.melding(world.voorziening("Klaar"))
    services.handle(melding=done, status="opgelost", antwoord="Ja.", door=world.olga)
    page = words(browser(world.olga).get(reverse("meldingen")))
    assert page.index("Eerste") < page.index("Tweede") < page.index("Klaar")


def test_the_list_asks_the_same_whatever_there_is(world):
    def asked() -> int:
        client = browser(world.olga)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse("meldingen")).status_code == 200
        return len(queries)

    world.melding()
    few = asked()
    for _ in range(10):
        world.melding()
    assert asked() == few
