"""Every page type (a template that extends a frame) in every state that looks different.

A line is: template, state, who looks, and the way there. A template without a line fails
test_axe.py, and so does a line whose way does not end on its template.
"""

from unittest import mock

from django.urls import reverse

from playwright.sync_api import Page

from basis.pdf import NoPango
from kompas.models import Deelname, Kaartklaar, Kerngroeplid, Ronde
from kompas.services import rondes
from tests.browser import (
    pages_aanbod,
    pages_beheer,
    pages_dubbelen,
    pages_editie,
    pages_hulp,
    pages_kaart,
    pages_plan,
    pages_plan_delen,
    pages_plan_kaart,
    pages_plan_nood,
    pages_plan_verhaal,
    pages_spoor,
    pages_toegang,
    pages_uitkomst,
    pages_uitwisselen,
    pages_voorstel,
    pages_witte_vlekken,
    pages_zoeken,
)
from tests.browser.ways import LONG, Line, Way, error_page, pressed, to
from tests.world import World

# --- worlds ---------------------------------------------------------------------------


def with_round(way: Way) -> Way:
    def further(world: World, page: Page) -> None:
        world.ronde = world.new_ronde()
        way(world, page)

    return further


def closed(way: Way) -> Way:
    def further(world: World, page: Page) -> None:
        world.ronde = world.new_ronde()
        rondes.close_ronde(ronde=world.ronde)
        way(world, page)

    return further


def long_names(way: Way) -> Way:
    def further(world: World, page: Page) -> None:
        world.traject.naam = LONG[:120]
        world.traject.save()
        Kerngroeplid.objects.update(naam=LONG)
        way(world, page)

    return further


def with_edition(way: Way) -> Way:
    def further(world: World, page: Page) -> None:
        world.edition()
        way(world, page)

    return further


def invited(world: World) -> Kerngroeplid:
    return Kerngroeplid.objects.create(
        traject=world.traject,
        naam="Joris",
        ring="binnenring",
        rol="client",
        van=world.today,
    )


def of_invited(way: Way) -> Way:
    def further(world: World, page: Page) -> None:
        world.joris = invited(world)
        way(world, page)

    return further


def letter(known: bool) -> Way:
    """The link of an invitation, of somebody new or of somebody with an account."""

    def way(world: World, page: Page) -> None:
        from toegang.services import invite

        email = world.els.email if known else "nieuw@example.nl"
        _, code = invite(
            soort="kerngroeplid",
            sleutel=str(invited(world).uuid),
            email=email,
            naam="Joris",
            regio="lindestroom",
        )
        page.goto(f"/uitnodiging/{code}/")

    return way


# --- taking part ----------------------------------------------------------------------


def joined(path: str = "kaarten/", rol: str = "client") -> Way:
    """As a guest who chose a perspective, and then to a page of the round."""

    def way(world: World, page: Page) -> None:
        world.ronde = world.new_ronde()
        page.goto(f"/meedoen/{world.ronde.code}/")
        page.locator(f"input[value={rol}]").check(force=True)
        page.click("main button[type=submit]")
        page.wait_for_load_state()
        page.goto(f"/meedoen/{world.ronde.code}/{path}")

    return way


def too_long(world: World, page: Page) -> None:
    """A remark of 10,000 characters: what was typed stays, and the page says what to do."""
    joined("kaart/visie/1/")(world, page)
    page.click("summary:has-text('Iets erbij zeggen')")
    page.locator("#opmerking").evaluate("(box) => { box.value = 'x'.repeat(10000) }")
    page.click("button:has-text('Bewaren en verder')")
    page.wait_for_load_state()


def too_late(world: World, page: Page) -> None:
    joined("kaart/visie/1/")(world, page)
    rondes.open_card(kaart=world.ronde.kaarten.get(thema__sleutel="visie"))
    page.locator("#keuze-2").check(force=True)
    page.click("button:has-text('Bewaren en verder')")
    page.wait_for_load_state()


def after_closing(world: World, page: Page) -> None:
    joined("kaart/visie/1/")(world, page)
    rondes.close_ronde(ronde=Ronde.objects.get())
    page.locator("#keuze-2").check(force=True)
    page.click("button:has-text('Bewaren en verder')")
    page.wait_for_load_state()


def came_back_after_closing(world: World, page: Page) -> None:
    joined()(world, page)
    code = world.ronde.code
    rondes.close_ronde(ronde=world.ronde)
    page.goto(f"/meedoen/{code}/kaarten/")


def card_to_read(world: World, page: Page) -> None:
    page.goto(reverse("kaart", args=[world.edition().pk, "visie"]))


def no_pango(world: World, page: Page) -> None:
    address = reverse("kaart_pdf", args=[world.edition().pk, "visie"])
    with mock.patch("kompas.views.edities.gesprekskaart", side_effect=NoPango()):
        page.goto(address)


def all_finished(world: World, page: Page) -> None:
    joined()(world, page)
    deelname = Deelname.objects.get()
    for kaart in world.ronde.kaarten.all():
        Kaartklaar.objects.create(deelname=deelname, kaart=kaart)
    page.goto(f"/meedoen/{world.ronde.code}/klaar/")


def another_role(world: World, page: Page) -> None:
    """A form that was made in a role which was left since, in another tab."""
    to("lid_nieuw", "traject.uuid")(world, page)
    page.locator("main input[name=_rol]").evaluate("(box) => { box.value = 'client' }")
    page.click("main button[type=submit]")
    page.wait_for_load_state()


MEEDOEN = "kompas/meedoen"
PAGES = [
    Line("start.html", "filled", "", to("start")),
    Line("over.html", "filled", "", to("over")),
    Line("privacy.html", "filled", "", to("privacy")),
    Line("toegankelijkheid.html", "filled", "", to("toegankelijkheid")),
    *(
        Line(f"{status}.html", "filled", "", error_page(status))
        for status in (400, 403, 404, 414, 429, 500, 503)
    ),
    # traject and kerngroep
    Line("kompas/traject/lijst.html", "filled", "noor", to("trajecten")),
    Line("kompas/traject/lijst.html", "long", "noor", long_names(to("trajecten"))),
    Line("kompas/traject/nieuw.html", "empty", "teun", to("traject_nieuw")),
    Line("kompas/traject/nieuw.html", "error", "teun", pressed(to("traject_nieuw"))),
    Line("kompas/traject/route.html", "filled", "noor", to("traject", "traject.uuid")),
    Line(
        "kompas/traject/route.html",
        "long",
        "amina",
        long_names(to("traject", "traject.uuid")),
    ),
    Line(
        "kompas/traject/begeleider.html",
        "error",
        "teun",
        pressed(to("begeleider_nieuw", "traject.uuid")),
    ),
    Line("kompas/traject/stap.html", "filled", "noor", to("stap", "traject.uuid", "3")),
    Line(
        "kompas/kerngroep/kerngroep.html",
        "filled",
        "noor",
        to("kerngroep", "traject.uuid"),
    ),
    Line(
        "kompas/kerngroep/kerngroep.html",
        "long",
        "amina",
        long_names(to("kerngroep", "traject.uuid")),
    ),
    Line(
        "kompas/kerngroep/lid_nieuw.html",
        "empty",
        "noor",
        to("lid_nieuw", "traject.uuid"),
    ),
    Line(
        "kompas/kerngroep/lid_nieuw.html",
        "error",
        "noor",
        pressed(to("lid_nieuw", "traject.uuid")),
    ),
    Line(
        "kompas/kerngroep/lid.html",
        "filled",
        "noor",
        of_invited(to("lid", "joris.uuid")),
    ),
    Line(
        "kompas/kerngroep/mijn_plek.html",
        "filled",
        "amina",
        to("mijn_plek", "traject.uuid"),
    ),
    Line("toegang/andere_rol.html", "filled", "noor", another_role),
    Line("toegang/vandaag.html", "empty", "niemand", to("vandaag")),
    Line("toegang/uitnodiging_inloggen.html", "visitor", "", letter(known=True)),
    Line("toegang/uitnodiging_inloggen.html", "another", "wim", letter(known=True)),
    Line("kompas/geen_pdf.html", "error", "noor", no_pango),
    Line("toegang/uitnodiging.html", "filled", "", letter(known=False)),
    Line("toegang/uitnodiging.html", "error", "", pressed(letter(known=False))),
    # rounds
    Line("kompas/ronde/lijst.html", "empty", "noor", to("rondes", "traject.uuid")),
    Line(
        "kompas/ronde/lijst.html",
        "filled",
        "amina",
        with_round(to("rondes", "traject.uuid")),
    ),
    Line(
        "kompas/ronde/geen_editie.html",
        "empty",
        "noor",
        to("ronde_nieuw", "traject.uuid"),
    ),
    Line(
        "kompas/ronde/nieuw.html",
        "empty",
        "noor",
        with_edition(to("ronde_nieuw", "traject.uuid")),
    ),
    Line(
        "kompas/ronde/nieuw.html",
        "error",
        "noor",
        pressed(with_edition(to("ronde_nieuw", "traject.uuid"))),
    ),
    Line(
        "kompas/ronde/nieuw.html",
        "choice",
        "noor",
        pressed(
            pages_editie.with_editions(to("ronde_nieuw", "traject.uuid")),
            "button[name=toon]",
        ),
    ),
    Line(
        "kompas/ronde/dashboard.html",
        "open",
        "noor",
        with_round(to("ronde", "ronde.uuid")),
    ),
    Line(
        "kompas/ronde/dashboard.html",
        "closed",
        "noor",
        closed(to("ronde", "ronde.uuid")),
    ),
    Line(
        "kompas/ronde/dashboard.html",
        "long",
        "amina",
        long_names(with_round(to("ronde", "ronde.uuid"))),
    ),
    Line(
        "kompas/ronde/dashboard.html",
        "question",
        "noor",
        with_round(to("ronde_kaart_openen", "ronde.uuid", "visie")),
    ),
    Line(
        "kompas/ronde/weergave.html",
        "filled",
        "noor",
        with_round(to("ronde_weergave", "ronde.uuid")),
    ),
    Line(
        "kompas/ronde/sluiten.html",
        "filled",
        "noor",
        with_round(to("ronde_sluiten", "ronde.uuid")),
    ),
    Line(
        "kompas/ronde/scherm.html",
        "filled",
        "noor",
        with_round(to("ronde_scherm", "ronde.uuid")),
    ),
    # the cards to read
    Line("kompas/editie/kaarten.html", "filled", "noor", with_edition(to("kaarten"))),
    Line("kompas/editie/kaart.html", "filled", "noor", card_to_read),
    # taking part
    Line(f"{MEEDOEN}/klaar.html", "filled", "", all_finished),
    Line(f"{MEEDOEN}/gesloten.html", "filled", "", came_back_after_closing),
    Line(f"{MEEDOEN}/code.html", "empty", "", to("meedoen")),
    Line(f"{MEEDOEN}/code.html", "error", "", pressed(to("meedoen"))),
    Line(
        f"{MEEDOEN}/perspectief.html",
        "empty",
        "",
        with_round(to("meedoen_ronde", "ronde.code")),
    ),
    Line(
        f"{MEEDOEN}/perspectief.html",
        "error",
        "",
        pressed(with_round(to("meedoen_ronde", "ronde.code"))),
    ),
    Line(
        f"{MEEDOEN}/lid.html",
        "filled",
        "amina",
        with_round(to("meedoen_ronde", "ronde.code")),
    ),
    Line(f"{MEEDOEN}/gesprekken.html", "empty", "amina", to("mijn_gesprekken")),
    Line(
        f"{MEEDOEN}/gesprekken.html",
        "filled",
        "amina",
        with_round(to("mijn_gesprekken")),
    ),
    Line(f"{MEEDOEN}/kaarten.html", "filled", "", joined()),
    Line(f"{MEEDOEN}/kaart.html", "filled", "", joined("kaart/visie/")),
    Line(f"{MEEDOEN}/lezen.html", "filled", "", joined("kaart/organisaties/")),
    Line(f"{MEEDOEN}/stelling.html", "filled", "", joined("kaart/visie/1/")),
    Line(f"{MEEDOEN}/stelling.html", "error", "", too_long),
    Line(f"{MEEDOEN}/vraag.html", "filled", "", joined("kaart/interventies/vraag/4/")),
    Line(
        f"{MEEDOEN}/werkwijzen.html",
        "filled",
        "",
        joined("kaart/interventies/werkwijzen/1/"),
    ),
    Line(f"{MEEDOEN}/afronden.html", "filled", "", joined("kaart/visie/afronden/")),
    Line(f"{MEEDOEN}/te_laat.html", "filled", "", too_late),
    Line(f"{MEEDOEN}/te_laat.html", "closed", "", after_closing),
    *pages_aanbod.PAGES,
    *pages_dubbelen.PAGES,
    *pages_voorstel.PAGES,
    *pages_beheer.PAGES,
    *pages_editie.PAGES,
    *pages_hulp.PAGES,
    *pages_toegang.PAGES,
    *pages_uitkomst.PAGES,
    *pages_uitwisselen.PAGES,
    *pages_kaart.PAGES,
    *pages_plan.PAGES,
    *pages_spoor.PAGES,
    *pages_plan_delen.PAGES,
    *pages_plan_kaart.PAGES,
    *pages_plan_verhaal.PAGES,
    *pages_plan_nood.PAGES,
    *pages_witte_vlekken.PAGES,
    *pages_zoeken.PAGES,
]
