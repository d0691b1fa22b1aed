"""The database goes away between the words of a plan and their line in the log, or at COMMIT:
both are there or neither is, and the one who wrote loses nothing (Q5)."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from uuid import uuid4

import psycopg2
import pytest

from bench.phone import Answer, Phone
from tests.faults.product import Product, until

EMAIL, PASSWORD = "client@demo.example", "welkom-in-lindestroom"
NEW = "/plan/doelen/nieuw/"
LINE = "LOCK TABLE logboek.regel IN EXCLUSIVE MODE"
COMMIT = "SELECT FROM logboek.kop FOR UPDATE"
WAITS = (
    "SELECT pid FROM pg_stat_activity WHERE usename = 'nk_web'"
    " AND wait_event_type = 'Lock' AND query LIKE %s"
)


@pytest.fixture(scope="module")
def anna(running: Product) -> Phone:
    phone = running.phone()
    assert phone.log_in(EMAIL, PASSWORD).status == 302
    assert phone.get(NEW).status == 200
    return phone


@contextmanager
def held(product: Product, lock: str) -> Iterator[None]:
    """Whoever writes comes as far as this lock and waits there."""
    line = psycopg2.connect(product.admin.replace("/postgres?", "/netwerkkompas?"))
    try:
        line.cursor().execute(lock)
        yield
    finally:
        line.close()


@contextmanager
def sent(phone: Phone, words: dict[str, str]) -> Iterator[Future[Answer]]:
    with ThreadPoolExecutor(1) as pool:
        yield pool.submit(phone.post, NEW, **words)


def goal() -> dict[str, str]:
    words = {"nummer": "0", "doel": "Weer op de fiets", "_rol": "client", "pad": NEW}
    return {"uuid": str(uuid4())} | words


def there(product: Product, uuid: str) -> tuple[int, int, int]:
    """The words, their version, and their line."""
    sql = (
        "SELECT (SELECT count(*) FROM clientplan_doel WHERE uuid = %s),"
        " (SELECT count(*) FROM clientplan_versie WHERE object_uuid = %s),"
        " (SELECT count(*) FROM logboek.regel WHERE object_soort = 'doel'"
        " AND object_id = %s)"
    )
    [(words, versions, lines)] = product.rows(sql, uuid, uuid, uuid)
    return words, versions, lines


@pytest.mark.parametrize(
    ("lock", "asks"), [(LINE, "%logboek.schrijf%"), (COMMIT, "COMMIT%")]
)
def test_killed_before_the_line_or_at_commit_neither_is_there(
    product, anna, lock, asks
):
    words = goal()
    draft = anna.post(f"/plan/concept/doel/{words['uuid']}/", **words)
    assert draft.status == 200
    with held(product, lock), sent(anna, words) as answer:
        [(pid,)] = until(lambda: product.rows(WAITS, asks))
        assert product.rows("SELECT pg_terminate_backend(%s)", pid) == [(True,)]
        said = answer.result()
    assert said.status == 503
    assert "Wat al bewaard was, blijft bewaard" in said.body
    assert there(product, words["uuid"]) == (0, 0, 0)
    typed = anna.get(f"{NEW}?concept={words['uuid']}")
    assert words["doel"] in typed.body
    assert anna.post(NEW, **words).status == 302
    assert there(product, words["uuid"]) == (1, 1, 1)


def test_cut_off_at_commit_sent_again_is_there_once(product, anna):
    """Whether it was kept nobody can tell; what is sent again answers as the first time."""
    words = goal()
    with held(product, COMMIT), sent(anna, words) as answer:
        until(lambda: product.rows(WAITS, "COMMIT%"))
        product.database.become("away")
        assert answer.result().status == 503
    product.heal()
    until(lambda: not product.rows(WAITS, "COMMIT%"))
    kept = there(product, words["uuid"])
    assert kept in {(0, 0, 0), (1, 1, 1)}
    assert anna.post(NEW, **words).status == 302
    assert there(product, words["uuid"]) == (1, 1, 1)
