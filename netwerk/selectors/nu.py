"""What is possible now, as pieces of SQL: one reckoning for a list of thousands and for
one page.

Each piece speaks of `v` (netwerk_voorziening) and takes `moment()` as its parameters. In
doubt the answer is no: "kan vandaag" sends somebody out of the door.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime
from typing import Any

from netwerk.choices import VOL
from netwerk.rules.feestdagen import holiday_on
from netwerk.rules.herhaling import CODES, DAYS_PER_WEEK

# closed for a while today
DICHT = """v.id IN (SELECT s.voorziening_id FROM netwerk_sluitingsperiode s
  WHERE s.van <= %(dag)s AND (s.tot IS NULL OR s.tot >= %(dag)s))"""

# without somebody else who has to send you: they said so, or said nothing and you can walk in
DIRECT = "coalesce(v.zelf_aanmelden, v.laagdrempelig)"

# the newest measurement per stage and target group says there is no wait and is not stale;
# NULL where nobody measured
GEMETEN_GEEN = """(SELECT bool_and(n.weken_tot = 0 AND n.geldig_tot >= %(dag)s) FROM (
  SELECT DISTINCT ON (w.fase, w.doelgroep) w.weken_tot, w.geldig_tot
  FROM netwerk_wachttijd w
  WHERE w.voorziening_id = v.id AND w.gemeten_op <= %(dag)s AND w.einde_id IS NULL
  ORDER BY w.fase, w.doelgroep, w.gemeten_op DESC, w.id DESC) n)"""

# for a query of provisions wachttijden.has_wait says the same
_VOL = ", ".join(f"'{full.value}'" for full in VOL)
GEEN_WACHT = f"""(CASE WHEN v.capaciteit IN ({_VOL}) THEN false
  WHEN {DICHT} THEN false
  ELSE coalesce({GEMETEN_GEEN}, v.laagdrempelig OR v.capaciteit = 'open') END)"""

# a block of opening hours `o` to walk in that is not past yet today; the same reckoning as
# rules.herhaling, for what can be said in one sentence
_DAYS = "string_to_array(upper(replace(o.dagen, ' ', '')), ',')"
_EVERY = "coalesce(o.interval, 1)"
OPENT = f"""(NOT o.dicht AND NOT o.op_afspraak AND o.aantal IS NULL
  AND o.dagen_van_jaar = '' AND o.opent_om IS NOT NULL AND o.sluit_om IS NOT NULL
  AND (o.sluit_om <= o.opent_om OR o.sluit_om > %(tijd)s)
  AND greatest(o.van, o.begint_op, '-infinity') <= %(dag)s
  AND least(o.tot, o.herhaal_tot, 'infinity') >= %(dag)s
  AND CASE o.herhaling
    WHEN '' THEN o.begint_op = %(dag)s
    WHEN 'DAILY' THEN o.weken = '' AND o.dagen_van_maand = '' AND CASE
      WHEN {_EVERY} = 1 THEN o.dagen = '' OR %(code)s = ANY({_DAYS})
      ELSE o.dagen = '' AND (%(dag)s - o.begint_op) %% o.interval = 0 END
    WHEN 'WEEKLY' THEN o.dagen_van_maand = ''
      AND (%(code)s = ANY({_DAYS})
        OR (o.dagen = '' AND extract(isodow FROM o.begint_op) = %(isodow)s))
      AND CASE
        WHEN o.weken <> '' THEN {_EVERY} = 1
          AND %(week)s = ANY(string_to_array(replace(o.weken, ' ', ''), ','))
        WHEN {_EVERY} = 1 THEN true
        ELSE o.weekbegin IN ('', 'MO') AND (%(maandag)s
          - date_trunc('week', o.begint_op)::date) / 7 %% o.interval = 0 END
    WHEN 'MONTHLY' THEN o.weken = ''
      AND ({_EVERY} = 1 OR (%(maand)s - extract(year FROM o.begint_op)::int * 12
        - extract(month FROM o.begint_op)::int) %% o.interval = 0)
      AND CASE
        WHEN o.dagen <> '' THEN o.dagen_van_maand = '' AND {_DAYS} && %(rangen)s::text[]
        WHEN o.dagen_van_maand <> '' THEN
          string_to_array(replace(o.dagen_van_maand, ' ', ''), ',') && %(dagnr)s::text[]
        ELSE extract(day FROM o.begint_op) = %(dagvandemaand)s END
    ELSE false END)"""

# the hours of a provision hang on itself, on it at a place, or on the place, which counts
# where nothing else is said (roosters.that_hold); of a secret place nothing is read
UREN = """(SELECT o.* FROM netwerk_openingstijd o WHERE o.voorziening_id = v.id
  UNION ALL SELECT o.* FROM netwerk_voorzieningplek p
    JOIN netwerk_locatie l ON l.id = p.locatie_id AND NOT l.geheim
    JOIN netwerk_openingstijd o ON o.plek_id = p.id WHERE p.voorziening_id = v.id
  UNION ALL SELECT o.* FROM netwerk_voorzieningplek p
    JOIN netwerk_locatie l ON l.id = p.locatie_id AND NOT l.geheim
    JOIN netwerk_openingstijd o ON o.locatie_id = l.id
    WHERE p.voorziening_id = v.id
      AND NOT EXISTS (SELECT FROM netwerk_openingstijd e WHERE e.voorziening_id = v.id)
      AND NOT EXISTS (SELECT FROM netwerk_openingstijd e WHERE e.plek_id = p.id))"""

OPEN_VANDAAG = f"""(CASE WHEN v.altijd_bereikbaar THEN true
  WHEN %(feestdag)s AND v.feestdagen <> 'open' THEN false
  ELSE coalesce((SELECT bool_or({OPENT}) AND NOT bool_or(o.dicht
    AND coalesce(o.van, o.begint_op) <= %(dag)s
    AND coalesce(o.tot, o.herhaal_tot, o.van, o.begint_op) >= %(dag)s)
    FROM {UREN} o), false) END)"""

# Who wants to, can go or call today. Joined to `v` as `nu`; OFFSET 0 keeps PostgreSQL from
# reckoning a column again wherever it is used.
NU = f"""CROSS JOIN LATERAL (
    SELECT {DICHT} AS nu_dicht, {GEEN_WACHT} AS geen_wacht OFFSET 0) rust
  CROSS JOIN LATERAL (SELECT rust.nu_dicht, rust.geen_wacht,
    CASE WHEN {DIRECT} AND rust.geen_wacht THEN {OPEN_VANDAAG} ELSE false END AS vandaag
    OFFSET 0) nu"""


def moment(now: datetime) -> dict[str, Any]:
    """The parameters of these pieces at one local time."""
    dag = now.date()
    return {"dag": dag, "tijd": now.time()} | _calendar(dag)


def _calendar(dag: date) -> dict[str, Any]:
    code = CODES[dag.weekday()]
    last = monthrange(dag.year, dag.month)[1]
    nth = (dag.day - 1) // DAYS_PER_WEEK + 1
    from_end = (last - dag.day) // DAYS_PER_WEEK + 1
    numbers = [str(dag.day), *(["-1"] if dag.day == last else [])]
    return {
        "code": code,
        "isodow": dag.isoweekday(),
        "week": str(dag.isocalendar().week),
        "maandag": date.fromordinal(dag.toordinal() - dag.weekday()),
        "maand": dag.year * 12 + dag.month,
        "rangen": [code, f"{nth}{code}", f"+{nth}{code}", f"-{from_end}{code}"],
        "dagnr": numbers,
        "dagvandemaand": dag.day,
        "feestdag": holiday_on(dag) is not None,
    }
