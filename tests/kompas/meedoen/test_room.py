"""A whole room behind one address, in which one telephone guesses codes (T2)."""

from django.urls import reverse

import pytest

from kompas.choices import Rol

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
