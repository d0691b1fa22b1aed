"""Somebody else's row and one that does not exist cannot be told apart (T8): the same
status, the same bytes, after as many queries. Over every address with a key in it of the
sociale kaart, of who keeps a region and of a plan."""

from uuid import uuid4

from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import pytest

from tests.access_matrix import ACCESS
from tests.access_subject import SUBJECT
from tests.access_who import ELSE
from tests.architecture.test_access import PATTERNS, THINGS

pytestmark = pytest.mark.django_db

# who keeps another region, who keeps another organisation here, who has no role
STRANGERS = ("verre_teun", "oscar", "niemand")
APPS = ("netwerk.", "toegang.", "clientplan.")
# as these are written, with nothing behind it
NOWHERE = {"uuid": uuid4, "ander": uuid4, "slug": lambda: "die-is-er-niet"}
NOWHERE |= {"plan": uuid4, "wie": uuid4}
NOWHERE |= {"pk": lambda: 99_999_999, "gemeente": lambda: 99_999_999}


def keys_of(name: str) -> list[str]:
    return [part for part in PATTERNS[name].pattern.regex.groupindex if part in NOWHERE]


def strangers_to(name: str, method: str) -> list[str]:
    table = ACCESS[name, method]
    return [who for who in STRANGERS if table.get(who, table.get(ELSE)) == 404]


ADDRESSES = [
    (name, method)
    for name, method in ACCESS
    if PATTERNS[name].callback.__module__.startswith(APPS)
    and keys_of(name)
    and strangers_to(name, method)
]


def test_there_are_many_of_them():
    assert len(ADDRESSES) > 60


@pytest.mark.parametrize(("name", "method"), ADDRESSES, ids=lambda word: word)
def test_another_s_and_one_that_is_not_there_look_the_same(
    world, client_of, name, method
):
    names = PATTERNS[name].pattern.regex.groupindex
    there = THINGS[SUBJECT.get(name, "traject")](world)
    there = {part: there[part] for part in names}
    missing = there | {key: NOWHERE[key]() for key in keys_of(name)}
    for who in strangers_to(name, method):
        client = client_of(who)
        client.get("/vandaag/")  # the first request of a session costs more
        seen = [
            answer(client, method, reverse(name, kwargs=k)) for k in (there, missing)
        ]
        assert seen[0] == seen[1], who
        assert seen[0][0] == 404, who


def answer(client, method: str, path: str) -> tuple[int, bytes, int]:
    """What came, and the price; then as if nobody had been there."""
    with transaction.atomic():
        with CaptureQueriesContext(connection) as asked:
            response = getattr(client, method)(path)
        transaction.set_rollback(True)
    return response.status_code, response.content, len(asked)
