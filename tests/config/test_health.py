"""/livez and /readyz, when all is well. When it is not: tests/faults."""

from django.urls import reverse

import pytest

from config import health
from tests.world import browser


def test_livez_asks_nobody(django_assert_num_queries, db):
    with django_assert_num_queries(0):
        answer = browser().get(reverse("livez"))
    assert answer.json() == {"ok": True}


@pytest.mark.django_db
def test_ready_when_the_database_is_migrated():
    answer = browser().get(reverse("readyz"))
    assert answer.status_code == 200
    assert answer.json()["database"] == "ok"


@pytest.mark.django_db
def test_not_ready_while_a_migration_waits(monkeypatch):
    more = health.migrations_on_disk() | {("kompas", "9999_later")}
    monkeypatch.setattr(health, "migrations_on_disk", lambda: more)
    answer = browser().get(reverse("readyz"))
    assert answer.status_code == 503
    assert answer.json()["database"] == "1 migrations missing"


@pytest.mark.django_db
def test_redis_worker_and_beat_are_named_and_fail_nothing(settings):
    settings.REDIS_URL = "unix:///nergens"
    answer = browser().get(reverse("readyz"))
    assert answer.status_code == 200
    assert answer.json()["redis"] == "ConnectionError"
    assert answer.json()["worker_s"] is answer.json()["beat_s"] is None
