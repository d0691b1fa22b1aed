"""White spots: the matrix of a region with 5,000 provisions."""

from __future__ import annotations

from contextlib import closing

import psycopg2

from bench.measure import Bench, Figure, measurement, median_ms
from bench.phone import Phone
from bench.server import product
from bench.world import CLONE, account, owner

MATRIX_LIMIT = 5.0  # ours: over HTTP, with all the tables of the page

# functions by gemeente with number, informal, shortest wait and last check; nothing else
FLOOR = """
WITH van AS (
  SELECT v.id, v.functies, v.informeel FROM netwerk_voorziening v
  JOIN toegang_regio r ON r.id = v.regio_id WHERE r.slug = 'groot' AND v.status = 'actief'
), gebied AS (
  SELECT w.voorziening_id AS id, w.gemeente_id AS gemeente FROM netwerk_werkgebied w
  WHERE w.gemeente_id IS NOT NULL
  UNION ALL SELECT w.voorziening_id, g.id FROM netwerk_werkgebied w, toegang_gemeente g
  JOIN toegang_regio r ON r.id = g.regio_id WHERE w.hele_regio AND r.slug = 'groot'
), wacht AS (
  SELECT n.id, min(n.weken_tot) AS weken FROM (
    SELECT DISTINCT ON (w.voorziening_id, w.fase, w.doelgroep) w.voorziening_id AS id,
      w.weken_tot, w.geldig_tot
    FROM netwerk_wachttijd w JOIN van ON van.id = w.voorziening_id
    WHERE w.einde_id IS NULL
    ORDER BY w.voorziening_id, w.fase, w.doelgroep, w.gemeten_op DESC, w.id DESC) n
  WHERE n.geldig_tot >= current_date GROUP BY 1
), controle AS (
  SELECT c.voorziening_id AS id, max(c.gecontroleerd_op) AS dag
  FROM netwerk_controle c JOIN van ON van.id = c.voorziening_id GROUP BY 1
)
SELECT functie, gemeente, count(*), count(*) FILTER (WHERE informeel), min(weken), max(dag)
FROM van JOIN gebied USING (id) LEFT JOIN wacht USING (id) LEFT JOIN controle USING (id),
  unnest(functies) functie
GROUP BY 1, 2"""


@measurement("witte_vlekken_5000")
def matrix(bench: Bench) -> Figure:
    """The whole page over HTTP, beside bare SQL of its first table."""
    with product() as port, closing(psycopg2.connect(owner(CLONE))) as line:
        phone = Phone(port)
        phone.log_in(**account("procesbegeleider"))
        path = "/netwerk/witte-vlekken/?regio=groot"
        if phone.get(path).status != 200:
            raise RuntimeError("no white spots")
        cursor = line.cursor()

        def bare() -> None:
            cursor.execute(FLOOR)
            cursor.fetchall()

        floor = median_ms(bare, times=15)
        return Figure(
            median_ms(lambda: phone.get(path), times=15), "ms", MATRIX_LIMIT, floor
        )
