"""The menu leads each role to its work, and says where one is."""

import pytest
from lxml import html

from tests.world import browser
from toegang.choices import Soort
from toegang.menu import lines_of
from toegang.roles import ActieveRol

EVERYBODY = ["Trajecten", "Gesprekskaarten"]
KAART = "Sociale kaart"


def menu(user, address="/kompas/trajecten/"):
    page = html.fromstring(browser(user).get(address).content)
    return page.xpath("//*[@id='menu']//a")


@pytest.mark.parametrize(
    ("who", "lines"),
    [
        ("noor", [*EVERYBODY, KAART]),
        (
            "teun",
            ["Trajecten", KAART, "Witte vlekken", "Mensen", "Instellingen"],
        ),
        ("amina", ["Mijn gesprekken", *EVERYBODY, KAART]),
    ],
)
def test_each_role_has_its_lines(world, who, lines):
    assert [a.text_content() for a in menu(getattr(world, who))] == lines


def test_a_page_below_a_line_belongs_to_it(world):
    below = f"/kompas/trajecten/{world.traject.uuid}/kerngroep/"
    here = [a.text_content() for a in menu(world.noor, below) if a.get("aria-current")]
    assert here == ["Trajecten"]


@pytest.mark.parametrize("page", ["/kompas/edities/", "/netwerk/hulpnummers/"])
def test_what_is_behind_a_door_belongs_to_the_settings(world, page):
    doors = html.fromstring(browser(world.teun).get("/beheer/").content)
    assert page in doors.xpath("//main//a/@href")
    here = [a.text_content() for a in menu(world.teun, page) if a.get("aria-current")]
    assert here == ["Instellingen"]


@pytest.mark.parametrize("soort", Soort)
def test_no_role_has_more_lines_than_fit(soort):
    assert len(lines_of(ActieveRol(soort))) <= 6


def test_every_line_opens(world):
    world.edition()
    for who in (world.noor, world.amina, world.teun):
        for line in menu(who):
            assert browser(who).get(line.get("href")).status_code == 200
