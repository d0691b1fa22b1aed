"""Pages of the sociale kaart: one provision in every state, and reports that it is wrong."""

from datetime import date, timedelta
from unittest import mock

from django.urls import reverse
from django.utils import timezone

from playwright.sync_api import Page

from basis.pdf import NoPango
from netwerk.choices import Status
from netwerk.models import Melding, Organisatieprofiel
from tests.browser.ways import LONG, Line, Way, pressed, to
from tests.netwerk.kaart import (
    area,
    close,
    fact_team,
    hours,
    inloop,
    phone,
    secret_place,
    wait,
)
from tests.world import World

PAGINA = "netwerk/voorziening/pagina.html"
MELDINGEN = "netwerk/meldingen"
SEEN = to("voorziening", "plek.slug")


def long_wait(world: World, page: Page) -> None:
    world.plek = fact_team(world)
    for n in range(3):
        v = inloop(world, f"Inloop {n}", n, informeel=n == 1, kort="Koffie en rust.")
        hours(v)
    phone(world.voorziening("MEE", onafhankelijk="clientondersteuner"))
    page.goto(reverse("voorziening", args=[world.plek.slug]))
    for summary in page.locator("main summary").all():
        summary.click()


def empty(world: World, page: Page) -> None:
    world.plek = world.voorziening()
    SEEN(world, page)


def expired(world: World, page: Page) -> None:
    world.plek = world.voorziening(overbrugging_geen=True)
    wait(world.plek, world.today, geldig_tot=world.today - timedelta(days=1))
    page.goto(reverse("voorziening", args=[world.plek.slug]) + "?plaats=Bestaat niet")


def closed(world: World, page: Page) -> None:
    world.plek = fact_team(world)
    other = world.voorziening("Inloop Zuid")
    close(world.plek, world.today, reden="Verbouwing", alternatief=other)
    SEEN(world, page)


def stopped(world: World, page: Page) -> None:
    world.plek = world.voorziening(
        status=Status.GESTOPT, gestopt_op=date(2026, 3, 1), vervolg=fact_team(world)
    )
    SEEN(world, page)


def stopped_with_others_near(world: World, page: Page) -> None:
    """What was there for the same people, and a place that nobody knows."""
    world.plek = fact_team(world)
    world.plek.status, world.plek.gestopt_op = Status.GESTOPT, date(2026, 3, 1)
    world.plek.eerst_op_kaart = timezone.now()
    world.plek.save()
    for n in range(3):
        hours(inloop(world, f"Inloop {n}", n, kort=LONG), van=0, tot=0)
    page.goto(reverse("voorziening", args=[world.plek.slug]) + "?plaats=Bestaat niet")


def secret(world: World, page: Page) -> None:
    world.plek = world.voorziening("Vrouwenopvang", status=Status.INACTIEF)
    secret_place(world, world.plek)
    phone(world.plek, wie="verwijzers")
    SEEN(world, page)


def long_text(world: World, page: Page) -> None:
    world.ggz.naam = LONG
    world.ggz.save()
    Organisatieprofiel.objects.create(organisatie=world.ggz, email=f"{'x' * 60}@x.nl")
    world.plek = v = fact_team(world, LONG)
    v.kort = v.omschrijving = v.aanmelden = v.kosten = v.overbrugging = LONG
    v.email, v.website, v.mededeling = "", "https://x.example/" + "y" * 150, LONG
    v.gestopt_reden = ""
    v.save()
    wait(v, world.today, doelgroep=LONG, weken=(100, 999), door=LONG)
    area(v, naam=LONG)
    v.doelgroepvragen.create(tekst=LONG)
    v.contact_set.create(naam=LONG, functie=LONG)
    inloop(world, LONG, kort=LONG)
    SEEN(world, page)


def without_pango(world: World, page: Page) -> None:
    world.plek = world.voorziening()

    def no_pango(*_: object, **__: object) -> None:
        raise NoPango

    with mock.patch("netwerk.views.voorziening.made_pdf", no_pango):
        page.goto(reverse("voorziening_pdf", args=[world.plek.slug]))


# --- reports


def of_plek(way: Way, naam: str = "Inloop De Veranda") -> Way:
    def further(world: World, page: Page) -> None:
        world.plek = world.voorziening(naam)
        way(world, page)

    return further


def reported(way: Way, **more: object) -> Way:
    def further(world: World, page: Page) -> None:
        world.rij = world.melding(**more)
        way(world, page)

    return further


def sent(world: World, page: Page) -> None:
    world.plek = world.voorziening()
    page.goto(reverse("melding_nieuw", args=[world.plek.slug]))
    page.locator("input[value=telefoon]").check(force=True)
    page.locator("textarea[name=tekst]").fill("Het nummer klopt niet.")
    page.click("main button[type=submit]")
    page.wait_for_load_state()


def many(world: World, page: Page) -> None:
    for _ in range(4):
        world.melding(world.voorziening(LONG), tekst=LONG)
    Melding.objects.update(gemeld_op=timezone.now() - timedelta(days=20))
    handled(world)
    page.goto(reverse("meldingen"))


def handled(world: World) -> None:
    world.rij = world.melding(
        status="opgelost",
        antwoord=LONG,
        afgehandeld_op=timezone.now(),
        afgehandeld_door=world.olga,
    )


def answered(name: str, field: str) -> Way:
    def way(world: World, page: Page) -> None:
        handled(world)
        page.goto(reverse(name, args=[getattr(world.rij, field)]))

    return way


PAGES = [
    Line(PAGINA, "long wait", "", long_wait),
    Line(PAGINA, "empty", "", empty),
    Line(PAGINA, "expired", "", expired),
    Line(PAGINA, "closed", "", closed),
    Line(PAGINA, "stopped", "", stopped),
    Line(PAGINA, "stopped, others near", "", stopped_with_others_near),
    Line(PAGINA, "secret, not on the kaart", "olga", secret),
    Line(PAGINA, "long text", "", long_text),
    Line("netwerk/voorziening/geen_pdf.html", "error", "", without_pango),
    Line(
        f"{MELDINGEN}/nieuw.html",
        "empty",
        "",
        of_plek(to("melding_nieuw", "plek.slug")),
    ),
    Line(
        f"{MELDINGEN}/nieuw.html",
        "error",
        "",
        of_plek(pressed(to("melding_nieuw", "plek.slug")), LONG),
    ),
    Line(f"{MELDINGEN}/volgen.html", "empty", "", sent),
    Line(
        f"{MELDINGEN}/volgen.html", "filled", "", answered("melding_volgen", "nummer")
    ),
    Line(f"{MELDINGEN}/zoeken.html", "empty", "", to("melding_zoeken")),
    Line(f"{MELDINGEN}/zoeken.html", "error", "", pressed(to("melding_zoeken"))),
    Line(f"{MELDINGEN}/lijst.html", "empty", "olga", to("meldingen")),
    Line(f"{MELDINGEN}/lijst.html", "long text", "teun", many),
    Line(
        f"{MELDINGEN}/melding.html",
        "filled",
        "olga",
        reported(to("melding", "rij.uuid"), tekst=LONG, email="x@example.nl"),
    ),
    Line(
        f"{MELDINGEN}/melding.html",
        "error",
        "teun",
        reported(pressed(to("melding", "rij.uuid"), "form[novalidate] button.primary")),
    ),
    Line(f"{MELDINGEN}/melding.html", "handled", "olga", answered("melding", "uuid")),
]
