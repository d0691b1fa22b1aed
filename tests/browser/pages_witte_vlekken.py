"""White spots: an empty region, a filled one, many gemeenten, long names."""

from unittest.mock import patch

from playwright.sync_api import Page

from basis import pdf
from netwerk.models import Vergeefs
from netwerk.rules.vergeefs import quarter
from tests.browser.ways import LONG, Line, Way, to
from tests.netwerk.witte_vlekken.kaart import Kaart
from tests.world import World
from toegang.models import Gemeente


def filled(way: Way, *namen: str) -> Way:
    def further(world: World, page: Page) -> None:
        world.edition()
        kaart = Kaart(world, *namen)
        kaart.fill()
        kaart.add(LONG, kaart.lindehoven, functies=["klachten"], kort=LONG * 3)
        for woorden in ("slapen buiten huis", "x" * 120):
            Vergeefs.objects.create(
                regio=world.regio,
                kwartaal=quarter(world.today),
                sleutel=woorden[:64],
                woorden=woorden,
                keer=31,
            )
        way(world, page)

    return further


def many(way: Way) -> Way:
    return filled(way, *(f"{LONG[:60]} {n}" for n in range(11)))


def cell(functie: str) -> Way:
    def way(world: World, page: Page) -> None:
        gemeente = Gemeente.objects.get(regio=world.regio, naam="Brugveen")
        to("witte_vlekken_vak", "functie", functie, str(gemeente.pk))(world, page)

    return way


def onward(functie: str) -> Way:
    """Through the cell to the page where it becomes a bottleneck."""

    def way(world: World, page: Page) -> None:
        cell(functie)(world, page)
        page.get_by_role("link", name="Maak er een knelpunt van").click()

    return way


def noted(way: Way) -> Way:
    def further(world: World, page: Page) -> None:
        onward("klachten")(world, page)
        page.get_by_role("button", name="Noteer het knelpunt").click()
        way(world, page)

    return further


def no_pango(world: World, page: Page) -> None:
    with patch.object(pdf, "render", side_effect=pdf.NoPango):
        to("witte_vlekken_pdf")(world, page)


T = "netwerk/witte_vlekken"
PAGES = [
    Line(f"{T}/functies.html", "empty", "teun", to("witte_vlekken")),
    Line(f"{T}/functies.html", "filled", "noor", filled(to("witte_vlekken"))),
    Line(f"{T}/functies.html", "long", "noor", many(to("witte_vlekken"))),
    Line(f"{T}/werkwijzen.html", "empty", "teun", to("witte_vlekken_werkwijzen")),
    Line(
        f"{T}/werkwijzen.html", "filled", "noor", filled(to("witte_vlekken_werkwijzen"))
    ),
    Line(
        f"{T}/aandachtspunten.html",
        "empty",
        "verre_teun",
        to("witte_vlekken_aandachtspunten"),
    ),
    Line(
        f"{T}/aandachtspunten.html",
        "long",
        "teun",
        many(to("witte_vlekken_aandachtspunten")),
    ),
    Line(f"{T}/vak.html", "empty", "noor", filled(cell("klachten"))),
    Line(f"{T}/vak.html", "filled", "teun", filled(cell("steun"))),
    Line("kompas/knelpunt/nieuw.html", "filled", "noor", filled(onward("klachten"))),
    Line(
        "kompas/knelpunt/nieuw.html",
        "empty",
        "noor",
        filled(noted(onward("klachten"))),
    ),
    Line(
        "kompas/traject/route.html",
        "filled",
        "noor",
        filled(noted(to("traject", "traject.uuid"))),
    ),
    Line(f"{T}/geen_pdf.html", "error", "teun", no_pango),
]
