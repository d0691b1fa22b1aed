"""One migrated database per version of the migrations; each worker's is a copy of it.

Migrating takes as long as hundreds of tests. The name carries a hash of everything that
makes a schema, so that a change makes a new one.
"""

import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg2
from psycopg2.sql import SQL, Identifier

ROOT = Path(__file__).resolve().parents[1]
PREFIX = "nk_gemigreerd_"
LOCK = 70_11_27  # one of the workers builds, the others wait


def migrated_database() -> str:
    """Its name; built when it is not there yet."""
    name = PREFIX + _hash()
    server = psycopg2.connect(_address("postgres"))
    server.autocommit = True
    try:
        with server.cursor() as cursor:
            _take_turn(cursor)
            cursor.execute("SELECT FROM pg_database WHERE datname = %s", [name])
            if cursor.rowcount == 0:
                _build(cursor, name)
    finally:
        server.close()  # and with it the lock
    return name


def _take_turn(cursor: psycopg2.extensions.cursor) -> None:
    """Asks again and again: migrating may take longer on a busy machine than we wait for
    a database that is silent (basis/deadline.py), and this one only says nothing."""
    while True:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
        row = cursor.fetchone()
        if row and row[0]:
            return
        time.sleep(0.2)


def _hash() -> str:
    sources = sorted(
        path
        for pattern in ("*/migrations/*.py", "*/sql/*.sql")
        for path in ROOT.glob(pattern)
    )
    digest = hashlib.sha256()
    for path in [*sources, ROOT / "uv.lock"]:
        digest.update(path.relative_to(ROOT).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _address(name: str) -> str:
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))


def _build(cursor: psycopg2.extensions.cursor, name: str) -> None:
    """Under another name first: what was broken off half-way is not taken for whole."""
    half = f"{name}_half"
    cursor.execute(
        "SELECT datname FROM pg_database WHERE datname LIKE %s", [PREFIX + "%"]
    )
    for (old,) in cursor.fetchall():  # of other versions
        cursor.execute(SQL("DROP DATABASE IF EXISTS {}").format(Identifier(old)))
    cursor.execute(SQL("CREATE DATABASE {}").format(Identifier(half)))
    there = _address(half)
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity=0"],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": there, "DATABASE_URL_OWNER": there},
        check=True,
    )
    cursor.execute(
        SQL("ALTER DATABASE {} RENAME TO {}").format(Identifier(half), Identifier(name))
    )
