"""Help now: danger first, the region's own numbers, and no gate before them."""

from datetime import date

from django.template import Context, Template
from django.test import RequestFactory
from django.urls import reverse

import pytest
from lxml import html

from netwerk.models import Hulpnummer
from netwerk.selectors import hulp as selectors
from netwerk.services.hulp import load_national
from tests.netwerk.hulp import rows
from tests.world import browser
from toegang.models import Rol

NATIONAL = ["112", "113", "0880767000", "08001205", "08002000"]
HAP = "0100112233"


def page(where: str, visitor=None):
    return html.fromstring((visitor or browser()).get(where).content)


def dialled(root) -> list[str]:
    found = root.xpath("//main//a[@class='call']/@href")
    return [href.removeprefix("tel:") for href in found]


def of_region(world) -> str:
    return reverse("hulp_nu_regio", args=[world.regio.slug])


def test_danger_comes_first_whatever_a_region_puts_on_top(world):
    rows.line(world.regio, rubriek="gevaar", volgorde=1, nummer="0100 – 99 99 99")
    assert dialled(page(of_region(world)))[:3] == ["112", "113", "0100999999"]


def test_the_numbers_of_the_country_are_there_without_a_single_row(world):
    assert not Hulpnummer.objects.exists()
    assert dialled(page("/hulp-nu/")) == NATIONAL


def test_loaded_rows_say_the_same_as_the_file(world):
    before = page("/hulp-nu/").xpath("//main//li[contains(@class,'helpline')]//h3")
    load_national()
    after = page("/hulp-nu/").xpath("//main//li[contains(@class,'helpline')]//h3")
    assert [h.text for h in after] == [h.text for h in before]


def test_with_more_regions_nobody_has_to_choose_before_they_can_call(world):
    rows.line(world.regio)
    root = page("/hulp-nu/")
    assert dialled(root) == NATIONAL
    assert root.xpath("//a[@href='/hulp-nu/lindestroom/']")


def test_the_region_somebody_looked_at_is_remembered(world):
    rows.line(world.regio)
    visitor = browser()
    visitor.get(of_region(world))
    assert visitor.get("/hulp-nu/")["Location"] == of_region(world)
    assert HAP in dialled(page(of_region(world), visitor))


def test_a_strange_cookie_changes_nothing(world):
    visitor = browser()
    visitor.cookies["regio"] = "../../x"
    assert dialled(page("/hulp-nu/", visitor)) == NATIONAL


def test_the_only_region_opens_by_itself(world):
    rows.line(world.regio)
    world.elders_traject.delete()
    Rol.objects.filter(regio=world.elders).delete()
    world.elders.delete()
    assert HAP in dialled(page("/hulp-nu/"))


def test_the_region_an_installation_is_named_after_opens_by_itself(world, settings):
    settings.REGIO_NAAM = "Lindestroom"
    rows.line(world.regio)
    assert HAP in dialled(page("/hulp-nu/"))


def test_numbers_of_another_region_are_not_there(world):
    rows.line(world.elders)
    assert HAP not in dialled(page(of_region(world)))


def test_it_says_since_when_every_number_was_checked(world):
    rows.line(world.regio, gecontroleerd_op=date(2025, 3, 4))
    assert "4 maart 2025" in page(of_region(world)).text_content()


def test_it_says_who_may_call(world):
    rows.line(world.regio, mag_bellen="eigen")
    said = page(of_region(world)).text_content()
    assert "Alleen voor wie hier al hulp krijgt." in said


def test_in_english_the_lines_of_the_region_stay_when_it_has_none(world):
    rows.line(world.regio)
    root = page(of_region(world) + "?taal=en")
    assert root.xpath("//h1")[0].text == "Help now"
    assert HAP in dialled(root)
    line = root.xpath("//li[contains(., 'Huisartsenpost')]")[0]
    assert line.get("lang") == "nl"


def test_in_english_a_region_may_have_lines_of_its_own(world):
    rows.line(world.regio)
    rows.line(world.regio, taal="en", situatie="At night", nummer="0100 – 77 77 77")
    assert "0100777777" in dialled(page(of_region(world) + "?taal=en"))
    assert HAP not in dialled(page(of_region(world) + "?taal=en"))
    assert "0100777777" not in dialled(page(of_region(world)))


@pytest.mark.parametrize("taal", ["xx", "nl' or 1=1", "\x00"])
def test_a_language_that_is_not_there_is_dutch(world, taal):
    answer = browser().get("/hulp-nu/", {"taal": taal})
    assert html.fromstring(answer.content).xpath("//h1")[0].text == "Hulp nu"


def test_the_number_of_queries_does_not_grow(world, django_assert_max_num_queries):
    visitor = browser()
    rows.line(world.regio)
    with django_assert_max_num_queries(12) as few:
        visitor.get(of_region(world))
    for n in range(30):
        rows.line(world.regio, situatie=f"Lijn {n}")
    with django_assert_max_num_queries(len(few.captured_queries)):
        visitor.get(of_region(world))


# --- the strip and the start page -----------------------------------------------------------
def strip(slug: str = ""):
    request = RequestFactory().get("/")
    request.COOKIES["regio"] = slug
    shown = Template("{% load hulp %}{% help_strip %}")
    return html.fromstring(shown.render(Context({"request": request})))


def test_the_strip_has_what_has_a_short_name(world):
    rows.line(world.regio)
    rows.line(world.regio, situatie="Niet in de strook", kort="", nummer="0100 – 1 11")
    hrefs = strip(world.regio.slug).xpath("//a/@href")
    assert hrefs[:2] == ["tel:112", "tel:113"]
    assert f"tel:{HAP}" in hrefs
    assert "tel:0100111" not in hrefs
    assert hrefs[-1] == "/hulp-nu/"


def test_the_strip_asks_once(world, django_assert_num_queries):
    with django_assert_num_queries(1):
        strip(world.regio.slug)


def test_the_start_page_has_three(world):
    load_national()
    assert dialled(page("/")) == ["112", "113", "0880767000"]


def test_a_region_and_its_slug_have_the_same_numbers(world):
    rows.line(world.regio)
    rows.crisis_line(world.regio)
    assert selectors.lines(world.regio) == selectors.lines(world.regio.slug)
    assert any(
        lijn.nummer == "0100 – 11 22 33" for lijn in selectors.lines(world.regio)
    )
