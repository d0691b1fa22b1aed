"""A round that is left open asks its facilitator, once, and later closes by itself."""

from datetime import datetime, timedelta

from django.core import mail
from django.utils import timezone

import pytest
import time_machine

from basis.queue import enqueue
from config.beat import SCHEDULE
from kompas.choices import Rol
from kompas.models import Begeleider, Ronde
from kompas.services import rondes as services
from tests.kompas.logs import lines
from tests.kompas.meedoen.people import guest, score

LINE = SCHEDULE["forgotten_rondes"]


@pytest.fixture
def after(settings, django_capture_on_commit_callbacks):
    """`after(14)`: what beat wakes that many days from now, as the worker does it."""

    def run(days: float) -> list[str]:
        mail.outbox.clear()
        settings.PROCESS_ROLE = "nk_worker"
        with (
            time_machine.travel(timezone.now() + timedelta(days=days)),
            django_capture_on_commit_callbacks(execute=True),
        ):
            wake()
        settings.PROCESS_ROLE = "nk_web"
        return [letter.subject for letter in mail.outbox]

    def wake():
        from basis.actor import Actor

        actor = Actor.from_headers(LINE["options"]["headers"]["namens"])
        enqueue(LINE["task"], namens=actor)

    return run


ASKED, CLOSED = ["Mag deze ronde dicht?"], ["De ronde is gesloten"]


def is_open(ronde) -> bool:
    return Ronde.objects.get(pk=ronde.pk).open


def test_for_two_weeks_nobody_hears_anything(world, after):
    world.new_ronde()
    assert after(13) == []


def test_after_two_weeks_who_leads_it_is_asked_once(world, after):
    ronde = world.new_ronde()
    assert after(14) == ASKED
    assert mail.outbox[0].to == ["noor@example.nl"]
    assert after(14) == []
    assert after(20) == []
    assert is_open(ronde)
    assert ("E", "ronde", "lindestroom") in lines()


def test_after_four_weeks_it_closes_by_itself_and_that_is_said(world, after):
    ronde = world.new_ronde()
    score(guest(ronde, Rol.CLIENT), "4")
    after(14)
    assert after(28) == CLOSED
    assert not is_open(ronde)
    assert after(28) == []
    assert after(40) == []


def test_also_when_nobody_was_asked_in_between(world, after):
    """The machine was off for a month."""
    ronde = world.new_ronde()
    assert after(30) == CLOSED
    assert not is_open(ronde)


def test_an_answer_begins_the_count_again_and_so_does_the_question(world, after):
    ronde = world.new_ronde()
    assert after(14) == ASKED
    with time_machine.travel(timezone.now() + timedelta(days=20)):
        score(guest(ronde), "4")
    assert after(28) == []
    assert after(33) == []
    assert after(34) == ASKED
    assert after(48) == CLOSED


def test_days_are_days_in_amsterdam(world, after):
    """Begun at 23.30 UTC on the first is begun on the second."""
    ronde = world.new_ronde()
    begun = datetime.fromisoformat("2027-01-01T23:30:00+00:00")
    Ronde.objects.filter(pk=ronde.pk).update(geopend_op=begun)
    first, second = "2027-01-15T12:00:00+01:00", "2027-01-16T12:00:00+01:00"
    for day, expected in ((first, []), (second, [ronde.uuid])):
        today = timezone.localdate(datetime.fromisoformat(day))
        assert services.forgotten(today) == expected


def test_rounds_of_other_regions_each_write_to_their_own_people(world, after):
    world.new_ronde(code="KV73MP")
    world.new_ronde(code="KV73MR", traject=world.elders_traject)
    after(14)
    to = sorted(letter.to[0] for letter in mail.outbox)
    assert to == ["noor@example.nl", "verre.noor@example.nl"]


def test_who_no_longer_leads_it_is_not_asked(world, after, today):
    world.new_ronde()
    Begeleider.objects.update(van=today - timedelta(days=9), tot=today)
    assert after(14) == []


def test_the_terms_are_settings(world, after, settings):
    settings.RONDE_VRAAG_NA_DAGEN, settings.RONDE_SLUIT_NA_DAGEN = 2, 3
    world.new_ronde()
    assert after(2) == ASKED
    assert "Er is 2 dagen geen antwoord bij gekomen." in mail.outbox[0].body
    assert after(3) == CLOSED
