"""Somebody who thinks along says how they see it, beside the words of the client."""

from uuid import UUID

import pytest
from lxml import html

from clientplan.models import Doel
from clientplan.services.items import add_item
from netwerk.rules.onderdelen import Recht
from tests.clientplan.people import naaste
from toegang.choices import Soort
from toegang.models import Rol

pytestmark = pytest.mark.django_db


@pytest.fixture
def zus(zorg):
    Rol.objects.create(gebruiker=zorg.zus, soort=Soort.NAASTE, van=zorg.today)
    zorg.say(zorg.involve(zorg.zus), "doelen", Recht.BIJDRAGEN)
    return naaste(zorg.zus)


@pytest.fixture
def doel(zorg):
    with zorg.as_(zorg.anna):
        return add_item(Doel(client=zorg.plan), words={"doel": "Beter slapen"})


def text(response) -> str:
    return " ".join(html.fromstring(response.content).text_content().split())


def test_a_part_is_called_as_others_say_it(zus, zorg):
    page = text(zus.get(f"/plan-van/{zorg.plan.uuid}/stem/doelen/"))
    assert "Doelen" in page
    assert "Mijn doelen" not in page


@pytest.mark.parametrize("per_goal", [True, False])
def test_said_once_it_is_changed_and_not_said_again(zus, zorg, doel, per_goal):
    van = f"/plan-van/{zorg.plan.uuid}/"
    piece = f"{doel.uuid}/" if per_goal else ""
    page = f"{van}doelen/{piece}"
    assert "Schrijf erbij" in text(zus.get(page))
    sent = {"tekst": "Je neuriet", "_rol": "naaste"}
    assert zus.post(f"{van}stem/doelen/{piece}", sent)["Location"] == page
    said = text(zus.get(page))
    assert "Je neuriet" in said
    assert "Verander mijn woorden" in said
    assert "Schrijf erbij" not in said


@pytest.mark.parametrize("where", [f"stem/doelen/{UUID(int=1)}/", "stem/medicatie/"])
def test_beside_what_is_not_there_nothing_is_said(zus, zorg, where):
    address = f"/plan-van/{zorg.plan.uuid}/{where}"
    assert zus.post(address, {"tekst": "Iets", "_rol": "naaste"}).status_code == 404
