from collections.abc import Iterator
from functools import cache

import pytest

from basis import pdf
from tests.access_plan import PERSONAS
from tests.clientplan.around import add_whole
from tests.clientplan.personas import at_the_door
from tests.netwerk.poort.world import Zorg
from tests.standing import Standing, standing_world

DRAWN = cache(pdf.render)


@pytest.fixture
def zorg(today) -> Zorg:
    return Zorg(today)


@pytest.fixture(autouse=True)
def _no_second_step(settings):
    settings.MFA_FORCED = False  # a test of its own: tests/toegang/


@pytest.fixture(scope="module")
def whole(django_db_setup, django_db_blocker) -> Iterator[Standing]:
    """The world of tests/clientplan/around.py, in which a test undoes what it did."""
    with standing_world(django_db_blocker, add_whole, PERSONAS, at_the_door) as made:
        yield made


@pytest.fixture
def standing(whole, db, monkeypatch) -> Standing:
    """The same PDF is drawn once."""
    monkeypatch.setattr(pdf, "render", DRAWN)
    return whole
