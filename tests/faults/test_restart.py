"""What is killed comes back, and what was there is there."""

import os
import signal

import psycopg2
import pytest

from tests.engines import manage
from tests.faults.product import Product, until


def children(pid: int) -> list[int]:
    with open(f"/proc/{pid}/task/{pid}/children") as file:  # noqa: PTH123 - no file
        return [int(child) for child in file.read().split()]


def test_a_web_process_that_dies_is_replaced(product):
    (first,) = children(product.processes["web"].pid)
    os.kill(first, signal.SIGKILL)
    until(lambda: product.readyz()[0] == 200)
    assert product.phone().get("/").status == 200
    assert children(product.processes["web"].pid) != [first]


def test_who_takes_part_goes_on_after_a_restart(product):
    code = product.demo["join_code"]
    phone = product.phone()
    phone.join(code)
    phone.score(code, 3, "2")
    product.kill("web")
    phone.hang_up()
    product.start("web")
    until(lambda: product.readyz()[0] == 200)
    assert phone.score(code, 3, "1", versie="2").status == 204


def test_migrating_again_changes_nothing(product):
    before = size(product)
    done = manage(product.env, "migrate", "--verbosity", "0")
    assert done.returncode == 0, done.stderr
    assert size(product) == before


def test_tables_not_yet_made_are_named_and_no_page_pretends(product):
    product.rows(
        "UPDATE django_migrations SET name = name || '_x' WHERE app = 'kompas' RETURNING 1"
    )
    try:
        status, words = product.readyz()
    finally:
        product.rows(
            "UPDATE django_migrations SET name = left(name, -2) WHERE app = 'kompas'"
            " RETURNING 1"
        )
    assert status == 503
    assert words["database"].endswith("migrations missing")


def size(product: Product) -> list[tuple]:
    return product.rows(
        "SELECT (SELECT count(*) FROM kompas_stellingantwoord),"
        " (SELECT count(*) FROM toegang_gebruiker), (SELECT count(*) FROM kompas_ronde)"
    )


@pytest.mark.parametrize("role", ["nk_web", "nk_worker"])
def test_a_process_cannot_change_what_happened(product, role):
    line = psycopg2.connect(
        product.admin.replace("postgres@", f"{role}@").replace(
            "/postgres?", "/netwerkkompas?"
        )
    )
    with (
        line,
        line.cursor() as cursor,
        pytest.raises(psycopg2.errors.InsufficientPrivilege),
    ):
        cursor.execute("DELETE FROM logboek.regel")
    line.close()
