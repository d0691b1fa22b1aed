"""The database function and the rule in plain Python say the same, over made-up facts."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

from django.db import transaction

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings, strategies as st

from basis.actor import Actor, acting
from netwerk.models import Betrokkenheid, Client
from netwerk.rules.onderdelen import ONDERDELEN
from netwerk.rules.rechten import (
    Betrokken,
    Feiten,
    Nood,
    Periode,
    Plan,
    Toegekend,
    Vrager,
    rechten,
)
from tests.netwerk.poort.world import Zorg
from toegang.models import Gebruiker, Rol

pytestmark = pytest.mark.django_db

DAG = date(2027, 3, 28)  # the night the clock is put forward
NU = datetime(2027, 3, 28, 12, tzinfo=UTC)
SOME = ("doelen", "crisiskaart", "trauma", "signaleringsplan", "kinderen")
WHO = ("zus", "pro", "verre_pro", "weg", "bram")

near = st.integers(-2, 2).map(lambda n: DAG + timedelta(days=n))
period = st.tuples(near, st.none() | near).filter(
    lambda p: p[1] is None or p[1] >= p[0]
)
capacity = st.fixed_dictionaries(
    {
        "who": st.sampled_from(WHO),
        "plan": st.sampled_from(("plan", "ander")),
        "kind": st.sampled_from(("naaste", "professional", "ervaringsdeskundige")),
        "behandelt": st.booleans(),
        "vertegenwoordigt": st.sampled_from(("", "", "ouder", "mentor")),
        "zaken": st.sets(st.sampled_from((*SOME, "dagboek")), min_size=1),
        "period": period,
        "says": st.lists(
            st.tuples(st.sampled_from(SOME), st.integers(0, 3), period), max_size=4
        ),
    }
)
emergency = st.fixed_dictionaries(
    {
        "who": st.sampled_from(("pro", "verre_pro", "weg")),
        "onderdelen": st.sets(st.sampled_from(SOME)),
        "from": st.integers(-90, 30),
        "ended": st.none() | st.integers(-20, 20),
    }
)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    capacities=st.lists(capacity, max_size=6),
    nood=st.lists(emergency, max_size=2),
    dag=near,
    role_ended=st.booleans(),
    birthday=st.integers(-1, 1),
)
def test_the_database_decides_as_the_rule_says(
    zorg, capacities, nood, dag, role_ended, birthday
):
    with undone(), time_machine.travel(NU, tick=False):
        born = DAG.replace(year=DAG.year - 18) + timedelta(days=birthday)
        Client.objects.for_job("proefdata").update(geboren_op=born)
        if role_ended:
            zorg.pro.rollen.update(tot=DAG - timedelta(days=1))
        facts = Facts(zorg, born, dag)
        for one in capacities:
            facts.involve(**one)
        for one in nood:
            facts.nood(one)
        for who, rol, org in askers(zorg):
            actor = Actor.person(who.pk, rol=rol, organisatie=str(org or ""), dag=dag)
            with acting(actor):
                for about in Gebruiker.objects.all():
                    expected = facts.rule(about, Vrager(who.pk, rol, org))
                    assert zorg.rechten(about, dag) == expected


def askers(zorg: Zorg) -> Iterator[tuple[Gebruiker, str, int | None]]:
    for who in (zorg.anna, zorg.bram, zorg.zus, zorg.weg):
        for rol in ("client", "naaste"):
            yield who, rol, None
    for rol in ("professional", "ervaringsdeskundige"):
        yield zorg.pro, rol, zorg.ggz.pk
        yield zorg.verre_pro, rol, zorg.verre.pk
    yield zorg.pro, "naaste", None
    yield zorg.pro, "professional", zorg.verre.pk


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


class Facts:
    """The same facts twice: rows for the database, plain values for the rule."""

    def __init__(self, zorg: Zorg, born: date, dag: date) -> None:
        self.zorg, self.dag = zorg, dag
        self.plans = {
            client.pk: Plan(client.pk, client.gebruiker_id, born)
            for client in (zorg.plan, zorg.ander)
        }
        self.betrokken: list[Betrokken] = []
        self.toegekend: list[Toegekend] = []
        self.emergencies: list[Nood] = []
        self.taken: set[tuple] = set()

    def involve(self, *, who, plan, kind, says, period, zaken, **more) -> None:
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
            vertegenwoordigt=more["vertegenwoordigt"],
            zaken=sorted(zaken) if more["vertegenwoordigt"] else [],
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
                row.vertegenwoordigt,
                frozenset(row.zaken),
            )
        )
        for onderdeel, recht, (van, tot) in says:
            said = self.zorg.say(row, onderdeel, recht, van=van, tot=tot)
            self.toegekend.append(
                Toegekend(said.pk, row.pk, onderdeel, recht, Periode(van, tot))
            )

    def nood(self, one) -> None:
        person = getattr(self.zorg, one["who"])
        org = self.zorg.verre if one["who"] == "verre_pro" else self.zorg.ggz
        van = NU + timedelta(minutes=one["from"])
        ended = None
        if one["ended"] is not None:
            ended = max(van, NU + timedelta(minutes=one["ended"]))
        tot = van + timedelta(minutes=60)
        self.zorg.nood(
            person,
            *one["onderdelen"],
            organisatie=org,
            begonnen_op=van,
            tot=tot,
            beeindigd_op=ended,
        )
        self.emergencies.append(
            Nood(
                person.pk,
                self.zorg.plan.pk,
                org.pk,
                frozenset(one["onderdelen"]),
                van,
                min(tot, ended or tot),
            )
        )

    def rule(self, about: Gebruiker, vrager: Vrager):
        actief = frozenset(
            Gebruiker.objects.filter(is_active=True).values_list("pk", flat=True)
        )
        rollen = frozenset(
            Rol.objects.on(self.dag)
            .exclude(organisatie=None)
            .values_list("gebruiker_id", "soort", "organisatie_id")
        )
        found = {}
        for plan in self.plans.values():
            feiten = Feiten(
                plan,
                actief,
                rollen,
                tuple(self.betrokken),
                tuple(self.toegekend),
                tuple(self.emergencies),
            )
            answer = rechten(feiten, about.pk, vrager, dag=self.dag, nu=NU)
            for part, (recht, grond) in answer.items():
                found[plan.client, part] = (int(recht), str(grond))
        return found


def test_the_table_of_parts_is_the_one_in_the_database(zorg):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT naam, deelbaar, behandeling, nood FROM poort.onderdeel")
        there = {row[0]: row[1:] for row in cursor.fetchall()}
    assert there == {
        key: (one.deelbaar, one.behandeling, one.nood)
        for key, one in ONDERDELEN.items()
    }
