"""Who owns what in the database, and what a process may do there."""

from django.db import connection

import pytest

from tests.architecture.models import MODELS

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
