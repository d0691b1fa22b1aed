"""Engines of a test's own, made as devstack.py makes them; tools/ is no package."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tools"))

from database_roles import address, prepare  # noqa: E402
from devstack import postgres, postgres_tools, redis  # noqa: E402

__all__ = ["address", "manage", "own_database", "postgres", "postgres_tools", "redis"]
OURS = ("DATABASE_URL", "REDIS_URL", "PROCESS_ROLE", "DB_STATEMENT_TIMEOUT_MS")


@contextmanager
def own_database(data: Path) -> Iterator[dict[str, str]]:
    """An environment with an address per process, and ADMIN for the superuser's.

    Nothing is migrated yet. What the test itself runs on is left out.
    """
    with postgres(data, throwaway=True) as admin:
        rest = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(OURS)
        }
        yield rest | prepare(admin) | {"ADMIN": admin, "NK_DEVELOPMENT": "1"}


def manage(env: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
