"""A login that goes round row-level security is refused at the first connection."""

from django.core.exceptions import ImproperlyConfigured
from django.db import connection

import pytest

from tests.engines import own_database

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def socket_folder(tmp_path_factory):
    with own_database(tmp_path_factory.mktemp("pg")) as env:
        yield env["ADMIN"].partition("host=")[2]


def line(who: str, folder: str):
    """A connection of Django to a server of this test's own, as `who`."""
    other = connection.copy()
    mine = {"NAME": "netwerkkompas", "USER": who, "PASSWORD": "", "PORT": ""}
    options = {
        name: value
        for name, value in connection.settings_dict["OPTIONS"].items()
        if name != "host"
    }
    other.settings_dict = (
        connection.settings_dict | mine | {"HOST": folder, "OPTIONS": options}
    )
    return other


@pytest.mark.parametrize("strong", ["nk_backup", "postgres"])
def test_a_strong_login_is_refused(strong, socket_folder):
    with pytest.raises(ImproperlyConfigured, match=strong):
        line(strong, socket_folder).connect()


@pytest.mark.parametrize("ordinary", ["nk_web", "nk_worker", "nk_owner"])
def test_the_processes_log_in(ordinary, socket_folder):
    other = line(ordinary, socket_folder)
    other.connect()
    other.close()
