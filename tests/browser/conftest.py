"""A real browser, the product behind a real server, and people who are logged in.

Where there is no Chromium these tests are skipped, and the run says so; under CI never.
"""

import os
import shutil
from pathlib import Path

from django.conf import settings

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.world import World, browser as logged_in

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's loop runs beside Django
NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))
            item.add_marker(pytest.mark.django_db(transaction=True))


@pytest.fixture(scope="session")
def chromium():
    found = next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        path = found or playwright.chromium.executable_path
        if not Path(path).exists():
            if os.environ.get("CI"):
                pytest.fail("no Chromium, and CI may not go without")
            pytest.skip("no Chromium on this machine")
        running = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield running
        running.close()


@pytest.fixture
def world(transactional_db, today) -> World:
    return World(today)


class People:
    """Opens windows: `people.window(world.noor)`, or without a person as a visitor."""

    def __init__(self, chromium: Browser, base: str) -> None:
        self.chromium, self.base, self.open = chromium, base, []

    def window(self, user=None, *, width=390, height=844, **more) -> BrowserContext:
        context = self.chromium.new_context(
            base_url=self.base,
            viewport={"width": width, "height": height},
            locale="nl-NL",
            **more,
        )
        context.set_default_timeout(15_000)
        if user is not None:
            session = logged_in(user).cookies[settings.SESSION_COOKIE_NAME].value
            cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session}
            context.add_cookies([cookie | {"url": self.base}])
        self.open.append(context)
        return context

    def page(self, user=None, **more):
        return self.window(user, **more).new_page()


@pytest.fixture
def people(chromium, live_server, settings):
    settings.MFA_FORCED = False
    settings.BASE_URL = live_server.url
    everyone = People(chromium, live_server.url)
    yield everyone
    for context in everyone.open:
        context.close()
