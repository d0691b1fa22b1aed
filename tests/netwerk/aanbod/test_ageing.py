"""Numbers and hours age wherever they hang: the list, the page and the link say the same."""

from datetime import timedelta
from uuid import uuid4

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import pytest
from lxml import html

from netwerk.models import Contact, Controle, Locatie, Organisatieprofiel, Telefoon
from netwerk.services.bevestiging import ask
from tests.netwerk.aanbod.pages import HERE, fill, text_of
from tests.world import browser

NUMMER = "0100203040"
FIELDS = ["telefoon", "openingstijden"]


def at_plek(plek):
    return {"plek": plek}


def at_address(plek):
    return {"locatie": plek.locatie}


def at_itself(plek):
    return {"voorziening": plek.voorziening}


@pytest.fixture
def plek(world):
    place = Locatie.objects.create(
        regio=world.regio, adres="Dorpsweg 1", plaats="Lindehoven"
    )
    return world.voorziening().plekken.create(regio=world.regio, locatie=place)


def hours(**owner):
    (thing,) = owner.values()
    thing.openingstijd_set.create(
        herhaling="WEEKLY", dagen="MO", opent_om="09:00", sluit_om="17:00"
    )


def asks(world, plek) -> set[str]:
    """What the list of the owner wants looked at."""
    page = text_of(browser(world.olga).get(HERE))
    said = {"telefoon": "Telefoon", "openingstijden": "Openingstijden"}
    return {
        veld for veld, naam in said.items() if f"{naam}: nooit gecontroleerd" in page
    }


def says(plek) -> set[str]:
    """What the public page says of when it was looked at."""
    answer = Client().get(f"/sociale-kaart/{plek.voorziening.slug}/")
    rows = html.fromstring(answer.content).xpath("//ul[@class='fresh']/li")
    never = {
        row.xpath("span/text()")[0]
        for row in rows
        if row.xpath("span/text()")[1] == "Nooit gecontroleerd"
    }
    said = {"telefoon": "Telefoon", "openingstijden": "Openingstijden"}
    return {veld for veld, naam in said.items() if naam in never}


def link(plek) -> str:
    code = ask(
        uuid=uuid4(), voorziening=plek.voorziening, email="a@example.nl", velden=FIELDS
    )
    return reverse("bevestig", args=[code])


def answered(plek, **more) -> set[str]:
    """What counts as looked at when the link is answered as it stood there."""
    address = link(plek)
    page = html.fromstring(Client().get(address).content)
    answer = Client().post(address, fill(page.xpath("//main//form")[0]) | more)
    assert "Dank je wel" in text_of(answer)
    return set(plek.voorziening.controles.values_list("veld", flat=True))


@pytest.mark.parametrize("where", [at_itself, at_plek, at_address])
def test_list_page_and_link_agree_wherever_it_hangs(world, plek, where):
    assert asks(world, plek) == says(plek) == set()
    Telefoon.objects.create(nummer=NUMMER, **where(plek))
    hours(**where(plek))
    assert asks(world, plek) == says(plek) == {*FIELDS}
    assert answered(plek) == {*FIELDS}
    assert asks(world, plek) == says(plek) == set()


def test_of_a_secret_place_nothing_is_asked(world, plek):
    Telefoon.objects.create(nummer=NUMMER, plek=plek)
    hours(locatie=plek.locatie)
    Locatie.objects.update(geheim=True, adres="", plaats="")
    assert asks(world, plek) == says(plek) == set()
    assert "20 30 40" not in Client().get(link(plek)).content.decode()


def test_what_is_too_old_is_said_since_when_in_both(world, plek):
    hours(plek=plek)
    day = world.today - timedelta(days=400)
    Controle.objects.create(
        voorziening=plek.voorziening, veld="openingstijden", gecontroleerd_op=day
    )
    owner = text_of(browser(world.olga).get(HERE)).lower()
    visitor = text_of(Client().get(f"/sociale-kaart/{plek.voorziening.slug}/")).lower()
    start = owner.index("niet gecontroleerd sinds")
    assert owner[start : start + 34] in visitor


def test_postgresql_does_not_compile_what_it_reckons_the_list_with(world, plek):
    with CaptureQueriesContext(connection) as asked:
        browser(world.olga).get(HERE)
    sql = [query["sql"] for query in asked]
    listed = next(n for n, one in enumerate(sql) if "heeft_openingstijden" in one)
    assert "SET LOCAL jit = off;" in sql[:listed]


def person(plek):
    contact = Contact.objects.create(functie="Balie", plek=plek)
    Telefoon.objects.create(nummer=NUMMER, contact=contact)


def company(plek):
    profile = Organisatieprofiel.objects.create(
        organisatie=plek.voorziening.organisatie
    )
    Telefoon.objects.create(nummer=NUMMER, organisatie=profile)


@pytest.mark.parametrize("number", [person, company])
def test_a_number_of_somebody_or_of_the_organisation_is_asked_with_a_tick(
    world, plek, number
):
    number(plek)
    assert asks(world, plek) == says(plek) == {"telefoon"}
    assert "20 30 40" in text_of(Client().get(link(plek)))
    mine = browser(world.olga).get(f"{HERE}{plek.voorziening.uuid}/")
    assert "20 30 40, van de organisatie of een contact" in text_of(mine)
    assert answered(plek) == {"openingstijden"}
    assert answered(plek, losse_goed="on") == {*FIELDS}


def test_by_the_link_a_number_and_hours_of_an_address_can_be_changed(world, plek):
    phone = Telefoon.objects.create(nummer=NUMMER, plek=plek)
    hours(plek=plek)
    key = f"p{plek.pk}-"
    changed = {f"{key}nummer_{phone.uuid}": "0100506070", f"{key}uren": "di 10-12"}
    answered(plek, **changed)
    phone.refresh_from_db()
    assert phone.nummer == "0100506070"
    assert [row.dagen for row in plek.openingstijd_set.all()] == ["TU"]


def test_what_another_changed_while_the_link_was_open_is_shown(world, plek):
    phone = Telefoon.objects.create(nummer=NUMMER, plek=plek)
    address = link(plek)
    sent = fill(html.fromstring(Client().get(address).content).xpath("//main//form")[0])
    Telefoon.objects.update(nummer="0100506070")
    name = f"p{plek.pk}-nummer_{phone.uuid}"
    answer = Client().post(address, sent | {name: "0100809010"})
    assert answer.status_code == 409
    assert "Jij schreef: 0100809010" in text_of(answer)
    kept = sent | {name: "0100809010", f"p{plek.pk}-houd": name.split("-", 1)[1]}
    assert Client().post(address, kept).status_code == 200
    phone.refresh_from_db()
    assert phone.nummer == "0100506070"


def test_a_fault_at_an_address_is_said(world, plek):
    phone = Telefoon.objects.create(nummer=NUMMER, plek=plek)
    address = link(plek)
    sent = fill(html.fromstring(Client().get(address).content).xpath("//main//form")[0])
    wrong = {f"p{plek.pk}-nummer_{phone.uuid}": "bel maar"}
    answer = Client().post(address, sent | wrong)
    assert answer.status_code == 422
    assert "Er klopt nog iets niet" in text_of(answer)
    assert not plek.voorziening.controles.exists()
