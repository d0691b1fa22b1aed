"""Pages of a plan for when it does not go well: the signaleringsplan and the crisiskaart."""

from django.utils import timezone

from playwright.sync_api import Page

from basis.actor import Actor, acting
from clientplan.models import Crisiskaart, Kaartpersoon, Signaal
from clientplan.services import pasje as services, scherm
from tests.browser.ways import LONG, Line, Way, pressed, to
from tests.world import World
from toegang.choices import Soort

PLAN = "clientplan"


def written(way: Way) -> Way:
    """Every question of every phase has lines, one of them long."""

    def further(world: World, page: Page) -> None:
        for fase in (1, 2, 3, 4):
            for soort in ("ik_merk", "anderen_merken", "ik_doe", "anderen_doen"):
                for tekst in ("Ik slaap minder dan vijf uur", LONG[:80]):
                    row = Signaal(client=world.plan, fase=fase, soort=soort)
                    row.words = {"tekst": tekst}
                    row.gewijzigd_op = timezone.now()
                    row.gewijzigd_door = world.carla
                    row.save()
        way(world, page)

    return further


def on_card(way: Way) -> Way:
    """A card with every word, somebody who agreed, and somebody who was not asked yet."""

    def further(world: World, page: Page) -> None:
        card = Crisiskaart(client=world.plan, nakijken_op=world.today)
        card.words = dict.fromkeys(Crisiskaart.WOORDEN, f"Praat zacht\n{LONG[:80]}")
        people = [
            Kaartpersoon(client=world.plan, volgorde=1, akkoord=True),
            Kaartpersoon(client=world.plan, volgorde=2, betrokkenheid=world.broer),
            Kaartpersoon(client=world.plan, volgorde=3),
        ]
        people[0].akkoord_op = world.today
        for row in people:
            row.words = {
                "naam": "Mirjam",
                "wie": LONG[:50],
                "telefoon": "0612345678",
                "wanneer": "dag en nacht",
            }
        for row in (card, *people):
            row.gewijzigd_op, row.gewijzigd_door = timezone.now(), world.carla
            row.save()
        way(world, page)

    return further


def feels(fase: int) -> Way:
    def way(world: World, page: Page) -> None:
        page.goto("/plan/hoe-gaat-het/")
        page.click(f"main button[value='{fase}']")
        page.wait_for_load_state()

    return way


def with_paper(world: World, page: Page) -> None:
    page.goto("/plan/crisiskaart/pasje/")
    page.click("main button.primary")
    page.wait_for_load_state()


def looked_at(world: World, page: Page) -> None:
    """By who holds the paper, on a device of their own."""
    with acting(Actor.person(world.carla.pk, rol=Soort.CLIENT)):
        paper = services.make(client=world.plan)
        adres, code = paper.adres, paper.code
    page.goto(f"/kaart/{adres}/")
    page.fill("[name=code]", code)
    page.click("main button.primary")
    page.wait_for_load_state()


def on_screen(world: World, page: Page) -> None:
    to("scherm")(world, page)
    page.click("main button.primary")
    page.wait_for_load_state()


def scanned(world: World, page: Page) -> None:
    """By who stands beside the client, on a device of their own."""
    with acting(Actor.person(world.carla.pk, rol=Soort.CLIENT)):
        adres = scherm.show(client=world.plan).adres
    page.goto(f"/kaart/scherm/{adres}/")


SIGNALS = to("signaleringsplan")
CHANGE = to("signaleringsplan", query="?aanpassen=ja&fase=2")
KAART = to("crisiskaart")
PASJE = to("pasje")
PAPER = to("pasje_bekijken", "die-is-er-niet")
PERSON = to("kaartpersoon_nieuw")
NEW = to("signaal_nieuw", "2", "ik_doe")
PAGES = [
    Line(f"{PLAN}/signalen/signaleringsplan.html", "empty", "carla", SIGNALS),
    Line(f"{PLAN}/signalen/signaleringsplan.html", "change", "carla", written(CHANGE)),
    Line(
        f"{PLAN}/signalen/signaleringsplan.html",
        "others",
        "petra",
        written(to("signaleringsplan_van", "plan.uuid", query="?fase=2")),
    ),
    Line(f"{PLAN}/signalen/nieuw.html", "empty", "carla", NEW),
    Line(f"{PLAN}/signalen/nieuw.html", "error", "carla", pressed(NEW)),
    Line(f"{PLAN}/signalen/hoe_gaat_het.html", "empty", "carla", to("hoe_gaat_het")),
    Line(f"{PLAN}/signalen/nu.html", "filled", "carla", written(feels(2))),
    Line(f"{PLAN}/signalen/nu.html", "empty", "carla", feels(3)),
    Line(f"{PLAN}/kaart/kaart.html", "empty", "carla", KAART),
    Line(f"{PLAN}/kaart/kaart.html", "filled", "carla", on_card(KAART)),
    Line(
        f"{PLAN}/kaart/kaart.html",
        "others",
        "nico",
        on_card(to("crisiskaart_van", "plan.uuid")),
    ),
    Line(f"{PLAN}/kaart/maken.html", "empty", "carla", to("kaart_maken")),
    Line(f"{PLAN}/kaart/maken.html", "filled", "carla", on_card(to("kaart_maken"))),
    Line(f"{PLAN}/stuk/schrijven.html", "card", "carla", to("kaart_wijzig")),
    Line(f"{PLAN}/stuk/schrijven.html", "caller", "carla", pressed(PERSON)),
    Line(f"{PLAN}/kaart/genoemd.html", "filled", "nico", on_card(to("genoemd"))),
    Line(f"{PLAN}/kaart/genoemd.html", "empty", "petra", to("genoemd")),
    Line(f"{PLAN}/kaart/pasje.html", "empty", "carla", PASJE),
    Line(f"{PLAN}/kaart/pasje.html", "new", "carla", on_card(PASJE)),
    Line(f"{PLAN}/kaart/pasje.html", "filled", "carla", on_card(with_paper)),
    Line(f"{PLAN}/kaart/code.html", "empty", "", PAPER),
    Line(f"{PLAN}/kaart/code.html", "error", "", pressed(PAPER)),
    Line(f"{PLAN}/kaart/bekeken.html", "filled", "", on_card(looked_at)),
    Line(f"{PLAN}/kaart/laat_zien.html", "empty", "carla", to("scherm")),
    Line(f"{PLAN}/kaart/laat_zien.html", "shown", "carla", on_card(on_screen)),
    Line(f"{PLAN}/kaart/gescand.html", "filled", "", on_card(scanned)),
    Line(f"{PLAN}/kaart/gescand_over.html", "filled", "", to("scherm_bekijken", "x")),
    Line(f"{PLAN}/kaart/telefoon.html", "empty", "carla", to("kaart_telefoon")),
    Line(
        f"{PLAN}/kaart/telefoon.html",
        "filled",
        "carla",
        on_card(to("kaart_telefoon")),
    ),
    Line(f"{PLAN}/kaart/mijn_kaart.html", "empty", "", to("mijn_kaart")),
]
