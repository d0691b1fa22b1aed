"""Pages of proposals."""

from playwright.sync_api import Page

from netwerk.models import Locatie
from tests.browser.ways import LONG, Line, Way, pressed, to
from tests.netwerk.voorstellen.pages import propose
from tests.world import World

VOORSTELLEN = "netwerk/voorstellen"


def of_plek(way: Way, *, made: bool = False, changed: bool = False) -> Way:
    """A page that olga keeps, with a proposal by oscar where that is asked."""

    def further(world: World, page: Page) -> None:
        world.plek = world.voorziening(LONG, kort="Koffie.")
        if made:
            world.rij = propose(world.oscar, world.plek, na=LONG)
        if changed:
            world.plek.kort = "Thee."
            world.plek.save()
        way(world, page)

    return further


def at_address(way: Way) -> Way:
    def further(world: World, page: Page) -> None:
        place = Locatie.objects.create(
            regio=world.regio, adres="Dorpsweg 1", plaats="Lindehoven"
        )
        world.adres = world.plek.plekken.create(regio=world.regio, locatie=place)
        way(world, page)

    return of_plek(further)


def nothing_ticked(world: World, page: Page) -> None:
    of_plek(ONE, made=True)(world, page)
    page.uncheck("main input[name=over]")
    page.click("main button.primary")
    page.wait_for_load_state()


ONE = to("voorstel", "rij.uuid")
PAGES = [
    Line(f"{VOORSTELLEN}/lijst.html", "empty", "petra", to("voorstellen")),
    Line(
        f"{VOORSTELLEN}/lijst.html",
        "filled",
        "olga",
        of_plek(to("voorstellen"), made=True),
    ),
    Line(
        f"{VOORSTELLEN}/kiezen.html",
        "filled",
        "petra",
        at_address(to("voorstel_kiezen", "plek.slug")),
    ),
    Line(
        f"{VOORSTELLEN}/stap.html",
        "address",
        "petra",
        at_address(to("voorstel_plek", "plek.slug", "adres.uuid", "adres")),
    ),
    Line(f"{VOORSTELLEN}/voorstel.html", "nothing ticked", "olga", nothing_ticked),
    Line(
        f"{VOORSTELLEN}/stap.html",
        "contact",
        "petra",
        of_plek(to("voorstel_doen", "plek.slug", "contact")),
    ),
    Line(
        f"{VOORSTELLEN}/stap.html",
        "error",
        "petra",
        of_plek(
            pressed(to("voorstel_doen", "plek.slug", "basis"), "main button.primary")
        ),
    ),
    Line(
        f"{VOORSTELLEN}/nieuw.html",
        "error",
        "oscar",
        pressed(to("voorstel_nieuw"), "main button.primary"),
    ),
    Line(
        f"{VOORSTELLEN}/voorstel.html",
        "changed meanwhile",
        "olga",
        of_plek(ONE, made=True, changed=True),
    ),
    Line(
        f"{VOORSTELLEN}/voorstel.html",
        "error",
        "olga",
        of_plek(pressed(ONE, "form[action$='afwijzen/'] button"), made=True),
    ),
    Line(f"{VOORSTELLEN}/voorstel.html", "own", "oscar", of_plek(ONE, made=True)),
]
