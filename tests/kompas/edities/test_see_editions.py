"""The editions of a region stand in its settings, with what they are used for."""

from dataclasses import replace

from django.urls import reverse

import pytest
from lxml import html

from kompas.services import edities
from tests.kompas.rondes.pages import queries
from tests.world import browser


@pytest.fixture
def ours(world):
    return edities.load_own_edition()


def load(regio, **changed):
    named = {"sleutel": "officieel", "versie": 1, "naam": "Officiële tekst"}
    changed = named | changed
    return edities.load_edition(
        editie=replace(edities.own_edition(), **changed), regio=regio
    )


def cards(user) -> list[str]:
    page = html.fromstring(browser(user).get(reverse("edities")).content)
    return [" ".join(li.text_content().split()) for li in page.xpath("//main//ul/li")]


def test_the_own_ones_come_first_and_the_newest_before_the_older(world, ours):
    load(world.regio)
    load(world.regio, versie=2)
    newest, older, delivered = cards(world.teun)
    assert newest.startswith(
        "Officiële tekst, versie 2 Van jullie regio 70 stellingen."
    )
    assert older.startswith("Officiële tekst, versie 1 Van jullie regio Oudere versie")
    assert delivered.startswith(f"{ours} Meegeleverd 70 stellingen.")


def test_each_says_how_many_rounds_of_the_region_are_on_it(world, ours):
    assert "Nog niet gebruikt in een ronde." in cards(world.teun)[0]
    for n in range(2):
        world.new_ronde(editie=ours, code=f"KV73M{n}")
    world.new_ronde(editie=ours, code="KV73MX", traject=world.elders_traject)
    assert "Gebruikt in 2 rondes van jullie regio." in cards(world.teun)[0]
    assert "Gebruikt in 1 ronde van jullie regio." in cards(world.verre_teun)[0]


def test_an_edition_of_another_region_is_not_there(world, ours):
    load(world.elders)
    assert len(cards(world.teun)) == 1
    assert len(cards(world.verre_teun)) == 2


def test_each_leads_to_its_cards(world, ours):
    own = load(world.regio)
    teun = browser(world.teun)
    page = html.fromstring(teun.get(reverse("edities")).content)
    links = page.xpath("//main//ul/li//a/@href")
    assert links == [f"{reverse('kaarten')}?editie={row.pk}" for row in (own, ours)]
    assert teun.get(links[0]).context["editie"] == own


def test_without_any_the_page_says_what_to_do(world):
    page = browser(world.teun).get(reverse("edities")).content.decode()
    assert "Er is nog geen editie" in page


def test_more_editions_cost_no_more_queries(world, ours):
    teun = browser(world.teun)
    before = len(queries(teun, reverse("edities")))
    for versie in range(1, 4):
        load(world.regio, versie=versie)
    assert len(queries(teun, reverse("edities"))) == before
