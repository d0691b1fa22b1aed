"""Every act with a person's care data, and the lines it writes (T6): one table, to which each
new act adds a row. `do` acts in a browser of who it is, or in a service as that person.

A line is: action, kind of object, part, ground, and whether it is about the client. An act
that is two (let in, and given something) writes two.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.test import Client as Browser
from django.urls import reverse
from django.utils import timezone

from basis.actor import Actor, acting
from basis.opaque import hide
from clientplan.models import Crisiskaart, Doel
from clientplan.services import scherm
from clientplan.services.items import add_item, save_item
from netwerk.models import Client
from netwerk.rules.maand import Maand
from netwerk.selectors import functionaris, spoor
from netwerk.services.spoor import trace_reading
from tests.care import (
    acts_for,
    asked_to_act,
    emergency,
    given_by_another,
    kept_back,
    look,
    question,
    recorded,
)
from tests.world import World
from toegang.choices import Soort
from toegang.models import Gebruiker

CANARY = "kanariewoord"  # in every text that is written here; in no line of the log


@dataclass(frozen=True)
class Line:
    actie: str
    soort: str
    onderdeel: str = ""
    grond: str = "eigen plan"
    over_client: bool = True
    uitkomst: int = 0
    namens: bool = False


@dataclass(frozen=True)
class Act:
    naam: str
    wie: str
    rol: Soort
    do: Callable[[World, Browser], Any]
    lines: tuple[Line, ...]

    def __str__(self) -> str:
        return self.naam


def get(name: str, *path: str, query: str = "") -> Callable[[World, Browser], Any]:
    return lambda world, page: page.get(
        reverse(name, args=[value(world, one) for one in path]) + query
    )


def post(name: str, *path: str, **words: str) -> Callable[[World, Browser], Any]:
    return lambda world, page: page.post(
        reverse(name, args=[value(world, one) for one in path]), words
    )


def value(world: World, path: str) -> object:
    thing: object = world
    for part in path.split("."):
        thing = getattr(thing, part)
    return thing


def actor(world: World, who: Gebruiker, rol: Soort) -> Actor:
    where = str(world.ggz.pk) if rol == Soort.PROFESSIONAL else ""
    return Actor.person(
        who.pk,
        rol=rol,
        organisatie=where,
        vanaf="192.0.2.1",
        ingelogd_met="password+mfa",
        spoor="s1",
    )


# --- acts that have no page yet, in their service


def writes_goal(world: World, page: Browser) -> None:
    with acting(actor(world, world.carla, Soort.CLIENT)):
        add_item(Doel(client=world.plan), words={"doel": CANARY})


def changes_goal(world: World, page: Browser) -> None:
    rows = Doel.objects.for_job("proefdata").select_related("client__regio")
    goal = rows.latest("pk")
    with acting(actor(world, world.carla, Soort.CLIENT)):
        save_item(goal, words={"doel": f"{CANARY} nog een"}, based_on=1)


def reads(*parts: str) -> Callable[[World, Browser], None]:
    def do(world: World, page: Browser) -> None:
        with acting(actor(world, world.petra, Soort.PROFESSIONAL)):
            trace_reading(world.plan, parts)

    return do


def reads_as_representative(world: World, page: Browser) -> None:
    with acting(actor(world, world.nico, Soort.NAASTE)):
        rows = Client.objects.visible_to(world.nico).select_related("regio")
        trace_reading(rows.get(), ["doelen"])


# --- what has to be there first


def with_goal(world: World) -> None:
    goal = Doel(
        client=world.plan, gewijzigd_op=timezone.now(), gewijzigd_door=world.carla
    )
    goal.words = {"doel": CANARY}
    goal.save()


def with_card(world: World) -> None:
    card = Crisiskaart(
        client=world.plan,
        nakijken_op=world.today,
        gewijzigd_op=timezone.now(),
        gewijzigd_door=world.carla,
    )
    card.words = {"wel_doen": CANARY}
    card.save()


def on_screen(world: World) -> None:
    with_card(world)
    with acting(actor(world, world.carla, Soort.CLIENT)):
        scherm.show(client=world.plan)


def with_representative(world: World) -> None:
    world.namens = acts_for(world.broer, "mentor", "doelen")


def keeps(world: World, page: Browser) -> Any:
    words = {"wie": world.behandelt.uuid, "deel": "doelen", "keuze": "houden"}
    return page.post(reverse("wie_opnieuw"), words)


def with_paper(world: World) -> None:
    world.namens = recorded(world)


def with_asked(world: World) -> None:
    world.gevraagd = asked_to_act(world)


def asks_about(world: World, page: Browser) -> Any:
    where = reverse("plan_spoor_vraag", args=[hide(world.regel, spoor.ABOUT)])
    return page.post(
        where, {"uuid": uuid4(), "soort": "waarom", "vraag": CANARY, "_rol": "client"}
    )


def reads_few_words(world: World, page: Browser) -> Any:
    page.cookies["eenvoudig"] = "ja"
    return page.get(reverse("plan"))


def reads_a_line(world: World, page: Browser) -> Any:
    return page.get(reverse("plan_spoor_vraag", args=[hide(world.regel, spoor.ABOUT)]))


def keeps_back(world: World, page: Browser) -> Any:
    uuid = hide(world.regel, functionaris.ABOUT)
    where = reverse("functionaris_afschermen", args=[uuid])
    return page.post(where, {"uuid": uuid4(), "reden": "bedreiging"})


def marks_seen(world: World, page: Browser) -> Any:
    maand = Maand.of(timezone.localdate())
    key = f"nood:{world.petra.pk}:{code_of(world)}:"
    return page.post(
        reverse("functionaris_gezien"), {"maand": str(maand), "sleutel": key}
    )


def code_of(world: World) -> str:
    about = Actor.person(
        world.frank.pk, rol=Soort.FUNCTIONARIS, organisatie=str(world.ggz.pk)
    )
    with acting(about):
        return functionaris.log(Maand.of(timezone.localdate())).regels[0].client


PREPARE: dict[str, Callable[[World], object]] = {
    "a goal is changed": with_goal,
    "who acts for the client reads": with_representative,
    "who acts for the client lays it down": with_representative,
    "who acts for the client changes": with_paper,
    "somebody is let in to act for the client": with_asked,
    "what another gave is kept": given_by_another,
    "a signal is marked as seen": emergency,
    "a question is read": lambda world: setattr(
        world, "gevraagd", question(world, world.regel, vraag=CANARY)
    ),
    "a question is answered": lambda world: setattr(
        world, "gevraagd", question(world, world.regel, vraag=CANARY)
    ),
    "the card is shown on a screen": with_card,
    "the card is taken off the screen": on_screen,
    "a name shows again": lambda world: setattr(world, "naam", kept_back(world)),
}
CLIENT, NAASTE, PRO = Soort.CLIENT, Soort.NAASTE, Soort.PROFESSIONAL
FG = Soort.FUNCTIONARIS
LOG = Line("R", "logboek", grond="functionaris", over_client=False)
ZUS = {"naam": CANARY, "relatie": "mijn zus", "hoe": "brief", "wat": "kaart"}
NEW = "7f5ae0d4-6f0b-4a52-9d6a-3c6a7b0d5c15"
VOLMACHT = {"uuid": NEW, "soort": "gemachtigde", "zaken": "doelen"}
PAPIER = {
    "uuid": NEW,
    "soort": "mentor",
    "zaken": "doelen",
    "stuk": "beschikking",
    "stuk_van": "1-2-2024",
    "naam": CANARY,
    "hoe": "brief",
}
ACTS = [
    # --- pieces of the plan
    Act(
        "a goal is written",
        "carla",
        CLIENT,
        writes_goal,
        (Line("C", "doel", "doelen"),),
    ),
    Act(
        "a goal is changed",
        "carla",
        CLIENT,
        changes_goal,
        (Line("U", "doel", "doelen"),),
    ),
    Act(
        "parts are read",
        "petra",
        PRO,
        reads("doelen", "crisiskaart"),
        (
            Line("R", "onderdeel", "doelen", "behandeling"),
            Line("R", "onderdeel", "crisiskaart", "behandeling"),
        ),
    ),
    Act(
        "who acts for the client reads",
        "nico",
        NAASTE,
        reads_as_representative,
        (Line("R", "onderdeel", "doelen", "vertegenwoordiging", namens=True),),
    ),
    Act(
        "somebody is refused",
        "petra",
        PRO,
        get("wie_persoon", "broer.uuid"),
        (Line("R", "adres", grond="", uitkomst=4),),
    ),
    # --- who may
    Act(
        "who may what is read",
        "carla",
        CLIENT,
        get("wie_ziet_wat"),
        (Line("R", "toestemming"),),
    ),
    Act(
        "what one person may is read",
        "carla",
        CLIENT,
        get("wie_persoon", "broer.uuid"),
        (Line("R", "toestemming"),),
    ),
    Act(
        "everything is shut for one",
        "carla",
        CLIENT,
        post("wie_uit", "broer.uuid"),
        (Line("U", "toestemming"),),
    ),
    Act(
        "somebody leaves the list",
        "carla",
        CLIENT,
        post("wie_einde", "broer.uuid"),
        (Line("U", "toestemming"), Line("D", "betrokkenheid")),
    ),
    Act(
        "a naaste is asked",
        "carla",
        CLIENT,
        post("naaste_nieuw", uuid="7f5ae0d4-6f0b-4a52-9d6a-3c6a7b0d5c11", **ZUS),
        (Line("C", "naastenuitnodiging"),),
    ),
    Act(
        "a question to a naaste is taken back",
        "carla",
        CLIENT,
        post("naaste_terug", "vraag.uuid"),
        (Line("D", "naastenuitnodiging"),),
    ),
    Act(
        "a naaste says yes",
        "nico",
        NAASTE,
        post("meelezen_antwoord", "vraag.uuid", antwoord="ja"),
        (Line("U", "naastenuitnodiging", grond=""),),
    ),
    Act(
        "a plan in few words shows the day of an agreement alone",
        "carla",
        CLIENT,
        reads_few_words,
        (Line("R", "onderdeel", "afspraken"),),
    ),
    Act(
        "the card is shown on a screen",
        "carla",
        CLIENT,
        post("scherm_toon"),
        (Line("C", "schermkaart", "crisiskaart"),),
    ),
    Act(
        "the card is taken off the screen",
        "carla",
        CLIENT,
        post("scherm_stop"),
        (Line("D", "schermkaart", "crisiskaart"),),
    ),
    Act(
        "how it goes is asked, and nothing of the plan shown",
        "carla",
        CLIENT,
        get("hoe_gaat_het"),
        (),
    ),
    Act(
        "a place of an agreement is taken away",
        "carla",
        CLIENT,
        post("afspraak_plek", "afspraak.uuid", weg="plek"),
        (Line("U", "afspraak", "afspraken"),),
    ),
    # --- who acts for the client
    Act(
        "who acts for the client is read",
        "carla",
        CLIENT,
        get("wie_namens_mij"),
        (Line("R", "bevoegdheid"),),
    ),
    Act(
        "the client says who acts for them",
        "carla",
        CLIENT,
        post("wie_namens", "broer.uuid", **VOLMACHT),
        (Line("C", "bevoegdheid"),),
    ),
    Act(
        "who acts for the client lays it down",
        "nico",
        NAASTE,
        post("namens_neerleggen", "namens.uuid", uuid=NEW),
        (Line("D", "bevoegdheid", grond="vertegenwoordiging", namens=True),),
    ),
    Act(
        "somebody is asked to act for the client",
        "petra",
        PRO,
        post("vertegenwoordiger_nieuw_van", "plan.uuid", **PAPIER),
        (Line("C", "naastenuitnodiging", grond="behandeling"),),
    ),
    Act(
        "somebody is let in to act for the client",
        "petra",
        PRO,
        post("vertegenwoordiger_vraag_van", "plan.uuid", "gevraagd.uuid", wat="ja"),
        (Line("C", "bevoegdheid", grond="behandeling"),),
    ),
    Act(
        "who acts for the client changes",
        "petra",
        PRO,
        post("vertegenwoordiger_wijzig_van", "plan.uuid", "namens.uuid", **PAPIER),
        (Line("U", "bevoegdheid", grond="behandeling"),),
    ),
    Act(
        "what another gave is kept",
        "carla",
        CLIENT,
        keeps,
        (Line("U", "toestemming"),),
    ),
    # --- the log itself
    Act(
        "the client reads who looked",
        "carla",
        CLIENT,
        get("plan_spoor"),
        (Line("R", "logboek"),),
    ),
    Act(
        "the client reads one line",
        "carla",
        CLIENT,
        reads_a_line,
        (Line("R", "logboek"),),
    ),
    Act(
        "the client asks about a line",
        "carla",
        CLIENT,
        asks_about,
        (Line("C", "logvraag"),),
    ),
    Act(
        "a question is read",
        "frank",
        FG,
        get("functionaris_vraag", "gevraagd.uuid"),
        (Line("R", "logvraag", grond="functionaris"),),
    ),
    Act(
        "a question is answered",
        "frank",
        FG,
        post("functionaris_vraag", "gevraagd.uuid", antwoord=CANARY),
        (Line("U", "logvraag", grond="functionaris"),),
    ),
    Act(
        "an organisation's log is read",
        "frank",
        FG,
        get("functionaris_logboek"),
        (LOG,),
    ),
    Act("signals are read", "frank", FG, get("functionaris_signalen"), (LOG,)),
    Act("kept-back names are read", "frank", FG, get("functionaris_namen"), (LOG,)),
    Act(
        "a month is exported",
        "frank",
        FG,
        get("functionaris_logboek_csv"),
        (Line("E", "logboek", grond="functionaris", over_client=False),),
    ),
    Act(
        "a signal is marked as seen",
        "frank",
        FG,
        marks_seen,
        (Line("U", "signaal", grond="functionaris", over_client=False),),
    ),
    Act(
        "a name is kept back",
        "frank",
        FG,
        keeps_back,
        (Line("C", "naamafscherming", grond="functionaris"),),
    ),
    Act(
        "a name shows again",
        "frank",
        FG,
        post("functionaris_tonen", "naam.uuid"),
        (Line("D", "naamafscherming", grond="functionaris"),),
    ),
]


def ready(world: World, act: Act) -> None:
    """What the act needs: a line about carla by petra is always there."""
    world.regel = look(world)
    PREPARE.get(act.naam, lambda _: None)(world)
