"""Finding on the sociale kaart: one statement for what fits, how many of each filter, and
the rows of one page.

Every word of somebody goes in as a parameter; what is put together here are pieces of our
own. A provision is judged by where it serves people, never by where its office is.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.db import connection

from netwerk.choices import ZONDER_PLEK
from netwerk.rules.afstand import EARTH_KM, box
from netwerk.rules.zoeken import Alternatief, Plan, Soort, either
from netwerk.rules.zoekzinnen import (
    Feiten,
    Reden,
    Staat,
    closing,
    reason,
    states,
    where,
)

from .facetten import ALLE_KNOPPEN, KNOPPEN, LIJSTEN, ONLINE, THUIS, Keuze
from .nu import DIRECT, NU, OPENT, UREN, moment
from .zoekplek import Plek

PER_PAGE = 10
MOST_REASONS = 60
# Without a place or region the whole country is searched: the best of so many. Counting
# further helps nobody, and somebody would wait for it.
WIDEST = 1000
FARTHEST = 50  # km, from a place that is in no region of ours
SOON_DAYS = 14  # a closing that begins within these is told

# so many small expressions take PostgreSQL longer to compile than to reckon
NO_JIT = "SET LOCAL jit = off;"

BEST, NEAR, NOW = "best", "dichtbij", "nu"
ORDER = {
    BEST: "score DESC, km NULLS LAST, naam, id",
    NEAR: "km NULLS LAST, score DESC, naam, id",
    NOW: "vandaag DESC, geen_wacht DESC, nu_dicht, score DESC, km NULLS LAST, naam, id",
}
# how near the word itself is, and where it stands: what counts, best first
_TIERS = (
    ((Soort.ZELF, Soort.GEHEEL), "A", 1.0),
    ((Soort.BEGIN, Soort.OOK), "A", 0.8),
    ((Soort.ZELF, Soort.GEHEEL, Soort.NAAM), "AB", 0.75),
    ((Soort.BEGIN, Soort.OOK), "AB", 0.6),
    ((Soort.ERIN, Soort.LIJKT), "A", 0.55),
    ((Soort.ZELF, Soort.GEHEEL, Soort.BEGIN), "", 0.35),
    ((Soort.OOK,), "", 0.3),
)
_LEAST = 0.2


@dataclass(frozen=True)
class Sluiting:
    """Closed from and to, both days included; `naam` and `slug` are the alternative."""

    van: date
    tot: date | None
    reden: str
    tekst: str
    naam: str
    slug: str


@dataclass(frozen=True)
class Treffer:
    """One result, with what its line on the page says."""

    id: int
    slug: str
    naam: str
    kort: str
    punt: tuple[float, float] | None
    feiten: Feiten
    sluiting: Sluiting | None
    redenen: list[Alternatief]
    dag: date

    @property
    def vandaag(self) -> bool:
        return self.feiten.vandaag

    @property
    def km(self) -> float | None:
        return self.feiten.km

    @property
    def waar(self) -> str:
        return where(self.feiten)

    @property
    def staten(self) -> list[Staat]:
        return states(self.feiten, self.dag)

    @property
    def reden(self) -> Reden | None:
        return reason([(alt.soort, alt.label) for alt in self.redenen], self.feiten)

    @property
    def dicht(self) -> str:
        """The dates of a closing now or soon, in a sentence."""
        soon = self.sluiting
        return closing(soon.van, soon.tot, soon.reden, self.dag) if soon else ""


@dataclass(frozen=True)
class Uitslag:
    """What was found. `tellingen`: key of a filter -> how many would be left with it."""

    totaal: int
    meer_dan: bool  # there are more than `totaal`
    tellingen: dict[tuple[str, str], int]
    rijen: list[Treffer]
    los: bool = False  # not all words fit together: these have one of them

    @property
    def bladen(self) -> int:
        return max(1, -(-self.totaal // PER_PAGE))


@dataclass
class _Statement:
    """SQL with its parameters, each text once."""

    params: dict[str, Any] = field(default_factory=dict)

    def put(self, value: object) -> str:
        name = f"p{len(self.params)}"
        self.params[name] = value
        return f"%({name})s"

    def query(self, alternatives: Sequence[Alternatief], weights: str = "") -> str:
        """A tsquery of any of these; "" when nothing can fit."""
        woord, taal, vast = either(alternatives, weights)
        parts = []
        if woord:
            parts.append(f"to_tsquery('nk_woord', {self.put(woord)})")
        if taal:
            parts.append(f"to_tsquery('nk_taal', {self.put(taal)})")
        if vast:
            parts.append(f"{self.put(vast)}::tsquery")
        return f"({' || '.join(parts)})" if parts else ""


def find(
    plan: Plan | None,
    plek: Plek,
    keuze: Keuze,
    *,
    volgorde: str = BEST,
    blad: int = 1,
    meer: bool = False,
    now: datetime,
) -> Uitslag:
    """One statement; a second one when no row has all the words together."""
    found = _run(plan, plek, keuze, volgorde, blad, now, meer=meer, loose=False)
    apart = plan and len(plan.groepen) > 1 and not plan.vraag.alleen_kleine
    if not found.totaal and apart:
        loose = _run(plan, plek, keuze, volgorde, blad, now, meer=meer, loose=True)
        return loose if loose.totaal else found
    return found


def count(plan: Plan | None, plek: Plek, keuze: Keuze, *, now: datetime) -> int:
    """Only how many."""
    return find(plan, plek, keuze, now=now).totaal


def statement(
    plan: Plan | None,
    plek: Plek,
    keuze: Keuze,
    *,
    volgorde: str = BEST,
    blad: int = 1,
    now: datetime,
    meer: bool = False,
    loose: bool = False,
) -> tuple[str, dict[str, Any]]:
    """The SQL of a question, and its parameters (also for bench/zoeken.py)."""
    st = _Statement(moment(now))
    where = _where(st, plan, plek, keuze, loose=loose)
    knoppen = ALLE_KNOPPEN if meer else KNOPPEN
    columns = "".join(f", ({knop.sql}) AS {knop.kolom}" for knop in knoppen)
    arrays = "".join(f", v.{lijst.kolom}" for lijst in LIJSTEN) if meer else ""
    lists = "".join(
        f""", (SELECT jsonb_object_agg(x.w, x.n) FROM (SELECT w, count(*) AS n
        FROM gekozen, unnest({lijst.kolom}) w GROUP BY w) x) AS l_{lijst.naam}"""
        for lijst in LIJSTEN
        if meer
    )
    late = " AND ".join(
        ["true", *(knop.kolom for knop in keuze.knoppen if knop.sql.startswith("nu."))]
    )
    source = "netwerk_voorziening v"
    if plek.overal:
        source = f"""(SELECT v.* FROM netwerk_voorziening v WHERE {where}
          ORDER BY {_first(st, plan)}id LIMIT {WIDEST + 1}) v"""
        where = "true"  # already there
    sql = f"""{NO_JIT}
WITH treffer AS MATERIALIZED (
  SELECT v.id, v.naam, plek.km, plek.id AS locatie_id,
    nu.vandaag, nu.geen_wacht, nu.nu_dicht, {_score(st, plan)} AS score
    {columns}{arrays}
  FROM {source} {_nearest(st, plek)} {NU}
  WHERE {where}
), gekozen AS MATERIALIZED (SELECT * FROM treffer WHERE {late}),
telling AS (
  SELECT count(*) AS totaal
    {"".join(f", count(*) FILTER (WHERE {k.kolom}) AS {k.kolom}" for k in knoppen)}{lists}
  FROM gekozen
), blad AS (
  SELECT id, km, locatie_id, vandaag, geen_wacht, nu_dicht, score,
    row_number() OVER (ORDER BY {ORDER[volgorde]}) AS nr
  FROM gekozen ORDER BY {ORDER[volgorde]}
  LIMIT {PER_PAGE} OFFSET {st.put((blad - 1) * PER_PAGE)}
)
SELECT telling.*, regel.* FROM telling LEFT JOIN ({_details(st, plan)}) regel ON true
ORDER BY regel.nr"""
    return sql, st.params


def _run(
    plan: Plan | None,
    plek: Plek,
    keuze: Keuze,
    volgorde: str,
    blad: int,
    now: datetime,
    *,
    meer: bool,
    loose: bool,
) -> Uitslag:
    sql, params = statement(
        plan, plek, keuze, volgorde=volgorde, blad=blad, now=now, meer=meer, loose=loose
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        names = [column.name for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    head = rows[0]
    totaal = min(head["totaal"], WIDEST) if plek.overal else head["totaal"]
    return Uitslag(
        totaal,
        head["totaal"] > totaal,
        _counts(head, meer=meer),
        [_row(row, plan, now.date()) for row in rows if row["id"] is not None],
        los=loose,
    )


def _counts(head: dict[str, Any], *, meer: bool) -> dict[tuple[str, str], int]:
    knoppen = ALLE_KNOPPEN if meer else KNOPPEN
    found = {knop.sleutel: head[knop.kolom] for knop in knoppen}
    if meer:
        for lijst in LIJSTEN:
            for value, number in json.loads(head[f"l_{lijst.naam}"] or "{}").items():
                found[lijst.naam, value] = number
    return found


# --- which ------------------------------------------------------------------------------
def _where(
    st: _Statement, plan: Plan | None, plek: Plek, keuze: Keuze, *, loose: bool
) -> str:
    parts = ["v.status = 'actief'"]
    if plan is not None:
        parts.append(f"v.zoek @@ ({_fits(st, plan, loose=loose)})")
    parts += _area(st, plek)
    for knop in keuze.knoppen:
        if not knop.sql.startswith("nu."):
            parts.append(knop.sql)
    for lijst, value in keuze.lijsten:
        parts.append(f"v.{lijst.kolom} @> ARRAY[{st.put(value)}]::varchar[]")
    if plek.punt and plek.straal is not None:
        anywhere = st.put([str(manier) for manier in ZONDER_PLEK])
        parts.append(
            f"(plek.km <= {st.put(plek.straal)} OR plek.km IS NULL"
            f" OR v.manieren && {anywhere}::varchar[])"
        )
    return " AND ".join(parts)


def _fits(st: _Statement, plan: Plan, *, loose: bool) -> str:
    groups = [query for groep in plan.groepen if (query := st.query(groep))]
    return (" || " if loose else " && ").join(groups) or "''::tsquery"


def _area(st: _Statement, plek: Plek) -> list[str]:
    """In the region, or in a gemeente that it serves wherever it is from."""
    if plek.regio is None:
        return _round(st, plek)
    regio = st.put(plek.regio.pk)
    if plek.gemeente is None:
        return [f"v.regio_id = {regio}"]
    gemeente = st.put(plek.gemeente.pk)
    return [
        f"""(v.regio_id = {regio} OR v.id = ANY(ARRAY(
          SELECT w.voorziening_id FROM netwerk_werkgebied w WHERE w.gemeente_id = {gemeente}
          UNION ALL SELECT w.voorziening_id FROM netwerk_werkgebied w
          JOIN toegang_wijk k ON k.id = w.wijk_id WHERE k.gemeente_id = {gemeente})))""",
        f"""coalesce((SELECT bool_or(((w.hele_regio AND v.regio_id = {regio})
            OR w.gemeente_id = {gemeente} OR k.gemeente_id = {gemeente}) IS TRUE)
          FROM netwerk_werkgebied w LEFT JOIN toegang_wijk k ON k.id = w.wijk_id
          WHERE w.voorziening_id = v.id AND (w.hele_regio
            OR w.gemeente_id IS NOT NULL OR w.wijk_id IS NOT NULL)),
          v.regio_id = {regio})""",
    ]


def _round(st: _Statement, plek: Plek) -> list[str]:
    """Of no region of ours: only what has a place near. Else anywhere."""
    if plek.punt is None:
        return []
    here = box(*plek.punt, plek.straal or FARTHEST)
    south, north, west, east = (st.put(edge) for edge in here)
    return [
        f"""v.id = ANY(ARRAY(SELECT p.voorziening_id FROM netwerk_locatie l
        JOIN netwerk_voorzieningplek p ON p.locatie_id = l.id
        WHERE l.lat BETWEEN {south} AND {north} AND l.lon BETWEEN {west} AND {east}))"""
    ]


def _nearest(st: _Statement, plek: Plek) -> str:
    """Its nearest place people can go to, as `plek`; a secret place has no coordinates and
    is none."""
    if plek.punt is None:
        return "CROSS JOIN (SELECT NULL::bigint AS id, NULL::float AS km) plek"
    lat, lon = (f"{st.put(value)}::float" for value in plek.punt)
    return f"""LEFT JOIN LATERAL (
      SELECT l.id, {2 * EARTH_KM} * asin(sqrt(least(1.0,
        power(sin(radians(l.lat - {lat}) / 2), 2)
        + cos(radians({lat})) * cos(radians(l.lat))
        * power(sin(radians(l.lon - {lon}) / 2), 2)))) AS km
      FROM netwerk_voorzieningplek p JOIN netwerk_locatie l ON l.id = p.locatie_id
      WHERE p.voorziening_id = v.id AND NOT l.geheim AND l.soort = 'fysiek'
        AND l.lat IS NOT NULL
      ORDER BY 2 LIMIT 1) plek ON true"""


# --- in which order ---------------------------------------------------------------------
def _first(st: _Statement, plan: Plan | None) -> str:
    """Of very many, those that are called so."""
    if plan is None:
        return ""
    own = st.query(plan.of(Soort.ZELF, Soort.GEHEEL), "AB")
    return f"(v.zoek @@ {own}) DESC, " if own else ""


def _score(st: _Statement, plan: Plan | None) -> str:
    """How well the words fit (0 to 1, 2 for the very name), and how much use it is now."""
    use = """CASE WHEN nu.vandaag THEN 0.14 WHEN nu.geen_wacht THEN 0.08 ELSE 0 END
      + CASE WHEN nu.nu_dicht THEN -0.2 ELSE 0 END
      + coalesce(0.15 * exp(-plek.km / 8), 0)"""
    if plan is None:
        return use
    fits = [_fit(st, groep) for groep in plan.groepen]
    name = " <-> ".join(
        Alternatief(Soort.ZELF, "", (word,)).text("A") for word in plan.vraag.woorden
    )
    called = f"""CASE WHEN v.zoek @@ to_tsquery('nk_woord', {st.put(name)})
      THEN 1.0 / (1 + abs(length(v.naam) - {st.put(len(plan.vraag.getypt))})) + 0.1
      ELSE 0 END"""
    return f"({' + '.join(fits)}) / {len(fits)} + {called} + {use}"


def _fit(st: _Statement, groep: tuple[Alternatief, ...]) -> str:
    cases = []
    for kinds, weights, value in _TIERS:
        query = st.query([alt for alt in groep if alt.soort in kinds], weights)
        if query:
            cases.append(f"WHEN v.zoek @@ {query} THEN {value}")
    return f"CASE {' '.join(cases)} ELSE {_LEAST} END"


# --- what its line says -----------------------------------------------------------------
def _details(st: _Statement, plan: Plan | None) -> str:
    reasons = "'{}'::int[]"
    if plan is not None:
        values = [
            f"({nr}, {query})"
            for nr, alt in enumerate(plan.alternatieven[:MOST_REASONS])
            if (query := st.query([alt]))
        ]
        reasons = f"""ARRAY(SELECT q.nr FROM (VALUES {", ".join(values)}) q (nr, query)
          WHERE v.zoek @@ q.query ORDER BY q.nr)"""
    soon = st.put(SOON_DAYS)
    return f"""
  SELECT blad.nr, blad.id, blad.km, blad.vandaag, blad.geen_wacht, blad.nu_dicht, v.slug, v.naam,
    coalesce(nullif(v.kort, ''), left(v.omschrijving, 300)) AS kort, org.naam AS organisatie,
    plaats.plaats, plaats.lat, plaats.lon, v.informeel, v.laagdrempelig,
    v.ervaringsdeskundig, 'naasten' = ANY(v.voor_wie) AS naasten, v.altijd_bereikbaar,
    {DIRECT} AS direct, {THUIS} AS thuis, {ONLINE} AS online,
    'telefoon' = ANY(v.manieren) AS telefoon, v.capaciteit,
    EXISTS (SELECT 1 FROM netwerk_werkgebied w WHERE w.voorziening_id = v.id
      AND w.hele_regio) AS hele_regio,
    ARRAY(SELECT ROW(o.opent_om, o.sluit_om)::text FROM {UREN} o WHERE {OPENT}
      ORDER BY o.opent_om) AS uren,
    wacht.*, (SELECT jsonb_build_object('van', s.van, 'tot', s.tot, 'reden', s.reden,
        'tekst', s.alternatief_tekst, 'naam', a.naam, 'slug', a.slug)
      FROM netwerk_sluitingsperiode s
      LEFT JOIN netwerk_voorziening a ON a.id = s.alternatief_id AND a.status = 'actief'
      WHERE s.voorziening_id = v.id AND s.van <= %(dag)s + {soon}
        AND (s.tot IS NULL OR s.tot >= %(dag)s) ORDER BY s.van LIMIT 1) AS sluiting,
    {reasons} AS redenen
  FROM blad JOIN netwerk_voorziening v ON v.id = blad.id
  JOIN toegang_organisatie org ON org.id = v.organisatie_id
  LEFT JOIN LATERAL (SELECT l.plaats, l.lat, l.lon
    FROM netwerk_voorzieningplek p JOIN netwerk_locatie l ON l.id = p.locatie_id
    WHERE p.voorziening_id = v.id AND NOT l.geheim AND l.soort = 'fysiek'
    ORDER BY (l.id = blad.locatie_id) DESC NULLS LAST, l.id LIMIT 1) plaats ON true
  LEFT JOIN LATERAL (SELECT n.fase, n.weken_van, n.weken_tot, n.gemeten_op, n.geldig_tot FROM (
      SELECT DISTINCT ON (w.fase, w.doelgroep) w.fase, w.weken_van, w.weken_tot,
        w.gemeten_op, w.geldig_tot
      FROM netwerk_wachttijd w
      WHERE w.voorziening_id = v.id AND w.gemeten_op <= %(dag)s AND w.einde_id IS NULL
      ORDER BY w.fase, w.doelgroep, w.gemeten_op DESC, w.id DESC) n
    ORDER BY n.weken_tot = 0, array_position(ARRAY['aanmeld', 'anders', 'plaatsing', 'behandel'], n.fase::text),
      n.weken_tot DESC LIMIT 1) wacht ON true"""


def _row(row: dict[str, Any], plan: Plan | None, dag: date) -> Treffer:
    alternatives = plan.alternatieven if plan else ()
    same = (
        "organisatie", "km", "thuis", "online", "telefoon", "hele_regio", "vandaag",
        "geen_wacht", "direct", "laagdrempelig", "informeel", "naasten", "capaciteit", "nu_dicht",
    )  # fmt: skip
    feiten = Feiten(
        **{name: row[name] for name in same},
        plaats=row["plaats"] or "",
        altijd=row["altijd_bereikbaar"],
        ervaring=row["ervaringsdeskundig"],
        uren=[_hours(text) for text in row["uren"]],
        wacht=None
        if row["weken_tot"] is None
        else (
            row["fase"],
            row["weken_van"],
            row["weken_tot"],
            row["gemeten_op"],
            row["geldig_tot"],
        ),
    )
    return Treffer(
        id=row["id"],
        slug=row["slug"],
        naam=row["naam"],
        kort=row["kort"],
        punt=None if row["lat"] is None else (row["lat"], row["lon"]),
        feiten=feiten,
        sluiting=_closing(row["sluiting"]),
        redenen=[alternatives[nr] for nr in row["redenen"]],
        dag=dag,
    )


def _closing(text: str | None) -> Sluiting | None:
    if text is None:
        return None
    told = json.loads(text)
    return Sluiting(
        date.fromisoformat(told["van"]),
        date.fromisoformat(told["tot"]) if told["tot"] else None,
        *(told[key] or "" for key in ("reden", "tekst", "naam", "slug")),
    )


def _hours(text: str) -> tuple[time, time]:
    """ "(09:00:00,12:00:00)" """
    opens, closes = text.strip("()").split(",")
    return time.fromisoformat(opens), time.fromisoformat(closes)
