"""Pages of a plan: where it begins, goals and steps, and what every piece of it has."""

from playwright.sync_api import Page

from basis.actor import Actor, acting
from clientplan.models import Doel
from clientplan.services import stemmen
from clientplan.services.items import save_item
from tests.browser.ways import LONG, Line, Way, pressed, to
from tests.world import World
from toegang.choices import Soort

PLAN = "clientplan"
DOEL = to("doel", "doel.uuid")
DOELEN_VAN = to("doelen_van", "plan.uuid")


def carla(world: World) -> Actor:
    return Actor.person(world.carla.pk, rol=Soort.CLIENT)


def voices(way: Way) -> Way:
    """What petra thinks of it, at length."""

    def further(world: World, page: Page) -> None:
        work = Actor.person(
            world.petra.pk, rol=Soort.PROFESSIONAL, organisatie=str(world.ggz.pk)
        )
        with acting(work):
            stemmen.say(
                client=world.plan,
                deel="doelen",
                object_uuid=world.doel.uuid,
                tekst=LONG[:300],
            )
        way(world, page)

    return further


def nothing(way: Way) -> Way:
    def further(world: World, page: Page) -> None:
        Doel.objects.for_job("proef").all().delete()
        way(world, page)

    return further


def fewer_words(world: World, page: Page) -> None:
    page.goto("/plan/")
    page.click("text=Liever minder woorden")
    page.wait_for_load_state()


def both_wrote(world: World, page: Page) -> None:
    page.goto(f"/plan/doelen/{world.doel.uuid}/wijzig/")
    with acting(carla(world)):
        rows = Doel.objects.visible_to(world.carla).select_related("client")
        save_item(rows.get(), words={"doel": "Vroeg naar bed"}, based_on=1)
    page.fill("[name=doel]", "Lang uitslapen")
    page.click("main button.primary")
    page.wait_for_load_state()


def thrown_away(world: World, page: Page) -> None:
    page.goto(f"/plan/stappen/{world.stap.uuid}/wijzig/")
    page.click("text=Gooi weg")
    page.wait_for_load_state()
    page.goto(f"/plan/eerder/stap/{world.stap.uuid}/")


def van(name: str) -> Way:
    return lambda world, page: page.goto(f"/plan-van/{world.plan.uuid}/{name}")


def eyes(name: str) -> Way:
    where = "/plan/wie-ziet-wat/{}/bekijk/{}"
    return lambda world, page: page.goto(where.format(world.behandelt.uuid, name))


PAGES = [
    Line(f"{PLAN}/plan/eenvoudig.html", "filled", "carla", fewer_words),
    Line(f"{PLAN}/plan/menu.html", "filled", "carla", to("plan_menu")),
    Line(f"{PLAN}/plan/van.html", "filled", "nico", van("")),
    Line(f"{PLAN}/plan/van.html", "eyes", "carla", eyes("")),
    Line(f"{PLAN}/clienten/clienten.html", "filled", "petra", to("clienten")),
    Line(f"{PLAN}/doelen/doelen.html", "filled", "carla", to("doelen")),
    Line(f"{PLAN}/doelen/doelen.html", "empty", "carla", nothing(to("doelen"))),
    Line(f"{PLAN}/doelen/doelen.html", "van", "petra", van("doelen/")),
    Line(f"{PLAN}/doelen/doel.html", "filled", "carla", voices(DOEL)),
    Line(
        f"{PLAN}/doelen/doel.html",
        "eyes",
        "carla",
        lambda world, page: eyes(f"doelen/{world.doel.uuid}/")(world, page),
    ),
    Line(f"{PLAN}/stuk/schrijven.html", "empty", "carla", to("doel_nieuw")),
    Line(f"{PLAN}/stuk/schrijven.html", "error", "carla", pressed(to("doel_nieuw"))),
    Line(
        f"{PLAN}/stuk/schrijven.html", "filled", "carla", to("stap_wijzig", "stap.uuid")
    ),
    Line(f"{PLAN}/stuk/twee_versies.html", "filled", "carla", both_wrote),
    Line(f"{PLAN}/stuk/eerder.html", "gone", "carla", thrown_away),
    Line(f"{PLAN}/stuk/stem.html", "empty", "petra", van("stem/doelen/")),
]
