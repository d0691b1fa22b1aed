"""Two pages about the same help."""

from django.urls import reverse

from lxml import html

from netwerk.models import Voorziening
from netwerk.services import samenvoegen as services
from tests.netwerk.aanbod.pages import fill
from tests.world import browser


def merge(door, blijft: Voorziening, ander: Voorziening, **keuzes: str) -> None:
    services.merge(blijft=blijft, ander=ander, keuzes=keuzes, door=door)
    blijft.refresh_from_db()


def beside(blijft, ander) -> str:
    return reverse("dubbel_samen", args=[blijft.uuid, ander.uuid])


def form_of(who, address: str) -> dict[str, str]:
    page = html.fromstring(browser(who).get(address).content)
    return fill(page.xpath("//main//form[@method='post']")[0])
