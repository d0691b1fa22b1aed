"""A client and a naaste in the small region of tests/world.py: added where a test wants them."""

from datetime import date, timedelta
from uuid import uuid4

from django.utils import timezone

from basis.actor import Actor, acting
from clientplan.models import Doel, Stap
from clientplan.services.items import add_item
from netwerk.choices import Hoedanigheid, Werkt
from netwerk.models import (
    Betrokkenheid,
    Client,
    Naastenuitnodiging,
    Startbrief,
    Toestemming,
)
from netwerk.rules.onderdelen import Recht
from netwerk.services.starten import hash_of
from tests.world import World
from toegang.choices import Soort

CODE, LETTER = "KV73MP2X9C", "C9X2PM37VK"


def add_care(world: World) -> None:
    """carla has a plan; nico is her brother and reads her crisiskaart; petra treats her; noa
    was given a letter and may begin. `world.vraag` waits for nico's answer, too."""
    for naam, soort in (
        ("Carla", Soort.CLIENT),
        ("Noa", Soort.CLIENT),
        ("Nico", Soort.NAASTE),
    ):
        setattr(world, naam.lower(), world.person(naam))
        world.role(getattr(world, naam.lower()), soort)
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
    world.brief = Startbrief.objects.create(
        hash=hash_of(LETTER),
        regio=world.regio,
        organisatie=world.ggz,
        gemaakt_door=world.petra,
        tot=timezone.now() + timedelta(days=30),
    )
    world.vraag = ask(world, gebruiker=world.nico)


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
