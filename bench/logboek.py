"""Lines in the log by sixteen at once, all of one region: the chain is tied at COMMIT, so
they wait for each other there and nowhere else."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import psycopg2

from bench.measure import Bench, Figure, measurement
from bench.world import CLONE, clone, execute, rows

WRITERS, EACH, ROUNDS = 16, 200, 5
SHARE = 0.1  # ours: measured at 0.17 to 0.23, on a busy machine
LINE = """BEGIN; SELECT set_config('nk.persoon', '7', true);
SELECT logboek.schrijf('bench', 'R', 0, gen_random_uuid()::text, 'onderdeel', '', 'doelen',
  'behandeling:1'); COMMIT"""
# the same row without a chain, and without who asks read from the transaction
BARE = """BEGIN; SELECT set_config('nk.persoon', '7', true);
INSERT INTO kaal_regel (regio, op, actie, uitkomst, persoon, taak, rol, organisatie, namens,
  oogmerk, client, object_soort, object_id, onderdeel, grond, nood, vanaf, ingelogd_met, spoor)
VALUES ('bench', clock_timestamp(), 'R', 0, '7', '', '', '', '', 'behandeling',
  gen_random_uuid()::text, 'onderdeel', '', 'doelen', 'behandeling:1', false, '', '', ''); COMMIT"""
_BARE_TABLE = """
CREATE TABLE kaal_regel (LIKE logboek.regel INCLUDING ALL);
GRANT INSERT ON kaal_regel TO nk_web;
"""


def per_second(address: str, sql: str, each: int) -> float:
    """Each writer on a line of its own, that is open before the clock starts."""

    def write(line: psycopg2.extensions.connection) -> None:
        with line.cursor() as cursor:
            for _ in range(each):
                cursor.execute(sql)

    lines = [psycopg2.connect(address) for _ in range(WRITERS)]
    for line in lines:
        line.autocommit = True
    with ThreadPoolExecutor(WRITERS) as pool:
        started = time.perf_counter()
        list(pool.map(write, lines))
        took = time.perf_counter() - started
    for line in lines:
        line.close()
    return WRITERS * each / took


@measurement("logboek_16_tegelijk")
def at_once(bench: Bench) -> Figure:
    """Lines a second, beside rows a second in a table like it without a chain."""
    each = bench.size(EACH, least=20)
    with clone() as addresses:
        execute(CLONE, _BARE_TABLE)
        address = addresses["DATABASE_URL"]
        kept, bare = [], []
        for _ in range(ROUNDS):
            bare.append(per_second(address, BARE, each))
            kept.append(per_second(address, LINE, each))
        ((broken,),) = rows("SELECT count(*) FROM logboek.breuken('bench')")
        if broken:
            raise RuntimeError("the chain does not hold")
        return Figure(max(kept), "regels/s", SHARE, max(bare), at_least=True)
