"""Proposals as people make and answer them."""

from uuid import uuid4

from django.urls import reverse

from lxml import html

from netwerk.models import Voorstel
from netwerk.services import voorstellen as services
from tests.netwerk.aanbod.pages import fill
from tests.world import browser


def propose(door, voorziening, naam="kort", na="Koffie en een praatje.") -> Voorstel:
    """One field of the step "basis", as the form of the page keeps it."""
    voor = getattr(voorziening, naam)
    return services.propose(
        uuid=uuid4(),
        organisatie=voorziening.organisatie,
        voorziening=voorziening,
        naam=voorziening.naam,
        stap="basis",
        velden=[
            {
                "naam": naam,
                "wat": "Wat is het, in een zin?",
                "voor": [voor] if voor else [],
                "na": [na],
                "voor_zegt": voor or "Niets",
                "na_zegt": na,
            }
        ],
        toelichting="Ik was er gisteren.",
        door=door,
        namens="De Wijde Blik",
    )


def forms_of(who, address: str) -> dict[str, dict[str, str]]:
    """The forms of a page that save, as they stand there, by where they go."""
    page = html.fromstring(browser(who).get(address).content)
    found = page.xpath("//main//form[@method='post']")
    return {form.get("action") or address: fill(form) for form in found}


def page_of(row: Voorstel) -> str:
    return reverse("voorstel", args=[row.uuid])


def act(who, row: Voorstel, name: str = "voorstel", **more):
    """Opens the proposal, changes these, and sends that form."""
    address = reverse(name, args=[row.uuid])
    sent = forms_of(who, page_of(row)).get(address, {})
    return browser(who).post(address, sent | more)


def step_of(who, voorziening, stap: str, **more):
    """Proposes from the page of the step."""
    address = reverse("voorstel_doen", args=[voorziening.slug, stap])
    return browser(who).post(address, forms_of(who, address)[address] | more)
