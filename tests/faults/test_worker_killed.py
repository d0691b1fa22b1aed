"""A worker that dies while it makes a PDF: it is made after all, once."""

import subprocess
import sys

from bench.phone import Phone
from tests.engines import ROOT
from tests.faults.product import Product, until

WAKE = """
from config.beat import SCHEDULE
from config.celery import app
app.send_task(SCHEDULE["rapporten"]["task"], **SCHEDULE["rapporten"]["options"])
"""


def test_the_report_is_made_after_all(product):
    product.start("worker")
    phone = product.phone()
    account = product.demo["accounts"]["procesbegeleider"]
    phone.log_in(account["email"], account["password"])
    report = ask(product, phone)
    until(lambda: state(product, report) == "bezig")
    product.kill("worker")
    assert state(product, report) == "bezig"
    assert phone.get(f"/kompas/rapporten/{report}/").status == 200

    let_time_pass(product, report)
    product.start("worker")
    subprocess.run([sys.executable, "-c", WAKE], cwd=ROOT, env=product.env, check=True)
    until(lambda: state(product, report) == "klaar")
    assert product.rows(
        "SELECT convert_from(substr(pdf, 1, 5), 'UTF8'), count(*) OVER ()"
        " FROM kompas_uitkomstrapport"
    ) == [("%PDF-", 1)]
    assert phone.get(f"/kompas/rapporten/{report}/pdf/").status == 200


def ask(product: Product, phone: Phone) -> str:
    """Of a round that is closed; the uuid of the report."""
    ((ronde,),) = product.rows(
        "SELECT uuid FROM kompas_ronde WHERE gesloten_op IS NOT NULL ORDER BY id LIMIT 1"
    )
    phone.get(f"/kompas/rondes/{ronde}/uitkomsten/")
    answer = phone.post(f"/kompas/rondes/{ronde}/rapport/")
    assert answer.status == 302, answer.body
    return answer.location.rstrip("/").rpartition("/")[2]


def state(product: Product, report: str) -> str:
    ((stand,),) = product.rows(
        "SELECT stand FROM kompas_uitkomstrapport WHERE uuid = %s", report
    )
    return str(stand)


def let_time_pass(product: Product, report: str) -> None:
    """As if the lease of the dead worker ran out."""
    product.rows(
        "UPDATE kompas_uitkomstrapport SET volgende_poging_op = now() - interval '1 s'"
        " WHERE uuid = %s RETURNING 1",
        report,
    )
