"""Closing shows what it would end, and is for good."""

import pytest

from kompas.choices import Rol
from kompas.models import Ronde
from tests.kompas.logs import lines
from tests.kompas.meedoen.people import guest
from tests.kompas.rondes.pages import address, assert_guessed_nothing, finish, page
from tests.world import browser


def test_the_overview_names_shut_cards_and_counts_who_is_busy(world):
    ronde = world.new_ronde()
    guest(ronde)
    guest(ronde, Rol.BESTUURDER)
    browser(world.noor).post(address("ronde_kaart_openen", ronde, thema="visie"))
    for thema in ("mens_centraal", "samenwerking", "interventies"):
        finish(ronde, thema, 2)
    text = page(world.noor, ronde, "ronde_sluiten")
    assert "2 mensen doen mee." in text
    assert "1 mens is nog bezig" in text  # the bestuurder, with Organisaties
    assert "5 van 6 kaarten zijn nog dicht: Mens centraal, " in text
    assert "Je kunt dit niet terugdraaien" in text


def test_an_open_card_keeps_nobody_busy(world):
    ronde = world.new_ronde()
    guest(ronde)
    for kaart in ronde.kaarten.select_related("thema"):
        path = address("ronde_kaart_openen", ronde, thema=kaart.thema.sleutel)
        browser(world.noor).post(path)
    text = page(world.noor, ronde, "ronde_sluiten")
    assert "Iedereen is klaar." in text
    assert "Alle kaarten zijn open." in text


def test_looking_closes_nothing(world):
    ronde = world.new_ronde()
    page(world.noor, ronde, "ronde_sluiten")
    assert Ronde.objects.running().filter(pk=ronde.pk).exists()


def test_yes_closes_it_once_and_for_good(world):
    ronde = world.new_ronde()
    path = address("ronde_sluiten", ronde)
    first = browser(world.noor).post(path, follow=True)
    closed_at = Ronde.objects.get(pk=ronde.pk).gesloten_op
    again = browser(world.noor).post(path, follow=True)
    assert "De ronde is gesloten." in first.text
    assert "De ronde was al gesloten." in again.text
    ronde.refresh_from_db()
    assert (ronde.gesloten_op, ronde.code, ronde.sleutel_box) == (closed_at, "", None)
    assert lines().count(("E", "ronde", "lindestroom")) == 1


def test_of_a_closed_round_there_is_no_overview(world):
    ronde = world.new_ronde()
    browser(world.noor).post(address("ronde_sluiten", ronde))
    answer = browser(world.noor).get(address("ronde_sluiten", ronde))
    assert answer.url == address("ronde", ronde)


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_round_elsewhere_and_one_nowhere_answer_the_same(world, method):
    assert_guessed_nothing(world, method, "ronde_sluiten")
