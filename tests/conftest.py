"""The test logs in as the owner; factories work under the purpose `proefdata`, requests
and tasks take on nk_web or nk_worker for their transaction, as in production."""

from datetime import date

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.utils import timezone

import hypothesis
import pytest

from tests.chromium import pytest_runtest_setup, pytest_terminal_summary
from tests.database import migrated_database
from tests.flush import _only_what_was_filled_is_emptied
from tests.groups import pytest_xdist_make_scheduler
from tests.once import _static_files_are_looked_up_once
from tests.world import World

__all__ = [  # hooks and fixtures of pytest
    "_only_what_was_filled_is_emptied",
    "_static_files_are_looked_up_once",
    "pytest_runtest_setup",
    "pytest_terminal_summary",
    "pytest_xdist_make_scheduler",
]

# how long an example takes says how busy the machine is, not whether the rule holds
hypothesis.settings.register_profile(
    "no_clock", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("no_clock")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """A test database starts as a copy of one that is migrated."""
    settings.DATABASES["default"].setdefault("TEST", {})["TEMPLATE"] = (
        migrated_database()
    )


@pytest.fixture(autouse=True)
def _factories_may_write(request):
    marked = request.node.get_closest_marker("django_db")
    if marked or {"db", "transactional_db", "live_server"} & set(request.fixturenames):
        outside = marked and marked.kwargs.get("transaction")
        request.getfixturevalue("transactional_db" if outside else "db")
        with connection.cursor() as cursor:
            # the log only grows, also between tests: a test reads from here on
            cursor.execute(
                "SELECT set_config('nk.taak', 'proefdata', false),"
                " set_config('nk.proef_vanaf', coalesce(max(id), 0)::text, false)"
                " FROM logboek.regel"
            )


@pytest.fixture(autouse=True)
def _nothing_from_another_test(settings):
    """Tries are counted per test; the second factor has tests of its own."""
    settings.MFA_FORCED = False
    settings.CACHES = settings.CACHES | {
        "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()


@pytest.fixture(autouse=True, scope="session")
def _tasks_at_once():
    from config.celery import app

    app.conf.task_always_eager = True


@pytest.fixture(autouse=True)
def _mail_in_memory(settings):
    settings.MAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"


@pytest.fixture
def today() -> date:
    return timezone.localdate()


@pytest.fixture
def world(db, today) -> World:
    return World(today)
