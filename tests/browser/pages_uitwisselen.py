"""Open data, and taking the sociale kaart in and out."""

from datetime import timedelta
from unittest import mock
from uuid import uuid4

from django.utils import timezone

from playwright.sync_api import Page

from basis.werk import Stand
from netwerk.models import Importvoorbeeld, Uitvoer, Voorziening
from netwerk.services import importvoorbeelden, uitvoer
from tests.browser.ways import LONG, Line, Way, pressed, to
from tests.world import World

GOED = "Naam;Organisatie;Telefoon\n" + "".join(
    f"Plek {n};Samen;33123456{n % 10}\n" for n in range(60)
)
FOUT = f"Naam;Organisatie;Informeel;{LONG}\n{LONG};Samen;soms;x\nZonder;;;\n" * 30
EERDER = f"Naam;Organisatie;Telefoon;Omschrijving\nA;Samen;331234567;{LONG}\n"
ANDERS = f'Naam;Organisatie;Telefoon;Omschrijving\nA;Samen;"{LONG} 113\n112";{LONG}\n'
VRAAG = "Naam;Organisatie;Gecontroleerd op\nA;Samen;03/04/2026\n"


def sent(text: str, *, done: bool = False) -> Way:
    def way(world: World, page: Page) -> None:
        row = importvoorbeelden.keep(
            uuid=uuid4(),
            regio=world.regio,
            door=world.teun,
            naam=f"{LONG}.csv",
            inhoud=text.encode(),
            bron="Iemand anders",
        )
        if not Voorziening.objects.filter(bron_id="oud").exists():
            world.voorziening("Van eerder", bron="Iemand anders", bron_id="oud")
        if done:
            importvoorbeelden.carry_out(voorbeeld=row, afdruk=row.afdruk)
        to("inlezen_voorbeeld", str(row.uuid))(world, page)

    return way


def waiting(**more: object) -> Way:
    """Its work is with a worker, or was given up."""

    def way(world: World, page: Page) -> None:
        with mock.patch.object(importvoorbeelden, "SMALL", -1):
            sent(GOED)(world, page)
        asked = timezone.now() - timedelta(minutes=5)
        Importvoorbeeld.objects.update(**{"gevraagd_op": asked} | more)
        page.reload()

    return way


def exported(*, done: bool = False, **more: object) -> Way:
    """A file of the kaart that a worker makes, or made."""

    def way(world: World, page: Page) -> None:
        row = uitvoer.ask(regio=world.regio, soort="alles-csv", door=world.teun)
        if done:
            uitvoer.finish(row, naam=f"{LONG}.zip", inhoud=b"x")
        Uitvoer.objects.update(**{"stand": row.stand} | more)
        to("uitvoer_bestand", str(row.uuid))(world, page)

    return way


def again(text: str) -> Way:
    """After an earlier file of the same people."""

    def way(world: World, page: Page) -> None:
        sent(EERDER, done=True)(world, page)
        sent(text)(world, page)

    return way


BEGIN = to("uitwisselen")
VOORBEELD = "netwerk/uitwisselen/voorbeeld.html"
UITVOER = "netwerk/uitwisselen/uitvoer.html"
PAGES = [
    Line("netwerk/opendata/uitleg.html", "filled", "", to("open_data")),
    Line("netwerk/opendata/api.html", "filled", "", to("api_docs")),
    Line("netwerk/uitwisselen/begin.html", "empty", "teun", BEGIN),
    Line(
        "netwerk/uitwisselen/begin.html",
        "error",
        "teun",
        pressed(BEGIN, "main form button[type=submit]"),
    ),
    Line(VOORBEELD, "filled", "teun", sent(GOED)),
    Line(VOORBEELD, "error", "teun", sent(FOUT)),
    Line(VOORBEELD, "changed", "teun", again(ANDERS)),
    Line(VOORBEELD, "the_same", "teun", again(EERDER)),
    Line(VOORBEELD, "question", "teun", sent(VRAAG)),
    Line(VOORBEELD, "question_error", "teun", pressed(sent(VRAAG))),
    Line("netwerk/uitwisselen/bezig.html", "waiting", "teun", waiting()),
    Line(
        "netwerk/uitwisselen/bezig.html",
        "busy",
        "teun",
        waiting(stand=Stand.BEZIG, wat="inlezen"),
    ),
    Line(
        "netwerk/uitwisselen/bezig.html",
        "failed",
        "teun",
        waiting(
            stand=Stand.MISLUKT,
            volgende_poging_op=None,
            reden=importvoorbeelden.NIET_GELUKT,
        ),
    ),
    Line(UITVOER, "busy", "teun", exported(stand=Stand.BEZIG)),
    Line(UITVOER, "filled", "teun", exported(done=True)),
    Line(
        UITVOER,
        "failed",
        "teun",
        exported(
            stand=Stand.MISLUKT, volgende_poging_op=None, reden=uitvoer.NIET_GELUKT
        ),
    ),
    Line("netwerk/uitwisselen/gedaan.html", "filled", "teun", sent(GOED, done=True)),
]
