"""Pages that many open at the same moment, or that grow with the number of people."""

from __future__ import annotations

from bench.measure import Bench, Figure, measurement, median_ms
from bench.phone import Phone
from bench.saving import CODE
from bench.server import product

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
