"""The product over real HTTP: gunicorn with two processes and threads, as in production."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from bench.phone import Phone
from bench.world import ROOT, clone

READY_S = 60


@contextmanager
def product(*, care: bool = False) -> Iterator[int]:
    """On a clone of its own; yields the port on 127.0.0.1."""
    with clone(care=care) as addresses, socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        port: int = line.getsockname()[1]
        line.close()
        ours = {
            "PORT": str(port),
            "DJANGO_SETTINGS_MODULE": "bench.settings",
            "MFA_FORCED": "0",
            "LOG_LEVEL": "WARNING",
            "WEB_WORKERS": "2",
        }
        process = subprocess.Popen(
            ["tools/serve.sh", "web"],
            cwd=ROOT,
            env=os.environ | addresses | ours,
            stdout=sys.stderr,
        )
        try:
            _wait_until_ready(port, process)
            yield port
        finally:
            process.terminate()
            process.wait()


def _wait_until_ready(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + READY_S
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if Phone(port).get("/readyz").status == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the web process did not get ready")
