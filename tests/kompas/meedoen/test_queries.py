"""What a page and a save ask of the database: fixed, and little."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import pytest

from .people import joined, send

pytestmark = pytest.mark.django_db

ASKED = 5  # of every request in a test: savepoint, who asks, told and put back, release


@pytest.fixture
def ronde(world):
    return world.new_ronde(code="KV73MP")


def count(act) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert act().status_code in {200, 204}
    return len(queries) - ASKED


@pytest.mark.parametrize("how", ["htmx", "queue"])
def test_a_save_is_two_questions_who_is_this_and_keep_it(ronde, how):
    phone = joined(ronde)
    send(phone, ronde, how=how)  # the first of the day also writes the day
    assert count(lambda: send(phone, ronde, how=how, versie=2)) == 2


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("kaarten/", 8),
        ("kaart/visie/", 5),
        ("kaart/visie/1/", 6),
        ("kaart/visie/afronden/", 6),
        ("kaart/interventies/vraag/4/", 5),
        ("kaart/interventies/werkwijzen/1/", 6),
        ("kaart/organisaties/", 7),
    ],
)
def test_a_page_asks_the_same_whatever_was_answered(ronde, path, most):
    phone = joined(ronde)
    address = f"/meedoen/{ronde.code}/{path}"
    first = count(lambda: phone.get(address))
    for number in (1, 2):
        send(phone, ronde, stelling=number, opmerking="woorden")
    for _ in range(4):
        joined(ronde)
    assert count(lambda: phone.get(address)) == first
    assert first <= most


def test_the_address_of_a_save_says_nothing_about_the_statement():
    assert reverse("bewaar_stelling", args=["KV73MP"]) == "/meedoen/KV73MP/stelling/"
