"""A secret place leaves no trace: not on the page, on paper, in a distance or in a list."""

from django.urls import reverse

import pytest

from netwerk.models import (
    Contact,
    Locatie,
    Openingstijd,
    Taal,
    Telefoon,
    Voorzieningplek,
)
from netwerk.services.locaties import make_secret
from tests.netwerk.kaart import phone, place, secret_place, wait
from tests.pdf.checker import text
from tests.world import browser

from .pages import answer, words

pytestmark = pytest.mark.django_db
TRACES = ("kanarie", "0999", "99 55", "3.33", "52.4", "km van")


@pytest.fixture
def shelter(world):
    """The place was secret, and still somebody hung things on it."""
    v = world.voorziening("Vrouwenopvang", laagdrempelig=True)
    locatie = secret_place(world, v)
    plek = v.plekken.get()
    Voorzieningplek.objects.filter(pk=plek.pk).update(omschrijving="Bij de kanarie")
    for where in ({"locatie": locatie}, {"plek": plek}):
        Telefoon.objects.create(nummer="0999555555", **where)
        Contact.objects.create(naam="Kim Kanarie", email="kim@kanarie.example", **where)
        Openingstijd.objects.create(
            herhaling="DAILY", opent_om="03:33", sluit_om="04:44", **where
        )
    Taal.objects.create(locatie=locatie, naam="Kanaries")
    phone(v)
    return v


def traces(said: str) -> list[str]:
    return [trace for trace in TRACES if trace in said.lower()]


def test_no_trace_on_the_page(shelter):
    assert traces(answer(shelter, query="?plaats=Lindehoven").content.decode()) == []
    page = words(shelter)
    assert "Het adres is geheim" in page
    assert "0100 – 20 30 40" in page


def test_no_trace_for_who_keeps_the_page(shelter, world):
    for who in (world.olga, world.teun):
        assert traces(answer(shelter, who).content.decode()) == []


def test_no_trace_on_paper(shelter):
    url = reverse("voorziening_pdf", args=[shelter.slug])
    said = text(browser().get(url).content)
    assert traces(said) == []
    assert "Het adres is geheim" in said


def test_only_the_intake_point_is_shown_beside_it(shelter, world):
    place(world, shelter, 1, adres="Intakeplein 3")
    page = words(shelter)
    assert "Intakeplein 3" in page
    assert traces(page) == []


def test_no_trace_after_a_place_became_secret(world, team):
    place(world, team, 5, naam="Kanariehuis", adres="Kanariestraat 1", lat=52.456789)
    assert "Kanariestraat 1" in words(team)
    make_secret(locatie=Locatie.objects.get(naam="Kanariehuis"))
    wait(team, world.today)
    said = answer(team).content.decode() + text(
        browser().get(reverse("voorziening_pdf", args=[team.slug])).content
    )
    assert [trace for trace in ("anarie", "52.45") if trace in said] == []
