"""The small region of tests/world.py with one client, standing: for all addresses."""

from collections.abc import Iterator
from copy import deepcopy
from functools import cache

from django.test import Client

import pytest

from basis import pdf
from tests.access_who import PERSONAS
from tests.care import add_care
from tests.standing import Standing, standing_world
from tests.world import World, browser


def at_the_door(world: World, who: str) -> Client:
    return browser(getattr(world, who))


@pytest.fixture(scope="module")
def standing(django_db_setup, django_db_blocker) -> Iterator[Standing]:
    with standing_world(django_db_blocker, add_care, PERSONAS, at_the_door) as made:
        yield made


@pytest.fixture
def world(standing, db) -> World:
    """A copy."""
    return deepcopy(standing.world)


@pytest.fixture(autouse=True)
def _the_same_page_is_drawn_once(monkeypatch) -> None:
    """The same HTML gives the same bytes (tests/basis/test_pdf.py), whoever asks."""
    monkeypatch.setattr(pdf, "render", cache(pdf.render))
