"""What the page of a search says beside its list: of the picture, of a choice, of nothing."""

from django.test import Client
from django.urls import reverse

import pytest
import time_machine
from lxml import html

from netwerk.models import Voorziening
from netwerk.templatetags.kaart import zonder_begin
from toegang.models import Gemeente

pytestmark = pytest.mark.django_db
HIER, DAAR = (52.01, 5.5), (52.03, 5.52)


@pytest.fixture
def page(kaart, client: Client):
    def ask(**asked):
        response = client.get(reverse("sociale_kaart"), asked)
        assert response.status_code == 200
        return html.fromstring(response.content.decode())

    return ask


def text(root) -> str:
    return " ".join(root.xpath("//main")[0].text_content().split())


def test_the_picture_speaks_of_full_numbers_only_when_it_has_them(kaart, page):
    with time_machine.travel(kaart.now):
        kaart.zet("Huis een", punt=HIER)
        assert "vandaag al. Alles op de kaart" not in text(page(q="huis"))
        kaart.open(kaart.zet("Huis twee", punt=DAAR, laagdrempelig=True))
        assert "Een vol nummer kan vandaag al." in text(page(q="huis"))
        Voorziening.objects.filter(naam="Huis een").delete()
        assert "Alles hier kan vandaag al." in text(page(q="huis"))


def test_without_a_place_the_picture_has_a_measure_and_names(kaart, page):
    gemeente = Gemeente.objects.create(regio=kaart.regio, naam="Nergensveen")
    kaart.at(kaart.zet("Huis een"), *HIER, gemeente=gemeente)
    (svg,) = page(q="huis").xpath("//figure/svg")
    words = {t.text for t in svg.xpath(".//text")}
    assert "Nergensveen" in words
    assert any(word.endswith(" km") for word in words)


def test_what_was_chosen_is_named_where_is_asked_for_a_place(kaart, page):
    kaart.zet("Huis", functies=["steun"])
    said = text(page(functie="steun", wacht="geen"))
    assert "Je koos: ‘Geen wachttijd’, ‘Steun van anderen’." in said


def test_outside_every_region_nothing_is_promised(kaart, page):
    kaart.plaats("Verweg", 53.5, 6.9)
    root = page(plaats="Verweg")
    said = text(root)
    assert "In de buurt van Verweg kennen we nog geen plekken" in said
    assert "Bel je gemeente en vraag naar het wijkteam" in said
    assert "Je ziet wat er in de buurt is" not in said
    assert not root.xpath("//a[contains(., 'Zoek het wijkteam')]")


def test_who_searched_for_the_wijkteam_is_not_sent_round(kaart, page):
    kaart.zet("Huis", punt=HIER)
    root = page(q="wijkteam", plaats="Lindehoven")
    assert not root.xpath("//a[contains(., 'Zoek het wijkteam')]")
    assert page(q="huis", plaats="Lindehoven").xpath(
        "//a[contains(., 'Zoek het wijkteam')]"
    )


@pytest.mark.parametrize(
    ("tekst", "begin", "rest"),
    [
        ("Kom langs. Er is koffie.", "Kom langs.", "Er is koffie."),
        ("Kom langs.", "Kom langs.", ""),
        ("Kom langs", "Kom langs", ""),
        ("Kom langs. Er is koffie.", "Kom langs", "Er is koffie."),
        ("Kom langs bij ons.", "Kom langs", "Kom langs bij ons."),
        ("Er is koffie.", "Kom langs.", "Er is koffie."),
        ("Er is koffie.", "", "Er is koffie."),
        ("", "Kom langs.", ""),
    ],
)
def test_a_description_does_not_say_the_line_above_it_again(tekst, begin, rest):
    assert zonder_begin(tekst, begin) == rest
