"""Thousands of rows in and out of the kaart of a region, as a worker does it.

The floor is the same file read or written bare, by openpyxl, and the same rows by one
INSERT … SELECT a table into tables like ours, in the same run. Ours looks up what is there,
says what would change, and checks every cell; then it does so again and writes.
"""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.hsds import fill
from bench.measure import Bench, Figure, measurement
from bench.world import CLONE, clone, execute, manage, rows

IN_LIMIT, OUT_LIMIT = 25.0, 12.0  # ours: measured at 20 and 9.5, on a busy machine
ROWS = 4_000
TABLES = (
    "voorziening", "locatie", "voorzieningplek", "telefoon", "openingstijd", "werkgebied",
)  # fmt: skip

_START = """
import json, sys, time
from pathlib import Path
from openpyxl import Workbook, load_workbook
from basis.actor import Actor, acting
from toegang.models import Regio
file, slug = Path({file!r}), {regio!r}
took = {{}}
def timed(name, act):
    started = time.perf_counter()
    found = act()
    took[name] = took.get(name, 0) + (time.perf_counter() - started) * 1000
    return found
def bare_read():
    sheet = load_workbook(file, read_only=True).worksheets[0]
    return [list(row) for row in sheet.iter_rows(values_only=True)]
"""
_IN = """
from netwerk.services import uitwisselen
data = file.read_bytes()
def read():
    return uitwisselen.read_sheet(data, regio=regio, bron="bench")
def preview():
    found = read()
    assert not found.pakket.fouten, found.pakket.fouten[:3]
    return uitwisselen.preview(pakket=found.pakket, regio=regio, bron="bench")
def carry_out():
    uitwisselen.take_in(pakket=read().pakket, regio=regio, bron="bench")
with acting(Actor.job("uitwisselen")):
    regio = Regio.objects.get(slug=slug)
    timed("ours", preview)
    timed("ours", carry_out)
timed("floor", bare_read)
print(json.dumps(took))
"""
_OUT = """
from netwerk.documents import werkblad
from netwerk.selectors.hsds import Blik
def bare_write():
    book = Workbook(write_only=True)
    page = book.create_sheet("Plekken")
    for row in found:
        page.append(row)
    book.save(file)
with acting(Actor.job("uitwisselen")):
    regio = Regio.objects.get(slug=slug)
    made = timed("ours", lambda: werkblad.as_workbook(regio, Blik.alles()))
file.write_bytes(made)
found = bare_read()
timed("floor", bare_write)
print(json.dumps(took))
"""


def _run(code: str, file: Path, regio: str) -> dict[str, float]:
    """What took how long, in ms: in a process of its own, after its start."""
    said = manage(
        CLONE,
        "shell",
        "-v",
        "0",
        "-c",
        _START.format(file=str(file), regio=regio) + code,
    )
    found: dict[str, float] = json.loads(said.splitlines()[-1])
    return found


def _sheet(file: Path, count: int) -> None:
    """Of somebody else: each row a place with an address, a number and hours."""
    from openpyxl import Workbook  # noqa: PLC0415 - here alone

    book = Workbook(write_only=True)
    page = book.create_sheet("Plekken")
    head = (
        "Naam Organisatie Telefoon Adres Postcode Plaats Openingstijden Functies Gebied"
    )
    page.append([*head.split(), "Omschrijving"])
    for n in range(count):
        page.append(
            [
                f"Plek {n}", f"Organisatie {n % 300}", "033 1234567", f"Lindelaan {n}",
                "3811 AB", "Lindehoven", "ma-vr 9:00-17:00", "Steun van anderen",
                "Lindehoven", "Een plek om te zijn. " * 10,
            ]
        )  # fmt: skip
    book.save(file)


def _bare_insert_ms() -> float:
    """The rows that came in once more, into tables with the same columns and indexes."""
    parts = []
    for table in TABLES:
        name = f"netwerk_{table}"
        parts.append(f"CREATE TABLE kaal_{table} (LIKE {name} INCLUDING ALL);")
    execute(CLONE, "".join(parts))
    ((started,),) = rows("SELECT extract(epoch FROM clock_timestamp()) * 1000")
    execute(CLONE, "".join(map(_copy, TABLES)))
    ((ended,),) = rows("SELECT extract(epoch FROM clock_timestamp()) * 1000")
    return float(ended - started)


def _copy(table: str) -> str:
    v = "SELECT id FROM netwerk_voorziening WHERE bron = 'bench'"
    which = {
        "voorziening": "bron = 'bench'",
        "locatie": "bron = 'bench'",
    }.get(table, f"voorziening_id IN ({v})")
    return f"INSERT INTO kaal_{table} SELECT * FROM netwerk_{table} WHERE {which};"  # noqa: S608 - names of ours


@measurement("inlezen_4000")
def taken_in(bench: Bench) -> Figure:
    """The preview of a workbook with four thousand new rows, and carrying it out."""
    with clone(), TemporaryDirectory() as folder:
        ((regio,),) = rows("SELECT slug FROM toegang_regio ORDER BY id LIMIT 1")
        file = Path(folder) / "plekken.xlsx"
        _sheet(file, bench.size(ROWS, least=200))
        took = _run(_IN, file, regio)
        # a preview and a carrying out: the file is read for each
        floor = 2 * took["floor"] + _bare_insert_ms()
        return Figure(took["ours"], "ms", IN_LIMIT, floor)


@measurement("uitvoer_xlsx_4000")
def taken_out(bench: Bench) -> Figure:
    """The workbook of a region with four thousand provisions."""
    with clone(), TemporaryDirectory() as folder:
        ((regio,),) = rows("SELECT slug FROM toegang_regio ORDER BY id LIMIT 1")
        fill(bench.size(ROWS, least=200))
        took = _run(_OUT, Path(folder) / "kaart.xlsx", regio)
        return Figure(took["ours"], "ms", OUT_LIMIT, took["floor"])
