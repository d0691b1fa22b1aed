"""Somebody who thinks along says how they see it, beside the words of the client."""

from uuid import UUID

import pytest
from lxml import html

from clientplan.models import Doel
from clientplan.services.items import add_item
from netwerk.models import Betrokkenheid
from netwerk.rules.onderdelen import Recht
from tests.clientplan.people import client, naaste
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


def test_the_client_reads_it_beside_the_own_words(zus, zorg, doel):
    Rol.objects.create(gebruiker=zorg.anna, soort=Soort.CLIENT, van=zorg.today)
    where = f"/plan-van/{zorg.plan.uuid}/stem/doelen/{doel.uuid}/"
    zus.post(where, {"tekst": "Je neuriet", "_rol": "naaste"})
    page = client(zorg.anna).get(f"/plan/doelen/{doel.uuid}/")
    main = html.fromstring(page.content).xpath("//main")[0]
    [voice] = main.xpath(".//aside[contains(@class, 'voice')]")
    assert "Zo ziet zus het" in voice.text_content()
    assert "Je neuriet" in voice.text_content()
    assert "Alleen zus kan deze woorden veranderen" in voice.text_content()
    assert not voice.xpath(".//a | .//form")
    assert main.xpath("string(.//h1)") == "Beter slapen"


def test_before_somebody_writes_it_says_that_the_client_can_read_it(zus, zorg, doel):
    van = f"/plan-van/{zorg.plan.uuid}/"
    assert "anna leest dit." in text(zus.get(f"{van}stem/doelen/"))
    row = Betrokkenheid.objects.for_job("proefdata").select_related("client__gebruiker")
    zorg.say(row.get(), "doelen", Recht.MEDE_EIGENAAR)
    for where in ("doelen/nieuw/", f"doelen/{doel.uuid}/wijzig/"):
        page = text(zus.get(f"{van}{where}"))
        assert "anna kan lezen wat je schrijft" in page
        assert "Wat wil anna?" in page
        assert "Wat wil ik?" not in page
