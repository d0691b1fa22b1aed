"""The log only grows, is chained at COMMIT, and a break is named (T6)."""

import uuid
from io import StringIO

from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

import pytest

from basis.actor import Actor, acting
from logboek import services as logboek

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def regio() -> str:
    """A chain of its own: lines stay after a test, for the log only grows."""
    return f"proef-{uuid.uuid4().hex[:8]}"


def write(regio: str, times: int = 3) -> None:
    for n in range(times):
        with acting(Actor.person(7, rol="procesbegeleider", spoor=f"s{n}")):
            logboek.record(logboek.Actie.READ, "ronde", object_id=n, regio=regio)


def ask(sql: str, *params: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params or None)
        return cursor.fetchall() if cursor.description else []


def breaks_after(regio: str, *statements: str) -> list[tuple]:
    """What is said after an owner went round the triggers; then it is undone."""
    with transaction.atomic():
        for table in ("regel", "schakel"):
            ask(f"ALTER TABLE logboek.{table} DISABLE TRIGGER USER")
        for sql in statements:
            ask(sql)
        found = ask("SELECT wat FROM logboek.breuken(%s)", regio)
        transaction.set_rollback(True)
    return found


def test_a_line_says_who_asked_and_in_which_role(regio):
    write(regio, 1)
    assert ask(
        "SELECT persoon, rol, actie::text, spoor FROM logboek.regel WHERE regio = %s",
        regio,
    ) == [("7", "procesbegeleider", "R", "s0")]


def test_a_line_is_linked_when_its_transaction_commits(regio):
    linked = "SELECT count(*) FROM logboek.schakel WHERE regio = %s"
    with acting(Actor.person(7)):
        logboek.record(logboek.Actie.READ, "ronde", regio=regio)
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")
            cursor.execute(linked, [regio])
            assert cursor.fetchone() == (0,)
    assert ask(linked, regio) == [(1,)]


def test_what_is_rolled_back_leaves_no_line(regio):
    def write_and_break() -> None:
        with acting(Actor.person(7)):
            logboek.record(logboek.Actie.READ, "ronde", regio=regio)
            raise ValueError("stuk")

    with pytest.raises(ValueError, match="stuk"):
        write_and_break()
    assert ask("SELECT count(*) FROM logboek.regel WHERE regio = %s", regio) == [(0,)]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE logboek.regel SET persoon = '8'",
        "DELETE FROM logboek.schakel",
        "TRUNCATE logboek.schakel",
    ],
)
def test_even_its_owner_cannot_change_or_remove_a_line(regio, sql):
    write(regio, 1)
    with pytest.raises(DatabaseError, match="groeit alleen"), transaction.atomic():
        ask(sql)


def test_nobody_writes_a_line_without_saying_who_asks(regio):
    with pytest.raises(DatabaseError, match="niemand vraagt dit"), acting(Actor()):
        logboek.record(logboek.Actie.READ, "ronde", regio=regio)


def test_a_request_cannot_read_the_log(regio):
    with (
        pytest.raises(DatabaseError, match="permission denied"),
        acting(Actor.person(7)),
    ):
        ask("SELECT count(*) FROM logboek.regel")


def test_an_untouched_chain_holds(regio):
    write(regio)
    assert breaks_after(regio) == []


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE logboek.regel SET object_id = 'x' WHERE regio = '{r}'", "inhoud"),
        (
            "DELETE FROM logboek.schakel WHERE regio = '{r}' AND volgnummer = 2",
            "schakel ontbreekt",
        ),
        (
            "DELETE FROM logboek.schakel WHERE regio = '{r}' AND volgnummer > 1",
            "staart ontbreekt",
        ),
    ],
    ids=["edited", "removed", "cut off"],
)
def test_a_break_is_named(regio, statement, said):
    write(regio)
    found = [wat for (wat,) in breaks_after(regio, statement.format(r=regio))]
    assert any(said in wat for wat in found)


def test_a_line_that_was_slipped_in_is_named(regio):
    write(regio, 1)
    columns = ", ".join(
        name
        for (name,) in ask(
            "SELECT column_name::text FROM information_schema.columns"
            " WHERE table_schema = 'logboek' AND table_name = 'regel'"
            " AND column_name <> 'id'"
        )
    )
    slip = (
        f"INSERT INTO logboek.regel ({columns})"  # noqa: S608 - columns, a made-up region
        f" SELECT {columns} FROM logboek.regel WHERE regio = '{regio}' LIMIT 1"
    )
    found = [wat for (wat,) in breaks_after(regio, slip)]
    assert any("zonder schakel" in wat for wat in found)


def test_the_command_says_that_the_chains_hold(regio):
    write(regio)
    out = StringIO()
    call_command("check_logboek", stdout=out, stderr=out)
    assert "keten klopt" in out.getvalue()
