import pytest

from tests.netwerk.witte_vlekken.kaart import Kaart


@pytest.fixture
def kaart(world) -> Kaart:
    return Kaart(world)
