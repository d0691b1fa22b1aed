"""Without Redis pages and saving go on; doors that count tries say 503 in plain words; what
waits is sent when it is back."""

import re
import subprocess
import sys
import time
import uuid

import pytest

from bench.phone import Answer, Phone
from tests.engines import ROOT
from tests.faults.product import Product, until

SEND = """
from config.beat import SCHEDULE
from config.celery import app
app.send_task(SCHEDULE["dispatch"]["task"], **SCHEDULE["dispatch"]["options"])
"""


@pytest.fixture
def code(product: Product) -> str:
    return str(product.demo["join_code"])


def visible(body: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def test_pages_go_on_and_quickly(product):
    product.redis.become("away")
    started = time.monotonic()
    for page in ("/", "/over/", "/inloggen/", "/meedoen/"):
        assert product.phone().get(page).status == 200
    assert time.monotonic() - started < 3


def test_ready_all_the_same_and_named(product):
    product.redis.become("away")
    started = time.monotonic()
    status, words = product.readyz()
    assert (status, words["ok"]) == (200, True)
    assert words["redis"] != "ok"
    assert time.monotonic() - started < 2


def test_who_is_in_goes_on_answering(product, code):
    phone = product.phone()
    assert phone.join(code).status == 302
    product.redis.become("away")
    assert phone.score(code, 1, "4").status == 204
    assert phone.get(f"/meedoen/{code}/kaarten/").status == 200
    assert product.rows(
        "SELECT count(*) FROM kompas_stellingantwoord JOIN kompas_stembriefje b"
        " ON b.id = stembriefje_id JOIN kompas_ronde r ON r.id = b.ronde_id"
        " WHERE r.code = %s AND keuze = '4'",
        code,
    ) != [(0,)]


def test_the_door_of_a_round_says_later(product, code):
    phone = product.phone()
    phone.get("/meedoen/")
    product.redis.become("away")
    answer = phone.post("/meedoen/", code=code)
    assert answer.status == 503
    assert "Even niet bereikbaar" in visible(answer.body)


def test_the_door_of_the_login_says_later(product):
    phone = product.phone()
    phone.get("/inloggen/")
    product.redis.become("away")
    answer = phone.post("/inloggen/", login="a@example.nl", password="een lang woord")
    assert answer.status == 503
    assert "Even niet bereikbaar" in visible(answer.body)


def test_who_is_logged_in_stays_so(product):
    phone = product.phone()
    phone.log_in(**login(product, "procesbegeleider"))
    product.redis.become("away")
    assert phone.get("/kompas/trajecten/").status == 200


def login(product: Product, who: str) -> dict[str, str]:
    account = product.demo["accounts"][who]
    return {"email": account["email"], "password": account["password"]}


def test_a_letter_written_meanwhile_is_sent_when_it_is_back(product):
    product.start("worker")
    phone = product.phone()
    phone.log_in(**login(product, "procesbegeleider"))
    product.redis.become("away")
    invite_somebody(product, phone)
    assert waiting(product) == 1
    product.redis.become("ok")
    subprocess.run([sys.executable, "-c", SEND], cwd=ROOT, env=product.env, check=True)
    until(lambda: waiting(product) == 0)
    mails = [file.read_text() for file in (product.folder / "mail").iterdir()]
    assert sum("nieuw.lid@example.nl" in mail for mail in mails) == 1


def invite_somebody(product: Product, phone: Phone) -> None:
    """A new place at the table, and a letter to who sits there."""
    traject = re.search(r"/kompas/trajecten/([0-9a-f-]{36})/", find_page(phone))[1]
    address = f"/kompas/trajecten/{traject}/kerngroep/nieuw/"
    phone.get(address)
    place = {"naam": "Nieuw Lid", "ring": "buitenring", "rol": "inwoner"}
    sent = place | {"email": "nieuw.lid@example.nl", "uuid": str(uuid.uuid4())}
    answer = phone.post(address, **sent)
    assert answer.status == 302, visible(answer.body)


def find_page(phone: Phone) -> str:
    """The page on which the trajecten of this person stand, or the one it leads to."""
    answer = phone.get("/kompas/trajecten/")
    return answer.location + answer.body


def waiting(product: Product) -> int:
    found: int = product.rows(
        "SELECT count(*) FROM berichten_bericht WHERE verstuurd_op IS NULL"
    )[0][0]
    return found


# --- the sociale kaart


@pytest.fixture
def slug(product: Product) -> str:
    return str(
        product.rows(
            "SELECT slug FROM netwerk_voorziening WHERE status = 'actief' LIMIT 1"
        )[0][0]
    )


def report(product: Product, slug: str, words: str) -> tuple[Phone, Answer]:
    """The page is open when Redis goes."""
    phone, page = product.phone(), f"/sociale-kaart/{slug}/klopt-niet/"
    key = re.search(r'name="uuid" value="([0-9a-f-]{36})"', phone.get(page).body)[1]
    product.redis.become("away")
    sent = {"uuid": key, "veld": "anders", "tekst": words, "email": ""}
    return phone, phone.post(page, **sent)


def test_the_kaart_can_be_searched_and_read(product, slug):
    product.redis.become("away")
    for path in ("/sociale-kaart/?q=schulden", f"/sociale-kaart/{slug}/", "/hulp-nu/"):
        assert product.phone().get(path).status == 200


def test_a_report_comes_in_and_the_reporter_sees_its_number(product, slug):
    words = f"Het nummer klopt niet. {uuid.uuid4()}"
    phone, answer = report(product, slug, words)
    assert answer.status == 302, visible(answer.body)
    kept = product.rows("SELECT nummer FROM netwerk_melding WHERE tekst = %s", words)
    assert [answer.location] == [f"/klopt-niet/{nummer}/" for (nummer,) in kept]
    receipt = phone.get(answer.location)
    assert receipt.status == 200
    assert "Dank je wel. Je melding is binnen." in visible(receipt.body)


def test_a_number_that_is_wrong_is_not_looked_up_but_says_later(product):
    product.redis.become("away")
    answer = product.phone().get("/klopt-niet/BBBBBB/")
    assert answer.status == 503
    assert "Even niet bereikbaar" in visible(answer.body)


def test_the_link_to_confirm_says_later(product):
    product.redis.become("away")
    answer = product.phone().get("/bevestig/een-code-die-er-niet-is/")
    assert answer.status == 503
    assert "Even niet bereikbaar" in visible(answer.body)


def test_the_open_data_stay_open_and_are_not_counted(product):
    product.redis.become("away")
    for _ in range(3):
        answer = product.phone().get("/api/hsds/services?per_page=1")
        assert answer.status == 200
