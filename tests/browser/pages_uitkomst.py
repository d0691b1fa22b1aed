"""Pages of the outcomes of a round, with answers that differ, are few, or are hidden."""

from django.urls import reverse
from django.utils import timezone

from playwright.sync_api import Page

from kompas.choices import Rol, Weergave
from kompas.services import deelname, rondes, stemmen, uitkomsten as services
from tests.browser.ways import LONG, Line, Way, to
from tests.world import World

MANY = [Rol.CLIENT, Rol.NAASTE, Rol.INWONER, Rol.UITVOERDER, Rol.UITVOERDER,
        Rol.VRIJWILLIGER, Rol.BELEIDSMAKER, Rol.BESTUURDER]  # fmt: skip
FEW = MANY[::3]
REMARK = "Een opmerking met é, ß, 🌳 en een woord zonder einde " + "w" * 80


def answered(way: Way, *, roles=MANY, weergave=Weergave.OPEN_GESPREK) -> Way:
    """A round in which people answered, and every card is open."""

    def further(world: World, page: Page) -> None:
        world.ronde = world.new_ronde(weergave=weergave)
        for n, rol in enumerate(roles):
            answer(world, n, rol)
        for kaart in world.ronde.kaarten.all():
            rondes.open_card(kaart=kaart)
        way(world, page)

    return further


def answer(world: World, n: int, rol: Rol) -> None:
    who = deelname.join_as_guest(ronde=world.ronde, secret=f"gast {n}" * 4, rol=rol)
    for volgorde in (1, 2):
        stemmen.save_stelling(
            deelnemer=who,
            kaart="visie",
            stelling=volgorde,
            keuze=["weet_niet", "1", "2", "3", "4"][n % 5],
            opmerking=REMARK if n % 2 else "",
            versie=1,
            nu=True,
        )
    stemmen.save_vraag(
        deelnemer=who,
        kaart="interventies",
        vraag=4,
        tekst="Wandelgroep",
        versie=1,
        nu=True,
    )


def ask_report(world: World, page: Page) -> None:
    to("uitkomsten", "ronde.uuid")(world, page)
    with page.expect_navigation():
        page.locator("button:has-text('rapport')").first.click()


def hide_without_a_reason(world: World, page: Page) -> None:
    STELLING(world, page)
    page.locator("summary:has-text('Verberg')").first.click()
    page.locator("details[open] button").first.click()
    page.wait_for_load_state()


def saved_by_another(world: World, page: Page) -> None:
    """Somebody else saved while this form was open: both are shown."""
    STELLING(world, page)
    services.save_afspraak(
        ronde=world.ronde,
        stelling=world.ronde.editie.themas.first().stellingen.first(),
        score=2,
        notitie=LONG,
        versie="",
        door=world.noor,
    )
    page.locator("textarea[name=notitie]").fill("Mijn woorden.")
    page.locator("form.sand button[type=submit]").click()
    page.wait_for_load_state()


def report(stand: str, **more: object) -> Way:
    """The page of a report that is in this state."""

    def way(world: World, page: Page) -> None:
        row = world.ronde.rapporten.create(
            gevraagd_op=timezone.now(),
            gevraagd_door=world.noor,
            gevraagd_als={},
            stand=stand,
            **more,
        )
        page.goto(reverse("uitkomstrapport", args=[row.uuid]))

    return way


def as_guest(path: str) -> Way:
    """On the telephone of somebody who took part, after the cards were opened."""

    def way(world: World, page: Page) -> None:
        page.goto(f"/meedoen/{world.ronde.code}/")
        page.locator("input[value=client]").check(force=True)
        page.click("main button[type=submit]")
        page.wait_for_load_state()
        page.goto(f"/meedoen/{world.ronde.code}/uitkomst/{path}")

    return way


def shut(way: Way) -> Way:
    def further(world: World, page: Page) -> None:
        world.ronde = world.new_ronde()
        way(world, page)

    return further


def closed(way: Way) -> Way:
    def further(world: World, page: Page) -> None:
        rondes.close_ronde(ronde=world.ronde)
        way(world, page)

    return further


UITKOMST = "kompas/uitkomst"
STELLING = to("uitkomst_stelling", "ronde.uuid", "visie", "1")
PAGES = [
    Line(
        f"{UITKOMST}/ronde.html", "empty", "noor", shut(to("uitkomsten", "ronde.uuid"))
    ),
    Line(
        f"{UITKOMST}/ronde.html",
        "filled",
        "amina",
        answered(to("uitkomsten", "ronde.uuid")),
    ),
    Line(
        f"{UITKOMST}/dicht.html",
        "empty",
        "noor",
        shut(to("uitkomst_kaart", "ronde.uuid", "visie")),
    ),
    Line(
        f"{UITKOMST}/kaart.html",
        "filled",
        "noor",
        answered(to("uitkomst_kaart", "ronde.uuid", "visie")),
    ),
    Line(
        f"{UITKOMST}/kaart.html",
        "empty",
        "noor",
        answered(to("uitkomst_kaart", "ronde.uuid", "organisaties"), roles=[]),
    ),
    Line(f"{UITKOMST}/stelling.html", "filled", "noor", answered(STELLING)),
    Line(f"{UITKOMST}/stelling.html", "closed", "noor", answered(closed(STELLING))),
    Line(
        f"{UITKOMST}/stelling.html",
        "hidden",
        "amina",
        answered(STELLING, weergave=Weergave.VEILIG),
    ),
    Line(
        f"{UITKOMST}/stelling.html",
        "few",
        "teun",
        answered(STELLING, roles=FEW, weergave=Weergave.VEILIG),
    ),
    Line(
        f"{UITKOMST}/interventies.html",
        "filled",
        "noor",
        answered(to("uitkomst_kaart", "ronde.uuid", "interventies")),
    ),
    Line(f"{UITKOMST}/rapport.html", "filled", "noor", answered(ask_report)),
    Line(f"{UITKOMST}/stelling.html", "error", "noor", answered(hide_without_a_reason)),
    Line(f"{UITKOMST}/stelling.html", "conflict", "noor", answered(saved_by_another)),
    Line(
        f"{UITKOMST}/rapport.html",
        "busy",
        "noor",
        answered(report("bezig", deel_klaar=40, volgende_poging_op=timezone.now())),
    ),
    Line(
        f"{UITKOMST}/rapport.html",
        "failed",
        "noor",
        answered(report("mislukt", reden="Het rapport is nu niet gemaakt.")),
    ),
    Line(f"{UITKOMST}/rapport.html", "changed", "noor", answered(report("klaar"))),
    Line("kompas/meedoen/uitkomst.html", "filled", "", answered(as_guest("visie/"))),
    Line(
        "kompas/meedoen/uitkomst.html",
        "inventory",
        "",
        answered(as_guest("interventies/")),
    ),
    Line(
        "kompas/meedoen/uitkomst.html",
        "hidden",
        "",
        answered(as_guest("visie/"), roles=FEW, weergave=Weergave.VEILIG),
    ),
    Line(
        "kompas/meedoen/uitkomst_stelling.html",
        "filled",
        "",
        answered(as_guest("visie/1/")),
    ),
]
