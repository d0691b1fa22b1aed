"""Pages of a plan: how it begins, who reads along, and the letters for it."""

from django.utils import timezone

from playwright.sync_api import Page

from netwerk.models import Betrokkenheid
from tests.browser.ways import LONG, Line, Way, pressed, to
from tests.care import CODE, LETTER, asked_to_act, given_by_another, recorded
from tests.world import World
from toegang.models import Gebruiker

PLAN = "clientplan"


def alone(way: Way) -> Way:
    """Nobody reads along and nobody was asked."""

    def further(world: World, page: Page) -> None:
        Betrokkenheid.objects.for_job("proef").all().delete()
        world.vraag.delete()
        way(world, page)

    return further


def said_yes(way: Way) -> Way:
    def further(world: World, page: Page) -> None:
        world.vraag.ja_op = timezone.now()
        world.vraag.save()
        way(world, page)

    return further


def long_names(way: Way) -> Way:
    def further(world: World, page: Page) -> None:
        Gebruiker.objects.filter(pk__in=[world.nico.pk, world.petra.pk]).update(
            naam=LONG[:120]
        )
        way(world, page)

    return further


def over(world: World, page: Page) -> None:
    """A letter that came to somebody else already."""
    page.goto(f"/brief/{CODE}/")
    page.click("main button.primary")
    page.wait_for_load_state()


def asked_by_letter(world: World, page: Page) -> None:
    page.goto("/plan/wie-ziet-wat/naaste/")
    page.fill("[name=naam]", "Bep")
    page.check("[name=hoe][value=brief]", force=True)
    page.check("[name=wat][value=kaart]", force=True)
    page.click("main button.primary")
    page.wait_for_load_state()


def found(world: World, page: Page) -> None:
    query = f"?organisatie={world.ggz.pk}&naam=pet"
    page.goto(f"/plan/wie-ziet-wat/hulpverlener/{query}")


def helper(world: World, page: Page) -> None:
    page.goto(f"/plan/wie-ziet-wat/hulpverlener/{world.petra.rollen.get().uuid}/")


def mailed(world: World, page: Page) -> None:
    page.goto(f"/brief/{LETTER}/")
    page.fill("[name=naam]", "Noa")
    page.fill("[name=email]", "noa.nieuw@example.nl")
    page.click("main button.primary")
    page.wait_for_load_state()


WIE = to("wie_ziet_wat")
PERSOON = to("wie_persoon", "broer.uuid")
VRAAG = to("naaste_vraag", "vraag.uuid")
NAMENS = to("vertegenwoordigers_van", "plan.uuid")
NIEUW = to("vertegenwoordiger_nieuw_van", "plan.uuid")


def acted_for(way: Way) -> Way:
    """nico acts for carla, gave something for her, and was asked by petra."""

    def further(world: World, page: Page) -> None:
        world.namens = recorded(world)
        asked_to_act(world)
        given_by_another(world)
        way(world, page)

    return further


PAGES = [
    Line(
        f"{PLAN}/namens/namens_mij.html",
        "filled",
        "carla",
        long_names(acted_for(to("wie_namens_mij"))),
    ),
    Line(
        f"{PLAN}/namens/namens_mij.html", "empty", "carla", alone(to("wie_namens_mij"))
    ),
    Line(
        f"{PLAN}/namens/namens.html",
        "error",
        "carla",
        pressed(to("wie_namens", "broer.uuid")),
    ),
    Line(
        f"{PLAN}/namens/opnieuw.html", "filled", "carla", acted_for(to("wie_opnieuw"))
    ),
    Line(
        f"{PLAN}/namens/vertegenwoordigers.html", "filled", "petra", acted_for(NAMENS)
    ),
    Line(f"{PLAN}/namens/vertegenwoordiger.html", "error", "petra", pressed(NIEUW)),
    Line(
        f"{PLAN}/namens/vertegenwoordiger_wijzig.html",
        "filled",
        "petra",
        acted_for(to("vertegenwoordiger_wijzig_van", "plan.uuid", "namens.uuid")),
    ),
    Line(f"{PLAN}/meelezen/meelezen.html", "acts", "nico", acted_for(to("meelezen"))),
    Line(
        f"{PLAN}/doelen/doelen.html",
        "acts",
        "nico",
        acted_for(to("doelen_van", "plan.uuid")),
    ),
    Line(f"{PLAN}/brief/code.html", "empty", "", to("brief")),
    Line(f"{PLAN}/brief/code.html", "error", "", pressed(to("brief"))),
    Line(f"{PLAN}/brief/brief.html", "plan", "", to("brief_code", LETTER)),
    Line(f"{PLAN}/brief/brief.html", "naaste", "", to("brief_code", CODE)),
    Line(f"{PLAN}/brief/brief.html", "error", "", pressed(to("brief_code", LETTER))),
    Line(f"{PLAN}/brief/brief.html", "account", "noa", to("brief_code", LETTER)),
    Line(f"{PLAN}/brief/mail.html", "filled", "", mailed),
    Line(f"{PLAN}/starten/brieven.html", "filled", "petra", to("startbrieven")),
    Line(f"{PLAN}/starten/brief.html", "new", "petra", pressed(to("startbrieven"))),
    Line(f"{PLAN}/plan/beginnen.html", "empty", "noa", to("plan_beginnen")),
    Line(f"{PLAN}/plan/beginnen.html", "error", "noa", pressed(to("plan_beginnen"))),
    Line(f"{PLAN}/plan/plan.html", "filled", "carla", said_yes(to("plan"))),
    Line(f"{PLAN}/plan/plan.html", "empty", "carla", alone(to("plan"))),
    Line(f"{PLAN}/wie/overzicht.html", "filled", "carla", long_names(WIE)),
    Line(f"{PLAN}/wie/overzicht.html", "empty", "carla", alone(WIE)),
    Line(f"{PLAN}/wie/toelaten.html", "filled", "carla", to("wie_toelaten")),
    Line(f"{PLAN}/wie/alles_uit.html", "filled", "carla", to("wie_alles_uit")),
    Line(f"{PLAN}/wie/alles_uit.html", "empty", "carla", alone(to("wie_alles_uit"))),
    Line(f"{PLAN}/wie/naaste_nieuw.html", "empty", "carla", to("naaste_nieuw")),
    Line(
        f"{PLAN}/wie/naaste_nieuw.html", "error", "carla", pressed(to("naaste_nieuw"))
    ),
    Line(f"{PLAN}/wie/naaste_brief.html", "new", "carla", asked_by_letter),
    Line(f"{PLAN}/wie/naaste_wacht.html", "filled", "carla", VRAAG),
    Line(f"{PLAN}/wie/naaste_toelaten.html", "filled", "carla", said_yes(VRAAG)),
    Line(f"{PLAN}/wie/persoon.html", "filled", "carla", PERSOON),
    Line(f"{PLAN}/wie/persoon.html", "long", "carla", long_names(PERSOON)),
    Line(
        f"{PLAN}/wie/hulpverlener_zoeken.html",
        "empty",
        "carla",
        to("hulpverlener_zoeken"),
    ),
    Line(f"{PLAN}/wie/hulpverlener_zoeken.html", "found", "carla", found),
    Line(f"{PLAN}/wie/hulpverlener_erbij.html", "empty", "carla", helper),
    Line(f"{PLAN}/wie/hulpverlener_erbij.html", "error", "carla", pressed(helper)),
    Line(f"{PLAN}/meelezen/meelezen.html", "filled", "nico", to("meelezen")),
    Line(f"{PLAN}/brief/over.html", "filled", "noa", over),
]
