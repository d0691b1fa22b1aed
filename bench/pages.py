"""Pages that many open at the same moment, or that grow with the number of people."""

from __future__ import annotations

from bench.measure import Bench, Figure, measurement, median_ms
from bench.phone import Phone
from bench.saving import CODE
from bench.server import product
from bench.world import account, rows

OUTCOME_LIMIT = 1.6  # ours: it counts every answer, unlike a list page (1.3)
JOIN_LIMIT = 6.0  # ours: times a page without a form or a query


@measurement("meedoen_pagina")
def join_page(bench: Bench) -> Figure:
    """Where a QR leads, for a device that was never there."""
    with product() as port:
        phone = Phone(port)
        phone.get(f"/meedoen/{CODE}/")
        floor = median_ms(lambda: phone.get("/over/"))

        def arrive() -> None:
            phone.cookies.pop(f"meedoen-{CODE}", None)
            phone.get(f"/meedoen/{CODE}/")

        return Figure(median_ms(arrive), "ms", JOIN_LIMIT, floor)


def outcome_ms(port: int, code: str) -> float:
    """Median of the page with all cards, for the procesbegeleider."""
    phone = Phone(port)
    phone.log_in(**account("procesbegeleider"))
    ((uuid,),) = rows("SELECT uuid FROM kompas_ronde WHERE code = %s", code)
    path = f"/kompas/rondes/{uuid}/uitkomsten/"
    if phone.get(path).status != 200:
        raise RuntimeError(f"no outcomes for {code}")
    return median_ms(lambda: phone.get(path), times=15)


@measurement("uitkomsten_250")
def outcomes(bench: Bench) -> Figure:
    """The page of a round with 250 people, beside one of 25: ten times the data."""
    with product() as port:
        few, many = outcome_ms(port, "BIG025"), outcome_ms(port, "BIG250")
    return Figure(many, "ms", OUTCOME_LIMIT, few)
