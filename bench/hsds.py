"""The kaart of a region as records of HSDS, with ten thousand services on it."""

from __future__ import annotations

import time
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure import Bench, Figure, measurement, median_ms
from bench.phone import Phone
from bench.server import product
from bench.world import CLONE, ROOT, clone, execute, manage, rows

PAGE_LIMIT = 1.3  # Q4: ten times the data
EXPORT_LIMIT = 1.3
SERVICES = 10_000
PER = 100


def fill(count: int, since: int = 0) -> None:
    """Services of one organisation, each with a place, a number, hours and a wait."""
    text = (ROOT / "bench/kaart.sql").read_text()
    execute(CLONE, text.replace(":from", str(since + 1)).replace(":to", str(count)))
    execute(CLONE, "ANALYZE")


def page_ms(phone: Phone, count: int) -> float:
    """The last whole page of full records."""
    path = f"/api/hsds/services?full=true&per_page={PER}&page={count // PER}"
    if phone.get(path).status != 200:
        raise RuntimeError("no page")
    return median_ms(lambda: phone.get(path), times=15)


@measurement("hsds_bladzij")
def one_page(bench: Bench) -> Figure:
    """A hundred full records of ten thousand services, beside those of a thousand."""
    many = bench.size(SERVICES, least=PER * 20)
    with product() as port:
        phone = Phone(port)
        fill(many // 10)
        few_ms = page_ms(phone, many // 10)
        fill(many, since=many // 10)
        return Figure(page_ms(phone, many), "ms", PAGE_LIMIT, few_ms)


def export_ms(regio: str) -> float:
    """The command, the start of its process included."""
    with TemporaryDirectory() as folder:
        started = time.perf_counter()
        manage(CLONE, "export_hsds", folder, "--regio", regio)
        took = (time.perf_counter() - started) * 1000
        if not (Path(folder) / "services.csv").exists():
            raise RuntimeError("nothing was written")
        return took


@measurement("hsds_uitvoer")
def export(bench: Bench) -> Figure:
    """The tables and JSON of ten thousand services, beside ten times those of a thousand:
    it reads in batches, so it grows with the kaart and no faster."""
    many = bench.size(SERVICES, least=100)
    with clone():
        ((regio,),) = rows("SELECT slug FROM toegang_regio ORDER BY id LIMIT 1")
        fill(many // 10)
        few_ms = export_ms(regio)
        fill(many, since=many // 10)
        return Figure(export_ms(regio), "ms", EXPORT_LIMIT, 10 * few_ms)
