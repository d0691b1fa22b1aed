"""The second wall, asked directly: what the database gives when the code forgot to ask."""

from contextlib import contextmanager
from datetime import timedelta

from django.db import ProgrammingError, connection, transaction
from django.utils import timezone

import pytest

from basis.actor import Actor, acting
from netwerk.choices import Noodgrond
from netwerk.models import Betrokkenheid, Client, Noodkeuze, Toestemming
from netwerk.rules.onderdelen import Recht
from toegang.gate import GateShut

pytestmark = pytest.mark.django_db

TABLES = ("client", "betrokkenheid", "toestemming", "noodkeuze", "noodtoegang")


def ask(sql, *params):
    """Rows of a question, or how many rows a statement changed."""
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall() if cursor.description else cursor.rowcount


def count():
    counts = [ask(f"SELECT count(*) FROM netwerk_{name}") for name in TABLES]  # noqa: S608
    return [rows[0][0] for rows in counts]


@contextmanager
def refused(words="row-level security"):
    with pytest.raises(ProgrammingError, match=words), transaction.atomic():
        yield


@pytest.fixture
def given(zorg):
    zorg.say(zorg.involve(zorg.zus), "crisiskaart", Recht.LEZEN)
    zorg.nood(zorg.pro, "crisiskaart")
    return zorg


def test_nobody_asks_nothing_comes(given):
    with acting(Actor()):
        assert count() == [0, 0, 0, 0, 0]


def test_each_sees_what_is_theirs(given):
    seen = {
        given.anna: [1, 1, 1, 0, 1],
        given.bram: [1, 0, 0, 0, 0],
        given.zus: [1, 1, 0, 0, 0],
        given.pro: [1, 0, 0, 0, 1],
        given.verre_pro: [0, 0, 0, 0, 0],
        given.weg: [0, 0, 0, 0, 0],
    }
    for who, counts in seen.items():
        with given.as_(who):
            assert count() == counts, who.naam


def test_in_another_role_the_own_plan_is_not_there(given):
    with given.as_(given.anna, "naaste"):
        assert count() == [0, 0, 0, 0, 0]


def test_a_query_without_who_asks_raises(given):
    with given.as_(given.anna), pytest.raises(GateShut):
        list(Client.objects.all())
    with given.as_(given.anna):
        assert list(Client.objects.visible_to(given.anna)) == [given.plan]


def test_nobody_involves_themselves(given):
    with given.as_(given.verre_pro), refused():
        given.involve(given.verre_pro, organisatie=given.verre, behandelt=True)


def test_nobody_gives_consent_on_anothers_plan(given):
    zus = given.involve(given.zus, client=given.ander)
    for who in (given.anna, given.zus, given.pro):
        with given.as_(who), refused():
            given.say(zus, "doelen", Recht.LEZEN)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE netwerk_toestemming SET recht = 3",
        "DELETE FROM netwerk_toestemming",
        "DELETE FROM netwerk_client",
        "DELETE FROM netwerk_betrokkenheid",
        "UPDATE poort.onderdeel SET deelbaar = true",
        "TRUNCATE netwerk_client CASCADE",
    ],
)
def test_even_the_client_cannot_take_away_what_was_said(given, sql):
    with given.as_(given.anna), refused("permission denied|must be owner"):
        ask(sql)


def test_a_plan_begins_only_about_oneself(given):
    with given.as_(given.zus, "client"), refused():
        given.new_plan(given.verre_pro)
    with given.as_(given.zus, "client"):
        given.new_plan(given.zus)


def test_emergency_access_is_opened_by_a_professional_for_their_own_organisation(given):
    for who, rol in ((given.zus, ""), (given.pro, "naaste"), (given.verre_pro, "")):
        with given.as_(who, rol), refused():
            given.nood(who, "crisiskaart")


def answer(zorg, *onderdelen):
    with zorg.as_(zorg.anna):
        Noodkeuze.objects.create(client=zorg.plan, onderdelen=list(onderdelen))


def opens(zorg, *onderdelen, grond=Noodgrond.KEUZE, **more):
    with zorg.as_(zorg.pro):
        zorg.nood(zorg.pro, *onderdelen, grond=grond, **more)


def test_in_an_emergency_opens_what_the_client_chose(zorg):
    answer(zorg, "crisiskaart", "medicatie")
    answer(zorg, "crisiskaart")  # the last word counts
    opens(zorg, "crisiskaart")
    with refused():
        opens(zorg, "medicatie")


def test_nothing_opens_before_the_client_was_asked(zorg):
    for grond in Noodgrond:
        with refused():
            opens(zorg, "crisiskaart", grond=grond)


def test_grave_danger_opens_more_and_never_what_is_not_for_emergencies(zorg):
    answer(zorg)
    opens(zorg, "medicatie", grond=Noodgrond.VITAAL)
    with refused():
        opens(zorg, "trauma", grond=Noodgrond.VITAAL)


def test_an_emergency_lasts_an_hour_and_begins_now(zorg):
    answer(zorg, "crisiskaart")
    now = timezone.now()
    for begin, end in ((0, 61), (5, 30)):
        with refused():
            opens(
                zorg,
                "crisiskaart",
                begonnen_op=now + timedelta(minutes=begin),
                tot=now + timedelta(minutes=end),
            )


def test_consent_is_given_in_ones_own_name(given):
    zus = Betrokkenheid.objects.for_job("proefdata").get(gebruiker=given.zus)
    with given.as_(given.anna), refused():
        given.say(zus, "doelen", Recht.LEZEN, gegeven_door=given.bram)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE netwerk_betrokkenheid SET gebruiker_id = gebruiker_id + 1",
        "UPDATE netwerk_betrokkenheid SET behandelt = true",
        "UPDATE netwerk_client SET geboren_op = '2000-01-01'",
        "UPDATE netwerk_client SET gebruiker_id = gebruiker_id + 1",
        "UPDATE netwerk_client SET sleutel_box = ''",
        "UPDATE netwerk_noodtoegang SET tot = tot + interval '1 day'",
    ],
)
def test_what_the_decision_stands_on_cannot_be_moved(given, sql):
    for who in (given.anna, given.pro):
        with given.as_(who), refused("permission denied"):
            ask(sql)


def test_what_was_begun_can_be_ended(given):
    with given.as_(given.anna):
        assert ask("UPDATE netwerk_betrokkenheid SET tot = van") == 1
    with given.as_(given.pro):
        assert ask("UPDATE netwerk_noodtoegang SET beeindigd_op = begonnen_op") == 1


def test_the_gate_reads_no_key(given):
    asked = "SELECT has_column_privilege('nk_poort', 'netwerk_client', %s, 'SELECT')"
    assert ask(asked, "sleutel_box") == [(False,)]
    assert ask(asked, "gebruiker_id") == [(True,)]


def test_a_job_without_a_policy_for_its_purpose_sees_nothing(given, settings):
    settings.PROCESS_ROLE = "nk_worker"
    for taak in ("herinneren", "proefdata"):
        with acting(Actor.job(taak)):
            assert count() == [0, 0, 0, 0, 0]


def test_a_data_migration_without_its_purpose_would_change_nothing(given):
    with transaction.atomic():
        ask("SELECT set_config('nk.taak', '', true)")
        assert ask("UPDATE netwerk_client SET regio_id = regio_id") == 0
        ask("SELECT set_config('nk.taak', 'migratie', true)")
        assert ask("UPDATE netwerk_client SET regio_id = regio_id") == 2


def test_policies_have_the_one_form_that_is_fast():
    """A function per row never ended at national size (ontwerp-keuzes)."""
    rows = ask(
        "SELECT tablename, policyname, coalesce(qual, with_check) FROM pg_policies"
        " WHERE policyname IN ('lezen', 'toevoegen', 'wijzigen', 'verwijderen')"
    )
    assert rows
    for table, policy, condition in rows:
        assert "ANY (ARRAY( SELECT" in condition, (table, policy)


def test_every_table_about_a_client_has_its_walls():
    rows = ask(
        "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
        " WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace"
        " AND (a.attname = 'client_id' OR c.relname = 'netwerk_client')"
        " AND NOT (c.relrowsecurity AND c.relforcerowsecurity)"
    )
    assert rows == []
    assert Toestemming._meta.db_table == "netwerk_toestemming"
