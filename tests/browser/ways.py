"""How a browser gets to a page: a line of the list, and ways that can be put together."""

from collections.abc import Callable
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.urls import reverse

from playwright.sync_api import Page

from tests.world import World

Way = Callable[[World, Page], None]
LONG = "Een heel lange naam zonder einde " + "x" * 60


@dataclass(frozen=True)
class Line:
    template: str
    state: str
    who: str  # a name in World; "" is a visitor
    way: Way

    def __str__(self) -> str:
        return f"{self.template}:{self.state}"


def to(name: str, *args: str, query: str = "") -> Way:
    """An address; `args` name attributes of the world ("traject.uuid") or are words."""

    def way(world: World, page: Page) -> None:
        page.goto(reverse(name, args=[_value(world, arg) for arg in args]) + query)

    return way


def _value(world: World, path: str) -> object:
    if "." not in path:
        return path
    thing: object = world
    for part in path.split("."):
        thing = getattr(thing, part)
    return thing


def pressed(way: Way, selector: str = "main button[type=submit]") -> Way:
    """The same, and then a button: for a form that was sent empty or wrong."""

    def further(world: World, page: Page) -> None:
        way(world, page)
        page.click(selector)
        page.wait_for_load_state()

    return further


def error_page(status: int) -> Way:
    """The page as it stands, in the place of an address: most errors can't be asked for."""

    def way(world: World, page: Page) -> None:
        body = render_to_string(f"{status}.html")
        page.route(
            "**/fout/", lambda route: route.fulfill(body=body, content_type="text/html")
        )
        page.goto("/fout/")

    return way
