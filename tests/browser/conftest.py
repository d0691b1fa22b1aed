"""A real browser, the product behind a real server, and people who are logged in.

Where there is no Chromium these tests are skipped, and the run says so; under CI never.
"""

import os
import shutil
from pathlib import Path

from django.conf import settings

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    sync_playwright,
)

from tests.world import World, browser as logged_in
from toegang.models import Gebruiker

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


@pytest.fixture(scope="session")
def only_page(chromium, live_server):
    """One page for all that look at one page: opening one takes as long as looking at it."""
    context = chromium.new_context(base_url=live_server.url, locale="nl-NL")
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def seat(only_page, live_server, settings):
    """A page like a new one: `seat(world.noor, width=320)`."""
    settings.MFA_FORCED = False
    settings.BASE_URL = live_server.url

    def sit(user=None, *, width=390, height=844) -> Page:
        only_page.set_viewport_size({"width": width, "height": height})
        if user is not None:
            only_page.context.add_cookies([session_of(user, live_server.url)])
        return only_page

    yield sit
    wipe(only_page, live_server.url)


def wipe(page: Page, origin: str) -> None:
    """Of who sat here nothing is left: no cookie, no storage, no worker, no history."""
    page.unroute_all()
    if page.url.startswith(origin):
        page.evaluate("sessionStorage.clear()")
    page.goto("about:blank")
    page.context.clear_cookies()
    devtools = page.context.new_cdp_session(page)
    wanted = {"origin": origin, "storageTypes": "all"}
    devtools.send("Storage.clearDataForOrigin", wanted)
    devtools.send("Page.resetNavigationHistory")
    devtools.detach()


def session_of(user: Gebruiker, base: str) -> dict[str, str]:
    """The cookie of somebody who is logged in."""
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": logged_in(user).cookies[name].value, "url": base}


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
            context.add_cookies([session_of(user, self.base)])
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
