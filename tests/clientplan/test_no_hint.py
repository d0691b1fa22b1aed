"""A row of a plan that is not yours and one that is not there cannot be told apart (T8): the
same status, the same bytes, after as many queries; also by who may see a part of the plan."""

from uuid import uuid4

from django.urls import reverse

import pytest

from tests.access_plan import PLAN, sent_to
from tests.architecture.test_access import PATTERNS
from tests.architecture.test_no_hint import priced
from tests.clientplan.around import keys_of
from tests.clientplan.personas import MAG
from tests.clientplan.test_matrix import gets
from tests.standing import Standing

pytestmark = pytest.mark.django_db

NOWHERE = ("uuid", "plan", "wie")
# who would get as far as looking: at an own plan a client, at that of another who reads along
# (nobody here, one part by consent, treating without one part, in an emergency)
OF_ONES_OWN = ("client_17", "nico")
OF_ANOTHER = ("verre", "nico", "petra_nee", "crisis")
ELSEWHERE = ("verre", "nico", "crisis", "client_17", "lezer")
ADDRESSES = [
    (name, method)
    for name, method in PLAN
    if set(PATTERNS[name].pattern.regex.groupindex) & set(NOWHERE)
]


def test_there_are_many_of_them():
    assert len(ADDRESSES) > 100


@pytest.mark.parametrize(("name", "method"), ADDRESSES, ids=lambda word: word)
def test_what_is_shut_and_what_is_not_there_look_the_same(
    standing: Standing, name, method
):
    """Who knows that there is a plan, because a part of it is open, learns nothing of the
    rows in the other parts; who does not, nothing of the plan."""
    there = kwargs_of(standing, name)
    keys = [key for key in there if key in NOWHERE]
    for who in who_asks(name):
        if gets(who, name, method) != 404:
            continue
        gone = [there | {key: uuid4() for key in keys}]
        if MAG[who] and "plan" in keys:
            gone += [there | {"uuid": uuid4()}] if "uuid" in keys else []
        seen, *nowhere = answers_to(standing, who, name, method, there, *gone)
        assert seen[0] == 404, who
        assert [one[:2] for one in nowhere] == [seen[:2]] * len(nowhere), who
        if not MAG[who] or "plan" not in keys or "uuid" in keys:
            assert nowhere[-1] == seen, who


def who_asks(name: str) -> tuple[str, ...]:
    pattern = str(PATTERNS[name].pattern)
    if pattern.startswith("plan-van/"):
        return OF_ANOTHER
    return OF_ONES_OWN if pattern.startswith("plan/") else ELSEWHERE


@pytest.mark.parametrize(
    ("name", "method"),
    [one for one in ADDRESSES if "uuid" in PATTERNS[one[0]].pattern.regex.groupindex],
    ids=lambda word: word,
)
def test_a_row_of_another_plan_is_not_there_for_who_may_here(
    standing: Standing, name, method
):
    """In an address of a plan that is open, with a row of somebody else in it."""
    there = kwargs_of(standing, name)
    other = there | {"uuid": keys_of(standing.world, name, of_17=True)["uuid"]}
    gone = there | {"uuid": uuid4()}
    may = [who for who in MAG if gets(who, name, method) not in {302, 404}]
    may += [who for who in MAG if gets(who, name, method) == 302 and who != "weg"]
    for who in may[:2]:
        seen, nowhere = answers_to(standing, who, name, method, other, gone)
        assert seen == nowhere, who


def kwargs_of(standing: Standing, name: str) -> dict[str, object]:
    about = keys_of(standing.world, name)
    return {key: about[key] for key in PATTERNS[name].pattern.regex.groupindex}


def answers_to(standing: Standing, who: str, name: str, method: str, *kwargs: dict):
    sent = {"_rol": standing.world.rol[who]} | sent_to(name)
    return [
        priced(standing, who, method, reverse(name, kwargs=one), **sent)
        for one in kwargs
    ]
