"""Pages of the story, of what was agreed, and of the diary."""

from django.test import override_settings

from playwright.sync_api import Page

from clientplan.models import Afspraak, Dagboekblad, Verhaal, Verhaalbeeld
from netwerk.models import Toestemming
from netwerk.rules.onderdelen import Recht
from tests.browser.ways import LONG, Line, Way, pressed, to
from tests.world import World

PLAN = "clientplan"
JOB = "proef"


def nothing_yet(way: Way) -> Way:
    def further(world: World, page: Page) -> None:
        for model in (Verhaal, Verhaalbeeld, Afspraak, Dagboekblad):
            model.objects.for_job(JOB).all().delete()  # type: ignore[attr-defined]
        way(world, page)

    return further


def long_words(way: Way) -> Way:
    def further(world: World, page: Page) -> None:
        verhaal = world.verhaal
        verhaal.words = dict.fromkeys(Verhaal.WOORDEN, f"{LONG} " * 6)
        verhaal.fase = "leven_met"
        verhaal.save()
        afspraak = world.afspraak
        afspraak.words = dict.fromkeys(Afspraak.WOORDEN, LONG)
        afspraak.save()
        way(world, page)

    return further


def done(way: Way) -> Way:
    def further(world: World, page: Page) -> None:
        world.afspraak.gedaan_op = world.today
        world.afspraak.save()
        way(world, page)

    return further


def shared(deel: str, way: Way) -> Way:
    """nico may write in this part."""

    def further(world: World, page: Page) -> None:
        Toestemming.objects.create(
            client=world.plan,
            betrokkenheid=world.broer,
            onderdeel=deel,
            recht=Recht.MEDE_EIGENAAR,
            van=world.today,
            gegeven_door=world.carla,
        )
        way(world, page)

    return further


def replaced(world: World, page: Page) -> None:
    """A picture that does not stand in the story any more."""
    to("verhaal_beeld_nieuw", "hoop")(world, page)
    page.click("text=Haal weg")
    page.wait_for_load_state()


def without_the_ring(world: World, page: Page) -> None:
    with override_settings(DIARY_KEYS=""):
        to("dagboek")(world, page)


def found(world: World, page: Page) -> None:
    """With a provision of a long name beside what stands there."""
    world.voorziening(f"Inloop {LONG}")
    to("afspraak_plek", "afspraak.uuid", query="?q=inloop")(world, page)


VERHAAL = to("verhaal")
SCHRIJF = to("verhaal_schrijf", "hoop")
FOTO = to("verhaal_beeld_nieuw", "hoop")
AFSPRAKEN = to("afspraken")
PLEK = to("afspraak_plek", "afspraak.uuid")
BLAD = to("dagboek_blad", "blad.uuid")
VERHAAL_VAN = shared("verhaal", to("verhaal_van", "plan.uuid"))
AFSPRAKEN_VAN = shared("afspraken", to("afspraken_van", "plan.uuid"))
PAGES = [
    Line(f"{PLAN}/verhaal/verhaal.html", "empty", "carla", nothing_yet(VERHAAL)),
    Line(f"{PLAN}/verhaal/verhaal.html", "filled", "carla", VERHAAL),
    Line(f"{PLAN}/verhaal/verhaal.html", "long", "carla", long_words(VERHAAL)),
    Line(f"{PLAN}/verhaal/verhaal.html", "of another", "nico", VERHAAL_VAN),
    Line(f"{PLAN}/verhaal/schrijven.html", "filled", "carla", SCHRIJF),
    Line(f"{PLAN}/verhaal/fase.html", "empty", "carla", to("verhaal_fase")),
    Line(f"{PLAN}/verhaal/beeld.html", "filled", "carla", FOTO),
    Line(f"{PLAN}/verhaal/beeld.html", "before", "carla", replaced),
    Line(
        f"{PLAN}/verhaal/beeld.html",
        "error",
        "carla",
        pressed(FOTO, "main form[enctype] button[type=submit]"),
    ),
    Line(f"{PLAN}/afspraken/afspraken.html", "empty", "carla", nothing_yet(AFSPRAKEN)),
    Line(f"{PLAN}/afspraken/afspraken.html", "filled", "carla", AFSPRAKEN),
    Line(f"{PLAN}/afspraken/afspraken.html", "long", "carla", long_words(AFSPRAKEN)),
    Line(f"{PLAN}/afspraken/afspraken.html", "done", "carla", done(AFSPRAKEN)),
    Line(f"{PLAN}/afspraken/afspraken.html", "of another", "nico", AFSPRAKEN_VAN),
    Line(f"{PLAN}/afspraken/plek.html", "empty", "carla", PLEK),
    Line(f"{PLAN}/afspraken/plek.html", "found", "carla", long_words(found)),
    Line(f"{PLAN}/dagboek/dagboek.html", "empty", "carla", nothing_yet(to("dagboek"))),
    Line(f"{PLAN}/dagboek/dagboek.html", "filled", "carla", to("dagboek")),
    Line(f"{PLAN}/dagboek/nieuw.html", "empty", "carla", to("dagboek_nieuw")),
    Line(f"{PLAN}/dagboek/nieuw.html", "error", "carla", pressed(to("dagboek_nieuw"))),
    Line(f"{PLAN}/dagboek/blad.html", "filled", "carla", BLAD),
    Line(f"{PLAN}/dagboek/dicht.html", "filled", "carla", without_the_ring),
]
