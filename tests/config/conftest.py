"""The demo world, filled once for a file that looks at it."""

import json
from io import StringIO

from django.core.management import call_command
from django.test import override_settings

import pytest


def fill() -> dict:
    out = StringIO()
    call_command("demo", stdout=out)
    return json.loads(out.getvalue())


@pytest.fixture(scope="module")
def filled(django_db_setup, django_db_blocker):
    """Committed, and gone after the file (tests/groups.py keeps it together): filling takes
    as long as a hundred tests."""
    light = {
        "DEMO": True,
        "MFA_FORCED": False,
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
    }
    with django_db_blocker.unblock():
        with override_settings(**light):
            world = fill()
        yield world
        call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)


@pytest.fixture
def demo(filled, db, settings):
    settings.DEMO = True
    return filled
