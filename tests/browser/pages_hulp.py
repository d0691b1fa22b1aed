"""Lines of help now, worries, naasten, and of who keeps the numbers (pages.py)."""

from unittest import mock

from django.template.loader import render_to_string
from django.urls import reverse

from playwright.sync_api import Page

from basis.doors import TooFast
from basis.pdf import NoPango
from netwerk.services.hulp import load_national
from tests.browser.ways import LONG, Line, Way, pressed, to
from tests.netwerk.hulp import rows
from tests.world import World
from toegang.models import Wijk


def filled(way: Way, *, long: bool = False) -> Way:
    """The country, and of the region every kind of line and address."""

    def further(world: World, page: Page) -> None:
        load_national()
        name = {"situatie": LONG, "uitleg": LONG * 2} if long else {}
        world.nummer = rows.line(world.regio, **name)
        rows.crisis_line(world.regio)
        rows.line(world.regio, taal="en", situatie="At night")
        world.wijk = Wijk.objects.create(gemeente=world.gemeente, naam="Molenkwartier")
        name = {"naam": LONG, "wat_dan": LONG * 3} if long else {}
        world.adres = rows.address(
            world.regio, gemeente=world.gemeente, wijk=world.wijk, **name
        )
        rows.crisis_address(world.regio)
        world.wijziging = rows.changed(world.regio)
        world.voorziening(LONG[:90], voor_wie=["naasten"], kort=LONG)
        world.plek = f"wijk-{world.wijk.pk}"
        way(world, page)

    return further


def at_place(name: str, *more: str) -> Way:
    def way(world: World, page: Page) -> None:
        page.goto(reverse(name, args=[world.regio.slug, world.plek, *more]))

    return way


def without_pango(world: World, page: Page) -> None:
    with mock.patch("basis.pdf._weasyprint", side_effect=NoPango):
        page.goto(reverse("hulp_nu_pdf", args=[world.regio.slug]))


def search_without_pango(world: World, page: Page) -> None:
    with mock.patch("basis.pdf._weasyprint", side_effect=NoPango):
        page.goto(reverse("sociale_kaart_pdf") + "?q=inloop&regio=lindestroom")


def very_many(world: World, page: Page) -> None:
    with mock.patch("netwerk.views.papier.PAPER.check", side_effect=TooFast(120)):
        page.goto(reverse("hulp_nu_pdf", args=[world.regio.slug]))


def open_strip(way: Way) -> Way:
    def further(world: World, page: Page) -> None:
        way(world, page)
        page.click(".help-strip summary")

    return further


def no_connection(world: World, page: Page) -> None:
    body = render_to_string("netwerk/hulp/geen_verbinding.html")
    page.route(
        "**/leeg/", lambda route: route.fulfill(body=body, content_type="text/html")
    )
    page.goto("/leeg/")


H = "netwerk/hulp/"
REGIO = to("hulp_nu_regio", "regio.slug")
NAASTEN = to("voor_naasten", query="?regio=lindestroom&taal=en")
PAGES = [
    Line(f"{H}hulp_nu.html", "leeg", "", to("hulp_nu")),
    Line(f"{H}hulp_nu.html", "gevuld", "", filled(REGIO)),
    Line(f"{H}hulp_nu.html", "lang", "", filled(REGIO, long=True)),
    Line(
        f"{H}hulp_nu.html",
        "engels",
        "",
        filled(to("hulp_nu_regio", "regio.slug", query="?taal=en")),
    ),
    Line(f"{H}hulp_nu.html", "ingelogd", "noor", filled(REGIO)),
    Line(f"{H}geen_verbinding.html", "leeg", "", no_connection),
    Line(f"{H}geen_pdf.html", "zonder pango", "", without_pango),
    Line(f"{H}geen_pdf.html", "van een zoekvraag", "", search_without_pango),
    Line(f"{H}pdf_later.html", "te veel", "", very_many),
    Line(f"{H}weg.html", "gevuld", "", to("weg")),
    Line(f"{H}zorgen.html", "gevuld", "", to("zorgen")),
    Line(
        f"{H}zorgen_regio.html", "gevuld", "", filled(to("zorgen_regio", "regio.slug"))
    ),
    Line(f"{H}zorgen_plek.html", "gevuld", "", filled(at_place("zorgen_plek"))),
    Line(
        f"{H}zorgen_soort.html",
        "gevuld",
        "",
        filled(at_place("zorgen_soort", "zelfzorg")),
    ),
    Line(
        f"{H}zorgen_soort.html",
        "lang",
        "",
        filled(at_place("zorgen_soort", "zelfzorg"), long=True),
    ),
    Line(f"{H}zorgen_blad.html", "gevuld", "", filled(at_place("zorgen_blad"))),
    Line(f"{H}voor_naasten.html", "gevuld", "", open_strip(filled(NAASTEN))),
    Line(f"{H}hulpnummers.html", "leeg", "teun", to("hulpnummers")),
    Line(f"{H}hulpnummers.html", "gevuld", "teun", filled(to("hulpnummers"))),
    Line(f"{H}hulpnummers.html", "lang", "teun", filled(to("hulpnummers"), long=True)),
    Line(f"{H}nummer.html", "nieuw", "teun", to("zorgenadres_nieuw")),
    Line(f"{H}nummer.html", "fout", "teun", pressed(to("hulpnummer_nieuw"))),
    Line(f"{H}nummer.html", "gevuld", "teun", filled(to("hulpnummer", "nummer.uuid"))),
    Line(
        f"{H}wijziging.html",
        "gevuld",
        "teun",
        filled(to("nummerwijziging", "wijziging.uuid")),
    ),
]
