"""Opening a card shows its outcome and freezes its scoring, once."""

import pytest

from kompas.choices import Kaartstand
from kompas.services import rondes as services, stemmen
from tests.kompas.logs import lines
from tests.kompas.meedoen.people import guest, score

pytestmark = pytest.mark.usefixtures("as_noor")


def card(ronde, sleutel="visie"):
    return ronde.kaarten.select_related("ronde__traject__regio", "thema").get(
        thema__sleutel=sleutel
    )


def test_the_outcome_is_open_from_then_on(world):
    kaart = card(world.new_ronde())
    assert services.open_card(kaart=kaart)
    assert kaart.stand == Kaartstand.OPEN
    assert kaart.geopend_op


def test_who_is_second_hears_that_it_was_open_and_changes_nothing(world):
    ronde = world.new_ronde()
    first, second = card(ronde), card(ronde)
    services.open_card(kaart=first)
    assert not services.open_card(kaart=second)
    assert card(ronde).geopend_op == first.geopend_op
    assert lines().count(("E", "rondekaart", "lindestroom")) == 1


def test_other_cards_stay_closed(world):
    ronde = world.new_ronde()
    services.open_card(kaart=card(ronde))
    assert ronde.kaarten.filter(stand=Kaartstand.DICHT).count() == 5


def test_an_answer_after_it_is_too_late(world):
    ronde = world.new_ronde()
    services.open_card(kaart=card(ronde))
    assert score(guest(ronde), "4").uitslag == stemmen.Uitslag.OPEN


def test_a_card_of_a_closed_round_can_still_be_opened(world):
    ronde = world.new_ronde()
    services.close_ronde(ronde=ronde)
    assert services.open_card(kaart=card(ronde))
