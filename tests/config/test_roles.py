"""The roles on a server of its own, made as the containers make them."""

import os
import subprocess

import psycopg2
import pytest

from tests.engines import ROOT, postgres, postgres_tools

PASSWORDS = {
    f"NK_{who}_PASSWORD": f"geheim{who}" for who in ("WEB", "WORKER", "OWNER", "BACKUP")
}


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A cursor of the superuser, after the two files of the init folder ran, twice."""
    with postgres(tmp_path_factory.mktemp("pg")) as address:
        admin = psycopg2.connect(address)
        admin.autocommit = True
        with admin.cursor() as cursor:
            for _ in range(2):
                cursor.execute((ROOT / "tools/roles.sql").read_text())
                passwords(address)
            yield cursor
        admin.close()


def passwords(address: str) -> None:
    socket = address.partition("host=")[2]
    tools = f"{postgres_tools()}:{os.environ['PATH']}"
    where = {"PGHOST": socket, "PGUSER": "postgres", "PATH": tools}
    script = [ROOT / "tools/passwords.sh"]
    subprocess.run(script, env=os.environ | where | PASSWORDS, check=True)


def rows(cursor, sql: str) -> list[tuple]:
    cursor.execute(sql)
    return cursor.fetchall()


def test_only_the_one_that_backs_up_goes_round_row_level_security(server):
    found = rows(
        server,
        "SELECT rolname FROM pg_roles WHERE rolname LIKE 'nk_%'"
        " AND (rolsuper OR rolbypassrls OR rolcreaterole)",
    )
    assert found == [("nk_backup",)]


def test_nobody_of_ours_makes_databases(server):
    found = rows(server, "SELECT rolname FROM pg_roles WHERE rolcreatedb")
    assert found == [("postgres",)]


def test_processes_log_in_with_a_password_and_duties_do_not_log_in(server):
    found = rows(
        server,
        "SELECT rolname, rolcanlogin, rolpassword IS NOT NULL FROM pg_authid"
        " WHERE rolname LIKE 'nk_%' ORDER BY rolname",
    )
    assert found == [
        ("nk_backup", True, True),
        ("nk_loglezer", False, False),
        ("nk_owner", True, True),
        ("nk_poort", False, False),
        ("nk_rapport", False, False),
        ("nk_web", True, True),
        ("nk_worker", True, True),
    ]


def test_the_database_belongs_to_the_owner(server):
    owner = rows(
        server,
        "SELECT rolname FROM pg_database JOIN pg_roles ON pg_roles.oid = datdba"
        " WHERE datname = 'netwerkkompas'",
    )
    assert owner == [("nk_owner",)]
