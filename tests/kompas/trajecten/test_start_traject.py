"""A regiobeheerder begins a traject and invites who will lead it."""

import re
import uuid

from django.core import mail

import pytest

from kompas.models import Begeleider, Traject
from tests.kompas.logs import lines
from tests.world import PASSWORD, browser

URL = "/kompas/trajecten/nieuw/"


def filled(world, **more):
    return {
        "uuid": str(uuid.uuid4()),
        "naam": "Wilgenrade",
        "gemeenten": [world.gemeente.pk],
        "begeleider_naam": "Bo Smit",
        "begeleider_email": "bo@example.nl",
    } | more


@pytest.fixture
def teun(world):
    return browser(world.teun)


def test_it_begins_with_five_steps_and_a_letter(
    world, teun, django_capture_on_commit_callbacks
):
    data = filled(world)
    with django_capture_on_commit_callbacks(execute=True):
        answer = teun.post(URL, data)
    assert answer.url == f"/kompas/trajecten/{data['uuid']}/"
    traject = Traject.objects.get(uuid=data["uuid"])
    assert traject.stappen.count() == 5
    assert mail.outbox[0].to == ["bo@example.nl"]
    assert ("C", "traject", "lindestroom") in lines()


def test_who_takes_the_letter_up_leads_the_traject(
    world, teun, client, django_capture_on_commit_callbacks
):
    data = filled(world)
    with django_capture_on_commit_callbacks(execute=True):
        teun.post(URL, data)
    link = re.search(r"/uitnodiging/\S+", mail.outbox[0].body)[0]
    assert "procesbegeleider van Wilgenrade" in client.get(link).text
    client.post(link, {"wachtwoord": PASSWORD})
    begeleider = Begeleider.objects.get(traject__uuid=data["uuid"])
    assert begeleider.gebruiker.email == "bo@example.nl"
    assert client.get(f"/kompas/trajecten/{data['uuid']}/").status_code == 200


def test_sent_twice_it_begins_once(world, teun, django_capture_on_commit_callbacks):
    data = filled(world)
    with django_capture_on_commit_callbacks(execute=True):
        answers = [teun.post(URL, data).url for _ in range(2)]
    assert len(set(answers)) == 1
    assert Traject.objects.filter(naam="Wilgenrade").count() == 1
    assert len(mail.outbox) == 1


def test_without_a_place_it_says_what_is_missing_and_keeps_the_rest(world, teun):
    answer = teun.post(URL, filled(world, gemeenten=[]))
    assert answer.status_code == 422
    assert "Kies ten minste een gemeente of een wijk" in answer.text
    assert "Bo Smit" in answer.text


def test_the_form_never_says_that_a_place_is_not_needed(world, teun):
    """One of both is: so neither is called optional."""
    shown = teun.get(URL).content.decode()
    assert "Kies ten minste een gemeente of een wijk." in shown
    assert "hoeft niet" not in shown


def test_a_gemeente_of_another_region_cannot_be_chosen(world, teun):
    elders = world.elders.gemeenten.create(naam="Heuvels")
    assert teun.post(URL, filled(world, gemeenten=[elders.pk])).status_code == 422


@pytest.mark.parametrize("naam", ["", "x" * 10_000, "\0"])
def test_a_name_that_does_not_fit_is_said(world, teun, naam):
    assert teun.post(URL, filled(world, naam=naam)).status_code == 422


def test_a_name_may_have_any_letter(world, teun):
    data = filled(world, naam="🌳 Súdwest-Fryslân العربية")
    assert teun.post(URL, data).status_code == 302
