"""Everybody round the plan of carla with rows in every part of it, and a second plan with the
same rows: what the tests over all addresses of a plan stand in."""

from datetime import timedelta
from uuid import UUID, uuid4

from basis.actor import Actor, acting
from basis.opaque import hide
from basis.pictures import as_photo
from clientplan.choices import Signaalfase, Signaalsoort
from clientplan.models import (
    Afspraak,
    Crisiskaart,
    Doel,
    Kaartpersoon,
    Signaal,
    Stap,
    Verhaal,
)
from clientplan.services import beelden, dagboek
from clientplan.services.items import add_item
from netwerk.models import Betrokkenheid, Client, Noodkeuze
from netwerk.selectors import functionaris, spoor
from tests.access_plan import PERSONAS
from tests.access_subject import SUBJECT
from tests.care import (
    add_care,
    ask,
    asked_to_act,
    drawing,
    kept_back,
    look,
    question,
)
from tests.clientplan.personas import add_personas, role_of
from tests.standing import VISITOR
from tests.world import World
from toegang.choices import Soort
from toegang.models import Gebruiker, Rol


def add_whole(world: World) -> None:
    """`world.keys` says of each subject (tests/access_subject.py) how an address names it;
    `world.keys_17` the same of the other plan; `world.rol` which role a persona works in."""
    add_care(world)
    add_personas(world)
    world.rol = {who: role_of(world, who) for who in PERSONAS if who != VISITOR}
    nood = Noodkeuze(
        client=world.plan,
        onderdelen=["crisiskaart", "signaleringsplan"],
        voor=["eigen_team"],
    )
    nood.save()
    line = look(world)
    asked = ask(world, code="2M9XKV73PC", gebruiker=world.nico)
    world.keys = _keys(
        world.plan,
        _rows(world, world.plan, world.carla, world.broer),
        wie=world.behandelt.uuid,
        betrokkene=world.broer.uuid,
        logregel=hide(line, spoor.ABOUT),
        organisatieregel=hide(line, functionaris.ABOUT),
        logvraag=question(world).uuid,
        naamafscherming=kept_back(world).uuid,
        nood=world.nood_crisis.uuid,
        naastenvraag=asked.uuid,
        bevoegd=world.paper.uuid,
        bevoegdenbrief=asked_to_act(world).uuid,
        startbrief=world.brief.uuid,
        hulpverlener=Rol.objects.get(
            gebruiker=world.petra, soort=Soort.PROFESSIONAL
        ).uuid,
    )
    ouder = world.ouder_rij
    world.keys_17 = _keys(
        world.ander_plan,
        _rows(world, world.ander_plan, world.client_17, ouder),
        wie=ouder.uuid,
        betrokkene=ouder.uuid,
    )


def _rows(
    world: World, plan: Client, who: Gebruiker, naaste: Betrokkenheid
) -> dict[str, UUID]:
    """One of each kind, by who owns the plan; `naaste` is named on the card."""
    beeld, blad = uuid4(), uuid4()
    with acting(Actor.person(who.pk, rol=Soort.CLIENT)):
        doel = add_item(Doel(client=plan), words={"doel": "Weer fietsen"})
        stap = add_item(
            Stap(client=plan, doel=doel, volgorde=1), words={"stap": "Banden oppompen"}
        )
        afspraak = add_item(
            Afspraak(client=plan, doel=doel),
            words={"wat": "Samen fietsen"},
            voor_op=world.today + timedelta(days=3),
        )
        verhaal = Verhaal.objects.visible_to(who).filter(client=plan).first() or (
            add_item(Verhaal.new(plan), words={"hoop": "Weer naar buiten fietsen."})
        )
        beelden.place(
            client=plan,
            vraag="krachten",
            uuid=beeld,
            beeld=as_photo(drawing(), (400, 400)),
            words={"alt": "Een fiets", "bij": ""},
        )
        fase = {"fase": Signaalfase.GOED, "soort": Signaalsoort.IK_MERK}
        signaal, _ = (
            add_item(
                Signaal(client=plan, volgorde=number, **fase), words={"tekst": one}
            )
            for number, one in enumerate(("Ik slaap goed", "Ik ga fietsen"), 1)
        )
        kaart = add_item(
            Crisiskaart(client=plan, nakijken_op=world.today + timedelta(days=100)),
            words={"wel_doen": "Ga samen fietsen"},
        )
        belt = {"naam": "Mirjam", "telefoon": "0612345678"}
        beller = add_item(Kaartpersoon(client=plan, volgorde=1), words=belt)
        genoemd = add_item(
            Kaartpersoon(client=plan, volgorde=2, betrokkenheid=naaste), words=belt
        )
        dagboek.write(client=plan, uuid=blad, tekst="Vandaag ging ik fietsen.")
    agreed = Kaartpersoon.objects.for_job("proefdata").filter(pk=beller.pk)
    agreed.update(akkoord=True, akkoord_op=world.today)
    return {
        "doel": doel.uuid,
        "stap": stap.uuid,
        "afspraak": afspraak.uuid,
        "verhaal": verhaal.uuid,
        "beeld": beeld,
        "signaal": signaal.uuid,
        "kaart": kaart.uuid,
        "beller": beller.uuid,
        "genoemd": genoemd.uuid,
        "blad": blad,
    }


_OF = {  # subject: the row that its addresses name
    "plan_doel": "doel",
    "plan_stap": "stap",
    "plan_beeld": "beeld",
    "plan_afspraak": "afspraak",
    "plan_blad": "blad",
    "signaal": "signaal",
    "beller": "beller",
    "genoemd": "genoemd",
}


def _keys(
    plan: Client, rows: dict[str, UUID], wie: UUID, **more: UUID
) -> dict[str, dict[str, object]]:
    known = {subject: rows[name] for subject, name in _OF.items()} | more
    about = {
        "plan": plan.uuid,
        "wie": wie,
        "soort": "doel",
        "deel": "doelen",
        "vraag": "hoop",
        "fase": 1,
        "code": "die-is-er-niet",
        "adres": "die-is-er-niet",
        "woord": "die-is-er-niet",
    }
    made = {subject: about | {"uuid": uuid} for subject, uuid in known.items()}
    made["plan_stap"]["soort"] = "stap"
    made["signaal"]["soort"] = "ik_merk"
    made[""] = about | {"uuid": rows["doel"]}
    made["rows"] = dict(rows)
    return made


def keys_of(world: World, name: str, *, of_17: bool = False) -> dict[str, object]:
    """What the address `name` is about, in the plan of carla or in the other one."""
    keys = world.keys_17 if of_17 else world.keys
    return keys.get(SUBJECT.get(name, ""), keys[""])
