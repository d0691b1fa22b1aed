"""Emergency access: the client's choice, who opens, and who looks at it afterwards."""

from django.template.loader import render_to_string
from django.utils import timezone

from playwright.sync_api import Page

from netwerk.choices import Oordeel
from netwerk.models import Noodkeuze, Noodoordeel
from tests.browser.ways import Line, Way, pressed, to
from tests.care import opened_in_need
from tests.toegang.people import app_code, with_app
from tests.world import World

NOOD = "clientplan/nood"
WHY = "Buurvrouw belde, deur op slot, geen antwoord."


def opened(way: Way) -> Way:
    """petra opened something, and frank asked about it."""

    def further(world: World, page: Page) -> None:
        world.nood = opened_in_need(world)
        said = Noodoordeel(
            noodtoegang=world.nood,
            oordeel=Oordeel.VRAAG,
            door=world.frank,
            op=timezone.now(),
        )
        said.uitleg = "Wie belde je daarna?"
        said.save()
        way(world, page)

    return further


def chose(way: Way) -> Way:
    def further(world: World, page: Page) -> None:
        Noodkeuze.objects.create(
            client=world.plan, onderdelen=["crisiskaart"], voor=["crisisdienst"]
        )
        way(world, page)

    return further


def asked(world: World, page: Page) -> None:
    page.goto("/noodtoegang/")
    page.fill("[name=naam]", "Niemand Minder")
    page.fill("[name=geboren_op]", "01-05-1980")
    page.check("[name=grond][value=vitaal]", force=True)
    page.fill("[name=reden]", WHY)
    page.click("main button.primary")
    page.wait_for_load_state()


def refused(world: World, page: Page) -> None:
    secret = with_app(world.petra)
    asked(world, page)
    page.fill("[name=code]", app_code(secret, 1))
    page.click("main button.primary")
    page.wait_for_load_state()


def report(world: World, page: Page) -> None:
    page.goto(f"/noodtoegang/{world.nood.uuid}/verslag/")


def judge(world: World, page: Page) -> None:
    page.goto(f"/nakijken/{world.nood.uuid}/")


def over(world: World, page: Page) -> None:
    """As the page of a plan answers when the hour is over."""
    body = render_to_string("clientplan/nood/voorbij.html")
    page.route(
        "**/fout/", lambda route: route.fulfill(body=body, content_type="text/html")
    )
    page.goto("/fout/")


def open_plan(world: World, page: Page) -> None:
    page.goto(f"/plan-van/{world.plan.uuid}/")


PAGES = [
    Line(f"{NOOD}/keuze.html", "empty", "carla", to("noodkeuze")),
    Line(f"{NOOD}/keuze.html", "filled", "carla", opened(chose(to("noodkeuze")))),
    Line(f"{NOOD}/keuze.html", "error", "carla", pressed(to("noodkeuze"))),
    Line(f"{NOOD}/vragen.html", "empty", "petra", to("noodtoegang")),
    Line(f"{NOOD}/vragen.html", "error", "petra", pressed(to("noodtoegang"))),
    Line(f"{NOOD}/code.html", "empty", "petra", asked),
    Line(f"{NOOD}/niets.html", "filled", "petra", refused),
    Line(f"{NOOD}/mijn.html", "empty", "petra", to("noodtoegangen")),
    Line(f"{NOOD}/mijn.html", "filled", "petra", opened(to("noodtoegangen"))),
    Line(f"{NOOD}/verslag.html", "empty", "petra", opened(report)),
    Line(f"{NOOD}/verslag.html", "error", "petra", pressed(opened(report))),
    Line(f"{NOOD}/voorbij.html", "filled", "", over),
    Line(f"{NOOD}/nakijken.html", "empty", "frank", to("nakijken")),
    Line(f"{NOOD}/nakijken.html", "filled", "frank", opened(to("nakijken"))),
    Line(f"{NOOD}/nakijken_een.html", "empty", "frank", opened(judge)),
    Line(f"{NOOD}/nakijken_een.html", "error", "frank", pressed(opened(judge))),
    Line("clientplan/plan/van.html", "nood", "petra", opened(open_plan)),
    Line("berichten/berichten.html", "empty", "niemand", to("mijn_berichten")),
]
