"""Every act with a person's care data, and the lines it writes (T6): one table, to which each
new act adds a row. An address that writes and has no row here is a failing test.

A line is: action, kind of object, part, ground, and whether it is about the client. An act
that is two (let in, and given something) writes two. What the client does in a part of the
own plan, who acts for the client does in the plan of another: the same row, twice.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import Any
from unittest.mock import patch
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from basis.actor import Actor, acting
from clientplan.models import Dagboekblad, Doel, Kaartpersoon, Verhaalbeeld
from clientplan.selectors.blik import Blik
from clientplan.selectors.dagboek import stand
from clientplan.selectors.kaart import card
from clientplan.services import beelden, pasje, scherm, stemmen, telefoon
from clientplan.services.doelen import remove_goal
from logboek.services import Uitkomst
from netwerk.models import Naamafscherming, Naastenuitnodiging, Toestemming
from netwerk.rules.maand import Maand
from netwerk.rules.onderdelen import Recht
from netwerk.selectors import functionaris
from tests.care import LETTER, acts_for, ask, drawing, emergency, given_by_another
from tests.clientplan.personas import VISITOR
from tests.world import World
from toegang.choices import Soort
from toegang.models import Rol

CANARY = "kanariewoord"  # in every text that is written here; in no line of the log
WHY = f"{CANARY}: de buurvrouw belde, deur op slot."
NEW = UUID("7f5ae0d4-6f0b-4a52-9d6a-3c6a7b0d5c11")
VERTEGENWOORDIGT = "vertegenwoordiging"


@dataclass(frozen=True)
class Line:
    actie: str
    soort: str
    onderdeel: str = ""
    grond: str = "eigen plan"
    over_client: bool = True
    uitkomst: Uitkomst = Uitkomst.GELUKT
    namens: bool = False
    nood: bool = False


Prepare = Callable[[World], Any]
Send = Callable[[World], dict[str, Any]]


@dataclass(frozen=True)
class Act:
    """`sent` None is a page that is looked at. `about` names what is not the first of its
    subject; `ready` makes what has to be there first."""

    naam: str
    wie: str
    adres: str
    lines: tuple[Line, ...]
    sent: Send | None = None
    about: Send = lambda world: {}
    ready: Prepare = lambda world: None

    def __str__(self) -> str:
        return self.naam


def row(subject: str, name: str = "uuid") -> Callable[[World], Any]:
    return lambda world: world.keys[subject][name]


def _filled(world: World, words: dict[str, Any]) -> dict[str, Any]:
    return {
        name: word(world) if callable(word) else word for name, word in words.items()
    }


def act(
    naam: str,
    wie: str,
    adres: str,
    /,
    *lines: Line,
    ready: Prepare = lambda world: None,
    about: Send = lambda world: {},
    **words: Any,
) -> Act:
    """Sends these words, of which a function is asked of the world."""
    return Act(naam, wie, adres, lines, lambda w: _filled(w, words), about, ready)


def sight(naam: str, wie: str, adres: str, *lines: Line, **more: Any) -> Act:
    return Act(naam, wie, adres, lines, **more)


def both(one: Act) -> list[Act]:
    """By the client in the own plan, and by who acts for the client in that of another."""
    lines = tuple(
        replace(line, grond=VERTEGENWOORDIGT, namens=True) for line in one.lines
    )
    return [
        one,
        replace(
            one,
            naam=f"{one.naam}, for the client",
            wie="curator",
            adres=f"{one.adres}_van",
            lines=lines,
        ),
    ]


# --- what has to be there first


def as_carla(do: Callable[[World], Any]) -> Prepare:
    def ready(world: World) -> None:
        with acting(Actor.person(world.carla.pk, rol=Soort.CLIENT)):
            do(world)

    return ready


def goal_away(world: World) -> None:
    rows = Doel.objects.visible_to(world.carla).select_related("client__regio")
    remove_goal(rows.get(uuid=world.keys["plan_doel"]["uuid"]))


def picture_away(world: World) -> None:
    rows = Verhaalbeeld.objects.visible_to(world.carla).select_related("client__regio")
    beelden.take_away(rows.get(uuid=world.keys["plan_beeld"]["uuid"]))


def wallet(world: World) -> None:
    made = pasje.make(client=world.plan)
    world.papier = {"adres": made.adres}, made.code


def on_screen(world: World) -> None:
    world.scherm = scherm.show(client=world.plan).adres


def from_tomorrow(world: World) -> None:
    Toestemming.objects.create(
        client=world.plan,
        betrokkenheid=world.broer,
        onderdeel="doelen",
        recht=Recht.LEZEN,
        van=world.today + timedelta(days=1),
        gegeven_door=world.carla,
    )


def voice(world: World) -> None:
    who = Actor.person(
        world.petra.pk, rol=Soort.PROFESSIONAL, organisatie=str(world.ggz.pk)
    )
    with acting(who):
        stemmen.say(client=world.plan, deel="doelen", object_uuid=None, tekst=CANARY)


def not_asked(world: World) -> None:
    Kaartpersoon.objects.for_job("proefdata").update(akkoord=None, akkoord_op=None)


def said_yes(world: World) -> None:
    rows = Naastenuitnodiging.objects.for_job("proefdata")
    rows.filter(uuid=world.keys["naastenvraag"]["uuid"]).update(ja_op=timezone.now())


def letter(world: World) -> None:
    ask(world, code="9C2M9XKV7P")


def on_phone(world: World) -> None:
    blik = Blik(world.plan, {}, eigen=True)
    telefoon.put(client=world.plan, kaart=card(blik, world.carla).kaart)


def code_of(world: World) -> str:
    about = Actor.person(
        world.frank.pk, rol=Soort.FUNCTIONARIS, organisatie=str(world.ggz.pk)
    )
    with acting(about):
        return functionaris.log(Maand.of(timezone.localdate())).regels[0].client


def signal_of(world: World) -> str:
    return f"nood:{world.petra.pk}:{code_of(world)}:"


def blad(world: World) -> Dagboekblad:
    rows = Dagboekblad.objects.for_job("proefdata")
    return rows.get(uuid=world.keys["plan_blad"]["uuid"])


def day(world: World, days: int = 0) -> str:
    return f"{world.today + timedelta(days=days):%d-%m-%Y}"


def picture(world: World) -> SimpleUploadedFile:
    return SimpleUploadedFile("fiets.png", drawing(), "image/png")


# a code of the second step has tests of its own: tests/toegang/test_second_factor.py
FRESH = partial(
    patch.multiple,
    "clientplan.views.nood",
    code_fits=lambda *args, **more: True,
    is_fresh=lambda request: True,
    used_at=lambda request: timezone.now(),
)
IN_NEED = {
    "uuid": NEW,
    "geboren_op": "01-05-1980",
    "grond": "vitaal",
    "reden": WHY,
    "wanneer": "nu",
    "code": "123456",
}

OWN = "carla"
DOEL, AFSPRAAK, SIGNAAL = row("plan_doel"), row("plan_afspraak"), row("signaal")
STAP, BELLER = row("plan_stap"), row("beller")


def kaart(world: World) -> UUID:
    return world.keys["rows"]["kaart"]


def verhaal(world: World) -> UUID:
    return world.keys["rows"]["verhaal"]


def _line(
    actie: str, soort: str, deel: str = "", grond: str = "eigen plan", **more: Any
) -> Line:
    return Line(actie, soort, deel, grond, **more)


C, R, U, D, E = (partial(_line, actie) for actie in "CRUDE")
FG = "functionaris"
LOG = R("logboek", grond=FG, over_client=False)
NAASTE = {"naam": CANARY, "relatie": "mijn zus", "hoe": "brief", "wat": "kaart"}
DOELEN, AFSPRAKEN, KAART, VERHAAL = "doelen", "afspraken", "crisiskaart", "verhaal"
SIGNALEN = "signaleringsplan"
# --- pieces of the plan: of one's own, and for the client
PIECES = [
    act("a goal is written", OWN, "doel_nieuw", C("doel", DOELEN), uuid=NEW, nummer=0, doel=CANARY),
    act("a goal is changed", OWN, "doel_wijzig", U("doel", DOELEN), uuid=DOEL, nummer=1, doel=CANARY),
    act("a goal without words comes back", OWN, "doel_wijzig", R("onderdeel", DOELEN), uuid=DOEL, nummer=1),
    act("the words of two are shown", OWN, "doel_wijzig", R("onderdeel", DOELEN), uuid=DOEL, nummer=0, doel=CANARY),
    act("a goal is reached", OWN, "doel_stand", U("doel", DOELEN), stand="gelukt"),
    act("a step is written", OWN, "stap_nieuw", C("stap", DOELEN), uuid=NEW, nummer=0, stap=CANARY),
    act("a step is changed", OWN, "stap_wijzig", U("stap", DOELEN), uuid=STAP, nummer=1, stap=CANARY),
    act("a small win", OWN, "stap_winst", U("stap", DOELEN), uuid=STAP, nummer=1, gewonnen=CANARY),
    act("a step is made", OWN, "stap_gezet", U("stap", DOELEN), gezet="ja"),
    act("a draft is kept", OWN, "concept", C("concept", DOELEN), nummer=1, doel=CANARY),
    act("an older version is put back", OWN, "terugzetten", U("doel", DOELEN), nummer=1),
    act(
        "a goal is thrown away", OWN, "stuk_weg",
        D("stap", DOELEN), U("afspraak", AFSPRAKEN), D("doel", DOELEN),
    ),
    act(
        "a goal comes back", OWN, "terugzetten", C("doel", DOELEN), C("stap", DOELEN),
        nummer=1, ready=as_carla(goal_away),
    ),
    act("an agreement is made", OWN, "afspraak_nieuw", C("afspraak", AFSPRAKEN), uuid=NEW, nummer=0, wat=CANARY),
    act(
        "an agreement without words comes back", OWN, "afspraak_nieuw",
        R("onderdeel", AFSPRAKEN), R("onderdeel", DOELEN), uuid=NEW, nummer=0,
    ),
    act("an agreement is changed", OWN, "afspraak_wijzig", U("afspraak", AFSPRAKEN), uuid=AFSPRAAK, nummer=1, wat=CANARY),
    act("a place of an agreement is taken away", OWN, "afspraak_plek", U("afspraak", AFSPRAKEN), weg="plek"),
    act("an agreement is done", OWN, "afspraak_gedaan", U("afspraak", AFSPRAKEN), gedaan="ja"),
    sight("a day goes to a calendar", OWN, "afspraak_agenda", R("onderdeel", AFSPRAKEN), E("agenda", AFSPRAKEN)),
    act(
        "two signals are written", OWN, "signaal_nieuw", C("signaal", SIGNALEN), C("signaal", SIGNALEN),
        uuid=NEW, nummer=0, tekst=f"{CANARY}\nik slaap weinig",
    ),
    act(
        "a signal is changed", OWN, "signaal_wijzig", U("signaal", SIGNALEN),
        uuid=SIGNAAL, nummer=1, tekst=CANARY, fase=1, soort="ik_merk",
    ),
    act("a signal goes down", OWN, "signaal_plek", U("signaal", SIGNALEN), U("signaal", SIGNALEN), naar="omlaag"),
    sight("the signals are printed", OWN, "signaleringsplan_pdf", R("onderdeel", SIGNALEN), E("afdruk", SIGNALEN)),
    act(
        "the card is changed", OWN, "kaart_wijzig", U("crisiskaart", KAART),
        uuid=kaart, nummer=1, wel_doen=CANARY, nakijken_op=partial(day, days=30),
    ),
    act(
        "somebody is put on the card", OWN, "kaartpersoon_nieuw", C("kaartpersoon", KAART),
        uuid=NEW, nummer=0, naam=CANARY, telefoon="0612345678",
    ),
    act(
        "somebody on the card is changed", OWN, "kaartpersoon_wijzig", U("kaartpersoon", KAART),
        uuid=BELLER, nummer=1, naam=CANARY, telefoon="0612345678",
    ),
    act(
        "who to call first", OWN, "kaartpersoon_plek",
        U("kaartpersoon", KAART), U("kaartpersoon", KAART), naar="omlaag",
    ),
    act(
        "somebody agreed to be on the card", OWN, "kaartpersoon_gevraagd", U("kaartvraag", KAART),
        nummer=1, op=day, ready=not_asked,
    ),
    act("the story is written", OWN, "verhaal_schrijf", U("verhaal", VERHAAL), uuid=verhaal, nummer=1, hoop=CANARY),
    act(
        "a picture comes with it", OWN, "verhaal_beeld_nieuw", C("verhaalbeeld", VERHAAL),
        uuid=NEW, beeld=picture, alt=CANARY,
    ),
    act("no picture: the page comes back", OWN, "verhaal_beeld_nieuw", R("onderdeel", VERHAAL), uuid=NEW),
    act("a picture is taken away", OWN, "verhaal_beeld_weg", U("verhaalbeeld", VERHAAL)),
    act(
        "a picture is put back", OWN, "verhaal_beeld_terug", U("verhaalbeeld", VERHAAL),
        ready=as_carla(picture_away),
    ),
    act("a picture is wiped", OWN, "verhaal_beeld_wis", D("verhaalbeeld", VERHAAL)),
]  # fmt: skip
# --- of the client alone
ALONE = [
    act("a plan begins", "noa", "plan_beginnen", C("client"), geboren_op="01-05-1990", gemeente=lambda w: w.gemeente.pk, ja="on"),
    act("fewer words", OWN, "plan_eenvoudig", hoe="eenvoudig"),
    act("how it goes", OWN, "hoe_gaat_het", R("onderdeel", SIGNALEN), fase="1"),
    act("the phase is chosen", OWN, "verhaal_fase", U("verhaal", VERHAAL), uuid=verhaal, nummer=1, fase="worstelen"),
    act("a wallet card is made", OWN, "pasje_nieuw", C("kaartcode", KAART)),
    act("a wallet card is withdrawn", OWN, "pasje_weg", D("kaartcode", KAART), ready=as_carla(wallet)),
    sight("a wallet card is printed", OWN, "pasje_pdf", R("onderdeel", KAART), E("afdruk", KAART), ready=as_carla(wallet)),
    act(
        "who holds the paper reads", VISITOR, "pasje_bekijken", R("crisiskaart", KAART, "pasje"),
        code=lambda w: w.papier[1], ready=as_carla(wallet), about=lambda w: w.papier[0],
    ),
    act("the card is shown on a screen", OWN, "scherm_toon", C("schermkaart", KAART)),
    act("the card is taken off the screen", OWN, "scherm_stop", D("schermkaart", KAART), ready=as_carla(on_screen)),
    act(
        "who scans it reads", VISITOR, "scherm_bekijken", R("crisiskaart", KAART, "scherm"),
        ready=as_carla(on_screen), about=lambda w: {"adres": w.scherm},
    ),
    act("the card goes to a phone", OWN, "telefoon_zet", E("telefoonkaart", KAART)),
    act("the card leaves all phones", OWN, "telefoon_weg", D("telefoonkaart", KAART), ready=as_carla(on_phone)),
    # the diary leaves no line: nobody else has a way in
    act("a page of the diary is written", OWN, "dagboek_nieuw", uuid=NEW, tekst=CANARY),
    act("a page of the diary is changed", OWN, "dagboek_blad", tekst=CANARY, vanaf=lambda w: stand(blad(w))),
    act("a page of the diary is thrown away", OWN, "dagboek_weg"),
]  # fmt: skip
# --- who may
RIGHTS = dict.fromkeys((DOELEN, AFSPRAKEN, SIGNALEN, VERHAAL), "0") | {KAART: "2"}
WHO = [
    sight("who may what is read", OWN, "wie_ziet_wat", R("toestemming")),
    sight("what one person may is read", OWN, "wie_persoon", R("toestemming")),
    act("what one person may is changed", OWN, "wie_persoon", U("toestemming"), **RIGHTS),
    act("a right that is none comes back", OWN, "wie_persoon", R("toestemming"), doelen="9"),
    act("everything is shut for one", OWN, "wie_uit", U("toestemming")),
    act("everything is shut for all", OWN, "wie_alles_uit", *[U("toestemming")] * 14),
    act("somebody leaves the list", OWN, "wie_einde", U("toestemming"), D("betrokkenheid")),
    act("a naaste is asked", OWN, "naaste_nieuw", C("naastenuitnodiging"), uuid=NEW, **NAASTE),
    act("a question to a naaste is taken back", OWN, "naaste_terug", D("naastenuitnodiging")),
    act(
        "a naaste is let in", OWN, "naaste_vraag", U("toestemming"),
        ready=said_yes, **RIGHTS,
    ),
    act("a naaste says yes", "nico", "meelezen_antwoord", U("naastenuitnodiging", grond=""), antwoord="ja"),
    act(
        "somebody who helps comes with it", OWN, "hulpverlener_erbij",
        C("betrokkenheid"), U("toestemming"),
        uuid=NEW, werkt="anders", wat="kaart",
        about=lambda w: {"uuid": Rol.objects.get(gebruiker=w.collega).uuid},
    ),
    act("a letter to begin is given", "petra", "startbrieven", C("startbrief", grond="", over_client=False), uuid=NEW),
    act("a letter to begin is withdrawn", "petra", "startbrief_weg", D("startbrief", grond="", over_client=False)),
    act("a code is typed", VISITOR, "brief", code=LETTER),
    act(
        "a letter to begin is used", "niemand", "brief_code",
        E("startbrief", grond="", over_client=False), about=lambda w: {"code": LETTER},
    ),
    act(
        "a letter to read along is used", "niemand", "brief_code",
        E("naastenuitnodiging", grond=""),
        ready=letter, about=lambda w: {"code": "9C2M9XKV7P"},
    ),
    sight("who is named on a card reads it", "nico", "genoemd", R("kaartakkoord", KAART, "genoemd")),
    act("who is named on a card agrees", "nico", "genoemd_antwoord", U("kaartakkoord", KAART, "genoemd"), nummer=1, antwoord="ja"),
]  # fmt: skip
# --- who acts for the client
PAPIER = {
    "uuid": NEW,
    "soort": "mentor",
    "zaken": DOELEN,
    "stuk": "beschikking",
    "stuk_van": "1-2-2024",
}
NAMENS = [
    sight("who acts for the client is read", OWN, "wie_namens_mij", R("bevoegdheid")),
    act("the client says who acts for them", OWN, "wie_namens", C("bevoegdheid"), uuid=NEW, soort="gemachtigde", zaken=DOELEN),
    act("without matters it comes back", OWN, "wie_namens", R("bevoegdheid"), uuid=NEW, soort="gemachtigde"),
    act(
        "the client ends it", OWN, "wie_namens_stop", D("bevoegdheid"),
        uuid=NEW, ready=lambda w: acts_for(w.broer, "gemachtigde", DOELEN),
    ),
    act(
        "who acts for the client lays it down", "mentor", "namens_neerleggen",
        D("bevoegdheid", grond=VERTEGENWOORDIGT, namens=True), uuid=NEW,
    ),
    act(
        "somebody is asked to act for the client", "petra", "vertegenwoordiger_nieuw_van",
        C("naastenuitnodiging", grond="behandeling"), naam=CANARY, hoe="brief", **PAPIER,
    ),
    act(
        "somebody is let in to act for the client", "petra", "vertegenwoordiger_vraag_van",
        C("bevoegdheid", grond="behandeling"), wat="ja",
    ),
    act(
        "who acts for the client changes", "petra", "vertegenwoordiger_wijzig_van",
        U("bevoegdheid", grond="behandeling"), **PAPIER,
    ),
    act(
        "what another gave is kept", OWN, "wie_opnieuw", U("toestemming"),
        ready=given_by_another, wie=lambda w: w.behandelt.uuid, deel=DOELEN, keuze="houden",
    ),
    act("a consent from a later day is called off", OWN, "wie_straks_weg", U("toestemming"), ready=from_tomorrow),
]  # fmt: skip
# --- another: reading, a second voice, and what is refused
ZORG = "behandeling"
OTHERS = [
    sight("who treats reads", "petra", "doelen_van", R("onderdeel", DOELEN, ZORG)),
    sight("a naaste reads", "nico", "crisiskaart_van", R("onderdeel", KAART, "toestemming")),
    act("a voice", "petra", "stem_van", C("kijk", DOELEN, ZORG), tekst=CANARY),
    act("a voice with one goal", "petra", "stem_bij_van", C("kijk", DOELEN, ZORG), tekst=CANARY),
    act("another voice", "petra", "stem_van", U("kijk", DOELEN, ZORG), tekst=CANARY, ready=voice),
    act("a voice is taken back", "petra", "stem_van", D("kijk", DOELEN, ZORG), tekst="", ready=voice),
    act("a voice that is too long comes back", "petra", "stem_van", R("onderdeel", DOELEN, ZORG), tekst=CANARY * 1000),
    sight(
        "somebody is refused", "petra", "wie_persoon",
        R("adres", grond="", uitkomst=Uitkomst.GEWEIGERD),
    ),
    sight(
        "a part is refused", "nico", "doelen_van",
        R("adres", grond="", uitkomst=Uitkomst.GEWEIGERD),
    ),
    act(
        "a change is refused", "nico", "doel_wijzig_van",
        E("adres", DOELEN, grond="", uitkomst=Uitkomst.GEWEIGERD),
    ),
]  # fmt: skip
# --- emergency access
OPEN = "noodtoegang"
NOOD = [
    act("the client chooses for an emergency", OWN, "noodkeuze", U("noodkeuze"), mag="ja", wat=[KAART], voor=["eigen_team"]),
    act("a plan is opened in an emergency", "collega", "noodtoegang", E(OPEN, grond=OPEN, nood=True), naam="Carla", **IN_NEED),
    act("once more, for longer", "crisis", "noodtoegang", E(OPEN, grond=OPEN, nood=True), naam="Carla", **IN_NEED),
    act(
        "nobody of that name", "collega", "noodtoegang",
        E(OPEN, grond="", nood=True, over_client=False, uitkomst=Uitkomst.GEWEIGERD),
        naam="Iemand", **IN_NEED,
    ),
    sight("a part is read in an emergency", "crisis", "crisiskaart_van", R("onderdeel", KAART, OPEN, nood=True)),
    sight(
        "the signals are printed in an emergency", "crisis", "signaleringsplan_pdf_van",
        R("onderdeel", SIGNALEN, OPEN, nood=True), E("afdruk", SIGNALEN, OPEN, nood=True),
    ),
    act("it is closed", "crisis", "noodtoegang_sluiten", U(OPEN, grond=OPEN, nood=True)),
    act("a report of it", "crisis", "noodtoegang_verslag", U("noodverslag", grond=OPEN, nood=True), verslag=WHY),
    act(
        "it is judged", "frank", "nakijken_een", U("noodoordeel", grond=OPEN, nood=True),
        uuid=NEW, oordeel="terecht", uitleg=WHY,
    ),
    act(
        "without a judgement it comes back", "frank", "nakijken_een",
        R(OPEN, grond=FG, nood=True, over_client=False),
    ),
]  # fmt: skip
# --- the log itself
LOGBOEK = [
    sight("the client reads who looked", OWN, "plan_spoor", R("logboek")),
    sight("the client reads one line", OWN, "plan_spoor_vraag", R("logboek")),
    act(
        "the client asks about a line", OWN, "plan_spoor_vraag", C("logvraag"),
        uuid=NEW, soort="waarom", vraag=CANARY,
    ),
    sight("a question is read", "frank", "functionaris_vraag", R("logvraag", grond=FG)),
    act("a question is answered", "frank", "functionaris_vraag", U("logvraag", grond=FG), antwoord=CANARY),
    act("without an answer it comes back", "frank", "functionaris_vraag", R("logvraag", grond=FG)),
    sight("an organisation's log is read", "frank", "functionaris_logboek", LOG),
    sight("signals are read", "frank", "functionaris_signalen", LOG),
    sight("kept-back names are read", "frank", "functionaris_namen", LOG),
    sight("a month is exported", "frank", "functionaris_logboek_csv", replace(LOG, actie="E")),
    act(
        "a signal is marked as seen", "frank", "functionaris_gezien",
        U("signaal", grond=FG, over_client=False),
        maand=lambda w: str(Maand.of(timezone.localdate())), sleutel=signal_of, ready=emergency,
    ),
    act(
        "a name is kept back", "frank", "functionaris_afschermen", C("naamafscherming", grond=FG),
        uuid=NEW, reden="bedreiging",
        ready=lambda w: Naamafscherming.objects.for_job("proefdata").all().delete(),
    ),
    act("a name shows again", "frank", "functionaris_tonen", D("naamafscherming", grond=FG)),
]  # fmt: skip
ACTS = [
    *(way for one in PIECES for way in both(one)),
    *ALONE,
    *WHO,
    *NAMENS,
    *OTHERS,
    *NOOD,
    *LOGBOEK,
]
