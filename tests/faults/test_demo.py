"""`make demo` starts all, hands over what a script needs, and leaves nothing behind."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bench.phone import Phone
from tests.engines import ROOT, manage
from tests.faults.product import PATIENCE_S, Product, free_port, until


@pytest.fixture
def demo(product: Product, tmp_path: Path):
    """On the engines that run already: the command itself, its folder and its port."""
    folder, port = tmp_path / "demo", free_port()
    with (tmp_path / "said").open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "tools/demo.py", folder],
            cwd=ROOT,
            env=product.env | {"PORT": str(port)},
            stdout=said,
            stderr=said,
        )
        until(lambda: folder.with_suffix(".json").exists() or process.poll())
        yield process, folder, port
        process.terminate()
        process.wait(PATIENCE_S)


def children(pid: int) -> dict[str, int]:
    """Process ids by what each was started as."""
    pids = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    words = {
        int(one): Path(f"/proc/{one}/cmdline").read_bytes().decode().split("\0")
        for one in pids
    }
    kinds = {"config.wsgi": "web", "worker": "worker", "beat": "beat"}
    return {
        kind: one
        for one, line in words.items()
        for word, kind in kinds.items()
        if word in line
    }


def test_what_it_hands_over_is_true_while_it_runs_and_gone_afterwards(demo):
    process, folder, port = demo
    handover = json.loads(folder.with_suffix(".json").read_text())
    assert handover["base_url"] == f"http://127.0.0.1:{port}"
    account = handover["accounts"]["procesbegeleider"]
    phone = Phone(port)
    assert phone.log_in(account["email"], account["password"]).status == 302
    assert Phone(port).join(handover["join_code"]).status == 302
    done = manage(os.environ | handover["env"], "check_logboek")
    assert done.returncode == 0, done.stderr
    started = children(process.pid)
    assert set(started) == {"web", "worker", "beat"}

    process.send_signal(signal.SIGTERM)
    assert process.wait(PATIENCE_S) == 128 + signal.SIGTERM
    assert not folder.with_suffix(".json").exists()
    assert [pid for pid in started.values() if Path(f"/proc/{pid}").exists()] == []


def test_when_a_part_dies_it_says_which_and_stops_with_its_status(demo):
    process, folder, _ = demo
    started = children(process.pid)
    os.kill(started["beat"], signal.SIGKILL)
    assert process.wait(PATIENCE_S) == 128 + signal.SIGKILL
    assert "beat is gestopt (137)" in (folder.parent / "said").read_text()
    assert [pid for pid in started.values() if Path(f"/proc/{pid}").exists()] == []


def test_a_port_that_is_taken_is_said_at_once(product, tmp_path):
    done = subprocess.run(
        [sys.executable, "tools/demo.py", tmp_path / "demo"],
        cwd=ROOT,
        env=product.env,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 1
    assert f"Poort {product.port} is bezet" in done.stderr
