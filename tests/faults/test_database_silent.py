"""A database that hangs or is away gives a clear answer in time, and all comes back."""

import time

import pytest

from tests.faults.product import Product

LONGEST_S, HEALTH_S = 15, 2


@pytest.mark.parametrize("state", ["silent", "away"])
def test_a_page_says_503_in_plain_words_in_time(product, state):
    code = product.demo["join_code"]
    phone = product.phone()
    assert phone.join(code).status == 302
    product.database.become(state)
    started = time.monotonic()
    answer = phone.get(f"/meedoen/{code}/kaarten/")
    assert answer.status == 503
    assert time.monotonic() - started < LONGEST_S
    assert "<h1" in answer.body
    assert "Error" not in answer.body


@pytest.mark.parametrize("state", ["silent", "away"])
def test_health_answers_within_two_seconds(product, state):
    product.database.become(state)
    for _ in range(2):  # a new line, and the one that was given up
        started = time.monotonic()
        status, words = product.readyz()
        assert (status, words["ok"]) == (503, False)
        assert time.monotonic() - started < HEALTH_S
    started = time.monotonic()
    assert product.phone().get("/livez").status == 200
    assert time.monotonic() - started < HEALTH_S


def test_an_answer_that_was_not_kept_is_not_said_to_be_kept(product):
    code = product.demo["join_code"]
    phone = product.phone()
    phone.join(code)
    before = found(product, code, "5")  # of the demo world
    product.database.become("silent")
    assert phone.score(code, 2, "5").status == 503
    product.heal()
    assert found(product, code, "5") == before
    assert phone.score(code, 2, "5").status == 204
    assert found(product, code, "5") == before + 1


def found(product: Product, code: str, keuze: str) -> int:
    count: int = product.rows(
        "SELECT count(*) FROM kompas_stellingantwoord JOIN kompas_stembriefje b"
        " ON b.id = stembriefje_id JOIN kompas_ronde r ON r.id = b.ronde_id"
        " JOIN kompas_stelling s ON s.id = stelling_id"
        " JOIN kompas_thema t ON t.id = s.thema_id"
        " WHERE r.code = %s AND keuze = %s AND t.sleutel = 'visie' AND s.volgorde = 2"
        " AND b.kenmerk IS NOT NULL AND versie = 1",
        code,
        keuze,
    )[0][0]
    return count


def test_after_healing_all_is_as_before(product):
    product.database.become("away")
    assert product.readyz()[0] == 503
    product.heal()
    assert product.phone().get("/").status == 200
