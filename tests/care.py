"""A client and a naaste in the small region of tests/world.py: added where a test wants them."""

from datetime import date, timedelta
from io import BytesIO
from uuid import uuid4

from django.db import connection
from django.utils import timezone

from PIL import Image

from basis.actor import Actor, acting
from basis.pictures import as_photo
from clientplan.models import Afspraak, Dagboekblad, Doel, Stap, Verhaal, Verhaalbeeld
from clientplan.services import beelden, dagboek
from clientplan.services.items import add_item
from logboek import services as logboek
from netwerk.choices import Hoedanigheid, Noodgrond, Werkt
from netwerk.models import (
    Betrokkenheid,
    Bevoegdheid,
    Client,
    Logvraag,
    Naamafscherming,
    Naastenuitnodiging,
    Noodtoegang,
    Startbrief,
    Toestemming,
    Vraagsleutel,
)
from netwerk.rules.onderdelen import Recht
from netwerk.services.spoor import trace_reading
from netwerk.services.starten import hash_of
from tests.world import World
from toegang.choices import Soort

CODE, LETTER = "KV73MP2X9C", "C9X2PM37VK"


def add_care(world: World) -> None:
    """carla has a plan; nico is her brother and reads her crisiskaart; petra treats her; noa
    was given a letter and may begin. `world.vraag` waits for nico's answer, too. frank guards
    privacy at Ggz Lindestroom."""
    for naam, soort in (
        ("Carla", Soort.CLIENT),
        ("Noa", Soort.CLIENT),
        ("Nico", Soort.NAASTE),
    ):
        setattr(world, naam.lower(), world.person(naam))
        world.role(getattr(world, naam.lower()), soort)
    world.frank = world.person("Frank")
    world.role(world.frank, Soort.FUNCTIONARIS, organisatie=world.ggz)
    world.plan = Client(
        regio=world.regio,
        gebruiker=world.carla,
        geboren_op=date(1980, 5, 1),
        begonnen_op=world.today - timedelta(days=99),
    )
    world.plan.begin()
    about = {"client": world.plan, "van": world.today - timedelta(days=30)}
    world.broer = Betrokkenheid(gebruiker=world.nico, rol=Hoedanigheid.NAASTE, **about)
    world.broer.relatie = "mijn broer"
    world.broer.save()
    Toestemming.objects.create(
        client=world.plan,
        betrokkenheid=world.broer,
        onderdeel="crisiskaart",
        recht=Recht.LEZEN,
        van=world.today,
        gegeven_door=world.carla,
    )
    world.behandelt = Betrokkenheid.objects.create(
        gebruiker=world.petra,
        rol=Hoedanigheid.PROFESSIONAL,
        organisatie=world.ggz,
        werkt=Werkt.BEHANDELAAR,
        behandelt=True,
        **about,
    )
    with acting(Actor.person(world.carla.pk, rol=Soort.CLIENT)):
        world.doel = add_item(Doel(client=world.plan), words={"doel": "Beter slapen"})
        step = Stap(client=world.plan, doel=world.doel, volgorde=1)
        world.stap = add_item(step, words={"stap": "Telefoon weg om 22 uur"})
        add_words(world)
    world.brief = Startbrief.objects.create(
        hash=hash_of(LETTER),
        regio=world.regio,
        organisatie=world.ggz,
        gemaakt_door=world.petra,
        tot=timezone.now() + timedelta(days=30),
    )
    world.vraag = ask(world, gebruiker=world.nico)


def add_words(world: World) -> None:
    """Of carla: a story with a drawing, an agreement of petra, and a page of the diary."""
    world.verhaal = add_item(
        Verhaal.new(world.plan), words={"hoop": "Dat het elk jaar weer lente wordt."}
    )
    beelden.place(
        client=world.plan,
        vraag="hoop",
        uuid=uuid4(),
        beeld=as_photo(drawing(), (400, 400)),
        words={"alt": "Een plant op de vensterbank", "bij": "Zelf getekend"},
    )
    world.beeld = Verhaalbeeld.objects.visible_to(world.carla).get(client=world.plan)
    world.afspraak = add_item(
        Afspraak(client=world.plan, doel=world.doel, uitvoerder=world.behandelt),
        words={"wat": "Samen een rooster maken", "wie": "Petra en ik"},
        voor_op=world.today + timedelta(days=7),
    )
    dagboek.write(client=world.plan, uuid=uuid4(), tekst="Vandaag was het stil.")
    world.blad = Dagboekblad.objects.visible_to(world.carla).get(client=world.plan)


def drawing() -> bytes:
    out = BytesIO()
    Image.new("RGB", (320, 200), "#7aa183").save(out, "PNG")
    return out.getvalue()


def opened_in_need(world: World, **more: object) -> Noodtoegang:
    """petra opened carla's crisiskaart a while ago, told at once."""
    now = timezone.now()
    given = {
        "gebruiker": world.petra,
        "onderdelen": ["crisiskaart"],
        "begonnen_op": now - timedelta(minutes=2),
        "tot": now + timedelta(minutes=58),
    }
    row = Noodtoegang(
        client=world.plan,
        organisatie=world.ggz,
        grond=Noodgrond.VITAAL,
        **given | more,
    )
    row.reden = "Buurvrouw belde, deur op slot, geen antwoord."
    row.save()
    return row


def ask(world: World, code: str = CODE, **more: object) -> Naastenuitnodiging:
    """A letter of carla to somebody she calls Bep."""
    row = Naastenuitnodiging(
        uuid=uuid4(),
        client=world.plan,
        hash=hash_of(code),
        rechten={"crisiskaart": 1},
        tot=timezone.now() + timedelta(days=30),
        **more,
    )
    row.naam, row.relatie = "Bep", "mijn zus"
    row.save()
    return row


def acts_for(
    betrokkenheid: Betrokkenheid, soort: str, *zaken: str, **more: object
) -> Bevoegdheid:
    """Somebody involved acts for the client, who said so themselves."""
    client = betrokkenheid.client
    return Bevoegdheid.objects.create(
        client=client,
        betrokkenheid=betrokkenheid,
        soort=soort,
        zaken=list(zaken),
        **{"van": betrokkenheid.van, "gegeven_door": client.gebruiker} | more,
    )


def recorded(
    world: World, who: Betrokkenheid | None = None, *zaken: str
) -> Bevoegdheid:
    """Somebody (nico) acts for carla: petra saw the paper."""
    return acts_for(
        who or world.broer,
        "mentor",
        *(zaken or ["doelen"]),
        organisatie=world.ggz,
        gegeven_door=world.petra,
        stuk="beschikking",
        stuk_van=date(2024, 2, 1),
        tot=world.today + timedelta(days=300),
    )


def asked_to_act(world: World) -> Naastenuitnodiging:
    """A letter of petra to who acts for carla, with a yes of nico."""
    said = {"soort": "mentor", "zaken": ["doelen"], "van": f"{world.today}"}
    return ask(
        world,
        code="C9X2PM37VQ",
        gebruiker=world.nico,
        ja_op=timezone.now(),
        gevraagd_door=world.petra,
        organisatie=world.ggz,
        bevoegd=said | {"tot": None, "stuk": "beschikking", "stuk_van": "2024-02-01"},
    )


def given_by_another(world: World) -> Toestemming:
    """nico, who acts for carla, lets petra read the goals."""
    return Toestemming.objects.create(
        client=world.plan,
        betrokkenheid=world.behandelt,
        onderdeel="doelen",
        recht=Recht.LEZEN,
        van=world.today,
        gegeven_door=world.nico,
    )


def look(world: World, *onderdelen: str) -> int:
    """petra reads these parts (doelen), as the one who treats; the number of the last line."""
    with acting(_petra(world)):
        trace_reading(world.plan, onderdelen or ["doelen"])
    return _last()


def emergency(world: World, **more: object) -> int:
    """petra opened what carla wrote about her children, and read it."""
    now = timezone.now()
    row = Noodtoegang(
        client=world.plan,
        gebruiker=world.petra,
        organisatie=world.ggz,
        grond=Noodgrond.VITAAL,
        onderdelen=["kinderen"],
        begonnen_op=now - timedelta(minutes=5),
        tot=now + timedelta(minutes=55),
        **more,
    )
    row.reden = "Buurvrouw belde. Ik kon Carla niet bereiken en maakte me zorgen."
    row.save()
    return look(world, "kinderen")


def refuse(world: World) -> int:
    """oscar's colleague tried the page of carla's plan."""
    actor = Actor.person(
        world.oscar.pk, rol=Soort.PROFESSIONAL, organisatie=str(world.blik.pk)
    )
    with acting(actor):
        logboek.record_refusal(logboek.Actie.READ, "doel", [world.plan.uuid])
    return _last()


def question(
    world: World, regel: int = 0, *, vraag: str = "Ik ken Petra niet."
) -> Logvraag:
    """carla asks about a line of petra."""
    row = Logvraag(
        client=world.plan,
        organisatie=world.ggz,
        regel=regel or look(world),
        soort="onbekend",
        gevraagd_op=timezone.now(),
        tot=world.today + timedelta(days=14),
    )
    row.sleutel = key = Vraagsleutel.of(row)
    row.vraag = vraag
    row.save(force_insert=True)
    key.vraag = row
    key.save(force_insert=True)
    return row


def kept_back(world: World) -> Naamafscherming:
    """carla does not see petra's name."""
    return Naamafscherming.objects.create(
        client=world.plan,
        gebruiker=world.petra,
        organisatie=world.ggz,
        reden="bedreiging",
        besloten_op=timezone.now(),
        besloten_door=world.frank,
    )


def _petra(world: World) -> Actor:
    return Actor.person(
        world.petra.pk,
        rol=Soort.PROFESSIONAL,
        organisatie=str(world.ggz.pk),
        spoor=uuid4().hex,
    )


def _last() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(id) FROM logboek.regel")
        return int(cursor.fetchone()[0])
