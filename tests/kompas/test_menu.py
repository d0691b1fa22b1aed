"""The menu leads each role to its work, and says where one is."""

import pytest
from lxml import html

from tests.world import browser

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
            [
                *EVERYBODY,
                *(KAART, "Meldingen", "Hulpnummers"),
                *("Witte vlekken", "Mensen", "Instellingen"),
            ],
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


def test_every_line_opens(world):
    world.edition()
    for who in (world.noor, world.amina, world.teun):
        for line in menu(who):
            assert browser(who).get(line.get("href")).status_code == 200
