"""Nine people with a plan, in nine situations (kwaliteit.md Q9), those round them, and what
they may. Made up; what somebody wrote is of nobody."""

from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Protocol
from uuid import uuid4

from django.utils import timezone

from basis.actor import Actor, acting
from clientplan.choices import Herstelfase, Signaalfase, Signaalsoort, Stand
from clientplan.models import (
    Afspraak,
    Crisiskaart,
    Dagboekblad,
    Doel,
    Kaartpersoon,
    Signaal,
    Stap,
    Verhaal,
)
from clientplan.services import stemmen
from clientplan.services.items import Item, add_item
from clientplan.services.kaart import asked
from netwerk.choices import (
    BEHANDELT,
    Blik,
    Hoedanigheid,
    Logvraagsoort,
    Noodgrond,
    Noodsoort,
    Oordeel,
    Vertegenwoordiging,
    Werkt,
)
from netwerk.models import (
    Betrokkenheid,
    Bevoegdheid,
    Client,
    Logvraag,
    Noodtoegang,
    Toestemming,
    Voorziening,
)
from netwerk.rules.noodtoegang import told_at
from netwerk.rules.onderdelen import TE_KIEZEN, Recht
from netwerk.selectors import spoor
from netwerk.services import logvragen, noodtoegang
from netwerk.services.spoor import trace_reading
from toegang.choices import Soort
from toegang.models import Gebruiker, Organisatie, Regio
from toegang.roles import ActieveRol

ALLES = {one.sleutel: Recht.LEZEN for one in TE_KIEZEN}
KAART = {"crisiskaart": Recht.LEZEN}
GGZ = "Ggz Lindestroom"


@dataclass(frozen=True)
class Naaste:
    relatie: str
    mag: dict[str, Recht]
    account: str = ""
    tot: int | None = None  # days from today; before today: it is over
    vertegenwoordigt: Vertegenwoordiging | str = ""
    zaken: tuple[str, ...] = ()
    stem: str = ""  # how they see the first goal


@dataclass(frozen=True)
class Nood:
    """The client chose what may open, and somebody of the same organisation opened it.
    Without a report it is open for the first hour; `oordeel`: the functionaris looked."""

    grond: Noodgrond
    reden: str
    verslag: str = ""
    oordeel: str = ""
    later: str = ""  # why the client hears it on another day


@dataclass(frozen=True)
class Vraag:
    """What the client asks about who read; `antwoord`: the functionaris answered."""

    soort: Logvraagsoort
    tekst: str
    wie: str  # whose line: "professional" or "ervaring"
    deel: str
    antwoord: str = ""


@dataclass(frozen=True)
class Situatie:
    """`account` is the key in var/demo.json. `behandelt`: the professional of the demo
    treats. `delen`: what the ervaringsdeskundige may."""

    account: str
    leeftijd: int = 40
    verhaal: dict[str, str] = field(default_factory=dict)
    fase: Herstelfase | str = ""
    doelen: tuple[tuple[str, str, tuple[str, ...], int, Stand], ...] = ()
    afspraken: tuple[tuple[str, str, int], ...] = ()
    plek: str = ""  # the first of these is there: a provision of the kaart
    signalen: dict[tuple[Signaalfase, Signaalsoort], tuple[str, ...]] = field(
        default_factory=dict
    )
    kaart: dict[str, str] = field(default_factory=dict)
    bellen: tuple[tuple[str, str, str], ...] = ()
    naasten: tuple[Naaste, ...] = ()
    behandelt: Werkt | str = ""
    delen: dict[str, Recht] = field(default_factory=dict)
    dagboek: str = ""
    nood: Nood | None = None
    vraag: Vraag | None = None


F, S = Signaalfase, Signaalsoort
SIGNALEN = {
    (F.GOED, S.IK_MERK): ("Ik sta om acht uur op", "Ik app mensen terug"),
    (F.GOED, S.IK_DOE): ("Elke dag even naar buiten",),
    (F.MINDER, S.IK_MERK): ("Ik slaap minder dan vijf uur", "Ik stel dingen uit"),
    (F.MINDER, S.ANDEREN_MERKEN): ("Ik zeg afspraken af",),
    (F.MINDER, S.IK_DOE): ("Ik bel mijn zus voordat ik ga malen",),
    (F.MINDER, S.ANDEREN_DOEN): ("Mijn zus komt koken",),
    (F.SLECHT, S.IK_MERK): ("Ik slaap bijna niet", "Ik eet niet meer"),
    (F.SLECHT, S.ANDEREN_MERKEN): ("Mijn gordijnen blijven dicht",),
    (F.SLECHT, S.ANDEREN_DOEN): ("Kom rustig, met één of twee mensen",),
    (F.CRISIS, S.IK_MERK): ("Ik weet niet meer wat echt is",),
    (F.CRISIS, S.ANDEREN_DOEN): ("Pak mijn crisiskaart",),
}
KAARTWOORDEN = {
    "benaderen": "Praat zacht en zeg hoe je heet.",
    "wel_doen": "Zeg eerst wat je gaat doen.\nGa zitten. Geef mij ruimte.\nLicht aan, televisie uit.",
    "niet_doen": "Raak mij niet aan zonder te vragen.\nKom niet met veel mensen tegelijk.",
    "wens": "Het liefst blijf ik thuis.\nNeem mijn koptelefoon mee.",
    "liever_niet": "Niet alleen in een afgesloten kamer.",
    "praktisch": "Kat Pluis: de buurvrouw heeft de sleutel.",
    "regie": "Mijn zus mag mijn afspraken afzeggen. Ik krijg alles terug als ik dat zeg.",
}
SITUATIES = [
    # lives alone after admissions
    Situatie(
        "client",
        leeftijd=34,
        verhaal={
            "wie_ik_ben": "Ik woon met mijn kat op de derde, met uitzicht op het kanaal. Geef mij een zieke plant en een maand later doet hij het weer.",
            "wat_er_gebeurde": "Op mijn 22e raakte ik in de war. Ik werd drie keer opgenomen. De derde keer mocht ik zelf mee beslissen. Dat maakte alles anders.",
            "hoop": "Dat het elk jaar weer lente wordt in de kas.",
            "wat_hielp": "Iemand die blijft zitten en niet meteen een oplossing heeft.",
            "krachten": "Geduld. Humor, ook als het donker is.",
            "spanning": "Brieven met vensters. Onverwacht bezoek. Te weinig slaap.",
        },
        fase=Herstelfase.LEVEN_MET,
        doelen=(
            (
                "Weer twee ochtenden per week naar mijn werk",
                "Ik mis mijn collega’s en de planten. Met ritme slaap ik beter.",
                (
                    "Bellen met de kwekerij",
                    "Een keer langsgaan voor koffie",
                    "Samen een rooster maken",
                    "Eén proefochtend werken",
                ),
                2,
                Stand.BEZIG,
            ),
            (
                "Beter slapen, zonder overdag suf te zijn",
                "Overdag wil ik iets kunnen.",
                (
                    "Telefoon om 22 uur in de keuken",
                    "Samen naar mijn medicijnen kijken",
                ),
                1,
                Stand.BEZIG,
            ),
            ("Elke woensdag eten bij mijn zus", "", (), 0, Stand.GELUKT),
        ),
        afspraken=(
            ("Samen een rooster maken", "Met mijn werkcoach, in het buurthuis", 5),
            ("Elke twee weken bellen met de kwekerij", "Mijn werkcoach", 14),
        ),
        plek="Hulp bij werk",
        signalen=SIGNALEN,
        kaart=KAARTWOORDEN,
        bellen=(
            ("Mirjam", "mijn zus", "0600000011"),
            ("Joost", "mijn begeleider", "0600000013"),
        ),
        naasten=(
            Naaste(
                "mijn zus",
                {**KAART, "doelen": Recht.BIJDRAGEN, "signaleringsplan": Recht.LEZEN},
                account="naaste",
                stem="Als je van de kwekerij komt, neurie je. Dat heb ik lang niet gehoord.",
            ),
            Naaste("mijn buurvrouw", KAART, tot=30),
        ),
        behandelt=Werkt.VERPLEEGKUNDIGE,
        delen={"verhaal": Recht.LEZEN, "doelen": Recht.BIJDRAGEN},
        dagboek="Vandaag was een goede dag. Ik heb het aan niemand verteld, en dat hoeft ook niet.",
        nood=Nood(
            Noodgrond.KEUZE,
            "De buurvrouw belde: harde muziek, en op kloppen komt geen antwoord.",
        ),
        vraag=Vraag(
            Logvraagsoort.WAAROM,
            "Waarom keek je vandaag in mijn doelen? We spraken elkaar niet.",
            wie="professional",
            deel="doelen",
        ),
    ),
    # a parent
    Situatie(
        "client_ouder",
        leeftijd=38,
        doelen=(
            (
                "’s Ochtends zelf de kinderen naar school brengen",
                "Dan zijn we even samen.",
                ("Tas klaarzetten", "Wekker om zeven uur"),
                1,
                Stand.BEZIG,
            ),
        ),
        naasten=(Naaste("mijn moeder", {**KAART, "afspraken": Recht.MEDE_EIGENAAR}),),
        behandelt=Werkt.REGIEBEHANDELAAR,
    ),
    # with addiction
    Situatie(
        "client_verslaving",
        leeftijd=45,
        doelen=(
            (
                "Een week zonder drank",
                "Ik wil mijn rijbewijs terug.",
                ("Zondag naar de groep",),
                0,
                Stand.BEZIG,
            ),
        ),
        naasten=(Naaste("een vriend van de groep", ALLES, tot=-7),),
        delen=ALLES,
        vraag=Vraag(
            Logvraagsoort.ONBEKEND,
            "Ik weet niet meer wie dit is.",
            wie="ervaring",
            deel="doelen",
            antwoord="Dit is de ervaringsdeskundige uit je team. Jullie spraken elkaar op de"
            " inloop. Wil je niet meer dat zij meeleest? Dat zet je uit bij Wie ziet wat.",
        ),
    ),
    # at the huisarts after years of F-ACT
    Situatie(
        "client_huisarts",
        leeftijd=58,
        kaart={"wel_doen": "Bel mijn broer."},
        behandelt=Werkt.POH,
        nood=Nood(
            Noodgrond.GESPROKEN,
            "Hij stond verward aan de balie en vroeg zelf of we zijn kaart wilden lezen.",
            verslag="Samen de kaart gelezen en zijn broer gebeld. Die haalde hem op.",
            oordeel="Hij vroeg er zelf om, en er is niet meer gelezen dan nodig was.",
        ),
        afspraken=(("Bloed prikken", "De praktijkondersteuner", 20),),
    ),
    # who shares nothing
    Situatie(
        "client_dicht",
        leeftijd=29,
        doelen=(("Met rust gelaten worden", "", (), 0, Stand.BEZIG),),
    ),
    # with a mild intellectual disability
    Situatie(
        "client_lvb",
        leeftijd=27,
        doelen=(
            (
                "Een hond",
                "Dan is er iemand thuis.",
                ("Met de buren oefenen",),
                0,
                Stand.BEZIG,
            ),
        ),
        naasten=(
            Naaste(
                "mijn mentor",
                {},
                vertegenwoordigt=Vertegenwoordiging.MENTOR,
                zaken=("afspraken", "crisiskaart"),
            ),
        ),
    ),
    # seventeen, on the way to eighteen
    Situatie(
        "client_17",
        leeftijd=17,
        naasten=(
            Naaste(
                "mijn vader",
                {},
                account="naaste_ouder",
                vertegenwoordigt=Vertegenwoordiging.OUDER,
                zaken=("afspraken",),
            ),
        ),
        delen={"doelen": Recht.LEZEN},
    ),
    # a family with shame and another first language
    Situatie(
        "client_familie",
        leeftijd=41,
        verhaal={
            "wie_ik_ben": "In het Nederlands zoek ik soms naar woorden. In het Turks ook."
        },
        naasten=(Naaste("mijn oudste zoon", KAART),),
    ),
    # an unsafe relation: everything was shut
    Situatie(
        "client_onveilig",
        leeftijd=36,
        kaart={"niet_doen": "Bel niet naar huis."},
        naasten=(
            Naaste(
                "mijn partner", dict.fromkeys(ALLES, Recht.GEEN), account="naaste_dicht"
            ),
        ),
        delen=KAART,
        nood=Nood(
            Noodgrond.VITAAL,
            "Ze belde half verstaanbaar, er was geschreeuw, en de lijn viel weg.",
            verslag="De politie ging erheen. Ze is op een veilige plek.",
            later="Haar partner leest mee op haar telefoon.",
        ),
    ),
]


class Maker(Protocol):
    def role(self, account: str, soort: Soort, **where: object) -> Gebruiker: ...


class Clienten:
    """`fill` makes accounts with a role (fill.py)."""

    def __init__(self, fill: Maker, regio: Regio, today: date) -> None:
        self.make, self.regio, self.today = fill, regio, today
        self.ggz = Organisatie.objects.get(regio=regio, naam=GGZ)

    def fill(self, professional: Gebruiker) -> None:
        self.professional = professional
        self.ervaring = self.make.role(
            "ervaringsdeskundige", Soort.ERVARINGSDESKUNDIGE, organisatie=self.ggz
        )
        self.functionaris = self.make.role(
            "functionaris", Soort.FUNCTIONARIS, organisatie=self.ggz
        )
        self.nacht = self.make.role(
            "professional_nacht", Soort.PROFESSIONAL, organisatie=self.ggz
        )
        self.make.role("naaste_zonder_plan", Soort.NAASTE)
        for situatie in SITUATIES:
            self.one(situatie)

    def one(self, wie: Situatie) -> None:
        user = self.make.role(wie.account, Soort.CLIENT)
        begun = self.today - timedelta(days=200)
        plan = Client(
            regio=self.regio,
            gebruiker=user,
            geboren_op=self.today - timedelta(days=int(wie.leeftijd * 365.25) + 40),
            begonnen_op=begun,
        )
        with as_client(user, begun):
            plan.begin()
        with as_client(user, self.today):
            first = self.goals(plan, wie)
            self.words(plan, wie)
            self.card(plan, wie)
        self.people(plan, wie, first)
        if wie.nood:
            self.emergency(plan, wie.nood)
        if wie.vraag:
            self.question(plan, wie.vraag)

    def goals(self, plan: Client, wie: Situatie) -> Doel | None:
        """Returns the first."""
        made: list[Doel] = []
        for doel, waarom, stappen, gezet, stand in wie.doelen:
            gone = self.today - timedelta(days=15) if stand != Stand.BEZIG else None
            row = Doel(client=plan, stand=stand, stand_op=gone)
            made.append(add(row, doel=doel, waarom=waarom))
            for nummer, stap in enumerate(stappen):
                won = self.today - timedelta(days=9) if nummer < gezet else None
                step = Stap(client=plan, doel=row, volgorde=nummer, gedaan_op=won)
                add(step, stap=stap)
        return made[0] if made else None

    def words(self, plan: Client, wie: Situatie) -> None:
        if wie.verhaal:
            story = Verhaal.new(plan)
            story.fase = wie.fase
            add(story, **wie.verhaal)
        where = self.place(wie.plek) if wie.plek else {}
        for wat, door, over in wie.afspraken:
            day = self.today + timedelta(days=over)
            add(Afspraak(client=plan, voor_op=day), wat=wat, wie=door, **where)
            where = {}
        for (fase, soort), regels in wie.signalen.items():
            for nummer, tekst in enumerate(regels):
                row = Signaal(client=plan, fase=fase, soort=soort, volgorde=nummer)
                add(row, tekst=tekst)
        if wie.dagboek:
            page = Dagboekblad(client=plan, geschreven_op=timezone.now())
            page.tekst = wie.dagboek
            page.save(force_insert=True)

    def place(self, naam: str) -> dict[str, str]:
        """As an agreement keeps it."""
        rows = Voorziening.objects.on_kaart().filter(regio=self.regio)
        found = rows.filter(naam__startswith=naam).order_by("pk")[0]
        return {"plek": found.naam, "plek_adres": found.slug}

    def card(self, plan: Client, wie: Situatie) -> None:
        if wie.kaart:
            again = self.today + timedelta(days=180)
            add(Crisiskaart(client=plan, nakijken_op=again), **wie.kaart)
        for nummer, (naam, wie_is, telefoon) in enumerate(wie.bellen):
            row = Kaartpersoon(client=plan, volgorde=nummer)
            add(row, naam=naam, wie=wie_is, telefoon=telefoon)
            if nummer == 0:  # the others were not asked yet
                asked(row, nummer=row.nummer, op=self.today)

    def people(self, plan: Client, wie: Situatie, first: Doel | None) -> None:
        for naaste in wie.naasten:
            who = self.make.role(naaste.account, Soort.NAASTE)
            row = self.involve(plan, who, rol=Hoedanigheid.NAASTE)
            row.relatie = naaste.relatie
            self.say(row, naaste.mag, naaste.tot)
            if naaste.vertegenwoordigt:
                self.acts(row, naaste)
            if naaste.stem and first:
                with acting(Actor.person(who.pk, rol=Soort.NAASTE)):
                    stemmen.say(
                        client=plan,
                        deel="doelen",
                        object_uuid=first.uuid,
                        tekst=naaste.stem,
                    )
        if wie.behandelt:
            row = self.involve(
                plan,
                self.professional,
                rol=Hoedanigheid.PROFESSIONAL,
                organisatie=self.ggz,
                werkt=wie.behandelt,
                behandelt=wie.behandelt in BEHANDELT,
            )
            self.say(row, {}, None)
        if wie.delen:
            row = self.involve(
                plan,
                self.ervaring,
                rol=Hoedanigheid.ERVARINGSDESKUNDIGE,
                organisatie=self.ggz,
                werkt=Werkt.ANDERS,
            )
            self.say(row, wie.delen, None)

    def emergency(self, plan: Client, nood: Nood) -> None:
        """Today, and as the product does it: opened by who works at night, told, reported,
        judged."""
        with as_client(plan.gebruiker, self.today):
            noodtoegang.choose(
                client=plan,
                onderdelen=["crisiskaart", "signaleringsplan"],
                voor=[Noodsoort.EIGEN_TEAM],
            )
        asked = noodtoegang.Aanvraag(
            uuid=uuid4(),
            naam=plan.gebruiker.naam,
            geboren_op=plan.geboren_op,
            grond=nood.grond,
            reden=nood.reden,
            vertel_op=self.in_three_days() if nood.later else None,
            later_reden=nood.later,
        )
        with self.at_work(self.nacht, Soort.PROFESSIONAL):
            noodtoegang.open_plan(
                asked=asked, user=self.nacht, second_step=timezone.now()
            )
            row = Noodtoegang.objects.of(self.nacht).get(uuid=asked.uuid)
            if nood.verslag:
                noodtoegang.close(client=plan, user=self.nacht)
                noodtoegang.report(row=row, verslag=nood.verslag)
        if nood.oordeel:
            with self.at_work(self.functionaris, Soort.FUNCTIONARIS):
                noodtoegang.judge(
                    uuid=uuid4(),
                    row=row,
                    oordeel=Oordeel.TERECHT,
                    uitleg=nood.oordeel,
                    user=self.functionaris,
                )

    def in_three_days(self) -> datetime:
        return told_at(self.today + timedelta(days=3), timezone.localtime())

    def question(self, plan: Client, vraag: Vraag) -> None:
        """Somebody reads, the client asks about that line, and hears."""
        who, rol = {
            "professional": (self.professional, Soort.PROFESSIONAL),
            "ervaring": (self.ervaring, Soort.ERVARINGSDESKUNDIGE),
        }[vraag.wie]
        with self.at_work(who, rol):
            trace_reading(plan, [vraag.deel])
        uuid = uuid4()
        with as_client(plan.gebruiker, self.today):
            keren = spoor.look(plan, Blik.ANDEREN).keren
            keer = next(one for one in keren if one.naam == who.naam)
            regel = spoor.one(plan, keer.uuid)
            assert regel is not None  # noqa: S101 - it was there a moment ago
            logvragen.ask(
                uuid=uuid,
                client=plan,
                regel=regel[0].id,
                organisatie=self.ggz.pk,
                soort=vraag.soort,
                vraag=vraag.tekst,
            )
        if vraag.antwoord:
            with self.at_work(self.functionaris, Soort.FUNCTIONARIS):
                rows = Logvraag.objects.for_functionaris(self.functionaris)
                logvragen.answer(
                    vraag=rows.get(uuid=uuid),
                    antwoord=vraag.antwoord,
                    door=self.functionaris,
                )

    def at_work(self, who: Gebruiker, rol: Soort) -> AbstractContextManager[None]:
        """For the organisation of the demo."""
        where = str(self.ggz.pk)
        who.actieve_rol = ActieveRol(rol, where, self.ggz.naam, self.regio.slug)
        return acting(Actor.person(who.pk, rol=rol, organisatie=where))

    def involve(self, plan: Client, who: Gebruiker, **more: Any) -> Betrokkenheid:
        van = self.today - timedelta(days=100)
        return Betrokkenheid(client=plan, gebruiker=who, van=van, **more)

    def say(self, row: Betrokkenheid, mag: dict[str, Recht], tot: int | None) -> None:
        """As the client, on the day it began."""
        with as_client(row.client.gebruiker, row.van):
            row.save(force_insert=True)
            for deel, recht in mag.items():
                Toestemming(
                    client=row.client,
                    betrokkenheid=row,
                    onderdeel=deel,
                    recht=recht,
                    van=row.van,
                    tot=None if tot is None else self.today + timedelta(days=tot),
                    gegeven_door=row.client.gebruiker,
                ).save(force_insert=True)

    def acts(self, row: Betrokkenheid, naaste: Naaste) -> None:
        """They act for the client, who said so on the day it began."""
        with as_client(row.client.gebruiker, row.van):
            Bevoegdheid(
                client=row.client,
                betrokkenheid=row,
                soort=naaste.vertegenwoordigt,
                zaken=list(naaste.zaken),
                van=row.van,
                gegeven_door=row.client.gebruiker,
            ).save(force_insert=True)


def as_client(user: Gebruiker, day: date) -> AbstractContextManager[None]:
    return acting(Actor.person(user.pk, rol=Soort.CLIENT, dag=day))


def add(item: Item, **words: str) -> Item:
    return add_item(item, words=words)
