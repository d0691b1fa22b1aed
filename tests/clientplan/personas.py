"""Whoever there may be round the plan of carla, and what the specification gives them
(toegang.md T1, T3, T4, T8). Written from there, not from the code."""

from datetime import date, timedelta

from django.test import Client as Browser
from django.utils import timezone

from netwerk.choices import Hoedanigheid, Vertegenwoordiging, Werkt
from netwerk.models import Betrokkenheid, Client, Noodtoegang, Toestemming
from netwerk.rules.onderdelen import Recht
from tests.care import acts_for, opened_in_need, recorded
from tests.clientplan.people import as_role
from tests.world import World, browser
from toegang.choices import Soort
from toegang.models import Gebruiker
from toegang.roles import roles_of

LEES, DENK, SCHRIJF, BESLIS = list(Recht)[1:]
PARTS = ("verhaal", "doelen", "afspraken", "signaleringsplan", "crisiskaart")
NIETS: dict[str, Recht] = {}
ALLES = dict.fromkeys(PARTS, BESLIS)
# what treating somebody by name gives without being asked (Wgbo): never the story
BEHANDELT = {
    "doelen": DENK,
    "afspraken": DENK,
    "signaleringsplan": DENK,
    "crisiskaart": LEES,
}

MAG: dict[str, dict[str, Recht]] = {
    "carla": ALLES,
    "nico": {"crisiskaart": LEES},  # a brother with one consent
    "schrijver": {"doelen": SCHRIJF},  # a friend who writes along
    "denker": {"afspraken": DENK},  # a friend who thinks along
    "zonder": NIETS,  # involved, never given anything
    "verlopen": NIETS,  # until yesterday
    "ingetrokken": NIETS,  # yes, and then no
    "straks": NIETS,  # from tomorrow
    "voorbij": NIETS,  # involved until yesterday, with a consent that goes on
    "mentor": {"afspraken": BESLIS, "crisiskaart": BESLIS},
    "mentor_af": NIETS,  # whose period ended yesterday
    "curator": ALLES,  # acts for carla in every part
    "petra": BEHANDELT,
    "petra_nee": {k: v for k, v in BEHANDELT.items() if k != "doelen"},
    "petra_anders": NIETS,  # the same person, in another active role
    "collega": NIETS,  # same organisation, no relation
    "ander": NIETS,  # professional of another organisation
    "verre": NIETS,  # professional of another region
    "crisis": {"signaleringsplan": LEES, "crisiskaart": LEES},  # in an emergency, now
    "crisis_om": NIETS,  # the same, and the hour is over
    "ervaring": {"verhaal": LEES, "doelen": DENK},  # in the team, by consent alone
    "wmo": NIETS,  # involved, without consent
    "client_17": NIETS,  # has a plan of their own
    "noa": NIETS,  # client without a plan
    "ouder": NIETS,  # parent of client_17, not of carla
    "gemma": NIETS,  # gemeente
    "teun": NIETS,  # manages the region
    "noor": NIETS,  # leads a traject
    "pim": NIETS,  # keeps the platform
    "frank": NIETS,  # functionaris of the organisation
    "lezer": NIETS,  # functionaris of another one: reads its part of the log
    "niemand": NIETS,  # an account without a role
    "weg": NIETS,  # whose account is disabled: consent, and no way in
}
VISITOR = "visitor"
# who is asked at every address; of the others the pages that tell them apart
OVERAL = (
    *("carla", "client_17", "nico", "zonder", "verlopen", "ingetrokken", "curator"),
    *("petra", "petra_anders", "collega", "ander", "verre", "crisis", "ervaring"),
    *("wmo", "gemma", "teun", "noor", "frank", "lezer", "weg", VISITOR),
)
# the role each works in; who keeps nothing and knows nobody has none that counts here
CLIENTEN = ("carla", "client_17")  # with a plan of their own; noa has none yet
NAASTEN = (
    *("nico", "schrijver", "denker", "zonder", "verlopen", "ingetrokken", "straks"),
    *("voorbij", "mentor", "mentor_af", "curator", "ouder"),
)
PROFESSIONALS = (
    *("petra", "petra_nee", "collega", "ander", "verre", "wmo", "crisis", "crisis_om"),
)
WERKERS = (*PROFESSIONALS, "ervaring")
FUNCTIONARISSEN = ("frank", "lezer")


def add_personas(world: World) -> None:
    """After tests/care.py add_care: carla, nico, petra and noa are there."""
    Involve(world).all()


class Involve:
    def __init__(self, world: World) -> None:
        self.world, self.today = world, world.today
        self.day = timedelta(days=1)

    def all(self) -> None:
        self.friends()
        self.representatives()
        self.professionals()
        self.others()

    def friends(self) -> None:
        for naam, deel, recht, van, tot in (
            ("schrijver", "doelen", SCHRIJF, -9, None),
            ("denker", "afspraken", DENK, -9, None),
            ("verlopen", "crisiskaart", LEES, -9, -1),
            ("ingetrokken", "crisiskaart", LEES, -9, None),
            ("straks", "crisiskaart", LEES, 1, None),
            ("weg", "crisiskaart", LEES, -9, None),
        ):
            self.say(self.naaste(naam), deel, recht, van, tot)
        self.naaste("zonder")
        self.say(self.row("ingetrokken"), "crisiskaart", Recht.GEEN, 0, None)
        self.say(self.naaste("voorbij", tot=-1), "crisiskaart", LEES, -9, None)
        Gebruiker.objects.filter(pk=self.world.weg.pk).update(is_active=False)

    def representatives(self) -> None:
        some = ["afspraken", "crisiskaart"]
        for naam, soort, zaken, tot in (
            ("mentor", Vertegenwoordiging.MENTOR, some, None),
            ("mentor_af", Vertegenwoordiging.MENTOR, some, -1),
            ("curator", Vertegenwoordiging.CURATOR, list(PARTS), None),
        ):
            self.naaste(naam, tot=tot, vertegenwoordigt=soort, zaken=zaken)
        self.world.paper = recorded(self.world, self.row("mentor"), *some)

    def professionals(self) -> None:
        world = self.world
        for naam, organisatie in (("petra_nee", world.ggz), ("collega", world.ggz)):
            self.person(naam, Soort.PROFESSIONAL, organisatie=organisatie)
        treats = {"werkt": Werkt.VERPLEEGKUNDIGE, "behandelt": True}
        row = self.at_work("petra_nee", Hoedanigheid.PROFESSIONAL, **treats)
        self.say(row, "doelen", Recht.GEEN, 0, None)
        self.person("ander", Soort.PROFESSIONAL, organisatie=world.blik)
        ver = type(world.ggz).objects.create(regio=world.elders, naam="Verre ggz")
        self.person("verre", Soort.PROFESSIONAL, organisatie=ver)
        self.person("ervaring", Soort.ERVARINGSDESKUNDIGE, organisatie=world.ggz)
        row = self.at_work("ervaring", Hoedanigheid.ERVARINGSDESKUNDIGE)
        self.say(row, "verhaal", LEES, 0, None)
        self.say(row, "doelen", DENK, 0, None)
        self.person("wmo", Soort.PROFESSIONAL, organisatie=world.ggz)
        self.at_work("wmo", Hoedanigheid.PROFESSIONAL, werkt=Werkt.WMO)
        for naam, minutes in (("crisis", 2), ("crisis_om", 70)):
            self.person(naam, Soort.PROFESSIONAL, organisatie=world.ggz)
            row = in_need(world, getattr(world, naam), minutes)
            setattr(world, f"nood_{naam}", row)
        # petra_anders is petra, who keeps the organisation as well
        world.role(world.petra, Soort.ORGANISATIEBEHEERDER, organisatie=world.ggz)
        world.petra_anders = world.petra

    def others(self) -> None:
        world = self.world
        self.person("client_17", Soort.CLIENT)
        young = Client(
            regio=world.regio,
            gebruiker=world.client_17,
            geboren_op=date(self.today.year - 17, 1, 1),
            begonnen_op=self.today,
        )
        young.begin()
        world.ander_plan = young
        world.ouder_rij = self.naaste(
            "ouder",
            client=young,
            vertegenwoordigt=Vertegenwoordiging.OUDER,
            zaken=["doelen"],
        )
        self.person("lezer", Soort.FUNCTIONARIS, organisatie=world.blik)

    def person(self, naam: str, soort: Soort, **where: object) -> Gebruiker:
        who = self.world.person(naam.replace("_", " ").title())
        self.world.role(who, soort, **where)
        setattr(self.world, naam, who)
        return who

    def naaste(
        self, naam: str, tot: int | None = None, **more: object
    ) -> Betrokkenheid:
        who = self.person(naam, Soort.NAASTE)
        return self.involve(who, Hoedanigheid.NAASTE, tot, **more)

    def at_work(self, naam: str, rol: Hoedanigheid, **more: object) -> Betrokkenheid:
        given = {"organisatie": self.world.ggz, "werkt": Werkt.ANDERS} | more
        return self.involve(getattr(self.world, naam), rol, None, **given)

    def involve(
        self, who: Gebruiker, rol: Hoedanigheid, tot: int | None, **more: object
    ) -> Betrokkenheid:
        given = {"client": self.world.plan, "van": self.today - 30 * self.day} | more
        until = None if tot is None else self.today + tot * self.day
        soort, zaken = given.pop("vertegenwoordigt", ""), given.pop("zaken", [])
        row = Betrokkenheid(gebruiker=who, rol=rol, tot=until, **given)
        row.save()
        if soort:
            acts_for(row, soort, *zaken)
        return row

    def row(self, naam: str) -> Betrokkenheid:
        rows = Betrokkenheid.objects.for_job("proef").select_related("client")
        return rows.get(gebruiker=getattr(self.world, naam))

    def say(
        self, row: Betrokkenheid, deel: str, recht: Recht, van: int, tot: int | None
    ) -> None:
        Toestemming.objects.create(
            client=row.client,
            betrokkenheid=row,
            onderdeel=deel,
            recht=recht,
            van=self.today + van * self.day,
            tot=None if tot is None else self.today + tot * self.day,
            gegeven_door=self.world.carla,
        )


def at_the_door(world: World, naam: str) -> Browser:
    """A browser of this persona, in the role that the persona is about."""
    who = getattr(world, naam)
    if who != world.petra:
        return browser(who)
    return as_role(who, role_of(world, naam))


def role_of(world: World, naam: str) -> str:
    """The key of that role; "" without one. Who has two says which with every form."""
    wanted = {
        "petra": Soort.PROFESSIONAL,
        "petra_anders": Soort.ORGANISATIEBEHEERDER,
    }.get(naam)
    roles = roles_of(getattr(world, naam))
    found = [one.sleutel for one in roles if wanted in {None, one.soort}]
    return found[0] if found else ""


def in_need(world: World, who: Gebruiker, minutes: int) -> Noodtoegang:
    """What carla chose for an emergency, opened by `who` so many minutes ago."""
    begun = timezone.now() - timedelta(minutes=minutes)
    return opened_in_need(
        world,
        gebruiker=who,
        onderdelen=["crisiskaart", "signaleringsplan"],
        begonnen_op=begun,
        tot=begun + timedelta(minutes=60),
    )
