"""A whole room behind one address, in which one telephone guesses codes (T2)."""

from django.urls import reverse

import pytest

from basis.doors import Limit
from kompas.choices import Rol
from kompas.views.meedoen_deur import DOOR
from tests.world import browser

from .people import device, joined

PHONES = 250


@pytest.mark.django_db
def test_250_telephones_get_in_while_one_of_them_guesses(world):
    ronde = world.new_ronde(code="KV73MP")
    guesser = device()
    guesser.get(reverse("meedoen"))
    refused = 0
    for number in range(PHONES):
        joined(ronde, Rol.CLIENT)
        answer = guesser.post(reverse("meedoen"), {"code": f"WN5XV{number % 4 + 2}"})
        refused += answer.status_code == 429
    assert ronde.deelnames.count() == PHONES
    assert refused > PHONES * 0.9


def guess(times: int) -> None:
    """Somebody in the same building who throws every cookie away."""
    for _ in range(times):
        device().get("/meedoen/WN5VX8/")


def fewer_tries(monkeypatch, **limits) -> None:
    """The same door with fewer tries for free."""
    for kind, limit in limits.items():
        monkeypatch.setitem(DOOR.limits, kind, limit)


@pytest.mark.django_db
def test_a_right_code_gets_in_at_once_while_guesses_from_its_address_wait(
    world, monkeypatch
):
    fewer_tries(monkeypatch, address=Limit(10, first_s=20))
    ronde = world.new_ronde(code="KV73MP")
    guess(11)
    assert device().get("/meedoen/WN5VX8/").status_code == 429
    assert device().post("/meedoen/", {"code": "RT9KH4"}).status_code == 429
    assert device().post("/meedoen/", {"code": "kv7 3mp"}).status_code == 302
    joined(ronde)
    assert ronde.deelnames.count() == 1


@pytest.mark.django_db
def test_a_storm_of_guesses_is_not_looked_at_however_right_one_is(world, monkeypatch):
    fewer_tries(monkeypatch, address=Limit(5), storm=Limit(10, first_s=20))
    world.new_ronde(code="KV73MP")
    guess(11)
    assert device().get("/meedoen/KV73MP/").status_code == 429
    assert device(REMOTE_ADDR="192.0.2.7").get("/meedoen/KV73MP/").status_code == 200


@pytest.mark.django_db
def test_where_the_screen_of_the_round_is_on_people_join_in_a_storm_too(
    world, monkeypatch
):
    fewer_tries(monkeypatch, address=Limit(5), storm=Limit(10, first_s=20))
    ronde = world.new_ronde(code="KV73MP")
    other = world.new_ronde(code="CC2DD3")
    browser(world.noor).get(reverse("ronde_scherm", args=[ronde.uuid]))
    guess(11)
    joined(ronde)
    assert device().get(f"/meedoen/{other.code}/").status_code == 429


@pytest.mark.django_db
def test_a_device_that_guesses_waits_whatever_it_tries(world):
    ronde = world.new_ronde(code="KV73MP")
    browser(world.noor).get(reverse("ronde_scherm", args=[ronde.uuid]))
    phone = device()
    phone.get(reverse("meedoen"))
    for _ in range(6):
        phone.post(reverse("meedoen"), {"code": "WN5VX8"})
    assert phone.get("/meedoen/KV73MP/").status_code == 429
