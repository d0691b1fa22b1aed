"""What an owner has to look at first, reckoned for all rows at once: a page of 25 stands in
the order of thousands, each by the terms of its region. `with_checks` and `fields_of` say
the same of one row, and say it on the page; a test holds the two together."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from netwerk.choices import Capaciteit, Controleveld
from netwerk.models import Kaartinstelling
from netwerk.querysets import VoorzieningQuerySet
from netwerk.rules.versheid import months_for
from netwerk.selectors.bereik import among_hours, among_phones, among_phones_of_company

MONTH = 30  # days; the order need not be exact, the sentence is
COLUMNS = ("id", "naam", "organisatie_id", "capaciteit", "regio_id")

NEVER = "date '4000-01-01 BC'"  # before any day that somebody can type

# What was never looked at goes first. The last wait is looked up only of a row without
# that, and numbers and hours, which hang on many things, only of a row that they would
# bring forward. LEAST and GREATEST leave out what is not known.
_FIRST = """
WITH hier AS MATERIALIZED ({hier}),
gezien AS (
  SELECT hier.id, {gezien} FROM hier
  JOIN netwerk_controle ON voorziening_id = hier.id GROUP BY 1
), altijd AS (
  SELECT hier.id, hier.naam, hier.organisatie_id, {telefoon} AS telefoon,
    {openingstijden} AS openingstijden, gezien.wachttijd, {wachtmaanden} AS maanden,
    LEAST({rest}, CASE WHEN hier.capaciteit <> %s THEN {capaciteit} END) AS zeker
  FROM hier LEFT JOIN gezien USING (id)
  LEFT JOIN netwerk_kaartinstelling termijnen ON termijnen.regio_id = hier.regio_id
), termijn AS (
  SELECT id, naam, organisatie_id, telefoon, openingstijden,
    LEAST(zeker, CASE WHEN gemeten.dag IS NOT NULL THEN {wachttijd} END) AS zeker
  FROM altijd LEFT JOIN LATERAL (
    SELECT max(gemeten_op) AS dag FROM netwerk_wachttijd
    WHERE zeker > date '0001-01-01' AND voorziening_id = altijd.id AND gemeten_op <= %s
      AND einde_id IS NULL
  ) gemeten ON true
)
SELECT id FROM termijn ORDER BY LEAST(zeker,
  CASE WHEN telefoon < zeker AND (id IN ({belt}) OR organisatie_id IN ({organisatie}))
    THEN telefoon END,
  CASE WHEN openingstijden < zeker AND id IN ({open}) THEN openingstijden END), naam, id
LIMIT %s OFFSET %s"""


def first_due(
    rows: VoorzieningQuerySet, day: date, start: int, count: int
) -> list[int]:
    """Keys of so many of these rows, from `start`: those whose look is due first, then by
    name."""
    here, params = _sql(rows.order_by().values(*COLUMNS))
    keys, companies = _of_here("id"), _of_here("organisatie_id")
    phones, of_phones = _sql(among_phones(keys))
    company, of_company = _sql(among_phones_of_company(companies))
    hours, of_hours = _sql(among_hours(keys))
    due = {veld: _due(f"gezien.{veld}", _months(veld)) for veld in Controleveld.values}
    due["wachttijd"] = _due("GREATEST(altijd.wachttijd, gemeten.dag)", "altijd.maanden")
    seen = ", ".join(
        f"max(gecontroleerd_op) FILTER (WHERE veld = '{veld}') AS {veld}"
        for veld in due
    )
    sql = _FIRST.format(
        hier=here,
        gezien=seen,
        belt=phones,
        organisatie=company,
        open=hours,
        wachtmaanden=_months(Controleveld.WACHTTIJD),
        **due,
    )
    params += [Capaciteit.ONBEKEND.value, day]
    params += [*of_phones, *of_company, *of_hours, count, start]
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return [pk for (pk,) in cursor.fetchall()]


def _months(veld: str) -> str:
    """Those that the region of a row chose, else ours."""
    column = Kaartinstelling.column_of(veld)
    return f"coalesce(termijnen.{column}, {months_for(veld)})"


def _due(seen: str, months: str) -> str:
    return f"coalesce({seen}, {NEVER}) + {MONTH} * {months}"


def _of_here(column: str) -> RawSQL:
    # a name of our own
    return RawSQL(f"SELECT {column} FROM hier", [])  # noqa: S608, S611  # nosec B608, B611


def _sql(rows: QuerySet[Any, Any]) -> tuple[str, list[Any]]:
    sql, params = rows.query.sql_with_params()
    return sql, list(params)
