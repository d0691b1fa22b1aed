"""Lines of the search of the sociale kaart (pages.py)."""

from datetime import timedelta

from playwright.sync_api import Page

from tests.browser.ways import LONG, Line, Way
from tests.netwerk.zoeken.kaart import Kaart
from tests.world import World

TEMPLATE = "netwerk/kaart/zoeken.html"


def filled(query: str, *, long: bool = False) -> Way:
    """Every kind of result: today, with a wait, closed, without a place."""

    def way(world: World, page: Page) -> None:
        kaart = Kaart(world)
        open_ = kaart.zet(
            LONG if long else "Inloop De Veranda",
            punt=(52.01, 5.5),
            kort=LONG * 2 if long else "Kom langs.",
            trefwoorden=["inloop"],
            laagdrempelig=True,
            functies=["steun"],
        )
        kaart.open(open_, 0, 0)
        wait = kaart.zet("Inloop met wachttijd", punt=(52.02, 5.52), wetten=["wmo"])
        kaart.wacht(wait, 3)
        shut = kaart.zet("Inloop dicht", punt=(51.99, 5.49))
        shut.sluitingsperiodes.create(
            van=world.today,
            tot=world.today + timedelta(days=9),
            reden="Verbouwing",
            alternatief=open_,
        )
        kaart.zet("Inloop aan de lijn", manieren=["telefoon", "online"])
        kaart.bulk(25)
        page.goto(f"/sociale-kaart/{query}")

    return way


def with_the_sheet_open(way: Way) -> Way:
    def further(world: World, page: Page) -> None:
        way(world, page)
        page.click("button:has-text('Filters')")

    return further


HERE = "?q=inloop&plaats=Lindehoven&straal=regio"
PAGES = [
    Line(TEMPLATE, "begin", "", filled("")),
    Line(TEMPLATE, "filled", "", filled(HERE)),
    Line(TEMPLATE, "filled, logged in", "noor", filled(HERE)),
    Line(TEMPLATE, "long text", "", filled(HERE, long=True)),
    Line(TEMPLATE, "filters", "", with_the_sheet_open(filled(f"{HERE}&meer=1"))),
    Line(TEMPLATE, "nothing", "", filled("?q=nergensiets&plaats=Lindehoven")),
    Line(TEMPLATE, "nothing near", "", filled(f"{HERE[:-5]}5&online=ja&wacht=geen")),
    Line(TEMPLATE, "unknown", "", filled("?q=inloop&plaats=9999ZZ&kan=ooit")),
    Line(TEMPLATE, "where", "", filled("?voor=naasten")),
    Line(TEMPLATE, "no word", "", filled("?q=%3F%3F%3F")),
    Line(TEMPLATE, "no such page", "", filled(f"{HERE}&blad=x")),
]
