import pytest

from kompas.choices import Weergave
from tests.kompas.uitkomsten.table import Tafel


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.MFA_FORCED = False  # a test of its own: tests/toegang/


@pytest.fixture
def tafel(world) -> Tafel:
    """An open conversation, nobody at the table yet."""
    return Tafel(world.new_ronde())


@pytest.fixture
def veilig(world) -> Tafel:
    """A safe round, nobody at the table yet."""
    return Tafel(world.new_ronde(weergave=Weergave.VEILIG))
