"""How a region keeps its kaart, and its own words."""

import pytest

from netwerk.models import Kaartinstelling, Zoeksynoniem
from tests.netwerk.aanbod.pages import text_of
from tests.toegang.people import log_lines
from tests.world import browser

KAART, WOORDEN = "/beheer/kaart/", "/beheer/woorden/"


def months(**more):
    return {"maanden_wachttijd": "2", "maanden_overig": "4"} | more


def test_who_keeps_the_kaart_and_the_terms_are_kept(world):
    browser(world.teun).post(KAART, months(beheerder=world.blik.pk))
    row = Kaartinstelling.objects.get(regio=world.regio)
    assert (row.beheerder, row.maanden_wachttijd, row.maanden_overig) == (
        world.blik,
        2,
        4,
    )
    assert ("kaartinstelling", "", 0) in log_lines()


@pytest.mark.parametrize("fault", [{"maanden_overig": "0"}, {"maanden_overig": "99"}])
def test_a_term_that_cannot_be_is_said(world, fault):
    assert browser(world.teun).post(KAART, months(**fault)).status_code == 422
    assert not Kaartinstelling.objects.exists()


def test_an_organisation_elsewhere_is_none_of_the_choices(world):
    far = world.elders.organisaties.create(naam="Ver weg")
    assert browser(world.teun).post(KAART, months(beheerder=far.pk)).status_code == 422


def test_a_word_is_kept_once_and_taken_away(world):
    for ook in ("Schuldhulp,  budgetcoach", "Schuldhulp"):
        browser(world.teun).post(WOORDEN, {"woord": " Geld ", "ook": ook})
    row = Zoeksynoniem.objects.get(regio=world.regio)
    assert (row.woord, row.ook) == ("geld", ["schuldhulp"])
    browser(world.teun).post(f"{WOORDEN}{row.pk}/weg/")
    assert not Zoeksynoniem.objects.filter(regio=world.regio).exists()


@pytest.mark.parametrize("ook", ["", ",,", "x" * 61])
def test_without_other_words_it_is_no_synonym(world, ook):
    answer = browser(world.teun).post(WOORDEN, {"woord": "geld", "ook": ook})
    assert answer.status_code == 422
    assert "Er klopt nog iets niet" in text_of(answer)


def test_another_region_s_words_and_those_of_everybody_stay(world):
    rows = [
        Zoeksynoniem.objects.create(regio=regio, woord="proefwoord", ook=["test"])
        for regio in (world.elders, None)
    ]
    for row in rows:
        address = f"{WOORDEN}{row.pk}/weg/"
        assert browser(world.teun).post(address).status_code == 404
    assert Zoeksynoniem.objects.filter(woord="proefwoord").count() == 2
