import pytest

from netwerk.services.zoekwoorden import load_own_synonyms
from tests.netwerk.zoeken.kaart import Kaart


@pytest.fixture
def kaart(world) -> Kaart:
    return Kaart(world)


@pytest.fixture
def synoniemen(db) -> None:
    load_own_synonyms()
