"""Pages of the outcomes of a round, with answers that differ, are few, or are hidden."""

from playwright.sync_api import Page

from kompas.choices import Rol, Weergave
from kompas.services import deelname, rondes, stemmen
from tests.browser.ways import Line, Way, to
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


def shut(way: Way) -> Way:
    def further(world: World, page: Page) -> None:
        world.ronde = world.new_ronde()
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
]
