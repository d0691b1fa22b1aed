"""The access matrix: every URL, every method it takes, every persona."""

from collections.abc import Callable
from uuid import uuid4

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

import pytest

from basis.opaque import hide
from clientplan.models import Kaartpersoon, Signaal
from netwerk.models import Locatie, Organisatieprofiel, Zoeksynoniem
from netwerk.selectors import functionaris, spoor
from netwerk.selectors.sitemap import PER_FILE
from netwerk.services.importvoorbeelden import keep as keep_import
from netwerk.services.uitvoer import ask as ask_uitvoer
from tests.access_matrix import ACCESS
from tests.access_plan import PLAN
from tests.access_subject import SUBJECT
from tests.access_who import ELSE, PERSONAS
from tests.care import (
    asked_to_act,
    kept_back,
    look,
    opened_in_need,
    question,
    recorded,
)
from tests.netwerk.hulp import rows as hulp
from tests.netwerk.voorstellen.pages import propose
from tests.standing import Standing, undone
from toegang.models import Huisstijl, Rol


def url_names(resolver: URLResolver, prefix: str = ""):
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{prefix}{entry.name}", entry
        else:
            space = f"{entry.namespace}:" if entry.namespace else ""
            yield from url_names(entry, prefix + space)


PATTERNS = dict(url_names(get_resolver()))


def test_every_url_has_a_name_and_says_who_may_open_it():
    assert set(PATTERNS) == {name for name, _ in ACCESS}


@pytest.mark.parametrize(
    ("name", "method"),
    [key for key in ACCESS if key not in PLAN],
    ids=lambda word: word,
)
def test_everyone_gets_the_answer_of_the_table(world, standing, name, method):
    """Those of a plan have more people round them: tests/clientplan/test_matrix.py."""
    where = address(name, world)
    expected = ACCESS[name, method]
    wanted = {who: expected.get(who, expected.get(ELSE)) for who in PERSONAS}
    assert answers(standing, method, where, wanted) == wanted


def answers(
    standing: Standing,
    method: str,
    where: str,
    wanted: dict[str, int],
    sent: Callable[[str], dict[str, str]] = lambda who: {},
) -> dict[str, int]:
    """The status for each of them. Who is not let in does nothing, so that is undone for all
    of them at once."""
    out = [who for who, status in wanted.items() if status == 404]
    found = {}
    with undone():
        for who in out:
            response = standing.ask(who, method, where, sent(who), undo=False)
            found[who] = response.status_code
    for who in wanted.keys() - set(out):
        found[who] = standing.ask(who, method, where, sent(who)).status_code
    return found


def address(name: str, world) -> str:
    """The address about a thing of `world`: its traject, unless the table says what."""
    names = PATTERNS[name].pattern.regex.groupindex
    values = THINGS[SUBJECT.get(name, "traject")](world)
    return reverse(name, kwargs={part: values[part] for part in names})


def traject(world) -> dict[str, object]:
    return {"uuid": world.traject.uuid}


def editie(world) -> dict[str, object]:
    return {"editie": world.edition().pk, "thema": "visie"}


def voorbeeld(world) -> dict[str, object]:
    return {"soort": "json"}


def stap(world) -> dict[str, object]:
    return {"uuid": world.traject.uuid, "nummer": 1}


def knelpunt(world) -> dict[str, object]:
    """One that is not there (any more) answers the same."""
    return {"uuid": world.traject.uuid, "knelpunt": uuid4()}


def lid(world) -> dict[str, object]:
    return {"uuid": world.lid(world.els).uuid}


def code(world) -> dict[str, object]:
    return {"code": "die-is-er-niet"}


def wachtwoordlink(world) -> dict[str, object]:
    return {"uuid": world.noor.uuid, "token": "die-is-er-niet"}


def ronde_code(world) -> dict[str, object]:
    code = world.new_ronde().code
    return {"code": code, "thema": "visie", "volgorde": 1, "nummer": 4, "deel": 1}


def traject_met_editie(world) -> dict[str, object]:
    world.edition()
    return traject(world)


def ronde(world) -> dict[str, object]:
    return {"uuid": world.new_ronde().uuid, "thema": "visie"}


def uitkomst(world) -> dict[str, object]:
    """Of a round with every card open."""
    ronde = world.new_ronde()
    ronde.kaarten.update(stand="open")
    about = {"thema": "visie", "volgorde": 1, "soort": "stellingen"}
    return about | {"uuid": ronde.uuid}


def rapport(world) -> dict[str, object]:
    """One that was asked for and is not made yet."""
    row = world.new_ronde().rapporten.create(
        gevraagd_op=timezone.now(), gevraagd_door=world.noor, gevraagd_als={}
    )
    return {"uuid": row.uuid}


def hsds_plek(world) -> dict[str, object]:
    return {"sleutel": world.voorziening().uuid}


def hsds_organisatie(world) -> dict[str, object]:
    row = Organisatieprofiel.objects.create(organisatie=world.ggz)
    return {"sleutel": row.uuid}


def regio(world) -> dict[str, object]:
    return {"slug": world.regio.slug}


def gemeente(world) -> dict[str, object]:
    return {"uuid": world.gemeente.uuid}


def wijk(world) -> dict[str, object]:
    return {"uuid": world.gemeente.wijken.create(naam="Oost").uuid}


def organisatie(world) -> dict[str, object]:
    return {"uuid": world.ggz.uuid}


def team(world) -> dict[str, object]:
    return {"uuid": world.ggz.teams.create(naam="Noord").uuid}


def soort(world) -> dict[str, object]:
    return {"soort": "professional"}


def rol(world) -> dict[str, object]:
    """Petra's, of a professional."""
    return {"uuid": world.petra.rollen.get().uuid}


def aanbod(world) -> dict[str, object]:
    """A role that somebody was asked for and did not take up yet."""
    offer = {"soort": "professional", "organisatie": world.ggz, "van": world.today}
    return {"uuid": Rol.objects.create(**offer).uuid}


def voorziening(world) -> dict[str, object]:
    row = world.voorziening()
    return {"uuid": row.uuid, "slug": row.slug, "stap": "basis"}


def voorziening_nieuw(world) -> dict[str, object]:
    return {"uuid": world.voorziening(status="inactief").uuid}


def voorziening_gestopt(world) -> dict[str, object]:
    row = world.voorziening(status="gestopt", gestopt_op=world.today)
    return {"uuid": row.uuid}


def tweetal(world) -> dict[str, object]:
    return {"uuid": world.voorziening().uuid, "ander": world.voorziening().uuid}


def plek(world) -> dict[str, object]:
    locatie = Locatie.objects.create(regio=world.regio, plaats="Lindehoven")
    about = world.voorziening()
    row = about.plekken.create(regio=world.regio, locatie=locatie)
    there = {"plek": row.uuid, "slug": about.slug}
    return there | {"uuid": row.uuid, "stap": "adres-contact"}


def periode(world) -> dict[str, object]:
    row = world.voorziening().sluitingsperiodes.create(van=world.today)
    return {"uuid": row.uuid}


def huisstijl(world) -> dict[str, object]:
    """With a logo of one point."""
    look = {"logo_uuid": uuid4(), "logo_breedte": 1, "logo_hoogte": 1}
    Huisstijl.objects.create(regio=world.regio, logo=b"png", **look)
    return {"kleuren": "0b5d5b", "uuid": look["logo_uuid"]}


def sitemap(world) -> dict[str, object]:
    return {"nummer": world.voorziening().pk // PER_FILE}


def synoniem(world) -> dict[str, object]:
    row = Zoeksynoniem.objects.create(regio=world.regio, woord="geld", ook=["schuld"])
    return {"pk": row.pk}


def melding(world) -> dict[str, object]:
    row = world.melding()
    return {"uuid": row.uuid, "nummer": row.nummer}


def voorstel(world) -> dict[str, object]:
    """By petra, of a page that olga keeps."""
    return {"uuid": propose(world.petra, world.voorziening()).uuid}


def zorgen(world) -> dict[str, object]:
    place = {"plek": f"gemeente-{world.gemeente.pk}", "soort": "zelfzorg"}
    return place | {"slug": world.regio.slug}


def hulpnummer(world) -> dict[str, object]:
    return {"uuid": hulp.line(world.regio).uuid}


def zorgenadres(world) -> dict[str, object]:
    return {"uuid": hulp.address(world.regio).uuid}


def nummerwijziging(world) -> dict[str, object]:
    return {"uuid": hulp.changed(world.regio).uuid}


def vak(world) -> dict[str, object]:
    return {"soort": "functie", "sleutel": "steun", "gemeente": world.gemeente.pk}


def importvoorbeeld(world) -> dict[str, object]:
    row = keep_import(
        uuid=uuid4(),
        regio=world.regio,
        door=world.teun,
        naam="plekken.csv",
        inhoud=b"Naam;Organisatie\r\nA;B",
        bron="B",
    )
    return {"uuid": row.uuid}


def uitvoer(world) -> dict[str, object]:
    return {"soort": "openbaar-json"}


def startbrief(world) -> dict[str, object]:
    return {"uuid": world.brief.uuid}


def naastenvraag(world) -> dict[str, object]:
    return {"uuid": world.vraag.uuid}


def hulpverlener(world) -> dict[str, object]:
    return {"uuid": Rol.objects.get(gebruiker=world.petra).uuid}


def betrokkene(world) -> dict[str, object]:
    return {"uuid": world.broer.uuid}


def bevoegd(world) -> dict[str, object]:
    """nico acts for carla, as petra recorded."""
    return about_plan(world) | {"uuid": recorded(world).uuid}


def bevoegdenbrief(world) -> dict[str, object]:
    return about_plan(world) | {"uuid": asked_to_act(world).uuid}


def plan_doel(world) -> dict[str, object]:
    """A goal of carla; through the eyes of petra, who adds to it."""
    return about_plan(world) | {"uuid": world.doel.uuid, "soort": "doel"}


def plan_stap(world) -> dict[str, object]:
    return about_plan(world) | {"uuid": world.stap.uuid, "soort": "stap"}


def plan_beeld(world) -> dict[str, object]:
    """A picture in carla's story, which petra may not read."""
    return about_plan(world) | {"uuid": world.beeld.uuid, "vraag": "hoop"}


def plan_afspraak(world) -> dict[str, object]:
    return about_plan(world) | {"uuid": world.afspraak.uuid}


def plan_blad(world) -> dict[str, object]:
    return {"uuid": world.blad.uuid}


def nood(world) -> dict[str, object]:
    """What petra opened of carla's plan."""
    return about_plan(world) | {"uuid": opened_in_need(world).uuid}


def about_plan(world) -> dict[str, object]:
    eyes = world.behandelt.uuid
    return {"plan": world.plan.uuid, "wie": eyes, "deel": "doelen"}


def uitvoerbestand(world) -> dict[str, object]:
    """Asked for, and not made yet."""
    row = ask_uitvoer(regio=world.regio, soort="openbaar-json", door=world.teun)
    return {"uuid": row.uuid}


def logregel(world) -> dict[str, object]:
    return {"uuid": hide(look(world), spoor.ABOUT)}


def organisatieregel(world) -> dict[str, object]:
    return {"uuid": hide(look(world), functionaris.ABOUT)}


def logvraag(world) -> dict[str, object]:
    return {"uuid": question(world).uuid}


def naamafscherming(world) -> dict[str, object]:
    return {"uuid": kept_back(world).uuid}


def signaal(world) -> dict[str, object]:
    """A line of the signaleringsplan."""
    row = Signaal(client=world.plan, fase=1, soort="ik_merk")
    row.words = {"tekst": "Ik slaap weinig"}
    row.gewijzigd_op, row.gewijzigd_door = timezone.now(), world.carla
    row.save()
    return about_plan(world) | {"uuid": row.uuid, "fase": 1, "soort": "ik_merk"}


def beller(world) -> dict[str, object]:
    """Somebody on the crisiskaart who has no account."""
    return about_plan(world) | {"uuid": on_card(world).uuid}


def papier(world) -> dict[str, object]:
    return {"adres": "die-is-er-niet", "woord": "die-is-er-niet"}


def genoemd(world) -> dict[str, object]:
    """nico, who has one, and is asked."""
    return {"uuid": on_card(world, betrokkenheid=world.broer).uuid}


def on_card(world, **more) -> Kaartpersoon:
    row = Kaartpersoon(client=world.plan, volgorde=1, **more)
    row.words = {"naam": "Bep", "telefoon": "0612345678"}
    row.gewijzigd_op, row.gewijzigd_door = timezone.now(), world.carla
    row.save()
    return row


THINGS = {
    "bevoegd": bevoegd,
    "bevoegdenbrief": bevoegdenbrief,
    "beller": beller,
    "genoemd": genoemd,
    "papier": papier,
    "signaal": signaal,
    "plan_doel": plan_doel,
    "plan_stap": plan_stap,
    "logregel": logregel,
    "organisatieregel": organisatieregel,
    "logvraag": logvraag,
    "naamafscherming": naamafscherming,
    "plan_beeld": plan_beeld,
    "plan_afspraak": plan_afspraak,
    "plan_blad": plan_blad,
    "nood": nood,
    "synoniem": synoniem,
    "sitemap": sitemap,
    "huisstijl": huisstijl,
    "voorziening": voorziening,
    "voorziening_nieuw": voorziening_nieuw,
    "voorziening_gestopt": voorziening_gestopt,
    "plek": plek,
    "tweetal": tweetal,
    "periode": periode,
    "regio": regio,
    "gemeente": gemeente,
    "wijk": wijk,
    "organisatie": organisatie,
    "team": team,
    "soort": soort,
    "rol": rol,
    "aanbod": aanbod,
    "melding": melding,
    "voorstel": voorstel,
    "zorgen": zorgen,
    "hulpnummer": hulpnummer,
    "zorgenadres": zorgenadres,
    "nummerwijziging": nummerwijziging,
    "traject": traject,
    "traject_met_editie": traject_met_editie,
    "ronde": ronde,
    "editie": editie,
    "voorbeeld": voorbeeld,
    "stap": stap,
    "knelpunt": knelpunt,
    "lid": lid,
    "code": code,
    "wachtwoordlink": wachtwoordlink,
    "ronde_code": ronde_code,
    "uitkomst": uitkomst,
    "rapport": rapport,
    "hsds_plek": hsds_plek,
    "importvoorbeeld": importvoorbeeld,
    "uitvoer": uitvoer,
    "uitvoerbestand": uitvoerbestand,
    "hsds_organisatie": hsds_organisatie,
    "vak": vak,
    "startbrief": startbrief,
    "naastenvraag": naastenvraag,
    "hulpverlener": hulpverlener,
    "betrokkene": betrokkene,
}
