"""Somebody takes a place at the table, with or without a letter."""

import re
import uuid

from django.core import mail

import pytest

from kompas.models import Kerngroeplid
from tests.kompas.logs import lines
from tests.world import PASSWORD, browser


@pytest.fixture
def url(world):
    return f"/kompas/trajecten/{world.traject.uuid}/kerngroep/nieuw/"


def filled(**more):
    return {
        "uuid": str(uuid.uuid4()),
        "naam": "Joris Maas",
        "email": "joris@example.nl",
        "ring": "binnenring",
        "rol": "client",
    } | more


@pytest.fixture
def post(world, url, django_capture_on_commit_callbacks):
    def send(**more):
        with django_capture_on_commit_callbacks(execute=True):
            return browser(world.noor).post(url, filled(**more))

    return send


def link() -> str:
    return re.search(r"/uitnodiging/\S+", mail.outbox[-1].body)[0]


def test_a_member_with_an_address_gets_a_letter(world, post):
    assert post().status_code == 302
    assert mail.outbox[0].to == ["joris@example.nl"]
    assert mail.outbox[0].subject == "Je bent uitgenodigd"
    page = (
        browser(world.noor)
        .get(f"/kompas/trajecten/{world.traject.uuid}/kerngroep/")
        .text
    )
    assert "Joris Maas" in page
    assert "Uitgenodigd" in page
    assert {
        ("C", "kerngroeplid", "lindestroom"),
        ("C", "uitnodiging", "lindestroom"),
    } <= set(lines())


def test_without_an_address_there_is_no_letter(post):
    post(email="")
    assert mail.outbox == []
    assert Kerngroeplid.objects.get(naam="Joris Maas").uitnodiging is None


def test_who_takes_the_letter_up_sits_at_the_table(world, post, client):
    post()
    assert "binnenring van Lindehoven" in client.get(link()).text
    client.post(link(), {"wachtwoord": PASSWORD})
    lid = Kerngroeplid.objects.get(naam="Joris Maas")
    assert lid.gebruiker.email == "joris@example.nl"
    assert client.get(f"/kompas/trajecten/{world.traject.uuid}/").status_code == 200


def test_sent_twice_somebody_is_added_once(post):
    same = str(uuid.uuid4())
    for _ in range(2):
        post(uuid=same)
    assert Kerngroeplid.objects.filter(naam="Joris Maas").count() == 1
    assert len(mail.outbox) == 1


def test_role_and_sector_are_kept_apart(post):
    post(rol="ervaringsdeskundige", domein="ggz", betaald="on")
    lid = Kerngroeplid.objects.get(naam="Joris Maas")
    assert (lid.groep, lid.domein, lid.betaald) == ("ervaring", "ggz", True)


@pytest.mark.parametrize(
    "wrong",
    [
        {"naam": ""},
        {"naam": "x" * 10_000},
        {"email": "geen adres"},
        {"rol": "koning"},
        {"ring": ""},
        {"domein": "zee"},
        {"organisatie": "999999"},
        {"uuid": "geen"},
    ],
    ids=str,
)
def test_what_does_not_fit_is_said_and_nothing_is_added(post, wrong):
    assert post(**wrong).status_code == 422
    assert not Kerngroeplid.objects.filter(naam="Joris Maas").exists()


def test_an_organisation_of_another_region_cannot_be_chosen(world, post):
    elders = world.elders.organisaties.create(naam="Ver weg")
    assert post(organisatie=elders.pk).status_code == 422
