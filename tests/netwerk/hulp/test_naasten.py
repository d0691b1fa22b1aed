"""The page for naasten: its words in each language, and what the region has for them."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

import pytest
from hypothesis import given, strategies as st
from lxml import html

from netwerk.choices import Status
from netwerk.choices_hulp import Taal
from netwerk.rules.naasten import SOORTEN, marked, read
from tests.netwerk.kaart import close
from tests.world import browser

PAGE = "/voor-naasten/"


def shape(taal: str):
    """Which subjects there are, and what each is made of."""
    return [
        (
            one.sleutel,
            bool(one.wegwijzer),
            [(deel.soort, len(deel.items)) for deel in one.delen],
        )
        for one in read(taal).onderwerpen
    ]


@pytest.mark.parametrize("taal", Taal.values)
def test_every_language_says_the_same_things(taal):
    page = read(taal)
    assert page.taal == taal
    assert shape(taal) == shape(Taal.NL)
    assert set(page.woorden) == set(read(Taal.NL).woorden)
    kinds = {deel.soort for one in page.onderwerpen for deel in one.delen}
    assert kinds == set(SOORTEN)


@pytest.mark.parametrize("taal", Taal.values)
def test_every_language_has_the_numbers_for_danger(taal):
    first = read(taal).onderwerpen[0]
    parts = [part for deel in first.delen for item in deel.items for part in item.tekst]
    assert [words for kind, words in parts if kind == "tel"] == ["112", "113"]


@given(st.text(alphabet="ab*[]1 "))
def test_marking_loses_no_word(text):
    said = "".join(words for _, words in marked(text))
    assert [s for s in said if s in "ab1"] == [s for s in text if s in "ab1"]


def test_marks_are_read():
    assert marked("Bel [112], **nu**.") == (
        ("", "Bel "),
        ("tel", "112"),
        ("", ", "),
        ("vet", "nu"),
        ("", "."),
    )


def shown(query: str = "", **cookies: str):
    visitor = browser()
    for name, value in cookies.items():
        visitor.cookies[name] = value
    return html.fromstring(visitor.get(PAGE + query).content).xpath("//main")[0]


def offered(root) -> list[str]:
    return root.xpath(".//a[starts-with(@href, '/sociale-kaart/')]/text()")


@pytest.fixture
def kaart(world):
    """What is for naasten, and what is not or is not there."""
    world.voorziening("Inloop voor allen", voor_wie=["naasten", "clienten"])
    group = world.voorziening("Zij aan Zij", voor_wie=["naasten"])
    world.voorziening("Alleen cliënten", voor_wie=["clienten"])
    world.voorziening("In de maak", voor_wie=["naasten"], status=Status.INACTIEF)
    world.voorziening(
        "Voorbij",
        voor_wie=["naasten"],
        status=Status.GESTOPT,
        gestopt_op=world.today,
    )
    world.voorziening("Elders", voor_wie=["naasten"], regio=world.elders)
    close(group, world.today, world.today + timedelta(days=3))
    return world


@pytest.mark.parametrize(
    ("query", "cookies"),
    [("?regio=lindestroom", {}), ("", {"regio": "lindestroom"})],
)
def test_what_the_region_has_stands_on_it(kaart, query, cookies):
    root = shown(query, **cookies)
    assert offered(root) == ["Zij aan Zij", "Inloop voor allen"]
    assert "Nu even dicht" in root.text_content()
    assert root.xpath("//a[@class='chip']/text()") == ["Heuvelrug"]


def test_without_a_region_it_asks_which(kaart):
    root = shown("?regio=bestaat-niet")
    assert root.xpath("//a[@class='chip']/text()") == ["Heuvelrug", "Lindestroom"]
    assert root.xpath("//a[@href='/sociale-kaart/?voor=naasten']")


def test_a_region_without_anything_says_so(world):
    assert "staat nog niets voor naasten" in shown("?regio=lindestroom").text_content()


def test_in_another_language_the_words_change_and_the_names_stay_dutch(kaart):
    root = shown("?regio=lindestroom&taal=en")
    (article,) = root.xpath("//article")
    assert article.get("lang") == "en"
    assert root.xpath("//h1/text()") == ["For family and friends"]
    assert offered(article.xpath(".//ul[@lang='nl']")[0])
    assert root.xpath("//a[@lang='nl']/@href") == ["?taal=nl&regio=lindestroom"]
    assert shown("?taal=xx").xpath("//h1/text()") == ["Voor naasten"]


def test_more_than_fits_is_found_by_searching(kaart):
    browser().get(PAGE)
    with CaptureQueriesContext(connection) as few:
        shown("?regio=lindestroom")
    for number in range(9):
        kaart.voorziening(f"Groep {number}", voor_wie=["naasten"])
    with CaptureQueriesContext(connection) as many:
        root = shown("?regio=lindestroom")
    assert len(many) == len(few)
    assert root.xpath("//a[@href='/sociale-kaart/?voor=naasten&regio=lindestroom']")
    assert len(offered(root)) == 9  # eight, and the search
