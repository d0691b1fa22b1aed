"""Pages of the log: who looked, a question about a line, and what the functionaris sees."""

from django.urls import reverse
from django.utils import timezone

from playwright.sync_api import Page

from basis.opaque import hide
from netwerk.models import Logvraag
from netwerk.selectors import functionaris, spoor
from tests.browser.ways import LONG, Line, Way, pressed, to
from tests.care import emergency, kept_back, look, question, refuse
from tests.world import World
from toegang.models import Gebruiker

SPOOR, WERK = "clientplan/spoor", "clientplan/functionaris"


def full(way: Way) -> Way:
    """Looked at, refused, opened in an emergency, and asked about; with the longest name."""

    def further(world: World, page: Page) -> None:
        Gebruiker.objects.filter(pk=world.petra.pk).update(naam=LONG[:120])
        emergency(world)
        refuse(world)
        look(world, "verhaal", "doelen", "afspraken", "signaleringsplan", "crisiskaart")
        question(world)
        look(world)
        way(world, page)

    return further


def answered(world: World) -> Logvraag:
    row = question(world)
    row.antwoord = "Petra had die dag dienst.\nZe las het voor jullie gesprek."
    row.beantwoord_op, row.beantwoord_door = timezone.now(), world.frank
    row.save()
    return row


def line_of(number: int, page: Page) -> None:
    page.goto(reverse("plan_spoor_vraag", args=[hide(number, spoor.ABOUT)]))


def asking(world: World, page: Page) -> None:
    line_of(look(world), page)


def asked(world: World, page: Page) -> None:
    line_of(question(world).regel, page)


def told(world: World, page: Page) -> None:
    line_of(answered(world).regel, page)


def one_question(world: World, page: Page) -> None:
    page.goto(reverse("functionaris_vraag", args=[question(world).uuid]))


def one_answer(world: World, page: Page) -> None:
    page.goto(reverse("functionaris_vraag", args=[answered(world).uuid]))


def questions(world: World, page: Page) -> None:
    question(world)
    answered(world)
    page.goto(reverse("functionaris_vragen"))


def names(world: World, page: Page) -> None:
    kept_back(world)
    page.goto(reverse("functionaris_namen"))


def keeping(world: World, page: Page) -> None:
    number = hide(look(world), functionaris.ABOUT)
    page.goto(reverse("functionaris_afschermen", args=[number]))


def of_nobody_else(world: World, page: Page) -> None:
    page.goto(reverse("plan_spoor") + "?wat=nood")


PAGES = [
    Line(f"{SPOOR}/spoor.html", "filled", "carla", full(to("plan_spoor"))),
    Line(f"{SPOOR}/spoor.html", "empty", "carla", to("plan_spoor")),
    Line(f"{SPOOR}/spoor.html", "none", "carla", of_nobody_else),
    Line(f"{SPOOR}/vraag.html", "empty", "carla", asking),
    Line(f"{SPOOR}/vraag.html", "error", "carla", pressed(asking)),
    Line(f"{SPOOR}/vraag.html", "asked", "carla", asked),
    Line(f"{SPOOR}/vraag.html", "answered", "carla", told),
    Line(f"{WERK}/vragen.html", "filled", "frank", questions),
    Line(f"{WERK}/vragen.html", "empty", "frank", to("functionaris_vragen")),
    Line(f"{WERK}/vraag.html", "filled", "frank", one_question),
    Line(f"{WERK}/vraag.html", "error", "frank", pressed(one_question)),
    Line(f"{WERK}/vraag.html", "answered", "frank", one_answer),
    Line(f"{WERK}/logboek.html", "filled", "frank", full(to("functionaris_logboek"))),
    Line(f"{WERK}/logboek.html", "empty", "frank", to("functionaris_logboek")),
    Line(f"{WERK}/signalen.html", "filled", "frank", full(to("functionaris_signalen"))),
    Line(f"{WERK}/signalen.html", "empty", "frank", to("functionaris_signalen")),
    Line(f"{WERK}/namen.html", "filled", "frank", names),
    Line(f"{WERK}/namen.html", "empty", "frank", to("functionaris_namen")),
    Line(f"{WERK}/afschermen.html", "empty", "frank", keeping),
    Line(f"{WERK}/afschermen.html", "error", "frank", pressed(keeping)),
]
