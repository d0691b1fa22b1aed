"""The databases that are measured on.

A template is made once per hash of what makes it and per scale: the demo world, and big
rounds and a country of provisions straight from generate_series as nk_owner with `taak`
proefdata. From that one another is made with a country of people who have a plan: for the
measurements about them alone, as it takes long to copy. Each measurement gets a clone of
its own, which is gone afterwards.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg2

from bench.measure import Bench

ROOT = Path(__file__).resolve().parent.parent
BIG = ("bench/big.sql", "bench/vlekken.sql")
MAKERS = (
    "bench/world.py",
    *BIG,
    "bench/zoeken.sql",
    "kompas/content",
    "netwerk/content",
    "config/demo",
)
CARE = "bench/zorg.sql"
VOORZIENINGEN = 100_000
CLIENTEN, FEWEST = 281_000, 4_000
CLONE = "bench_clone"
ADDRESSES = ("DATABASE_URL", "DATABASE_URL_OWNER", "DATABASE_URL_WORKER")


def at(address: str, database: str) -> str:
    """The same login on another database of that server."""
    return urlunsplit(urlsplit(address)._replace(path=f"/{database}"))


def owner(database: str) -> str:
    return at(os.environ["DATABASE_URL_OWNER"], database)


def execute(database: str, sql: str) -> None:
    """As the owner, outside a transaction: CREATE DATABASE refuses one."""
    with closing(psycopg2.connect(owner(database))) as line:
        line.autocommit = True
        with line.cursor() as cursor:
            cursor.execute("SELECT set_config('nk.taak', 'proefdata', false)")
            cursor.execute(sql)


def rows(sql: str, *params: object, database: str = CLONE) -> list[tuple[Any, ...]]:
    with closing(psycopg2.connect(owner(database))) as line, line.cursor() as cursor:
        cursor.execute(sql, params or None)
        return cursor.fetchall()


def manage(database: str, *words: str) -> str:
    """Runs a management command on it; returns what it printed."""
    addresses = {key: at(os.environ[key], database) for key in ADDRESSES}
    return subprocess.check_output(
        [sys.executable, "manage.py", *words],
        cwd=ROOT,
        env=os.environ | addresses | {"NK_DEMO": "1"},
        text=True,
    )


@cache
def account(name: str) -> dict[str, str]:
    """`email` and `password` of somebody in the demo world."""
    found: dict[str, str] = json.loads(manage(CLONE, "demo"))["accounts"][name]
    return found


def template(*, care: bool = False) -> str:
    """Its name; made when it is not there yet, older ones go."""
    plain = f"bench_{_hash(MAKERS)}"
    cared = f"{plain}_{_hash([CARE])[:6]}"
    known = rows(
        "SELECT datname FROM pg_database WHERE datname LIKE 'bench\\_%'",
        database="postgres",
    )
    for (old,) in known:
        if old not in {plain, cared}:
            execute("postgres", f"DROP DATABASE {old} WITH (FORCE)")
    if (plain,) not in known:
        _make(plain)
    if care and (cared,) not in known:
        _add_care(plain, cared)
    return cared if care else plain


def _make(name: str) -> None:
    half = "bench_half"
    execute("postgres", f"CREATE DATABASE {half}")
    manage(half, "migrate", "--verbosity", "0")
    manage(half, "demo")
    for file in BIG:
        execute(half, (ROOT / file).read_text())
    country = (ROOT / "bench/zoeken.sql").read_text()
    execute(half, country.replace(":voorzieningen", str(Bench().size(VOORZIENINGEN))))
    manage(half, "laad_synoniemen")
    execute(half, "VACUUM ANALYZE")
    execute("postgres", f"ALTER DATABASE {half} RENAME TO {name}")


def _add_care(plain: str, name: str) -> None:
    half = "bench_half"
    execute("postgres", f"CREATE DATABASE {half} TEMPLATE {plain}")
    people = str(Bench().size(CLIENTEN, least=FEWEST))
    execute(half, (ROOT / CARE).read_text().replace(":clienten", people))
    execute(half, "VACUUM ANALYZE")
    execute("postgres", f"ALTER DATABASE {half} RENAME TO {name}")


def _hash(makers: Iterable[str]) -> str:
    files = [path for maker in makers for path in sorted(_files(ROOT / maker))]
    files += sorted(ROOT.glob("*/migrations/*.py"))
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in files))
    digest.update(str(Bench().scale).encode())
    return digest.hexdigest()[:12]


def _files(path: Path) -> Iterator[Path]:
    yield from [path] if path.is_file() else path.rglob("*.*")


@contextmanager
def clone(*, care: bool = False) -> Iterator[dict[str, str]]:
    """A fresh copy; yields its address per process."""
    name = template(care=care)
    how = " STRATEGY file_copy" if care else ""  # gigabytes are not written twice
    execute("postgres", f"DROP DATABASE IF EXISTS {CLONE} WITH (FORCE)")
    execute("postgres", f"CREATE DATABASE {CLONE} TEMPLATE {name}{how}")
    try:
        yield {key: at(os.environ[key], CLONE) for key in ADDRESSES}
    finally:
        execute("postgres", f"DROP DATABASE {CLONE} WITH (FORCE)")
