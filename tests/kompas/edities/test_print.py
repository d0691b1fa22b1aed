"""A card on paper: one page, all its words, its source."""

from dataclasses import replace

from django.urls import reverse

import pytest

from basis import pdf
from kompas.documents.kaart import gesprekskaart
from kompas.selectors.edities import read_card
from kompas.services.edities import load_own_edition
from tests.pdf.checker import assert_readable_aloud, beyond_the_edge, pages, text
from tests.world import browser
from toegang.models import Huisstijl

CARDS = (
    "visie", "mens_centraal", "samenwerking", "professionals", "interventies",
    "organisaties",
)  # fmt: skip
SOURCE = "naar het Kompas van Kenniscentrum Phrenos (2022/2023)"


@pytest.mark.parametrize("sleutel", CARDS)
def test_each_card_of_ours_is_one_page_with_all_its_words(db, sleutel):
    kaart = read_card(load_own_edition(), sleutel)
    content = gesprekskaart(kaart).content
    words = [row.tekst for part in kaart.delen for row in part.stellingen]
    words += [vraag.tekst for vraag in kaart.vragen]
    words += [groep.naam for groep in kaart.groepen]
    printed = text(content)
    assert len(pages(content)) == 1
    assert [
        line for line in [kaart.thema.naam, SOURCE, *words] if line not in printed
    ] == []
    assert beyond_the_edge(content) == []
    assert_readable_aloud(content)


def test_all_names_of_the_inventory_are_on_paper(db):
    kaart = read_card(load_own_edition(), "interventies")
    printed = "".join(text(gesprekskaart(kaart).content).split())
    names = {row.naam for groep in kaart.groepen for row in groep.werkwijzen.all()}
    assert len(names) == 132
    assert [name for name in names if "".join(name.split()) not in printed] == []


def test_an_edition_too_long_for_one_page_loses_no_word(db):
    kaart = read_card(load_own_edition(), "samenwerking")
    part = kaart.delen[0]
    long = replace(kaart, delen=[replace(part, stellingen=part.stellingen * 9)])
    content = gesprekskaart(long).content
    assert len(pages(content)) > 1
    assert text(content).count("Elke cliënt heeft bij ons één plan.") == 9


def test_a_card_is_kept_under_its_name(world):
    editie = load_own_edition()
    answer = browser(world.teun).get(reverse("kaart_pdf", args=[editie.pk, "visie"]))
    assert (
        answer["Content-Disposition"]
        == 'attachment; filename="gesprekskaart-visie.pdf"'
    )
    assert answer.content.startswith(b"%PDF-1.7")


def test_without_pango_the_page_says_so_and_stays_readable(world, monkeypatch):
    def no_pango(*of):
        raise pdf.NoPango

    monkeypatch.setattr("kompas.views.edities.gesprekskaart", no_pango)
    editie = load_own_edition()
    answer = browser(world.teun).get(reverse("kaart_pdf", args=[editie.pk, "visie"]))
    assert answer.status_code == 503
    assert "Je kunt alles wel gewoon op het scherm lezen." in answer.content.decode()
    assert "apt-get" not in answer.content.decode()


def test_a_card_looks_as_the_region_does_and_stays_one_page(world):
    editie = load_own_edition()
    address = reverse("kaart_pdf", args=[editie.pk, "interventies"])
    Huisstijl.objects.create(regio=world.regio, kleur="#0066cc", naam="Samen Sterk")
    mine, theirs = (
        browser(who).get(address).content for who in (world.noor, world.verre_noor)
    )
    assert "Samen Sterk" in text(mine)
    assert "Samen Sterk" not in text(theirs)
    assert len(pages(mine)) == 1
    assert beyond_the_edge(mine) == []
