"""The access matrix of a plan: every address, every method it takes, every persona there may
be round it (T3, T8). The answers are made from the table of tests/access_plan.py."""

from django.db import connection
from django.urls import reverse

import pytest

from basis.actor import Actor, acting
from netwerk.models import Betrokkenheid
from netwerk.rules.onderdelen import Recht
from tests.access_plan import KINDS, PARTS, PERSONAS, PLAN, sent_to
from tests.access_who import ELSE
from tests.architecture.test_access import PATTERNS, answers
from tests.clientplan.around import keys_of
from tests.clientplan.personas import (
    BESLIS,
    DENK,
    LEES,
    MAG,
    OVERAL,
    PARTS as PARTS_OF_A_PLAN,
    SCHRIJF,
)
from tests.standing import Standing

pytestmark = pytest.mark.django_db
TABLES = {
    "verhaal": ["verhaal", "verhaalbeeld"],
    "doelen": ["doel", "stap"],
    "afspraken": ["afspraak"],
    "signaleringsplan": ["signaal"],
    "crisiskaart": ["crisiskaart", "kaartpersoon"],
}
NOT_SHARED = ["dagboekblad"]


def path(standing: Standing, name: str, **more: object) -> str:
    names = PATTERNS[name].pattern.regex.groupindex
    values = keys_of(standing.world, name) | more
    return reverse(name, kwargs={key: values[key] for key in names})


def differences(
    standing: Standing, method: str, name: str, wanted: dict[str, int], **about: object
) -> dict[str, str]:
    """What each of `wanted` got that is not what it says, in the role they are about."""
    rol, sent = standing.world.rol, sent_to(name)
    found = answers(
        standing,
        method,
        path(standing, name, **about),
        wanted,
        lambda who: {"_rol": rol.get(who, "")} | sent,
    )
    return {
        who: f"{status}, not {wanted[who]}"
        for who, status in found.items()
        if status != wanted[who]
    }


def gets(who: str, name: str, method: str) -> int:
    table = PLAN[name, method]
    return table.get(who, table.get(ELSE, 0))


def test_there_are_enough_of_them():
    assert len(OVERAL) >= 18
    assert len(PLAN) > 150
    assert set(OVERAL) < set(PERSONAS)


@pytest.mark.parametrize(("name", "method"), PLAN, ids=lambda word: word)
def test_everybody_gets_the_answer_of_the_table(standing, name, method):
    wanted = {who: gets(who, name, method) for who in OVERAL}
    assert differences(standing, method, name, wanted) == {}


# one address of every part and right
FIRST = {
    (part.deel, part.recht): (f"{part.naam}_van", "post" if part.get == "-" else "get")
    for part in reversed(PARTS.values())
    if "v" in part.wegen
}


@pytest.mark.parametrize("who", [one for one in PERSONAS if one not in OVERAL])
def test_the_others_too_wherever_it_could_be_otherwise(standing, who):
    """Where the table gives them something, and one address of every part and right."""
    asked = {key for key in PLAN if gets(who, *key) != 404} | set(FIRST.values())
    found = {
        f"{name} {method}": differences(
            standing, method, name, {who: gets(who, name, method)}
        )
        for name, method in asked
    }
    assert {key: said for key, said in found.items() if said} == {}


@pytest.mark.parametrize("soort", KINDS)
def test_every_kind_of_piece_is_as_open_as_its_part(standing, soort):
    """How it was, a draft, putting back and throwing away; by all who have any right."""
    deel, earlier = KINDS[soort]
    row = {"hoop": "verhaal", "crisiskaart": "kaart", "kaartpersoon": "beller"}
    about = {"soort": soort, "uuid": standing.world.keys["rows"][row.get(soort, soort)]}
    for name, method, recht, status in (
        ("eerder", "get", earlier, 200),
        ("concept", "post", SCHRIJF, 200),
        ("terugzetten", "post", SCHRIJF, 302),
        ("stuk_weg", "post", BESLIS, 302),
    ):
        wanted = {
            who: status if may(who, deel) >= recht and who != "carla" else 404
            for who in MAG
            if MAG[who]
        }
        found = differences(standing, method, f"{name}_van", wanted, **about)
        assert found == {}, name
        own = {"carla": status, "client_17": 200 if name == "concept" else 404}
        assert differences(standing, method, name, own, **about) == {}, name


def test_a_voice_is_for_who_may_think_along(standing):
    for deel in PARTS_OF_A_PLAN:
        wanted = {
            who: 200 if may(who, deel) >= DENK else 404 for who in MAG if MAG[who]
        }
        wanted["carla"] = 404  # beside one's own words there is no second voice
        assert differences(standing, "get", "stem_van", wanted, deel=deel) == {}, deel


def test_through_their_eyes_the_client_sees_what_they_may(standing):
    """Preview and enforcement are one (T4): for everybody round carla."""
    world = standing.world
    rows = Betrokkenheid.objects.for_job("proef").filter(client=world.plan)
    people = {row.gebruiker_id: row.uuid for row in rows}
    for who in MAG:
        row = people.get(getattr(world, who).pk)
        if row is None or who in GONE:
            continue
        found = {
            deel: standing.ask(
                "carla", "get", path(standing, f"{deel}_bekijk", wie=row)
            ).status_code
            for deel in PARTS_OF_A_PLAN
        }
        assert found == {
            deel: 200 if may(who, deel) >= LEES else 404 for deel in PARTS_OF_A_PLAN
        }, who


# petra_anders is petra, whose own row says what petra may; of who is not involved any more
# the client has no row to look through
GONE = {"petra_anders"}


def test_rows_by_sql_are_those_that_are_open(standing):
    """As nk_web, without a queryset: the second wall."""
    world = standing.world
    mine = {
        table: _count(table, world.plan) for part in TABLES.values() for table in part
    }
    assert all(mine.values()), "of a table without rows nothing is shown"
    assert all(_count(table, world.ander_plan) for table in (*mine, *NOT_SHARED))
    for naam in MAG:
        with acting(actor_of(standing, naam)):
            found = {table: _count(table, world.plan) for table in (*mine, *NOT_SHARED)}
            others = {table for table in found if _count(table, world.ander_plan)}
        wanted = {
            table: mine[table] if may(naam, deel) >= LEES else 0
            for deel, tables in TABLES.items()
            for table in tables
        }
        if may(naam, "crisiskaart") == LEES and naam != "nico":
            wanted["kaartpersoon"] = 1  # who agreed; nico is the other, and was asked
        diary = found.pop(NOT_SHARED[0])
        assert found == wanted, naam
        assert bool(diary) == (naam == "carla"), naam
        assert others == ALL_BUT.get(naam, set()), naam


# whose own plan the other one is; the parent acts in its goals
ALL_BUT = {
    "client_17": {table for part in TABLES.values() for table in part}
    | set(NOT_SHARED),
    "ouder": {*TABLES["doelen"], "kaartpersoon"},  # named on that card
}


def test_rows_by_sql_change_for_who_may_write(standing):
    plan = standing.world.plan.pk
    for naam in MAG:
        rights = may(naam, "doelen")
        with acting(actor_of(standing, naam)), connection.cursor() as cursor:
            cursor.execute(
                "UPDATE clientplan_doel SET nummer = nummer, gewijzigd_door_id = %s"
                " WHERE client_id = %s",
                [getattr(standing.world, naam).pk, plan],
            )
            assert bool(cursor.rowcount) == (rights >= SCHRIJF), naam
            cursor.execute(
                "SAVEPOINT proef; DELETE FROM clientplan_stap WHERE client_id = %s",
                [plan],
            )
            assert bool(cursor.rowcount) == (rights >= BESLIS), naam
            cursor.execute("ROLLBACK TO proef")


def may(naam: str, deel: str) -> Recht:
    return MAG[naam].get(deel, Recht.GEEN)


def actor_of(standing: Standing, naam: str) -> Actor:
    soort, _, organisatie = standing.world.rol[naam].partition(":")
    who = getattr(standing.world, naam)
    return Actor.person(who.pk, rol=soort, organisatie=organisatie)


def _count(table: str, plan) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(*) FROM clientplan_{table} WHERE client_id = %s",  # noqa: S608
            [plan.pk],
        )
        return cursor.fetchone()[0]
