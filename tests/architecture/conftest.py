"""One world for all cases of a module that goes over every address: it is made once, who
logs in stays logged in, and each case undoes what it did."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache

from django.conf import settings
from django.db import connection, transaction
from django.test import Client, override_settings
from django.utils import timezone

import pytest
import time_machine

from basis import pdf
from tests.access_who import PERSONAS
from tests.care import add_care
from tests.world import World, browser

QUICK = "django.contrib.auth.hashers.MD5PasswordHasher"


class Standing:
    def __init__(self) -> None:
        self.at = timezone.now()
        self.world = World(timezone.localdate())
        add_care(self.world)
        self.sessions = {
            who: browser(getattr(self.world, who)).cookies[settings.SESSION_COOKIE_NAME]
            for who in PERSONAS
            if who != "visitor"
        }


@pytest.fixture(scope="module")
def standing(django_db_setup, django_db_blocker) -> Iterator[Standing]:
    """In a transaction of its own: that of a case is a savepoint in it."""
    with django_db_blocker.unblock(), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('nk.taak', 'proefdata', true)")
        with override_settings(PASSWORD_HASHERS=[QUICK]):
            made = Standing()
        yield made
        transaction.set_rollback(True)


@pytest.fixture
def world(standing, db) -> Iterator[World]:
    """A copy, at the moment it was made: for the database it is that moment all along."""
    with time_machine.travel(standing.at):
        yield deepcopy(standing.world)


@pytest.fixture
def client_of(standing) -> Callable[[str], Client]:
    """A new browser in which somebody is logged in; `visitor` is nobody."""

    def client(persona: str) -> Client:
        client = Client()
        if persona != "visitor":
            key = standing.sessions[persona].value
            client.cookies[settings.SESSION_COOKIE_NAME] = key
        return client

    return client


@pytest.fixture(autouse=True)
def _the_same_page_is_drawn_once(monkeypatch) -> None:
    """The same HTML gives the same bytes (tests/basis/test_pdf.py), whoever asks."""
    monkeypatch.setattr(pdf, "render", cache(pdf.render))
