import pytest

from netwerk.models import Voorziening
from tests.netwerk.kaart import fact_team


@pytest.fixture
def team(world) -> Voorziening:
    return fact_team(world)
