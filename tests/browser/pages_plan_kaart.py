"""Pages of a plan for when it does not go well: the signaleringsplan and the crisiskaart."""

from django.utils import timezone

from playwright.sync_api import Page

from clientplan.models import Signaal
from tests.browser.ways import LONG, Line, Way, pressed, to
from tests.world import World

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


def feels(fase: int) -> Way:
    def way(world: World, page: Page) -> None:
        page.goto("/plan/hoe-gaat-het/")
        page.click(f"main button[value='{fase}']")
        page.wait_for_load_state()

    return way


SIGNALS = to("signaleringsplan")
CHANGE = to("signaleringsplan", query="?aanpassen=ja&fase=2")
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
]
