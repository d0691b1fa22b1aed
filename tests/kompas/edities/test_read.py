"""Everyone at the table can read every card."""

from html import unescape

from django.urls import reverse

import pytest

from kompas.models import Kompaseditie
from kompas.services.edities import load_own_edition
from tests.world import browser


@pytest.fixture
def editie(world):
    return load_own_edition()


def read(world, editie, thema: str):
    answer = browser(world.teun).get(reverse("kaart", args=[editie.pk, thema]))
    return unescape(answer.content.decode())


def test_the_list_names_the_six_cards_with_what_is_on_them(world, editie):
    page = browser(world.teun).get(reverse("kaarten")).content.decode()
    for words in (
        "Krachtige samenwerking", "14 stellingen, voor iedereen", "21 stellingen",
        "18 stellingen, voor uitvoerders", "4 open vragen en een lijst",
        "naar het Kompas van Kenniscentrum Phrenos (2022/2023)",
    ):  # fmt: skip
        assert words in page


def test_a_card_shows_its_stories_parts_statements_explanation_and_terms(world, editie):
    thema = editie.themas.get(sleutel="mens_centraal")
    page = read(world, editie, "mens_centraal")
    assert all(verhaal["titel"] in page for verhaal in thema.verhalen)
    assert all(deel.naam in page for deel in thema.delen.all())
    assert all(stelling.tekst in page for stelling in thema.stellingen.all())
    first = thema.stellingen.exclude(begrippen=None).first()
    assert first.toelichting in page
    assert first.begrippen.first().uitleg in page


def test_the_card_of_interventies_shows_questions_and_the_whole_inventory(
    world, editie
):
    page = read(world, editie, "interventies")
    assert "Welke werkwijzen gebruiken wij die nog niet in de lijst staan?" in page
    names = editie.werkwijzen.filter(elders=False).values_list("naam", flat=True)
    assert len(names) == 132
    assert [name for name in names if name not in page] == []


def test_a_card_leads_to_the_one_before_and_after_and_to_its_print(world, editie):
    page = read(world, editie, "samenwerking")
    for thema in ("mens_centraal", "professionals"):
        assert reverse("kaart", args=[editie.pk, thema]) in page
    assert reverse("kaart_pdf", args=[editie.pk, "samenwerking"]) in page


def test_an_edition_of_another_region_is_not_there(world, editie):
    theirs = Kompaseditie.objects.get(pk=editie.pk)
    theirs.pk, theirs.regio, theirs.naam = None, world.elders, "Van de heuvels"
    theirs.save()
    page = browser(world.teun).get(reverse("kaarten"), {"editie": theirs.pk})
    assert "Van de heuvels" not in page.content.decode()
    for name in ("kaart", "kaart_pdf"):
        address = reverse(name, args=[theirs.pk, "visie"])
        assert browser(world.teun).get(address).status_code == 404


def test_the_own_edition_of_the_region_comes_first(world, editie):
    own = Kompaseditie.objects.get(pk=editie.pk)
    own.pk, own.regio, own.naam = None, world.regio, "Van Lindestroom"
    own.save()
    answer = browser(world.teun).get(reverse("kaarten"))
    assert answer.context["editie"] == own
    assert [row.naam for row in answer.context["edities"]] == [own.naam, editie.naam]


def test_nothing_is_shown_before_an_edition_is_loaded(world):
    assert browser(world.teun).get(reverse("kaarten")).status_code == 404


def test_a_card_costs_the_same_few_queries_whatever_is_on_it(
    world, editie, django_assert_max_num_queries
):
    person = browser(world.teun)
    for thema in ("visie", "mens_centraal"):
        with django_assert_max_num_queries(20):
            person.get(reverse("kaart", args=[editie.pk, thema]))
