import pytest

from tests.netwerk.poort.world import Zorg


@pytest.fixture
def zorg(today) -> Zorg:
    return Zorg(today)


@pytest.fixture(autouse=True)
def _no_second_step(settings):
    settings.MFA_FORCED = False  # a test of its own: tests/toegang/
