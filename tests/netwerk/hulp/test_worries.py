"""Worries about somebody else: from a place and a worry to who to call, danger first."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import pytest
from lxml import html

from netwerk.choices_hulp import Zorg
from netwerk.selectors.hulp import Waar
from tests.netwerk.hulp import rows
from tests.pdf.checker import assert_readable_aloud, beyond_the_edge, text
from tests.world import browser
from toegang.models import Wijk

NEVER = ["verward", "patiënt", "chronisch", "EPA", "schizo", "psychose", "verslaafd"]


@pytest.fixture
def wijk(world):
    return Wijk.objects.create(gemeente=world.gemeente, naam="Molenkwartier")


def page(name: str, world, plek: str, *more: str):
    where = reverse(name, args=[world.regio.slug, plek, *more])
    answer = browser().get(where)
    assert answer.status_code == 200
    return html.fromstring(answer.content)


def names(root) -> list[str]:
    return root.xpath("//main//li[contains(@class,'helpline')]//h3/text()")


def test_the_nearest_team_is_named_and_the_country_stays(world, wijk):
    rows.address(world.regio, naam="Team van de regio")
    rows.address(world.regio, gemeente=world.gemeente, naam="Team van de gemeente")
    here = {"gemeente": world.gemeente, "wijk": wijk}
    rows.address(world.regio, **here, naam="Team van de wijk")
    for plek, team in (
        (f"wijk-{wijk.pk}", "Team van de wijk"),
        (f"gemeente-{world.gemeente.pk}", "Team van de gemeente"),
        ("regio", "Team van de regio"),
    ):
        found = names(page("zorgen_soort", world, plek, "zelfzorg"))
        assert found == [team, "Meldpunt Zorgwekkend Gedrag"]


@pytest.mark.parametrize("soort", Zorg.values)
def test_every_worry_leads_to_somebody_without_a_single_row(world, soort):
    root = page("zorgen_soort", world, "regio", soort)
    assert root.xpath("//main//a[@class='call']")


@pytest.mark.parametrize("soort", Zorg.values)
def test_danger_stands_before_everything_else(world, soort):
    root = page("zorgen_soort", world, "regio", soort)
    assert root.xpath("//main//a[starts-with(@href,'tel:')]/@href")[0] == "tel:112"


def test_it_says_what_happens_then(world):
    rows.address(world.regio)
    root = page("zorgen_soort", world, "regio", "zelfzorg")
    assert "Iemand luistert en vraagt wat je ziet." in root.text_content()


def test_a_place_of_another_region_is_not_there(world):
    here = reverse("zorgen_plek", args=["heuvelrug", f"gemeente-{world.gemeente.pk}"])
    assert browser().get(here).status_code == 404
    far = reverse("zorgen_plek", args=[world.regio.slug, "wijk-999999999"])
    assert browser().get(far).status_code == 404


@pytest.mark.parametrize("soort", ["", "onzin"])
def test_a_worry_that_is_not_there_is_said(world, soort):
    where = f"/zorgen/lindestroom/regio/om/{soort}/"
    assert browser().get(where).status_code == 404


def test_no_page_names_somebody_by_a_diagnosis(world, wijk):
    shown = [
        page("zorgen_plek", world, "regio"),
        page("zorgen_blad", world, f"wijk-{wijk.pk}"),
        html.fromstring(browser().get("/voor-naasten/").content),
        html.fromstring(browser().get("/hulp-nu/").content),
    ]
    for root in shown:
        said = root.text_content()
        assert [word for word in NEVER if word in said] == []


def test_the_sheet_of_a_wijk_has_everybody_and_its_date(world, wijk, today):
    rows.address(world.regio, gemeente=world.gemeente, wijk=wijk)
    root = page("zorgen_blad", world, f"wijk-{wijk.pk}")
    assert {"Wijkteam", "Veilig Thuis", "113"} <= set(names(root))
    assert f"{today.day} " in root.xpath("//p[contains(., 'Dit blad is van')]")[0].text


def test_the_sheet_on_paper_can_be_read_aloud(world, wijk):
    rows.address(world.regio, gemeente=world.gemeente, wijk=wijk)
    where = reverse("zorgen_blad_pdf", args=[world.regio.slug, f"wijk-{wijk.pk}"])
    content = browser().get(where).content
    printed = text(content)
    assert "Molenkwartier, Lindehoven" in printed
    assert "0100 – 33 22 11" in printed
    assert "Dit blad is van" in printed
    assert beyond_the_edge(content) == []
    assert_readable_aloud(content)


def test_help_now_on_paper_can_be_read_aloud(world):
    rows.line(world.regio)
    where = reverse("hulp_nu_pdf", args=[world.regio.slug])
    content = browser().get(where).content
    assert "0100 – 11 22 33" in text(content)
    assert beyond_the_edge(content) == []
    assert_readable_aloud(content)


def test_the_number_of_queries_does_not_grow(world, wijk):
    where = reverse("zorgen_blad", args=[world.regio.slug, f"wijk-{wijk.pk}"])
    visitor = browser()
    with CaptureQueriesContext(connection) as few:
        visitor.get(where)
    for n in range(20):
        rows.address(world.regio, naam=f"Adres {n}")
    with CaptureQueriesContext(connection) as many:
        visitor.get(where)
    assert len(many) == len(few)


def test_a_wijk_that_is_called_as_its_gemeente_is_named_once(world):
    wijk = Wijk.objects.create(gemeente=world.gemeente, naam="Lindehoven")
    waar = Waar(world.regio, world.gemeente, wijk)
    assert waar.naam == "de wijk Lindehoven"
    wijk.naam = "Molenkwartier"
    assert waar.naam == "Molenkwartier, Lindehoven"
