"""Who owns what in the database, and what a process may do there."""

from django.db import connection

import pytest

from tests.architecture.models import MODELS
from toegang.models import GatedModel

pytestmark = pytest.mark.django_db
PROCESSES = ("nk_web", "nk_worker")


def rows(sql: str, *params: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params or None)
        return cursor.fetchall()


def test_everything_belongs_to_the_owner():
    others = rows(
        "SELECT relname, rolname FROM pg_class JOIN pg_roles ON pg_roles.oid = relowner"
        " JOIN pg_namespace ON pg_namespace.oid = relnamespace"
        " WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'"
        " AND rolname <> 'nk_owner'"
    )
    assert others == []


@pytest.mark.parametrize("role", PROCESSES)
def test_a_process_makes_and_empties_no_tables(role):
    assert rows("SELECT has_schema_privilege(%s, 'public', 'CREATE')", role) == [
        (False,)
    ]
    for table in (model._meta.db_table for model in MODELS):
        assert rows("SELECT has_table_privilege(%s, %s, 'TRUNCATE')", role, table) == [
            (False,)
        ]


@pytest.mark.parametrize("role", PROCESSES)
def test_a_table_made_later_can_be_used_at_once(role):
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE later (id bigint GENERATED ALWAYS AS IDENTITY)")
    may = "SELECT has_table_privilege(%s, 'later', 'SELECT, INSERT, UPDATE, DELETE')"
    assert rows(may, role) == [(True,)]


@pytest.mark.parametrize("role", PROCESSES)
def test_a_process_has_only_the_door_of_the_log(role):
    for table in ("regel", "schakel", "kop"):
        may = rows(
            "SELECT has_table_privilege(%s, %s, 'INSERT')"
            " OR has_table_privilege(%s, %s, 'UPDATE')"
            " OR has_table_privilege(%s, %s, 'DELETE')",
            *(role, f"logboek.{table}") * 3,
        )
        assert may == [(False,)]


def test_capitals_with_accents_are_letters_too():
    """initdb with --no-locale breaks this, and with it Dutch search."""
    assert rows("SELECT lower('É'), upper('ë')") == [("é", "Ë")]


# --- functions that work with the rights of their owner


def test_a_function_with_its_owners_rights_says_where_it_looks():
    """Else who calls it puts a table of their own in front of ours."""
    found = rows(
        "SELECT p.oid::regprocedure::text FROM pg_proc p"
        " JOIN pg_namespace n ON n.oid = p.pronamespace"
        " WHERE p.prosecdef AND n.nspname !~ '^pg_'"
        " AND NOT coalesce('search_path=pg_catalog, pg_temp' = ANY (p.proconfig), false)"
    )
    assert found == []


def test_a_function_with_its_owners_rights_is_of_who_may_least():
    """The gate has an owner that owns nothing else; the doors of the log are of the owner."""
    found = rows(
        "SELECT p.oid::regprocedure::text, pg_get_userbyid(p.proowner) FROM pg_proc p"
        " JOIN pg_namespace n ON n.oid = p.pronamespace"
        " WHERE p.prosecdef AND n.nspname !~ '^pg_'"
        " AND pg_get_userbyid(p.proowner) <> 'nk_poort'"
    )
    log = {"schrijf", "schakel_aan", "breuken", "weigering"}
    erasing = {"wissen.zoek", "wissen.client"}  # one job of a worker (docs/adr/0018)
    others = {name.partition("(")[0].removeprefix("logboek.") for name, _ in found}
    assert others <= log | erasing
    assert {owner for _, owner in found} == {"nk_owner"}


def test_no_function_of_ours_is_for_everybody():
    found = rows(
        "SELECT p.oid::regprocedure::text FROM pg_proc p"
        " JOIN pg_namespace n ON n.oid = p.pronamespace"
        " WHERE n.nspname IN ('poort', 'logboek', 'wissen') AND p.prosecdef"
        " AND p.prorettype <> 'trigger'::regtype"
        " AND has_function_privilege('nk_rapport', p.oid, 'EXECUTE')"
    )
    assert found == []


@pytest.mark.parametrize("role", PROCESSES)
def test_a_process_does_not_ask_whose_a_row_is_nor_what_is_not_told(role):
    found = rows(
        "SELECT p.proname FROM pg_proc p"
        " JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'logboek'"
        " AND has_function_privilege(%s, p.oid, 'EXECUTE') ORDER BY 1",
        role,
    )
    assert {name for (name,) in found} <= {"schrijf", "weigering", "weiger"}


# --- policies


def test_no_policy_lets_a_process_at_every_row():
    """For the gate itself there are such policies; for a process, or for everybody, none."""
    found = rows(
        "SELECT tablename, policyname FROM pg_policies WHERE"
        " (roles && ARRAY['nk_web', 'nk_worker', 'nk_rapport', 'public']::name[])"
        " AND ('true' IN (qual, with_check) OR roles && ARRAY['public']::name[])"
    )
    assert found == []


def test_what_hangs_on_a_walled_table_has_walls_too():
    """Also where it does not name the client itself: a judgement of an emergency does not."""
    found = rows(
        "SELECT DISTINCT f.conrelid::regclass::text FROM pg_constraint f"
        " JOIN pg_class c ON c.oid = f.conrelid JOIN pg_class t ON t.oid = f.confrelid"
        " WHERE f.contype = 'f' AND t.relrowsecurity"
        " AND NOT (c.relrowsecurity AND c.relforcerowsecurity)"
    )
    assert found == []


def test_walls_hold_for_the_owner_too():
    found = rows(
        "SELECT relname FROM pg_class WHERE relrowsecurity AND NOT relforcerowsecurity"
    )
    assert found == []


def test_every_table_behind_the_gate_has_walls():
    """Of a model that asks who asks (GatedModel) the database asks it too."""
    gated = {one._meta.db_table for one in MODELS if issubclass(one, GatedModel)}
    found = rows("SELECT relname FROM pg_class WHERE relrowsecurity")
    assert "netwerk_toestemming" in gated
    assert gated - {table for (table,) in found} == set()


# --- the log, and who a process is


def test_what_guards_the_log_is_switched_on():
    found = rows(
        "SELECT tgrelid::regclass::text, tgname FROM pg_trigger"
        " WHERE NOT tgisinternal AND tgenabled = 'O'"
        " AND tgrelid::regclass::text LIKE 'logboek.%%'"
    )
    assert set(found) == {
        ("logboek.regel", "keten"),
        ("logboek.regel", "alleen_groeien"),
        ("logboek.schakel", "alleen_groeien"),
    }


@pytest.mark.parametrize("role", PROCESSES)
def test_a_process_goes_round_no_policy_and_becomes_nobody_who_does(role):
    """Neither by a right of its own, nor as a member of who owns the tables or the gate."""
    assert rows(
        "SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = %s",
        role,
    ) == [(False, False, False)]
    for other in ("nk_owner", "nk_poort", "nk_backup"):
        assert rows("SELECT pg_has_role(%s, %s, 'MEMBER')", role, other) == [(False,)]
