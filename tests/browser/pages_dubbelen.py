"""Pages with which two pages about the same help become one."""

from playwright.sync_api import Page

from netwerk.models import Telefoon
from tests.browser.ways import LONG, Line, Way, to
from tests.world import World

DUBBELEN = "netwerk/dubbelen"


def two(way: Way) -> Way:
    def further(world: World, page: Page) -> None:
        world.een = world.voorziening(LONG, kort="Koffie.", functies=["steun"])
        world.ander = world.voorziening(LONG, kort=LONG, organisatie=world.ggz)
        for row, nummer in ((world.een, "0100203040"), (world.ander, "0100203041")):
            Telefoon.objects.create(voorziening=row, nummer=nummer)
        way(world, page)

    return further


SAMEN = to("dubbel_samen", "een.uuid", "ander.uuid")
PAGES = [
    Line(f"{DUBBELEN}/lijst.html", "empty", "teun", to("dubbelen")),
    Line(f"{DUBBELEN}/lijst.html", "filled", "teun", two(to("dubbelen"))),
    Line(
        f"{DUBBELEN}/zoeken.html",
        "filled",
        "teun",
        two(to("dubbel_zoeken", "een.uuid", query="?q=heel")),
    ),
    Line(f"{DUBBELEN}/samen.html", "filled", "teun", two(SAMEN)),
]
