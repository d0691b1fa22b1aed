"""The database that every worker of the tests copies."""

import threading

import psycopg2

from tests import database


def test_who_waits_for_the_one_that_migrates_waits_as_long_as_that_takes(settings):
    """Longer than for a database that is silent: half the tests once had no database."""
    name = database.migrated_database()
    settings.DB_SILENCE_S = 0.3
    busy = psycopg2.connect(database._address("postgres"))
    with busy.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [database.LOCK])
    threading.Timer(1.5, busy.close).start()
    assert database.migrated_database() == name
