"""Who pages through the API gets each record that did not change exactly once (N7)."""

from datetime import date

import pytest

from netwerk.choices import Status
from netwerk.models import Voorziening
from tests.world import browser

pytestmark = pytest.mark.django_db


def page(**query):
    answer = browser().get("/api/hsds/services", query)
    assert answer.status_code == 200, answer.content
    return answer.json()


@pytest.fixture
def many(world):
    rows = [
        Voorziening(
            regio=world.regio, organisatie=world.ggz, slug=f"p{n}", naam=f"Plek {n}"
        )
        for n in range(105)
    ]
    drafts = Voorziening(
        regio=world.regio,
        organisatie=world.ggz,
        slug="later",
        naam="Later",
        status=Status.INACTIEF,
    )
    rows.insert(20, drafts)
    return Voorziening.objects.bulk_create(rows)


def test_the_pages_add_up_to_the_total(many):
    first = page(per_page=10)
    assert (first["total_items"], first["total_pages"], first["size"]) == (105, 11, 10)
    assert first["first_page"]
    assert not first["last_page"]
    last = page(per_page=10, page=11)
    assert (last["size"], last["last_page"], last["next"]) == (5, True, None)
    beyond = page(per_page=10, page=12)
    assert (beyond["size"], beyond["empty"], beyond["last_page"]) == (0, True, True)
    assert beyond["contents"] == []


def by_number():
    n = 1
    while True:
        found = page(per_page=10, page=n)
        yield found
        if found["last_page"]:
            return
        n += 1


def by_next():
    found = page(per_page=10)
    while True:
        yield found
        if found["next"] is None:
            return
        found = browser().get(found["next"]).json()


@pytest.mark.parametrize("walk", [by_number, by_next])
def test_changes_between_two_pages_disturb_nothing(world, many, walk):
    touched = {many[n].pk for n in (0, 5, 20, 25, 60)}
    seen: list[str] = []
    for n, found in enumerate(walk()):
        seen += [node["id"] for node in found["contents"]]
        if n == 2:
            Voorziening.objects.filter(pk=many[0].pk).update(
                status=Status.GESTOPT, gestopt_op=date(2026, 1, 1)
            )
            many[5].delete()
            many[25].delete()
            Voorziening.objects.filter(pk=many[20].pk).update(status=Status.ACTIEF)
            Voorziening.objects.filter(pk=many[60].pk).update(naam="Anders")
            new = world.voorziening("Nieuw")
    same = [str(row.uuid) for row in many if row.pk not in touched]
    assert [key for key in seen if key in set(same)] == same
    assert len(seen) == len(set(seen))
    assert str(new.uuid) in seen


def test_without_redis_pages_are_counted_from_the_front(many, settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "redis://127.0.0.1:1",
        }
    }
    assert page(per_page=10, page=11)["size"] == 5
