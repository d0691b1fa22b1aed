"""Where the client begins: what stands there, and the version with fewer words (P1)."""

from datetime import timedelta

import pytest
from lxml import html

from clientplan.choices import Stand
from clientplan.models import Afspraak, Doel, Signaal
from clientplan.services.items import add_item
from tests.clientplan.people import client
from toegang.choices import Soort
from toegang.models import Rol

pytestmark = pytest.mark.django_db
ROL = {"_rol": "client"}


@pytest.fixture
def anna(zorg):
    Rol.objects.create(gebruiker=zorg.anna, soort=Soort.CLIENT, van=zorg.today)
    return client(zorg.anna)


def page(anna, where="/plan/"):
    return html.fromstring(anna.get(where).content).xpath("//main")[0]


def text(anna) -> str:
    return " ".join(page(anna).text_content().split())


def fill(zorg) -> None:
    with zorg.as_(zorg.anna):
        for doel, stand in (
            ("Beter slapen", Stand.BEZIG),
            ("Naar het koor", Stand.GELUKT),
            ("Een hond", Stand.LOSGELATEN),
        ):
            row = Doel(client=zorg.plan, stand=stand, stand_op=zorg.today)
            add_item(row, words={"doel": doel})
        for wat, days in (("Later bellen", 9), ("Samen wandelen", 2), ("Voorbij", -3)):
            day = zorg.today + timedelta(days=days)
            row = Afspraak(client=zorg.plan, voor_op=day)
            add_item(row, words={"wat": wat, "wie": "Wij samen"})
        for fase, soort, tekst in (
            (1, "ik_doe", "Elke dag naar buiten"),
            (2, "ik_doe", "Ik bel mijn zus"),
        ):
            row = Signaal(client=zorg.plan, fase=fase, soort=soort)
            add_item(row, words={"tekst": tekst})
    row = zorg.involve(zorg.zus)
    row.relatie = "mijn zus"
    row.save()


def test_an_empty_plan_says_where_to_begin_and_that_nobody_sees_it(anna):
    said = text(anna)
    assert "Je plan is nog leeg" in said
    assert "Mijn eerste doel" in said
    assert "Nu ziet niemand jouw plan" in said
    assert "Mijn volgende afspraak" not in said


def test_it_shows_what_is_worked_on_what_comes_what_helps_and_who_is_there(anna, zorg):
    fill(zorg)
    said = text(anna)
    for words in ("Dag anna", "Beter slapen", "Naar het koor", "Samen wandelen", "zus"):
        assert words in said
    assert "Ik bel mijn zus" in said  # for when it goes less well
    for words in ("Een hond", "Later bellen", "Voorbij", "Elke dag naar buiten"):
        assert words not in said
    doors = page(anna).xpath(".//ul[@class='doors']//a/@href")
    assert doors == [
        "/plan/verhaal/",
        "/plan/afspraken/",
        "/plan/dagboek/",
        "/plan/wie-keek/",
    ]


def test_fewer_words_stay_chosen_until_more_are_wanted(anna, zorg):
    fill(zorg)
    anna.post("/plan/eenvoudig/", {"hoe": "eenvoudig"} | ROL)
    kept = anna.cookies["eenvoudig"]
    assert kept["max-age"] == 31_536_000
    for _ in range(2):
        said = text(anna)
        assert "Wat ik wil" in said
        assert "Het gaat slecht" in said
        for words in ("Beter slapen", "Samen wandelen", "Ik bel mijn zus"):
            assert words not in said
    assert page(anna).xpath("string(.//a[@href='/plan/afspraken/']/small)")
    anna.post("/plan/eenvoudig/", {"hoe": "alles"} | ROL)
    assert "Beter slapen" in text(anna)
