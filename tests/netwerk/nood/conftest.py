import pytest

from tests.netwerk.poort.world import Zorg


@pytest.fixture
def zorg(today) -> Zorg:
    return Zorg(today)
