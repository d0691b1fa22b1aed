"""Nobody reads or changes the ballot of somebody else."""

from django.urls import reverse

import pytest

from kompas.choices import Rol
from tests.world import browser

from .people import answers, device, joined, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def ronde(world):
    return world.new_ronde(code="KV73MP")


def test_an_answer_goes_to_the_ballot_of_the_device_it_came_from(ronde):
    first, second = joined(ronde), joined(ronde, Rol.BESTUURDER)
    send(first, ronde, keuze="1", opmerking="van de eerste")
    send(second, ronde, keuze="5")
    assert answers(ronde) == [("1", "van de eerste"), ("5", "")]
    page = reverse("meedoen_stelling", args=[ronde.code, "visie", 1])
    assert "van de eerste" in first.get(page).text
    assert "van de eerste" not in second.get(page).text


@pytest.mark.parametrize(
    "value", ["", ".", "x", "\x00", "a" * 5_000, "é", "00.11", "%s", "{uuid}."]
)
def test_a_made_up_cookie_opens_nothing(ronde, value):
    phone = device()
    phone.cookies["meedoen-KV73MP"] = value.replace("{uuid}", ronde.uuid.hex)
    send(joined(ronde), ronde)
    assert send(phone, ronde, keuze="1", versie=9).status_code == 302
    assert answers(ronde) == [("4", "")]


def test_fields_in_the_body_name_no_other_ballot(ronde):
    victim, thief = joined(ronde), joined(ronde)
    send(victim, ronde)
    extra = {"stembriefje": "1", "deelname": ronde.deelnames.first().pk, "gast": "x"}
    send(thief, ronde, keuze="1", **extra)
    assert answers(ronde) == [("1", ""), ("4", "")]


def test_an_account_reaches_its_own_ballot_only(world, ronde):
    address = reverse("meedoen_ronde", args=[ronde.code])
    amina, wim = browser(world.amina), browser(world.wim)
    amina.post(address)
    wim.post(address)
    send(amina, ronde, opmerking="van Amina")
    page = reverse("meedoen_stelling", args=[ronde.code, "visie", 1])
    assert "van Amina" in amina.get(page).text
    assert "van Amina" not in wim.get(page).text
    assert "van Amina" not in browser(world.noor).get(page, follow=True).text


def test_a_code_of_one_round_with_the_cookie_of_another_opens_nothing(world, ronde):
    other = world.new_ronde(code="CC2DD3")
    phone = joined(ronde)
    phone.cookies["meedoen-CC2DD3"] = phone.cookies["meedoen-KV73MP"].value
    assert send(phone, other).status_code == 302
    assert answers(other) == []
