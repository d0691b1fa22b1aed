"""A letter can be sent again and taken back; an old link stops working."""

import re

from django.core import mail

import pytest

from kompas.models import Kerngroeplid
from tests.world import browser


@pytest.fixture
def lid(world):
    return Kerngroeplid.objects.create(
        traject=world.traject,
        naam="Joris Maas",
        ring="binnenring",
        rol="client",
        van=world.today,
    )


@pytest.fixture
def invite(world, lid, django_capture_on_commit_callbacks):
    def send(email="joris@example.nl"):
        with django_capture_on_commit_callbacks(execute=True):
            return browser(world.noor).post(
                f"/kompas/leden/{lid.uuid}/uitnodigen/", {"email": email}
            )

    return send


def last_link() -> str:
    return re.search(r"/uitnodiging/\S+", mail.outbox[-1].body)[0]


def test_a_new_letter_kills_the_old_one(invite, client):
    invite()
    old = last_link()
    invite()
    assert client.get(old).status_code == 404
    assert client.get(last_link()).status_code == 200


def test_a_letter_that_is_taken_back_does_not_work(world, lid, invite, client):
    invite()
    browser(world.noor).post(f"/kompas/leden/{lid.uuid}/intrekken/")
    assert client.get(last_link()).status_code == 404


def test_whoever_left_the_table_cannot_take_a_letter_up(world, lid, invite, client):
    invite()
    browser(world.noor).post(f"/kompas/leden/{lid.uuid}/weg/")
    assert client.get(last_link()).status_code == 404


def test_an_address_that_is_none_is_said(invite):
    answer = invite("geen adres")
    assert answer.status_code == 422
    assert mail.outbox == []
