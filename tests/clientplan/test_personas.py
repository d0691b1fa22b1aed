"""Every persona at every page of a plan, and at every row of it by SQL (T3, T8)."""

from datetime import timedelta

from django.db import connection
from django.urls import reverse

import pytest

from basis.actor import Actor, acting
from clientplan.choices import Signaalfase, Signaalsoort
from clientplan.models import Crisiskaart, Kaartpersoon, Signaal
from clientplan.services.items import add_item
from netwerk.rules.onderdelen import Recht
from tests.care import add_care
from tests.clientplan.personas import (
    BESLIS,
    DENK,
    LEES,
    MAG,
    PARTS,
    SCHRIJF,
    add_personas,
    at_the_door,
)
from toegang.choices import Soort
from toegang.roles import roles_of

pytestmark = pytest.mark.django_db

# page of a plan of another: the part it is of, and the right it asks
READING = {f"{deel}_van": (deel, LEES) for deel in PARTS}
WRITING = {
    "doel_nieuw_van": ("doelen", SCHRIJF),
    "afspraak_nieuw_van": ("afspraken", SCHRIJF),
}
TABLES = {
    "verhaal": ["verhaal"],
    "doelen": ["doel", "stap"],
    "afspraken": ["afspraak"],
    "signaleringsplan": ["signaal"],
    "crisiskaart": ["crisiskaart", "kaartpersoon"],
}
NOT_SHARED = ["dagboekblad"]


@pytest.fixture
def care(world):
    add_care(world)
    add_personas(world)
    with acting(Actor.person(world.carla.pk, rol=Soort.CLIENT)):
        day = world.today + timedelta(days=100)
        card = Crisiskaart(client=world.plan, nakijken_op=day)
        add_item(card, words={"wel_doen": "Licht aan"})
        words = {"naam": "Mirjam", "telefoon": "0612345678"}
        add_item(Kaartpersoon(client=world.plan), words=words)
        line = {"fase": Signaalfase.GOED, "soort": Signaalsoort.IK_MERK}
        add_item(Signaal(client=world.plan, **line), words={"tekst": "Ik slaap"})
    called = Kaartpersoon.objects.for_job("proefdata")
    called.update(akkoord=True, akkoord_op=world.today)
    return world


def test_there_are_enough_of_them():
    assert len(MAG) >= 18


def may(naam: str, deel: str) -> Recht:
    return MAG[naam].get(deel, Recht.GEEN)


@pytest.mark.parametrize("naam", [one for one in MAG if one != "carla"])
def test_a_page_of_the_plan_is_there_for_who_may_and_for_nobody_else(care, naam):
    door = at_the_door(care, naam)
    gone = 302 if naam == "weg" else 404
    expected = {
        page: 200 if may(naam, deel) >= nodig else gone
        for page, (deel, nodig) in (READING | WRITING).items()
    }
    found = {
        page: door.get(reverse(page, kwargs={"plan": care.plan.uuid})).status_code
        for page in expected
    }
    assert found == expected
    first = door.get(reverse("plan_van", kwargs={"plan": care.plan.uuid}))
    assert first.status_code == (200 if MAG[naam] else gone)


@pytest.mark.parametrize("naam", [one for one in MAG if one != "carla"])
def test_a_voice_is_for_who_may_think_along(care, naam):
    door = at_the_door(care, naam)
    for deel in PARTS:
        kwargs = {"plan": care.plan.uuid, "deel": deel}
        status = door.get(reverse("stem_van", kwargs=kwargs)).status_code
        assert (status == 200) == (may(naam, deel) >= DENK), deel


@pytest.mark.parametrize("naam", list(MAG))
def test_the_own_pages_are_of_the_client_alone(care, naam):
    door = at_the_door(care, naam)
    for page in ("plan", "wie_ziet_wat", "plan_spoor", "dagboek", *PARTS):
        status = door.get(reverse(page)).status_code
        assert (status == 200) == (naam in {"carla", "client_17"}), page


@pytest.mark.parametrize("naam", list(MAG))
def test_rows_by_sql_are_those_that_are_open(care, naam):
    """As nk_web, without a queryset: the second wall."""
    counts = {table: _count(table) for tables in TABLES.values() for table in tables}
    assert all(counts.values()), "of a table without rows nothing is shown"
    with acting(actor_of(care, naam)):
        for deel, tables in TABLES.items():
            for table in tables:
                wanted = counts[table] if may(naam, deel) >= LEES else 0
                assert _count(table) == wanted, table
        for table in NOT_SHARED:
            assert naam == "carla" or _count(table) == 0


@pytest.mark.parametrize("naam", list(MAG))
def test_rows_by_sql_change_for_who_may_write(care, naam):
    with acting(actor_of(care, naam)), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE clientplan_doel SET nummer = nummer, gewijzigd_door_id = %s",
            [getattr(care, naam).pk],
        )
        assert bool(cursor.rowcount) == (may(naam, "doelen") >= SCHRIJF)
        cursor.execute("DELETE FROM clientplan_stap")
        assert bool(cursor.rowcount) == (may(naam, "doelen") >= BESLIS)


def actor_of(world, naam: str):
    who = getattr(world, naam)
    wanted = {
        "petra": Soort.PROFESSIONAL,
        "petra_anders": Soort.ORGANISATIEBEHEERDER,
    }.get(naam)
    roles = [one for one in roles_of(who) if wanted in {None, one.soort}]
    if not roles:
        return Actor.person(who.pk)
    rol = roles[0]
    return Actor.person(who.pk, rol=rol.soort.value, organisatie=rol.organisatie)


def _count(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM clientplan_{table}")  # noqa: S608
        return cursor.fetchone()[0]
