"""The product as it runs for people: processes of its own, over lines that can break."""

import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import psycopg2

from bench.phone import Phone
from tests.engines import ROOT, manage
from tests.faults.proxy import Proxy

PATIENCE_S = 180  # how busy the machine is, is not what is tested


def until(what: Callable[[], Any], patience_s: float = PATIENCE_S) -> Any:
    """Waits for something true and returns it; fails the test when it does not come."""
    deadline = time.monotonic() + patience_s
    while time.monotonic() < deadline:
        if found := what():
            return found
        time.sleep(0.05)
    raise AssertionError(f"not within {patience_s} s: {what}")


class Product:
    """Web, and a worker when asked for, on a filled database.

    `database` and `redis` are the lines that can break; `rows` looks past them.
    """

    def __init__(self, env: dict[str, str], folder: Path, redis: Path) -> None:
        socket_file = Path(env["ADMIN"].partition("host=")[2]) / ".s.PGSQL.5432"
        self.database, self.redis = Proxy(socket_file), Proxy(redis)
        self.folder, self.port, self.admin = folder, free_port(), env["ADMIN"]
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        self.env = env | {
            "PORT": str(self.port),
            "NK_DEMO": "1",
            "MFA_FORCED": "0",
            "BASE_URL": f"http://127.0.0.1:{self.port}",
            "MEDIA_ROOT": str(folder / "media"),
            "MAIL_TRANSPORT": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": str(folder / "mail"),
            "WEB_WORKERS": "1",
            "WEB_THREADS": "4",
            "WORKER_PROCESSES": "1",
            "REDIS_URL": f"redis://127.0.0.1:{self.redis.port}/0",
        }
        self.demo: dict[str, Any] = {}

    def fill(self) -> None:
        done = manage(self.env, "migrate", "--verbosity", "0")
        assert done.returncode == 0, done.stderr
        filled = manage(self.env, "demo")
        assert filled.returncode == 0, filled.stderr
        self.demo = json.loads(filled.stdout.splitlines()[-1])

    def start(self, name: str) -> subprocess.Popen[bytes]:
        if name in self.processes:  # of an earlier test: it would be forgotten
            self.kill(name)
        role = "nk_web" if name == "web" else "nk_worker"
        line = f"127.0.0.1:{self.database.port}"
        mine = {
            "DATABASE_URL": f"postgres://{role}@{line}/netwerkkompas",
            "PROCESS_ROLE": role,
        }
        log = (self.folder / f"{name}.log").open("ab")
        self.processes[name] = subprocess.Popen(
            ["tools/serve.sh", name],
            cwd=ROOT,
            env=self.env | mine,
            stdout=log,
            stderr=log,
            process_group=0,
        )
        return self.processes[name]

    def kill(self, name: str) -> None:
        """All at once, as when a machine loses power."""
        process = self.processes.pop(name)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def stop(self) -> None:
        for process in self.processes.values():
            process.terminate()
        for process in self.processes.values():
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
        self.database.close()
        self.redis.close()

    def heal(self) -> None:
        self.database.become("ok")
        self.redis.become("ok")
        until(lambda: self.readyz()[0] == 200)

    def readyz(self) -> tuple[int, dict[str, Any]]:
        """Status and words; 0 while there is no web process."""
        try:
            with urlopen(f"{self.env['BASE_URL']}/readyz", timeout=5) as answer:  # noqa: S310
                return answer.status, json.load(answer)
        except HTTPError as error:
            return error.code, json.load(error)
        except OSError:
            return 0, {}

    def phone(self) -> Phone:
        return Phone(self.port)

    def rows(self, sql: str, *params: object) -> list[tuple]:
        """Asked of the server itself, as its superuser."""
        line = psycopg2.connect(self.admin.replace("/postgres?", "/netwerkkompas?"))
        try:
            with line, line.cursor() as cursor:
                cursor.execute(sql, params or None)
                return cursor.fetchall()
        finally:
            line.close()

    def log(self, name: str) -> str:
        return (self.folder / f"{name}.log").read_text(errors="replace")


def free_port() -> int:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        port: int = line.getsockname()[1]
        return port
