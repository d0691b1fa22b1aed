"""The editions in the settings of a region, and the page that loads one."""

from dataclasses import replace

from playwright.sync_api import Page

from kompas.services import edities
from tests.browser.ways import LONG, Line, Way, pressed, to
from tests.world import World

BROKEN = (
    "soort;thema;nummer;tekst\neditie;sleutel;;officieel\neditie;versie;;een\n"
    f"stelling;{'luchtvaart' * 9};1;Wij.\nstelling;visie;3;\n"
)


def with_editions(way: Way) -> Way:
    """Ours, and two versions of one with a long name."""

    def further(world: World, page: Page) -> None:
        ours = edities.own_edition()
        edities.load_own_edition()
        for versie in (1, 2):
            theirs = replace(ours, sleutel="van-ons", versie=versie, naam=LONG)
            edities.load_edition(editie=theirs, regio=world.regio)
        way(world, page)

    return further


def sent(name: str, content: bytes) -> Way:
    def way(world: World, page: Page) -> None:
        LADEN(world, page)
        page.set_input_files(
            "input[type=file]",
            {"name": name, "mimeType": "text/csv", "buffer": content},
        )
        page.click("main button[type=submit]")
        page.wait_for_load_state()

    return way


LADEN = to("editie_laden")
PAGES = [
    Line("kompas/editie/lijst.html", "empty", "teun", to("edities")),
    Line("kompas/editie/lijst.html", "filled", "teun", with_editions(to("edities"))),
    Line("kompas/editie/laden.html", "empty", "teun", LADEN),
    Line("kompas/editie/laden.html", "nothing", "teun", pressed(LADEN)),
    Line("kompas/editie/laden.html", "error", "teun", sent("x.csv", BROKEN.encode())),
    Line(
        "kompas/editie/laden.html",
        "many",
        "teun",
        sent("x.csv", (BROKEN + "stelling;maan;1;Wij.\n" * 99).encode()),
    ),
]
