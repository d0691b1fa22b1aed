"""The database function and the rule in plain Python say the same, over made-up facts."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

from django.db import connection, transaction

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings, strategies as st

from basis.actor import Actor, acting
from netwerk.models import Betrokkenheid, Client
from netwerk.rules.onderdelen import ONDERDELEN
from netwerk.rules.rechten import (
    Betrokken,
    Bevoegd,
    Feiten,
    InRol,
    Nood,
    Periode,
    Plan,
    Toegekend,
    rechten,
)
from tests.netwerk.poort.world import PEOPLE, Rechten, Zorg
from toegang.models import Gebruiker, Rol

pytestmark = pytest.mark.django_db

DAG = date(2027, 3, 28)  # the night the clock is put forward
NU = datetime(2027, 3, 28, 12, tzinfo=UTC)
SOME = ("doelen", "crisiskaart", "trauma", "kinderen")
WHO = ("zus", "pro", "verre_pro", "weg", "bram")

near = st.integers(-2, 2).map(lambda n: DAG + timedelta(days=n))
# half of them hold, and what is said often contradicts what was said before: by chance
# alone such words hardly ever meet
HOLDS = (DAG - timedelta(days=2), None)
period = st.just(HOLDS) | st.tuples(near, st.none() | near).filter(
    lambda p: p[1] is None or p[1] >= p[0]
)
words = st.tuples(
    st.sampled_from(("doelen", *SOME)),
    st.sampled_from((0, 0, 1, 2, 3)),
    period,
    st.sampled_from(("client", "zus", "pro")),
)
no_then_yes = st.builds(
    lambda part, recht, by: [(part, 0, HOLDS, "client"), (part, recht, HOLDS, by)],
    st.sampled_from(SOME),
    st.integers(1, 3),
    st.sampled_from(("zus", "pro")),
)
said = st.builds(
    list.__add__, st.just([]) | no_then_yes, st.lists(words, min_size=1, max_size=4)
)
acting_for = st.tuples(
    st.sampled_from(("ouder", "mentor")),
    st.sets(st.sampled_from(("doelen", *SOME, "dagboek")), max_size=3),
    period,
)
capacity = st.fixed_dictionaries(
    {
        "who": st.sampled_from(("zus", *WHO)),
        "plan": st.sampled_from(("plan", "ander")),
        "kind": st.sampled_from(
            ("naaste", "naaste", "professional", "ervaringsdeskundige")
        ),
        "behandelt": st.booleans(),
        "acts": st.lists(acting_for, max_size=2),
        "period": period,
        "says": said,
    }
)
emergency = st.fixed_dictionaries(
    {
        "who": st.sampled_from(("pro", "verre_pro", "weg")),
        "onderdelen": st.sets(st.sampled_from(SOME)),
        "from": st.integers(-90, 30),
        "ended": st.none() | st.integers(-20, 20),
        "told": st.none() | st.integers(-20, 20),
    }
)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    capacities=st.lists(capacity, min_size=1, max_size=6),
    nood=st.lists(emergency, max_size=2),
    dag=near,
    role_ended=st.booleans(),
    birthday=st.integers(-1, 1),
    closed=st.sampled_from((None, None, None, -1, 0, 1)),
)
def test_the_database_decides_as_the_rule_says(
    zorg, capacities, nood, dag, role_ended, birthday, closed
):
    with undone(), time_machine.travel(NU, tick=False):
        born = DAG.replace(year=DAG.year - 18) + timedelta(days=birthday)
        begun = DAG - timedelta(days=9)
        if closed is not None:
            closed = DAG + timedelta(days=closed)
        Client.objects.for_job("proefdata").update(
            geboren_op=born, begonnen_op=begun, gesloten_op=closed
        )
        if role_ended:
            zorg.pro.rollen.update(tot=DAG - timedelta(days=1))
        facts = Facts(zorg, born, closed, dag)
        for one in capacities:
            facts.involve(**one)
        for one in nood:
            facts.nood(one)
        feiten = facts.feiten()
        for vrager in askers(zorg):
            with acting(facts.actor(vrager)):
                looked_at = [*seen(zorg), vrager]
                assert in_database(looked_at, dag) == facts.rule(
                    feiten, looked_at, vrager
                )
                mine = facts.rule(feiten, [vrager], vrager)[vrager]
                assert zorg.rechten(Gebruiker(pk=vrager.persoon), dag) == mine


def askers(zorg: Zorg) -> Iterator[InRol]:
    for who in (zorg.anna, zorg.bram, zorg.zus, zorg.weg):
        for rol in ("client", "naaste"):
            yield InRol(who.pk, rol)
    for rol in ("professional", "ervaringsdeskundige"):
        yield InRol(zorg.pro.pk, rol, zorg.ggz.pk)
        yield InRol(zorg.verre_pro.pk, rol, zorg.verre.pk)
    yield InRol(zorg.pro.pk, "naaste")
    yield InRol(zorg.pro.pk, "professional", zorg.verre.pk)


def seen(zorg: Zorg) -> Iterator[InRol]:
    """Everybody, in each role that they can be involved in."""
    for who in PEOPLE:
        pk = getattr(zorg, who).pk
        org = zorg.verre.pk if who == "verre_pro" else zorg.ggz.pk
        yield InRol(pk, "naaste")
        yield InRol(pk, "professional", org)
        yield InRol(pk, "ervaringsdeskundige", org)


def in_database(looked_at: list[InRol], dag: date) -> dict[InRol, Rechten]:
    """As it decides about all of them, for who acts now."""
    sql = """SELECT w.n, r.client_id, r.onderdeel, r.recht, r.grond
             FROM unnest(%s::int[], %s::bigint[], %s::text[], %s::text[])
               AS w (n, wie, als, voor),
             LATERAL poort.rechten(w.wie, %s, w.als, w.voor) r"""
    found: dict[InRol, Rechten] = {one: {} for one in looked_at}
    with connection.cursor() as cursor:
        cursor.execute(
            sql,
            [
                list(range(len(looked_at))),
                [one.persoon for one in looked_at],
                [one.rol for one in looked_at],
                [str(one.organisatie or "") for one in looked_at],
                dag,
            ],
        )
        for n, client, part, recht, grond in cursor.fetchall():
            found[looked_at[n]][client, part] = (recht, grond)
    return found


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


class Facts:
    """The same facts twice: rows for the database, plain values for the rule."""

    def __init__(self, zorg: Zorg, born: date, closed: date | None, dag: date) -> None:
        self.zorg, self.dag = zorg, dag
        self.plans = {
            client.pk: Plan(client.pk, client.gebruiker_id, born, closed)
            for client in (zorg.plan, zorg.ander)
        }
        self.betrokken: list[Betrokken] = []
        self.toegekend: list[Toegekend] = []
        self.emergencies: list[Nood] = []
        self.bevoegd: list[Bevoegd] = []
        self.taken: set[tuple] = set()

    def involve(self, *, who, plan, kind, says, acts, period, **more) -> None:
        person, client = getattr(self.zorg, who), getattr(self.zorg, plan)
        key = (person.pk, client.pk, kind)
        if key in self.taken or person.pk == client.gebruiker_id:
            return  # the database refuses it
        self.taken.add(key)
        org = None
        if kind != "naaste":
            org = self.zorg.verre if who == "verre_pro" else self.zorg.ggz
        row = Betrokkenheid.objects.create(
            gebruiker=person,
            client=client,
            rol=kind,
            organisatie=org,
            behandelt=more["behandelt"] and kind == "professional",
            werkt="behandelaar" if kind == "professional" else "",
            van=period[0],
            tot=period[1],
        )
        self.betrokken.append(
            Betrokken(
                row.pk,
                person.pk,
                client.pk,
                kind,
                row.organisatie_id,
                Periode(*period),
                row.behandelt,
            )
        )
        for soort, zaken, (van, tot) in acts:
            made = self.zorg.acts(row, soort, *sorted(zaken), van=van, tot=tot)
            self.bevoegd.append(
                Bevoegd(made.pk, row.pk, soort, frozenset(zaken), Periode(van, tot))
            )
        for onderdeel, recht, (van, tot), by in says:
            giver = client.gebruiker if by == "client" else getattr(self.zorg, by)
            said = self.zorg.say(
                row, onderdeel, recht, van=van, tot=tot, gegeven_door=giver
            )
            self.toegekend.append(
                Toegekend(
                    said.pk, row.pk, onderdeel, recht, Periode(van, tot), giver.pk
                )
            )

    def nood(self, one) -> None:
        person = getattr(self.zorg, one["who"])
        org = self.zorg.verre if one["who"] == "verre_pro" else self.zorg.ggz
        van = NU + timedelta(minutes=one["from"])
        ended = None
        if one["ended"] is not None:
            ended = max(van, NU + timedelta(minutes=one["ended"]))
        told = None
        if one["told"] is not None:
            told = NU + timedelta(minutes=one["told"])
        tot = van + timedelta(minutes=60)
        self.zorg.nood(
            person,
            *one["onderdelen"],
            organisatie=org,
            begonnen_op=van,
            tot=tot,
            beeindigd_op=ended,
            vertel_op=told,
        )
        self.emergencies.append(
            Nood(
                person.pk,
                self.zorg.plan.pk,
                org.pk,
                frozenset(one["onderdelen"]),
                van,
                min(tot, ended or tot),
                told,
            )
        )

    def actor(self, vrager: InRol) -> Actor:
        org = str(vrager.organisatie or "")
        return Actor.person(
            vrager.persoon, rol=vrager.rol, organisatie=org, dag=self.dag
        )

    def feiten(self) -> list[Feiten]:
        """Of each plan, once all is said."""
        actief = frozenset(
            Gebruiker.objects.filter(is_active=True).values_list("pk", flat=True)
        )
        rollen = frozenset(
            Rol.objects.on(self.dag)
            .exclude(organisatie=None)
            .values_list("gebruiker_id", "soort", "organisatie_id")
        )
        said = (
            tuple(self.betrokken),
            tuple(self.toegekend),
            tuple(self.emergencies),
            tuple(self.bevoegd),
        )
        return [Feiten(plan, actief, rollen, *said) for plan in self.plans.values()]

    def rule(
        self, feiten: list[Feiten], looked_at: list[InRol], vrager: InRol
    ) -> dict[InRol, Rechten]:
        return {
            wie: {
                (one.plan.client, part): (int(recht), str(grond))
                for one in feiten
                for part, (recht, grond) in rechten(
                    one, wie, vrager, dag=self.dag, nu=NU
                ).items()
            }
            for wie in looked_at
        }


def test_the_table_of_parts_is_the_one_in_the_database(zorg):
    with connection.cursor() as cursor:
        cursor.execute("SELECT naam, deelbaar, behandeling, nood FROM poort.onderdeel")
        there = {row[0]: row[1:] for row in cursor.fetchall()}
    assert there == {
        key: (one.deelbaar, one.behandeling, one.nood)
        for key, one in ONDERDELEN.items()
    }
