"""Closing is for good, and who does it twice does it once."""

import pytest

from kompas.choices import Kaartstand
from kompas.models import Ronde
from kompas.services import rondes as services
from tests.kompas.logs import lines

pytestmark = pytest.mark.usefixtures("as_noor")


def test_code_and_key_are_gone(world):
    ronde = world.new_ronde()
    assert services.close_ronde(ronde=ronde)
    kept = Ronde.objects.get(pk=ronde.pk)
    assert (kept.open, kept.code, kept.sleutel_box) == (False, "", None)
    assert ("E", "ronde", "lindestroom") in lines()


def test_a_second_time_says_it_was_closed_and_writes_nothing(world):
    ronde = world.new_ronde()
    services.close_ronde(ronde=ronde)
    before = len(lines())
    assert not services.close_ronde(ronde=Ronde.objects.get(pk=ronde.pk))
    assert len(lines()) == before


def test_cards_that_were_closed_stay_closed(world):
    ronde = world.new_ronde()
    services.close_ronde(ronde=ronde)
    assert not ronde.kaarten.exclude(stand=Kaartstand.DICHT).exists()
