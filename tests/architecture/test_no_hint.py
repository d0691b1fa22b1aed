"""Somebody else's row and one that does not exist cannot be told apart (T8): the same
status, the same bytes, after as many queries. Over every address with a key in it; those of
a plan have more people round them (tests/clientplan/test_no_hint.py)."""

from uuid import uuid4

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import pytest

from tests.access_matrix import ACCESS
from tests.access_plan import PLAN
from tests.access_subject import SUBJECT
from tests.access_who import ELSE
from tests.architecture.test_access import PATTERNS, THINGS
from tests.standing import Standing

pytestmark = pytest.mark.django_db

# who keeps another region, who keeps another organisation here, and who has no role; round a
# traject who leads one elsewhere, and who sits at the table of this one
STRANGERS = ("verre_teun", "oscar", "niemand")
ROUND_A_TRAJECT = ("verre_noor", "amina", "niemand")
# as these are written, with nothing behind it
NOWHERE = {"uuid": uuid4, "ander": uuid4, "slug": lambda: "die-is-er-niet"}
NOWHERE |= {"knelpunt": uuid4, "plek": uuid4}
NOWHERE |= {key: lambda: 99_999_999 for key in ("pk", "gemeente", "editie")}


def keys_of(name: str) -> list[str]:
    return [part for part in PATTERNS[name].pattern.regex.groupindex if part in NOWHERE]


def strangers_to(name: str, method: str) -> list[str]:
    table = ACCESS[name, method]
    kompas = PATTERNS[name].callback.__module__.startswith("kompas.")
    strangers = ROUND_A_TRAJECT if kompas else STRANGERS
    return [who for who in strangers if table.get(who, table.get(ELSE)) == 404]


ADDRESSES = [
    (name, method)
    for name, method in ACCESS
    if (name, method) not in PLAN and keys_of(name) and strangers_to(name, method)
]


def test_there_are_many_of_them():
    assert len(ADDRESSES) > 100


@pytest.mark.parametrize(("name", "method"), ADDRESSES, ids=lambda word: word)
def test_another_s_and_one_that_is_not_there_look_the_same(
    world, standing, name, method
):
    names = PATTERNS[name].pattern.regex.groupindex
    there = THINGS[SUBJECT.get(name, "traject")](world)
    there = {part: there[part] for part in names}
    missing = there | {key: NOWHERE[key]() for key in keys_of(name)}
    for who in strangers_to(name, method):
        seen = [
            priced(standing, who, method, reverse(name, kwargs=kwargs))
            for kwargs in (there, missing)
        ]
        assert seen[0] == seen[1], who
        assert seen[0][0] == 404, who


def priced(
    standing: Standing, who: str, method: str, where: str, **sent: str
) -> tuple[int, bytes, int]:
    """What came, and after how many questions to the database."""
    with CaptureQueriesContext(connection) as asked:
        response = standing.ask(who, method, where, sent)
    return response.status_code, response.content, len(asked)
