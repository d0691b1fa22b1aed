"""A white spot becomes a bottleneck of a traject, with the figures of that day (N6)."""

from uuid import uuid4

from django.db import connection
from django.test.utils import CaptureQueriesContext

import pytest
from lxml import html

from kompas.models import Knelpunt
from netwerk.models import Vergeefs
from netwerk.rules.vergeefs import quarter
from tests.kompas.logs import lines
from tests.netwerk.witte_vlekken.kaart import Kaart
from tests.world import browser

NEW, SPOTS = "/kompas/knelpunten/nieuw/", "/netwerk/witte-vlekken/"


@pytest.fixture
def kaart(world):
    world.edition()
    kaart = Kaart(world)
    kaart.fill()
    return kaart


def page(who, address):
    answer = browser(who).get(address)
    assert answer.status_code == 200
    return html.fromstring(answer.content)


def words(found) -> str:
    return " ".join(found.text_content().split())


def route(world, who=None):
    found = page(who or world.noor, f"/kompas/trajecten/{world.traject.uuid}/")
    return found.xpath("//section[@aria-labelledby='knelpunten']")[0]


def door(world, where, text="Maak er een knelpunt van"):
    """What the white spots link to."""
    (link,) = page(world.noor, where).xpath(f"//a[contains(., '{text}')]")
    return link.get("href")


def note(world, address, who=None, **more):
    data = {"uuid": uuid4(), "traject": world.traject.uuid} | more
    return browser(who or world.noor).post(address, data)


def empty_cell(kaart) -> str:
    brugveen = next(g for g in kaart.gemeenten if g.naam == "Brugveen")
    return f"{SPOTS}functie/klachten/{brugveen.pk}/"


def full_cell(kaart) -> str:
    return f"{SPOTS}functie/steun/{kaart.lindehoven.pk}/"


def in_vain(world, woorden, keer=31):
    Vergeefs.objects.create(
        regio=world.regio,
        kwartaal=quarter(world.today),
        sleutel=woorden,
        woorden=woorden,
        keer=keer,
    )


def test_an_empty_cell_is_noted_and_stands_with_the_traject(world, kaart):
    answer = note(world, door(world, empty_cell(kaart)))
    assert answer.url == f"/kompas/trajecten/{world.traject.uuid}/#knelpunten"
    said = words(route(world))
    assert "Minder klachten in Brugveen Nog niets op de kaart." in said
    assert "Genoteerd door Noor." in said
    assert ("C", "knelpunt", "lindestroom") in lines()


def test_the_figures_stay_those_of_that_day(world, kaart):
    note(world, door(world, full_cell(kaart)))
    kaart.add("Nog een", kaart.lindehoven, functies=["steun"])
    assert "2 plekken, kan meteen, 100% informeel, nagekeken op" in words(route(world))


def test_words_that_were_looked_for_in_vain_are_noted_with_their_visits(world, kaart):
    in_vain(world, "slapen buiten huis")
    note(world, door(world, SPOTS))
    said = words(route(world))
    assert "Gezocht, niet gevonden: ‘slapen buiten huis’" in said
    assert "31 bezoeken in dat kwartaal, minder dan 5 bezoeken in het kwartaal" in said


def test_a_method_that_is_nowhere_is_noted_for_the_whole_region(world, kaart):
    where = f"{SPOTS}werkwijzen/"
    (link, *_) = page(world.noor, where).xpath(
        "//section[@aria-labelledby='nergens']//a"
    )
    note(world, link.get("href"))
    assert "in Lindestroom Nog niets op de kaart." in words(route(world))


def test_from_the_traject_there_is_a_way_back_to_what_it_is_now(world, kaart):
    note(world, door(world, empty_cell(kaart)))
    (link,) = route(world).xpath(".//a[contains(., 'Kijk hoe het nu is')]")
    assert link.get("href").startswith(empty_cell(kaart))
    assert "Hier staat nog niets" in words(page(world.noor, link.get("href")))


def test_noted_twice_stands_once(world, kaart):
    address = door(world, empty_cell(kaart))
    uuid = uuid4()
    answers = [note(world, address, uuid=u) for u in (uuid, uuid, uuid4())]
    assert [a.status_code for a in answers] == [302, 302, 302]
    assert Knelpunt.objects.count() == 1
    assert lines().count(("C", "knelpunt", "lindestroom")) == 1
    found = page(world.noor, address)
    assert "Dit staat al bij Lindehoven" in words(found)
    assert not found.xpath("//button[text()='Noteer het knelpunt']")


def test_who_leads_two_trajecten_here_chooses(world, kaart):
    other = world.new_traject("Wilgenrade", world.regio, world.noor)
    address = door(world, empty_cell(kaart))
    assert note(world, address, traject="").status_code == 422
    note(world, address, traject=other.uuid)
    assert "Nog geen knelpunten" in words(route(world))
    assert other.knelpunten.count() == 1


def test_a_traject_of_another_is_no_choice(world, kaart):
    address = door(world, empty_cell(kaart))
    assert note(world, address, traject=world.elders_traject.uuid).status_code == 422
    assert note(world, address, who=world.verre_noor).status_code == 404


@pytest.mark.parametrize(
    "query",
    [
        "?regio=lindestroom",
        "?regio=heuvelrug&functie=klachten",
        "?regio=lindestroom&functie=bestaat-niet",
        "?regio=lindestroom&functie=klachten&gemeente=999999",
        "?regio=lindestroom&functie=klachten&gemeente=x%00",
        "?regio=lindestroom&functie=klachten&gemeente=" + "9" * 400,
        "?regio=lindestroom&woorden=nooit+gezocht",
    ],
)
def test_what_the_region_has_not_is_not_there(world, kaart, query):
    assert browser(world.noor).get(NEW + query).status_code == 404


def test_without_saying_what_the_white_spots_are_where_to_choose(world):
    assert browser(world.noor).get(NEW).url == SPOTS


def test_taking_away_leaves_a_line_in_the_log_and_can_be_asked_twice(world, kaart):
    note(world, door(world, empty_cell(kaart)))
    (form,) = route(world).xpath(".//form")
    for _ in range(2):
        assert browser(world.noor).post(form.get("action")).status_code == 302
    assert "Nog geen knelpunten" in words(route(world))
    assert lines().count(("D", "knelpunt", "lindestroom")) == 1


def test_others_at_the_table_read_it_and_cannot_take_it_away(world, kaart):
    note(world, door(world, empty_cell(kaart)))
    row = Knelpunt.objects.get()
    for who in (world.amina, world.teun):
        assert "Minder klachten in Brugveen" in words(route(world, who))
        assert not route(world, who).xpath(".//form")
    # the white spots themselves are not for who sits at the table
    assert not route(world, world.amina).xpath(".//a")
    url = f"/kompas/trajecten/{world.traject.uuid}/knelpunten/{row.uuid}/weg/"
    assert browser(world.teun).post(url).status_code == 404


def test_a_bottleneck_of_another_traject_stays(world, kaart):
    note(world, door(world, empty_cell(kaart)))
    other = world.new_traject("Wilgenrade", world.regio, world.noor)
    row = Knelpunt.objects.get()
    browser(world.noor).post(
        f"/kompas/trajecten/{other.uuid}/knelpunten/{row.uuid}/weg/"
    )
    assert Knelpunt.objects.count() == 1


def test_many_cost_no_more_queries(world, kaart):
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            route(world)
        return len(queries)

    in_vain(world, "een")
    note(world, door(world, SPOTS))
    few = count()
    for gemeente in kaart.gemeenten:
        note(world, f"{NEW}?regio=lindestroom&functie=klachten&gemeente={gemeente.pk}")
    assert count() == few
    assert Knelpunt.objects.count() > 3
