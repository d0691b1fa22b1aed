"""Pages of who keeps what an organisation offers."""

from uuid import uuid4

from django.urls import reverse

from playwright.sync_api import Page

from netwerk.models import Controle, Locatie, Telefoon
from netwerk.services.bevestiging import ask as ask_owner
from tests.browser.ways import LONG, Line, Way, pressed, to
from tests.netwerk.aanbod.test_waits import wait
from tests.world import World

AANBOD = "netwerk/aanbod"
SAVE = "main button.primary"


def with_plek(way: Way, *, naam: str = "Inloop De Veranda", **more: object) -> Way:
    """A provision with a number, hours, an address, a wait, and one that is stale."""

    def further(world: World, page: Page) -> None:
        row = world.voorziening(naam, kort="Koffie en een praatje.", **more)
        Telefoon.objects.create(voorziening=row, nummer="0100203040")
        row.openingstijd_set.create(
            herhaling="WEEKLY", dagen="MO,TU", opent_om="09:00", sluit_om="17:00"
        )
        place = Locatie.objects.create(
            regio=world.regio, adres="Dorpsweg 1", plaats="Lindehoven"
        )
        world.plek = row.plekken.create(regio=world.regio, locatie=place)
        Telefoon.objects.create(plek=world.plek, nummer="0100203041")
        row.sluitingsperiodes.create(van=world.today, reden="Vakantie")
        Controle.objects.create(
            voorziening=row, veld="telefoon", gecontroleerd_op=world.today
        )
        row.kort = "Koffie."
        row.save()
        wait(row)
        world.voorziening_nu = row
        way(world, page)

    return further


def wrong_row(world: World, page: Page) -> None:
    with_plek(to("wachttijden"))(world, page)
    page.click("main .waits summary >> nth=0")
    page.fill("main input[name$=-tot]", "veel")
    page.click("main button[type=submit]")
    page.wait_for_load_state()


def looked_at(world: World, page: Page) -> None:
    with_plek(to("aanbod_stap", "voorziening_nu.uuid", "contact"))(world, page)
    page.click("main button[name=bekijk]")
    page.wait_for_load_state()


def by_link(world: World, page: Page) -> None:
    def ask(world: World, page: Page) -> None:
        code = ask_owner(
            uuid=uuid4(),
            voorziening=world.voorziening_nu,
            email="inloop@example.nl",
            velden=["telefoon", "openingstijden", "wachttijd", "capaciteit"],
        )
        page.goto(reverse("bevestig", args=[code]))

    with_plek(ask)(world, page)


def wrong_by_link(world: World, page: Page) -> None:
    by_link(world, page)
    page.fill("main input[name^=w][name$=-tot]", "veel")
    page.click(SAVE)
    page.wait_for_load_state()


def wrong_profile(world: World, page: Page) -> None:
    to("organisatieprofiel", "ggz.uuid")(world, page)
    page.fill("main input[name=website]", "nergens")
    page.click(SAVE)
    page.wait_for_load_state()


STOPPED = {"status": "gestopt", "gestopt_op": "2026-01-01", "gestopt_reden": "Geld"}
PAGES = [
    Line(f"{AANBOD}/lijst.html", "empty", "olga", to("aanbod")),
    Line(f"{AANBOD}/lijst.html", "filled", "teun", with_plek(to("aanbod"))),
    Line(f"{AANBOD}/lijst.html", "long", "olga", with_plek(to("aanbod"), naam=LONG)),
    Line(f"{AANBOD}/nieuw.html", "error", "teun", pressed(to("aanbod_nieuw"))),
    Line(
        f"{AANBOD}/een.html",
        "filled",
        "olga",
        with_plek(to("aanbod_een", "voorziening_nu.uuid")),
    ),
    Line(
        f"{AANBOD}/een.html",
        "new",
        "olga",
        with_plek(
            to("aanbod_een", "voorziening_nu.uuid"), naam=LONG, status="inactief"
        ),
    ),
    Line(
        f"{AANBOD}/een.html",
        "stopped",
        "olga",
        with_plek(to("aanbod_een", "voorziening_nu.uuid"), **STOPPED),
    ),
    *(
        Line(
            f"{AANBOD}/stap.html",
            stap,
            "olga",
            with_plek(to("aanbod_stap", "voorziening_nu.uuid", stap)),
        )
        for stap in ("voor-wie", "aanmelden", "helpt-bij", "wachten")
    ),
    Line(
        f"{AANBOD}/stap.html",
        "error",
        "olga",
        pressed(with_plek(to("aanbod_stap", "voorziening_nu.uuid", "gebied")), SAVE),
    ),
    Line(f"{AANBOD}/stap.html", "looked_at", "olga", looked_at),
    Line(
        f"{AANBOD}/plek.html",
        "filled",
        "olga",
        with_plek(to("aanbod_plek", "plek.uuid")),
    ),
    *(
        Line(
            f"{AANBOD}/stap.html",
            stap,
            "olga",
            with_plek(to("aanbod_plek_stap", "plek.uuid", stap)),
        )
        for stap in ("adres-contact", "adres-mensen")
    ),
    Line(
        f"{AANBOD}/organisatie.html",
        "empty",
        "teun",
        to("organisatieprofiel", "ggz.uuid"),
    ),
    Line(f"{AANBOD}/organisatie.html", "error", "olga", wrong_profile),
    Line(
        f"{AANBOD}/organisatie_mensen.html",
        "empty",
        "olga",
        to("organisatiemensen", "ggz.uuid"),
    ),
    Line(
        f"{AANBOD}/plek.html",
        "error",
        "olga",
        pressed(with_plek(to("aanbod_plek_nieuw", "voorziening_nu.uuid")), SAVE),
    ),
    Line(
        f"{AANBOD}/stoppen.html",
        "error",
        "olga",
        pressed(
            with_plek(to("aanbod_stoppen", "voorziening_nu.uuid")), "main .btn.danger"
        ),
    ),
    Line(
        f"{AANBOD}/dicht.html",
        "filled",
        "olga",
        with_plek(to("aanbod_dicht", "voorziening_nu.uuid")),
    ),
    Line(
        f"{AANBOD}/geschiedenis.html",
        "filled",
        "olga",
        with_plek(to("aanbod_geschiedenis", "voorziening_nu.uuid")),
    ),
    Line(f"{AANBOD}/wachttijden.html", "filled", "teun", with_plek(to("wachttijden"))),
    Line(f"{AANBOD}/wachttijden.html", "error", "olga", wrong_row),
    Line(f"{AANBOD}/bevestig.html", "filled", "", by_link),
    Line(f"{AANBOD}/bevestig.html", "error", "", wrong_by_link),
    Line(f"{AANBOD}/bevestig_klaar.html", "done", "", pressed(by_link, SAVE)),
    Line(f"{AANBOD}/bevestig_klaar.html", "unknown", "", to("bevestig", "zomaar")),
    Line(f"{AANBOD}/kaartinstelling.html", "filled", "teun", to("kaartinstelling")),
    Line(f"{AANBOD}/synoniemen.html", "error", "teun", pressed(to("synoniemen"), SAVE)),
]
