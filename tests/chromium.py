"""The browser of the tests: Chromium or Chrome on this machine, else Playwright's own.

python -m tests.chromium prints its path; exit status 1 when there is none.
"""

import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

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


if __name__ == "__main__":
    browser = find()
    sys.stdout.write(f"{browser or ''}\n")
    sys.exit(browser is None)
