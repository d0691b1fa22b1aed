"""The browser of the tests: Chromium or Chrome on this machine, else Playwright's own.

python -m tests.chromium prints its path; exit status 1 when there is none. Without one the
tests marked `browser` are skipped and the last lines say so; under CI that is a fault.
"""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)


@cache
def find() -> str | None:
    """The path of one that starts: what Ubuntu calls chromium-browser may be a stub."""
    for path in filter(None, map(shutil.which, NAMES)):
        if subprocess.call([path, "--version"], stdout=-3, stderr=-3) == 0:
            return path
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    shells = own.parents[2].glob("chromium_headless_shell-*/*/*headless*shell")
    return next((str(path) for path in (own, *shells) if path.exists()), None)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("browser") and not find():
        stop = pytest.fail if os.environ.get("CI") else pytest.skip
        stop("geen Chromium of Chrome gevonden")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not find():
        terminalreporter.write_line(
            "Geen Chromium of Chrome: de browsertests zijn overgeslagen."
            " Installeer chromium en draai de tests nog eens."
        )


if __name__ == "__main__":
    browser = find()
    sys.stdout.write(f"{browser or ''}\n")
    sys.exit(browser is None)
