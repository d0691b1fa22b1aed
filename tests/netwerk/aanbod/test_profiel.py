"""What the kaart says of an organisation itself, who keeps it types (N1)."""

from django.test import Client
from django.urls import reverse

import pytest
from lxml import html

from netwerk.models import Organisatieprofiel, Telefoon
from netwerk.selectors.hsds import organisation_id
from tests.netwerk.aanbod.pages import sheet, text_of
from tests.netwerk.meldingen.pages import log_lines
from tests.world import browser

TYPED = {
    "ook_bekend_als": "De ggz",
    "omschrijving": "Hulp bij psychische klachten.",
    "website": "https://ggz.example/",
    "email": "info@ggz.example",
    "kwaliteitsstatuut": "https://ggz.example/statuut",
    "nummer_nieuw": "0100203040",
}


@pytest.fixture
def here(world) -> str:
    return reverse("organisatieprofiel", args=[world.ggz.uuid])


def test_it_stands_on_the_page_of_what_it_offers(world, here):
    row = world.voorziening()
    before = row.gewijzigd_op
    assert browser(world.olga).post(here, sheet(world.olga, here, **TYPED))
    page = text_of(Client().get(f"/sociale-kaart/{row.slug}/"))
    for words in (
        "De ggz",
        "Hulp bij psychische klachten.",
        "https://ggz.example/",
        "info@ggz.example",
        "20 30 40",
        "Lees het kwaliteitsstatuut",
    ):
        assert words in page
    row.refresh_from_db()
    assert row.gewijzigd_op > before
    assert log_lines() == [("C", "organisatie", "profiel")]


def test_programs_read_it_under_the_id_they_knew(world, here):
    world.voorziening()
    known = organisation_id(world.ggz)
    browser(world.olga).post(here, sheet(world.olga, here, **TYPED))
    node = Client().get(f"/api/hsds/organizations/{known}").json()
    assert node["description"] == TYPED["omschrijving"]
    assert node["website"] == TYPED["website"]
    assert [phone["number"] for phone in node["phones"]] == ["0100203040"]


def test_who_keeps_it_says_what_else_is_under_its_roof(world, here):
    spots = "/netwerk/witte-vlekken/"
    assert "Crisisdienst" in missing(browser(world.teun).get(spots))
    kinds = sheet(world.olga, here, ook_soorten=["crisisdienst", "hic"])
    assert browser(world.olga).post(here, kinds).status_code == 302
    assert log_lines() == [("C", "organisatie", "profiel")]
    assert "Crisisdienst" not in missing(browser(world.teun).get(spots))
    page = html.fromstring(browser(world.olga).get(here).content)
    folded = page.xpath("//details[@open]//input[@checked]/@value")
    assert folded == ["crisisdienst", "hic"]
    browser(world.olga).post(here, sheet(world.olga, here, omschrijving="Hulp."))
    world.ggz.refresh_from_db()
    assert world.ggz.ook_soorten == ["crisisdienst", "hic"]


def missing(answer) -> str:
    cells = html.fromstring(answer.content).xpath("//td[@data-label='Nog niet']")
    return " ".join(cell.text_content() for cell in cells)


def test_who_manages_the_region_fills_it_in_too(world, here):
    browser(world.teun).post(here, sheet(world.teun, here, **TYPED))
    assert Organisatieprofiel.objects.get().ook_bekend_als == "De ggz"
    page = browser(world.teun).get(reverse("organisatie", args=[world.ggz.uuid]))
    assert here in page.content.decode()


def test_left_as_it_was_nothing_is_made(world, here):
    browser(world.olga).post(here, sheet(world.olga, here))
    assert not Organisatieprofiel.objects.exists()
    assert log_lines() == []


def test_sent_twice_a_number_is_added_once(world, here):
    form = sheet(world.olga, here, **TYPED)
    for _ in range(2):
        assert browser(world.olga).post(here, form).status_code == 302
    assert Telefoon.objects.get().organisatie == Organisatieprofiel.objects.get()


def test_numbers_of_others_are_not_in_it(world, here):
    Telefoon.objects.create(voorziening=world.voorziening(), nummer="0100506070")
    assert "50 60 70" not in browser(world.olga).get(here).content.decode()


def test_of_two_at_once_nothing_is_lost(world, here):
    early = sheet(world.olga, here, omschrijving="Soep van Olga.")
    first = sheet(world.teun, here, omschrijving="Thee van Teun.")
    browser(world.teun).post(here, first)
    answer = browser(world.olga).post(here, early)
    assert answer.status_code == 409
    assert "Er staat nu: Thee van Teun." in text_of(answer)
    assert Organisatieprofiel.objects.get().omschrijving == "Thee van Teun."


def test_what_is_wrong_is_said_and_nothing_is_kept(world, here):
    answer = browser(world.olga).post(here, sheet(world.olga, here, website="nergens"))
    assert answer.status_code == 422
    assert "Vul een webadres in" in text_of(answer)
    assert not Organisatieprofiel.objects.exists()


def test_of_an_organisation_that_stopped_there_is_no_page(world, here):
    world.ggz.gestopt_op = world.today
    world.ggz.save()
    assert browser(world.olga).get(here).status_code == 404


def test_the_owner_finds_it_on_the_list(world, here):
    page = browser(world.olga).get(reverse("aanbod")).content.decode()
    assert here in page
