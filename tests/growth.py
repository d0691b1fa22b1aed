"""How often a page asks the database: with a few rows on it, and with many."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.world import browser
from toegang.models import Gebruiker

FEW, MANY = 3, 30


def asked(who: Gebruiker, path: str) -> int:
    """The number of queries, when the page was seen once before."""
    page = browser(who)
    page.get(path)
    with CaptureQueriesContext(connection) as queries:
        assert page.get(path).status_code == 200
    return len(queries)
