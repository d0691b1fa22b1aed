"""A report is followed by its number, and its page says nothing about who reported it."""

from django.urls import reverse

import pytest

from netwerk.choices import Meldstatus
from tests.world import browser

from .pages import follow, words

pytestmark = pytest.mark.django_db


def test_nothing_about_the_reporter_or_what_they_said(world):
    row = world.melding(tekst="Mijn zus Kanarie ligt er", email="kanarie@example.nl")
    for who in (None, world.niemand, world.noor):
        html = follow(row.nummer, who).content.decode().lower()
        assert "kanarie" not in html


def test_the_answer_stands_there(world):
    from django.utils import timezone

    row = world.melding(
        status=Meldstatus.OPGELOST,
        antwoord="Het nieuwe nummer staat erop.",
        afgehandeld_op=timezone.now(),
        afgehandeld_door=world.olga,
    )
    page = words(follow(row.nummer))
    assert "Aangepast" in page
    assert "Het nieuwe nummer staat erop." in page
    assert "Olga" not in page


def test_somebody_looks_at_it(world):
    row = world.melding(status=Meldstatus.IN_BEHANDELING)
    assert "Nu: Iemand kijkt ernaar" in words(follow(row.nummer))


def test_however_the_number_is_typed(world):
    row = world.melding(nummer="K7M3PX")
    url = reverse("melding_volgen", args=[row.nummer])
    assert follow("k7m 3px")["Location"] == url
    found = browser().post(reverse("melding_zoeken"), {"nummer": " k7m-3px "})
    assert found["Location"] == url


@pytest.mark.parametrize("typed", ["", "K7M", "C2C2C2", "x" * 500, "\x00"])
def test_a_number_that_is_not_there_is_said(world, typed):
    found = browser().post(reverse("melding_zoeken"), {"nummer": typed})
    assert found.status_code == 422


def test_guessing_slows_down_and_shows_nothing(world):
    row = world.melding(nummer="K7M3PX")
    for n in range(21):
        assert follow(f"C2C2{'CDFHJKMNPRTVWX2345789'[n]}9").status_code == 404
    assert follow(row.nummer).status_code == 429
    found = browser().post(reverse("melding_zoeken"), {"nummer": row.nummer})
    assert found.status_code == 429


def test_a_right_number_is_never_counted(world):
    row = world.melding()
    assert {follow(row.nummer).status_code for _ in range(30)} == {200}


def test_a_provision_may_be_called_as_a_part_of_these_addresses(world):
    """No page of a provision lies under an address of another thing."""
    for naam in ("Melding", "Klopt niet"):
        row = world.voorziening(naam)
        page = reverse("voorziening", args=[row.slug])
        assert f"<h1>{naam}" in browser().get(page).content.decode()
        assert browser().get(f"{page}klopt-niet/").status_code == 200
