"""Who leads a traject is asked by letter, and asked again when the letter was too late."""

import re

from django.core import mail

import pytest

from kompas.models import Begeleider
from tests.world import PASSWORD, browser


@pytest.fixture
def ask(world, django_capture_on_commit_callbacks):
    def post(email="bo@example.nl"):
        url = f"/kompas/trajecten/{world.traject.uuid}/begeleider/"
        with django_capture_on_commit_callbacks(execute=True):
            return browser(world.teun).post(url, {"naam": "Bo", "email": email})

    return post


def link() -> str:
    return re.search(r"/uitnodiging/\S+", mail.outbox[-1].body)[0]


def test_asking_again_kills_the_first_letter(ask, client):
    ask()
    first = link()
    ask("bo.smit@example.nl")
    assert client.get(first).status_code == 404
    assert client.get(link()).status_code == 200


def test_who_leads_it_already_stays(world, ask, client):
    ask()
    client.post(link(), {"wachtwoord": PASSWORD})
    names = {row.naam for row in Begeleider.objects.filter(traject=world.traject)}
    assert names == {"Noor", "Bo"}


def test_an_address_that_is_none_is_said(ask):
    assert ask("geen adres").status_code == 422
    assert mail.outbox == []
