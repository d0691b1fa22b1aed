"""Where to go now, and a way out, on every page of the sociale kaart."""

from unittest import mock

from django.urls import reverse

import pytest
from lxml import html

from basis.pdf import NoPango
from netwerk.choices import Status
from netwerk.documents import hulp as documents
from tests.netwerk.hulp import rows
from tests.world import browser


def addresses(world) -> list[str]:
    here = world.voorziening()
    gone = world.voorziening("Voorbij", status=Status.GESTOPT, gestopt_op=world.today)
    return [
        reverse("voorziening", args=[here.slug]),
        reverse("voorziening", args=[gone.slug]),
        reverse("melding_nieuw", args=[here.slug]),
        reverse("melding_zoeken"),
        reverse("melding_volgen", args=[world.melding(here).nummer]),
        reverse("zorgen_regio", args=[world.regio.slug]),
        reverse("voor_naasten"),
        reverse("sociale_kaart"),
        f"{reverse('sociale_kaart')}?q=inloop&regio={world.regio.slug}",
    ]


@pytest.mark.parametrize("number", range(9))
def test_the_strip_and_the_quick_exit_are_there(world, number):
    page = html.fromstring(browser().get(addresses(world)[number]).content)
    assert len(page.xpath("//section[@class='help-strip']")) == 1
    assert len(page.xpath("//a[@data-snel-weg]")) == 1


def test_the_page_of_a_provision_has_the_numbers_of_its_region(world):
    rows.line(world.regio)
    here = reverse("voorziening", args=[world.voorziening().slug])
    page = html.fromstring(browser().get(here).content)
    strip = page.xpath("//section[@class='help-strip']")[0]
    assert "0100 – 11 22 33" in strip.text_content()


def test_who_is_at_work_needs_no_way_out(world):
    here = reverse("voorziening", args=[world.voorziening().slug])
    page = html.fromstring(browser(world.teun).get(here).content)
    assert not page.xpath("//a[@data-snel-weg]")


PAPER = [
    "voorziening_pdf",
    "hulp_nu_pdf",
    "zorgen_blad_pdf",
    "zorgen_soort_pdf",
    "voor_naasten_pdf",
]


@pytest.mark.parametrize("name", PAPER)
def test_where_no_pdf_can_be_made_the_numbers_stand_there_with_a_way_back(world, name):
    v = world.voorziening()
    about = {
        "voorziening_pdf": ([v.slug], f"/sociale-kaart/{v.slug}/"),
        "hulp_nu_pdf": ([v.regio.slug], f"/hulp-nu/{v.regio.slug}/"),
        "zorgen_blad_pdf": (
            [v.regio.slug, "regio"],
            f"/zorgen/{v.regio.slug}/regio/blad/",
        ),
        "zorgen_soort_pdf": (
            [v.regio.slug, "regio", "zelfzorg"],
            f"/zorgen/{v.regio.slug}/regio/om/zelfzorg/",
        ),
        "voor_naasten_pdf": ([], "/voor-naasten/"),
    }
    where, back = about[name]
    documents._rendered.cache_clear()
    with mock.patch("basis.pdf._weasyprint", side_effect=NoPango):
        answer = browser().get(reverse(name, args=where))
    page = answer.content.decode()
    assert answer.status_code == 503
    assert 'class="help-strip"' in page
    assert f'href="{back}"' in page
