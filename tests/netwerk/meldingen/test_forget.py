"""A report that nobody answers does not keep the address of who sent it."""

from datetime import datetime, time, timedelta

from django.core import mail
from django.utils import timezone

import pytest

from basis.actor import Actor, acting
from netwerk import tasks
from netwerk.models import Melding
from netwerk.rules.melding import MAANDEN_ADRES, keeps_address_from
from netwerk.services import meldingen as services
from tests.world import browser

pytestmark = pytest.mark.django_db


def sent(world, days_after: int) -> Melding:
    """A report of so many days after the first day that still keeps an address."""
    row = world.melding(email="melder@example.nl")
    first = keeps_address_from(world.today) + timedelta(days=days_after)
    noon = datetime.combine(first, time(12), timezone.get_current_timezone())
    Melding.objects.filter(pk=row.pk).update(gemeld_op=noon)
    return row


def night() -> None:
    with acting(Actor.job("melder_vergeten")):
        tasks.forget_reporters()


def test_after_so_many_months_the_address_is_gone_and_the_report_stays(world):
    old, young = sent(world, -1), sent(world, 0)
    for _ in range(2):
        night()
    old.refresh_from_db()
    young.refresh_from_db()
    assert (old.email, young.email) == ("", "melder@example.nl")
    assert old.is_open


def test_somebody_who_looks_at_it_does_not_make_the_address_stay(world):
    row = sent(world, -1)
    services.take_up(melding=row)
    night()
    row.refresh_from_db()
    assert row.email == ""


def test_an_answer_that_comes_later_is_read_by_the_number(world):
    row = sent(world, -1)
    night()
    services.handle(melding=row, status="opgelost", antwoord="Ja.", door=world.olga)
    assert mail.outbox == []


def test_the_form_says_how_long(world):
    page = browser(None).get(f"/sociale-kaart/{world.voorziening().slug}/klopt-niet/")
    assert f"na {MAANDEN_ADRES} maanden" in page.content.decode()
