"""The offer as somebody keeps it from the pages."""

from uuid import uuid4

from lxml import html

from tests.world import browser

HERE = "/beheer/aanbod/"
HOURS = "ma-vr 9:00-17:00"


def fill(form) -> dict[str, str]:
    """The first form of a page that saves, as it stands there: what a browser sends."""
    values: dict[str, object] = {}
    # of a chosen radio whose value is empty lxml says "on", where browsers say ""
    empty = set(form.xpath(".//input[@type='radio' and @checked and @value='']/@name"))
    for name, found in form.form_values():
        old, value = values.get(name), "" if name in empty else found
        values[name] = value if old is None else [*_listed(old), value]
    return values  # type: ignore[return-value]


def _listed(value):
    return value if isinstance(value, list) else [value]


def sheet(who, address: str, **more) -> dict[str, object]:
    page = html.fromstring(browser(who).get(address).content)
    form = page.xpath("//main//form[@method='post']")[0]
    return fill(form) | more


def step(who, voorziening, stap: str, **more):
    """Opens the step, changes these, and sends it."""
    address = f"{HERE}{voorziening.uuid}/stap/{stap}/"
    return browser(who).post(address, sheet(who, address, **more))


def text_of(answer) -> str:
    return " ".join(html.fromstring(answer.content).text_content().split())


def new() -> str:
    return str(uuid4())
