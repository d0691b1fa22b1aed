"""Which pages look like the same one: counted, a page at a time, until somebody says that
they are two."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lxml import html

from netwerk.models import Geendubbel, Locatie, Telefoon
from netwerk.selectors import dubbelen as selectors
from tests.netwerk.aanbod.pages import fill, text_of
from tests.netwerk.meldingen.pages import log_lines
from tests.world import browser


def place(world, row, adres, plaats="Lindehoven"):
    made = Locatie.objects.create(regio=world.regio, adres=adres, plaats=plaats)
    row.plekken.create(regio=world.regio, locatie=made)


def pairs(world, n: int) -> None:
    for k in range(n):
        for _ in range(2):
            world.voorziening(f"{chr(97 + k) * 9} groep")


def page(world, **query):
    return browser(world.teun).get(reverse("dubbelen"), query)


def test_the_same_help_in_two_places_of_the_region_is_no_double(world):
    world.gemeente.wijken.create(naam="De Akkers")
    for naam, plaats in (("Inloop Lindehoven", "Lindehoven"), ("Inloop De Akkers", "")):
        row = world.voorziening(naam, website="https://ggz.example/inloop")
        Telefoon.objects.create(voorziening=row, nummer="0100203040")
        if plaats:
            place(world, row, "Dorpsweg 1", plaats)
    assert "Niets gevonden" in text_of(page(world))


def test_what_they_have_in_common_is_said(world):
    for naam, website in (
        ("Eetcafé De Veranda", "https://www.ggz.example/stemming/"),
        ("Eettafel De Veranda", "http://ggz.example/stemming"),
    ):
        row = world.voorziening(naam, website=website)
        place(world, row, "Dorpsweg 1")
        Telefoon.objects.create(voorziening=row, nummer="0100203040")
    assert "Zelfde adres. Zelfde telefoonnummer. Zelfde website." in text_of(
        page(world)
    )


def test_of_a_secret_place_nothing_is_compared(world):
    for naam in ("Eetcafé De Veranda", "Eettafel De Veranda"):
        row = world.voorziening(naam)
        made = Locatie.objects.create(regio=world.regio, geheim=True)
        row.plekken.create(regio=world.regio, locatie=made)
    assert "Niets gevonden" in text_of(page(world))


def test_how_many_there_are_is_said_and_all_can_be_seen(world, monkeypatch):
    monkeypatch.setattr(selectors, "PER_PAGE", 2)
    pairs(world, 3)
    first, second = page(world), page(world, pagina=2)
    assert "3 paren plekken lijken op elkaar" in text_of(first)
    assert "1 van 2" in text_of(first)
    names = [
        {chr(97 + k) for k in range(3) if f"{chr(97 + k) * 9} groep" in text_of(answer)}
        for answer in (first, second)
    ]
    assert [len(some) for some in names] == [2, 1]
    assert set.union(*names) == {"a", "b", "c"}
    assert page(world, pagina="x" * 99).status_code == 200


def test_these_are_two_stays_said_and_stands_in_the_log(world, monkeypatch):
    monkeypatch.setattr(selectors, "PER_PAGE", 1)
    pairs(world, 2)
    there = html.fromstring(page(world, pagina=2).content)
    (form,) = there.xpath("//main//form[@method='post']")
    answer = browser(world.teun).post(form.get("action"), fill(form))
    assert answer["Location"] == f"{reverse('dubbelen')}?pagina=2"
    assert log_lines()[-1] == ("U", "voorziening", "geen dubbel")
    assert Geendubbel.objects.count() == 1
    assert "1 paar plekken lijkt op elkaar" in text_of(page(world))


def test_a_page_asks_the_same_however_many_pairs_there_are(world):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert page(world).status_code == 200
        return len(queries)

    pairs(world, 1)
    few = asked()
    pairs(world, 9)
    assert asked() == few
