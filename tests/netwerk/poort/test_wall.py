"""The second wall, asked directly: what the database gives when the code forgot to ask."""

from contextlib import contextmanager
from datetime import timedelta

from django.db import ProgrammingError, connection, transaction

import pytest

from basis.actor import Actor, acting
from netwerk.models import Betrokkenheid, Client, Toestemming
from netwerk.rules.onderdelen import Recht
from toegang.gate import GateShut

pytestmark = pytest.mark.django_db

TABLES = (
    *("client", "betrokkenheid", "toestemming", "noodkeuze", "noodtoegang"),
    "dagboeksleutel",
)
NOTHING = [0] * len(TABLES)


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
        assert count() == NOTHING


def test_each_sees_what_is_theirs(given):
    seen = {
        given.anna: [1, 1, 1, 0, 1, 1],
        given.bram: [1, 0, 0, 0, 0, 1],
        given.zus: [1, 1, 0, 0, 0, 0],
        given.pro: [1, 0, 0, 0, 1, 0],
        given.verre_pro: NOTHING,
        given.weg: NOTHING,
    }
    for who, counts in seen.items():
        with given.as_(who):
            assert count() == counts, who.naam


def test_in_another_role_the_own_plan_is_not_there(given):
    with given.as_(given.anna, "naaste"):
        assert count() == NOTHING


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


def test_a_plan_begins_about_oneself_today_in_the_role_of_client_from_sixteen_on(given):
    year = given.today.year - 16
    sixteen = given.today.replace(year=year) - timedelta(days=1)
    right = {"begonnen_op": given.today, "geboren_op": sixteen}
    for who, rol, more in (
        (given.verre_pro, "client", {}),
        (given.zus, "naaste", {}),
        (given.zus, "client", {"geboren_op": sixteen + timedelta(days=2)}),
        (given.zus, "client", {"begonnen_op": given.today - timedelta(days=1)}),
        (given.zus, "client", {"gesloten_op": given.today}),
    ):
        with given.as_(given.zus, rol), refused():
            given.new_plan(who, **right | more)
    with given.as_(given.zus, "client"):
        assert given.new_plan(given.zus, **right).diary_key


def test_nobody_opens_an_emergency_by_hand(given):
    """Only the function does that asks for a reason and a fresh second step."""
    for who in (given.pro, given.anna):
        with given.as_(who), refused("permission denied"):
            given.nood(who, "crisiskaart")


def test_consent_is_given_in_ones_own_name(given):
    zus = Betrokkenheid.objects.for_job("proefdata").get(gebruiker=given.zus)
    with given.as_(given.anna), refused():
        given.say(zus, "doelen", Recht.LEZEN, gegeven_door=given.bram)


def test_consent_is_not_dated_back(given):
    zus = Betrokkenheid.objects.for_job("proefdata").get(gebruiker=given.zus)
    with given.as_(given.anna), refused():
        given.say(zus, "doelen", Recht.LEZEN, van=given.today - timedelta(days=1))


def test_who_acts_for_the_client_gives_consent_in_their_matters_only(given):
    given.involve(given.bram, vertegenwoordigt="mentor", zaken=["doelen"])
    zus = Betrokkenheid.objects.for_job("proefdata").get(gebruiker=given.zus)
    asked = {"gegeven_door": given.bram}
    with given.as_(given.bram, "naaste"):
        given.say(zus, "doelen", Recht.LEZEN, **asked)
        seen = Toestemming.objects.for_job("proefdata")
        assert [row.onderdeel for row in seen] == ["doelen"]
        with refused():
            given.say(zus, "wonen", Recht.LEZEN, **asked)
        with refused():
            given.say(zus, "doelen", Recht.LEZEN, gegeven_door=given.anna)
    with given.as_(given.bram), refused():  # in the role of client of the own plan
        given.say(zus, "doelen", Recht.LEZEN, **asked)


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO netwerk_toestemming (id) VALUES (999999)",
        "INSERT INTO netwerk_noodkeuze (id) VALUES (999999)",
        "UPDATE netwerk_dagboeksleutel SET box = ''",
        "DELETE FROM netwerk_dagboeksleutel",
        "UPDATE toegang_rol SET soort = 'professional'",
        "UPDATE toegang_rol SET organisatie_id = 1",
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


def test_what_was_begun_can_be_ended_from_today_on_and_stays_ended(given):
    end = "UPDATE netwerk_betrokkenheid SET tot = %s"
    with given.as_(given.anna):
        with refused():
            ask(end, given.today - timedelta(days=1))
        assert ask(end, given.today) == 1
    with given.as_(given.anna, dag=given.today + timedelta(days=1)):
        assert ask(end, None) == 0


def test_an_emergency_is_ended_once(given):
    end = "UPDATE netwerk_noodtoegang SET beeindigd_op = "
    with given.as_(given.pro):
        with refused():
            ask(f"{end} NULL")
        assert ask(f"{end} begonnen_op") == 1
        assert ask(f"{end} tot") == 0


def test_the_gate_reads_no_key(given):
    asked = "SELECT has_column_privilege('nk_poort', 'netwerk_client', %s, 'SELECT')"
    assert ask(asked, "sleutel_box") == [(False,)]
    assert ask(asked, "gebruiker_id") == [(True,)]


def test_a_job_without_a_policy_for_its_purpose_sees_nothing(given, settings):
    settings.PROCESS_ROLE = "nk_worker"
    for taak in ("herinneren", "proefdata"):
        with acting(Actor.job(taak)):
            assert count() == NOTHING


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
        "SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity"
        " FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
        " WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace"
        " AND (a.attname = 'client_id' OR c.relname = 'netwerk_client')"
    )
    walls = dict(rows)
    assert {"netwerk_client", Toestemming._meta.db_table} <= set(walls)
    assert [table for table, walled in walls.items() if not walled] == []


NOT_FOUND = {
    "clientplan_concept",  # its author's alone
    "clientplan_dagboekblad",  # nobody else has a way in: it leaves no line
}


def test_every_row_about_a_client_with_an_address_is_found_when_it_was_refused():
    rows = ask(
        "SELECT c.relname FROM pg_class c"
        " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'client_id'"
        " JOIN pg_attribute u ON u.attrelid = c.oid AND u.attname = 'uuid'"
        " WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace"
    )
    looked = {table for (table,) in ask("SELECT tabel FROM poort.vindplaats")}
    assert {table for (table,) in rows} - looked == NOT_FOUND
