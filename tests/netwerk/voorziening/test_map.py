"""Where a provision is: a sketch with the same words beside it, and never a secret place."""

from datetime import date

import pytest

from netwerk.models import Plaats
from netwerk.rules.afstand import direction
from tests.netwerk.kaart import HERE, inloop, place, secret_place

from .pages import answer, words

pytestmark = pytest.mark.django_db
MAP = 'viewBox="0 0 420 420"'


@pytest.fixture(autouse=True)
def _lindehoven():
    Plaats.objects.create(
        naam="Lindehoven",
        zoeknaam="lindehoven",
        gemeente="Lindehoven",
        provincie="Utrecht",
        lat=HERE[0],
        lon=HERE[1],
        bron=f"proef {date(2026, 1, 1)}",
    )


@pytest.mark.parametrize(
    ("east", "north", "wind"),
    [
        (0, 1, "noorden"),
        (1, 1, "noordoosten"),
        (1, 0, "oosten"),
        (0, -2, "zuiden"),
        (-1, -1, "zuidwesten"),
        (-0.1, 3, "noorden"),
        (0, 0, "noorden"),
    ],
)
def test_a_direction_is_one_of_eight(east, north, wind):
    assert direction(east, north) == wind


def test_the_sketch_says_in_words_what_it_shows(world):
    v = inloop(world, "Inloop", 4)
    assert MAP in answer(v).content.decode()
    assert "Dorpsstraat 41: ongeveer 4 km ten noorden van Lindehoven." in words(v)


def test_two_places_have_their_numbers(world):
    v = inloop(world, "Inloop", 4)
    place(world, v, 0)
    said = words(v)
    assert "1. Dorpsstraat 41: ongeveer 4 km ten noorden" in said
    assert "2. Dorpsstraat 1: in het midden van Lindehoven." in said


def test_from_the_place_that_somebody_gave(world):
    v = inloop(world, "Inloop", 4)
    assert "De stip in het midden is Lindehoven" in words(v, query="?plaats=Lindehoven")


def test_of_a_secret_place_there_is_no_sketch(world):
    v = world.voorziening("Vrouwenopvang")
    secret_place(world, v)
    assert MAP not in answer(v, query="?plaats=Lindehoven").content.decode()
    place(world, v, 2, adres="Intakeplein 3")
    said = words(v)
    assert "Intakeplein 3: ongeveer 2 km" in said
    assert "2. " not in said


def test_without_a_place_there_is_no_sketch(world):
    assert MAP not in answer(inloop(world, "Online", None)).content.decode()
