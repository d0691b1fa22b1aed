"""`make demo`: the product with a demo world in one terminal.

    python tools/devstack.py var/demo python tools/demo.py var/demo

devstack.py hands over the addresses of PostgreSQL and Redis. This migrates, fills the world
once, starts web, worker and beat, and says where to look and how to log in. Ctrl-C or
SIGTERM stops all three; one that dies by itself stops the others, and its exit status is
ours. While it runs, FOLDER.json holds what a script needs.
"""

import ctypes
import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent
FOLDER = Path(sys.argv[1] if len(sys.argv) > 1 else "var/demo").resolve()
HANDOVER = FOLDER.with_suffix(".json")
READY_S, STOP_S, LOOK_EVERY_S, LAST_LINES = 60, 25, 0.2, 15
PR_SET_PDEATHSIG = 1

PROCESSES = ("web", "worker", "beat")  # as tools/serve.sh calls them
Processes = dict[str, "subprocess.Popen[bytes]"]


class Ended(Exception):
    """One of ours died. `status` is for the shell."""

    def __init__(self, name: str, code: int) -> None:
        super().__init__(name)
        self.status = code if code > 0 else 128 - code if code else 1


def environment(port: int) -> dict[str, str]:
    """What all processes of the demo share, on top of the addresses of devstack.py."""
    mfa = os.environ.get("DEMO_MFA", "") == "1"
    ours = {
        "NK_DEMO": "1",
        "MFA_FORCED": "1" if mfa else "0",
        "BASE_URL": f"http://127.0.0.1:{port}",
        "PORT": str(port),
        "MAIL_TRANSPORT": "django.core.mail.backends.filebased.EmailBackend",
        "EMAIL_FILE_PATH": f"{FOLDER}/mail",
        "MEDIA_ROOT": f"{FOLDER}/media",
        "BEAT_FILE": f"{FOLDER}/beat",
        "LOGBOEK_GETUIGE": f"{FOLDER}/getuige.jsonl",
        "WISLIJST": f"{FOLDER}/gewist.jsonl",
    }
    given = {
        name: value
        for name, value in os.environ.items()
        if name == "NK_DEVELOPMENT" or name.startswith(("DATABASE_URL", "REDIS_URL"))
    }
    return given | {"REGIO_NAAM": "Lindestroom"} | ours


def as_worker(env: dict[str, str]) -> dict[str, str]:
    return env | {
        "DATABASE_URL": env["DATABASE_URL_WORKER"],
        "PROCESS_ROLE": "nk_worker",
        "WORKER_PROCESSES": "1",
    }


def manage(env: dict[str, str], *words: str) -> str:
    """Runs a management command to its end; returns what it printed."""
    done = subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=ROOT,
        env=os.environ | env,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{done.stdout}manage.py {words[0]} stopte met {done.returncode}.")
    return done.stdout


def fill(env: dict[str, str]) -> dict[str, Any]:
    """The last line of `manage.py demo` is JSON: join_code and accounts."""
    filled: dict[str, Any] = json.loads(manage(env, "demo").splitlines()[-1])
    return filled


def end_with_parent() -> None:
    """Also when this is killed in a way it cannot answer."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def start(env: dict[str, str], stack: ExitStack) -> Processes:
    """Each in a group of its own: Ctrl-C in the terminal is for us, we end them."""
    running: Processes = {}
    stack.callback(stop, running)
    for name in PROCESSES:
        log = stack.enter_context(log_of(name).open("wb"))
        running[name] = subprocess.Popen(
            ["tools/serve.sh", name],
            cwd=ROOT,
            env=os.environ | (env if name == "web" else as_worker(env)),
            stdout=log,
            stderr=log,
            process_group=0,
            preexec_fn=end_with_parent,  # noqa: PLW1509 - no threads here
        )
    return running


def log_of(name: str) -> Path:
    return FOLDER / f"{name}.log"


def stop(running: Processes) -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    for process in running.values():
        process.terminate()
    deadline = time.monotonic() + STOP_S
    for process in running.values():
        try:
            process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()


def look(running: Processes) -> None:
    """Raises Ended when one is no longer there."""
    for name, process in running.items():
        if process.poll() is not None:
            raise Ended(name, process.returncode)


def wait_until_ready(running: Processes, base_url: str) -> None:
    deadline = time.monotonic() + READY_S
    while time.monotonic() < deadline:
        look(running)
        try:
            with urlopen(f"{base_url}/readyz", timeout=3):  # noqa: S310 - our own
                return
        except (URLError, OSError):
            time.sleep(LOOK_EVERY_S)
    sys.exit(f"De demo werd niet klaar binnen {READY_S} s: zie {log_of('web')}")


def hand_over(env: dict[str, str], filled: dict[str, Any], stack: ExitStack) -> None:
    stack.callback(HANDOVER.unlink, missing_ok=True)
    half = HANDOVER.with_suffix(".part")
    half.touch(mode=0o600)
    half.write_text(json.dumps({"base_url": env["BASE_URL"], **filled, "env": env}))
    half.replace(HANDOVER)


def greeting(env: dict[str, str], filled: dict[str, Any]) -> str:
    url, accounts = env["BASE_URL"], filled["accounts"]
    rows = [
        (name, one["email"], one["password"], one.get("totp", ""))
        for name, one in accounts.items()
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [f"\nNetwerkkompas draait op {url}. Inloggen kan als:\n"]
    for row in rows:
        cells = [f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)]
        lines.append("  " + "  ".join(cells))
    if code := filled["join_code"]:
        lines.append(f"\nMeedoen als gast: {url}/meedoen/{code}/")
    lines.append(f"\nLogs en mail staan in {FOLDER}. Stoppen: Ctrl-C.\n")
    return "\n".join(line.rstrip() for line in lines)


def check_port(port: int) -> None:
    with socket.socket() as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            line.bind(("127.0.0.1", port))
        except OSError:
            sys.exit(f"Poort {port} is bezet. Neem een andere: make demo PORT=8001")


def run(port: int) -> None:
    env = environment(port)
    manage(env, "migrate", "--verbosity", "0")
    filled = fill(env)
    with ExitStack() as stack:
        running = start(env, stack)
        wait_until_ready(running, env["BASE_URL"])
        hand_over(env, filled, stack)
        print(greeting(env, filled), flush=True)
        while True:
            time.sleep(LOOK_EVERY_S)
            look(running)


def main() -> int:
    port = int(os.environ.get("PORT") or "8000")
    check_port(port)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, _: sys.exit(128 + number))
    try:
        run(port)
    except KeyboardInterrupt:
        return 130
    except Ended as ended:
        name = str(ended)
        last = log_of(name).read_text(errors="replace").splitlines()[-LAST_LINES:]
        print("\n".join(last), file=sys.stderr)
        print(f"De demo stopt: {name} is gestopt ({ended.status}).", file=sys.stderr)
        return ended.status
    return 0


if __name__ == "__main__":
    sys.exit(main())
