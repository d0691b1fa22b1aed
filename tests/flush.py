"""After a test that really commits, only what it filled is emptied.

Django truncates every table of the product and writes all permissions anew: as long as
the test itself. A test fills a few dozen of them, with a few rows each.
"""

from collections.abc import Iterator

from django.db import connection, transaction
from django.test import TransactionTestCase

import pytest
from psycopg2.sql import SQL, Identifier, Literal

# the same after every migration: Django would make them again, row by row
STAY = {"django_content_type", "auth_permission"}


@pytest.fixture(autouse=True, scope="session")
def _only_what_was_filled_is_emptied() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", _empty)
        yield


def _empty(_test: TransactionTestCase) -> None:
    """All or nothing: a row that may not go stops the run instead of staying."""
    every = set(connection.introspection.django_table_names(include_views=False))
    with transaction.atomic(), connection.cursor() as cursor:
        # walls bind the owner too: these may be passed for tests
        cursor.execute("SELECT set_config('nk.taak', 'proefdata', true)")
        # whoever still writes comes first: what they leave is not for the next test
        names = SQL(", ").join(map(Identifier, sorted(every)))
        cursor.execute(SQL("LOCK TABLE {} IN ACCESS EXCLUSIVE MODE").format(names))
        for table in _filled(cursor, every - STAY):
            cursor.execute(SQL("DELETE FROM {}").format(Identifier(table)))
        left = _filled(cursor, every - STAY)
    assert left == [], f"these rows stay for the next test: {left}"


def _filled(cursor, tables: set[str]) -> list[str]:
    """Those of `tables` with a row."""
    one = SQL("SELECT {} WHERE EXISTS (SELECT FROM {})")
    asked = [one.format(Literal(name), Identifier(name)) for name in sorted(tables)]
    cursor.execute(SQL(" UNION ALL ").join(asked))
    return [name for (name,) in cursor.fetchall()]
