""" "Klopt dit niet?": anybody can say so, and hears at once that it came in."""

from datetime import timedelta
from uuid import uuid4

from django.core import mail
from django.urls import reverse

import pytest

from netwerk.choices import Status
from netwerk.models import Melding
from tests.world import browser
from toegang.choices import Soort

from .pages import TEKST, follow, log_lines, send, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def v(world):
    return world.voorziening()


def test_who_reports_gets_a_number_at_once_and_sees_what_happens(v):
    found = send(v)
    melding = Melding.objects.get()
    assert found["Location"] == reverse("melding_volgen", args=[melding.nummer])
    page = words(follow(melding.nummer))
    assert f"{melding.nummer[:3]} {melding.nummer[3:]}" in page
    assert "Ggz Lindestroom houdt de pagina bij." in page
    assert "Dat komt op deze pagina." in page


def test_it_is_kept_once_however_often_it_is_sent(v):
    same = str(uuid4())
    client = browser()
    first, second = (send(v, client=client, uuid=same) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert Melding.objects.count() == 1
    assert len(mail.outbox) == 1


def test_who_keeps_the_page_hears_without_a_word_of_what_was_said(v, world):
    send(v, email="melder@example.nl")
    (letter,) = mail.outbox
    assert letter.to == [world.olga.email]
    assert TEKST not in letter.body + letter.subject
    assert "11 22 33" not in letter.body
    assert "melder@example.nl" not in letter.body
    assert reverse("melding", args=[Melding.objects.get().uuid]) in letter.body


@pytest.mark.parametrize("gone", ["role ended", "account closed", "role begins later"])
def test_when_nobody_keeps_it_any_more_the_region_hears(v, world, gone):
    role = world.olga.rollen.get()
    if gone == "role ended":
        role.van, role.tot = (world.today - timedelta(days=n) for n in (9, 1))
        role.save()
    elif gone == "role begins later":
        role.van = world.today + timedelta(days=1)
        role.save()
    else:
        world.olga.is_active = False
        world.olga.save()
    send(v)
    assert [letter.to for letter in mail.outbox] == [[world.teun.email]]


def test_all_who_keep_it_hear_each_once(v, world):
    otto = world.person("Otto")
    world.role(otto, Soort.ORGANISATIEBEHEERDER, organisatie=world.ggz)
    world.role(otto, Soort.REGIOBEHEERDER, regio=world.regio)
    send(v)
    assert sorted(letter.to[0] for letter in mail.outbox) == [
        world.olga.email,
        otto.email,
    ]


def test_with_nobody_at_all_it_is_still_kept(v, world):
    world.olga.rollen.all().delete()
    world.teun.rollen.all().delete()
    assert send(v).status_code == 302
    assert Melding.objects.count() == 1


def test_the_log_says_that_it_came_in_and_not_what_it_said(v):
    send(v)
    assert log_lines() == [("C", "melding", "telefoon")]


def test_about_what_stopped_too(world):
    v = world.voorziening(status=Status.GESTOPT, gestopt_op=world.today)
    assert send(v).status_code == 302


def test_about_what_is_not_there_for_everybody_nobody_can(world):
    assert send(world.voorziening(status=Status.INACTIEF)).status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"tekst": ""},
        {"tekst": "x" * 1_001},
        {"veld": "alles"},
        {"veld": ""},
        {"email": "geen adres"},
        {"email": "x@y.nl\nBcc: z@y.nl"},
        {"uuid": "geen uuid"},
        {"uuid": ""},
        {"tekst": "\x00\x01"},
    ],
    ids=str,
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(v, wrong):
    found = send(v, **wrong)
    assert found.status_code == 422
    assert Melding.objects.count() == 0
    if wrong.get("tekst") is None:
        assert TEKST in found.content.decode()


@pytest.mark.parametrize("tekst", ["🌳 مرحبا", "<b>x</b>", "x" * 1_000, "a\u202eb"])
def test_any_words_may_be_said(v, tekst):
    assert send(v, tekst=tekst).status_code == 302


def test_many_from_one_address_wait_and_lose_nothing(v):
    for _ in range(11):
        assert send(v).status_code == 302
    found = send(v)
    assert found.status_code == 429
    assert int(found["Retry-After"]) > 0
    assert "Probeer het over een minuut weer." in words(found)
    assert TEKST in found.content.decode()
    assert Melding.objects.count() == 11


def test_one_that_was_sent_already_is_answered_also_while_others_wait(v):
    same = str(uuid4())
    send(v, uuid=same)
    for _ in range(10):
        send(v)
    assert send(v).status_code == 429
    assert send(v, uuid=same).status_code == 302
