"""A process that is given another ring of keys than that of the data does not start (Q7).
Which rings cannot be used: tests/config/test_start.py."""

import base64
import subprocess

import pytest

from tests.engines import ROOT

OTHER = base64.b64encode(b"x" * 32).decode()


@pytest.mark.parametrize("name", ["web", "worker", "beat"])
def test_it_stops_and_says_which_key(product, name):
    """The demo runs with the ring "ontwikkeling", which web made known at its start."""
    role = "nk_web" if name == "web" else "nk_worker"
    line = f"127.0.0.1:{product.database.port}"
    env = product.env | {
        "DATABASE_URL": f"postgres://{role}@{line}/netwerkkompas",
        "PROCESS_ROLE": role,
        "CARE_KEYS": f"ontwikkeling:{OTHER}",
        "PORT": "0",
        "BEAT_FILE": str(product.folder / "beat"),
    }
    done = subprocess.run(
        ["tools/serve.sh", name],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode != 0
    said = done.stdout + done.stderr
    assert "The key ontwikkeling in CARE_KEYS is another than the one" in said
    assert "docs/beheer.md" in said
    assert OTHER not in said
