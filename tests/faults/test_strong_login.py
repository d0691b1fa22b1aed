"""A process that is given a login which goes round row-level security does not start."""

import subprocess

import pytest

from tests.engines import ROOT, address


@pytest.mark.parametrize(
    ("name", "strong"),
    [
        ("web", "postgres"),
        ("web", "nk_backup"),
        ("worker", "postgres"),
        ("beat", "nk_backup"),
    ],
)
def test_it_stops_and_says_who_it_was(product, name, strong):
    env = product.env | {
        "DATABASE_URL": address(product.admin, strong),
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
    assert f"The database role {strong} goes round" in done.stdout + done.stderr
