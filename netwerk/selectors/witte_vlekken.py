"""White spots of a region, read once for page, workbook, PDF and the municipal report (N6).

    read_overview(regio, day)                        all of it
    read_cell(overview, "functie", "kracht", pk)     what stands behind one cell

Plain answers, no rows. Seven queries, whatever there is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from django.db import connection

from netwerk import werkwijzen
from netwerk.choices import Functie, VoorWie
from netwerk.models import Kaartinstelling, Voorziening
from netwerk.rules import witte_vlekken as rules
from netwerk.rules.aandachtspunten import Punt, points
from netwerk.rules.essentieel import (
    ALTIJD,
    BUURT,
    ERVARING,
    LAAGDREMPELIG,
    ONAFHANKELIJK,
    THUIS,
    WIJK,
    Functiebeeld,
    Voorzien,
    by_function,
    essentials,
)
from netwerk.rules.versheid import REST, months_for
from netwerk.rules.witte_vlekken import Aanbod, Gebied, Meting, Rij, Vak
from netwerk.selectors.facetten import THUIS as COMES_HOME
from netwerk.selectors.vergeefs import Vergeefswoord, in_vain
from toegang.models import Gemeente, Regio
from toegang.selectors.organisaties import Actor, missing_kinds

FUNCTIE, WERKWIJZE = "functie", "werkwijze"
SOORTEN = (FUNCTIE, WERKWIJZE)
UNIT = "\x1f"  # between keys of methods, in which anything may stand

# every provision on the kaart of the region, and those of others that may serve it
_FACTS = """
WITH onze AS MATERIALIZED (
  SELECT id FROM toegang_gemeente WHERE regio_id = %(regio)s
), hier AS MATERIALIZED (
  SELECT id FROM netwerk_voorziening WHERE status = 'actief' AND regio_id = %(regio)s
  UNION SELECT w.voorziening_id FROM netwerk_werkgebied w
    WHERE w.gemeente_id IN (SELECT id FROM onze)
  UNION SELECT w.voorziening_id FROM netwerk_werkgebied w
    JOIN toegang_wijk k ON k.id = w.wijk_id WHERE k.gemeente_id IN (SELECT id FROM onze)
  UNION SELECT p.voorziening_id FROM netwerk_voorzieningplek p
    JOIN netwerk_locatie l ON l.id = p.locatie_id
    WHERE l.gemeente_id IN (SELECT id FROM onze)
), gebied AS (
  SELECT w.voorziening_id AS id, bool_or(w.hele_regio) AS hele_regio,
    bool_or(w.wijk_id IS NOT NULL) AS wijk,
    string_agg(coalesce(w.gemeente_id, k.gemeente_id)::text, ' ') AS gemeenten
  FROM netwerk_werkgebied w LEFT JOIN toegang_wijk k ON k.id = w.wijk_id
  WHERE w.voorziening_id IN (SELECT id FROM hier)
    AND (w.hele_regio OR w.gemeente_id IS NOT NULL OR w.wijk_id IS NOT NULL)
  GROUP BY 1
), plek AS (
  SELECT p.voorziening_id AS id, string_agg(l.gemeente_id::text, ' ') AS gemeenten
  FROM netwerk_voorzieningplek p JOIN netwerk_locatie l ON l.id = p.locatie_id
  WHERE p.voorziening_id IN (SELECT id FROM hier) AND l.gemeente_id IS NOT NULL
    AND l.soort = 'fysiek' AND NOT l.geheim
  GROUP BY 1
), controle AS (
  SELECT c.voorziening_id AS id, max(c.gecontroleerd_op) AS dag
  FROM netwerk_controle c
  WHERE c.voorziening_id IN (SELECT id FROM hier) AND c.gecontroleerd_op <= %(dag)s
  GROUP BY 1
), dicht AS (
  SELECT DISTINCT s.voorziening_id AS id FROM netwerk_sluitingsperiode s
  WHERE s.voorziening_id IN (SELECT id FROM hier) AND s.van <= %(dag)s
    AND (s.tot IS NULL OR s.tot >= %(dag)s)
)
SELECT v.id, v.regio_id = %(regio)s AS eigen, v.informeel,
  array_to_string(v.functies, ' ') AS functies,
  array_to_string(v.werkwijzen, chr(31)) AS werkwijzen,
  array_to_string(v.manieren, ' ') AS manieren,
  v.laagdrempelig, v.ervaringsdeskundig, {thuis} AS thuis, v.altijd_bereikbaar,
  v.onafhankelijk, %(buurt)s = ANY(v.voor_wie) AS buurt, v.capaciteit,
  array_to_string(o.soort || o.ook_soorten, ' ') AS soorten,
  regexp_replace(lower(unaccent(concat_ws(' ', '', v.naam, v.ook_bekend_als,
    array_to_string(v.trefwoorden, ' '), ''))), '[^a-z0-9]+', ' ', 'g') AS tekst,
  coalesce(gebied.hele_regio, false) AS hele_regio, coalesce(gebied.wijk, false) AS wijk,
  gebied.id IS NOT NULL AS heeft_gebied, gebied.gemeenten AS werkgebied,
  plek.gemeenten AS plaatsen, controle.dag AS nagekeken, dicht.id IS NOT NULL AS nu_dicht
FROM netwerk_voorziening v JOIN hier ON hier.id = v.id
JOIN toegang_organisatie o ON o.id = v.organisatie_id
LEFT JOIN gebied ON gebied.id = v.id LEFT JOIN plek ON plek.id = v.id
LEFT JOIN controle ON controle.id = v.id LEFT JOIN dicht ON dicht.id = v.id
WHERE v.status = 'actief'"""

# the newest measurement per stage and target group, as known on that day
_WAITS = """
SELECT DISTINCT ON (w.voorziening_id, w.fase, w.doelgroep)
  w.voorziening_id, w.fase, w.weken_tot, w.geldig_tot
FROM netwerk_wachttijd w
WHERE w.voorziening_id = ANY(%(ids)s) AND w.gemeten_op <= %(dag)s AND w.einde_id IS NULL
ORDER BY w.voorziening_id, w.fase, w.doelgroep, w.gemeten_op DESC, w.id DESC"""


@dataclass(frozen=True)
class Gemeentenaam:
    pk: int
    naam: str


@dataclass(frozen=True)
class Toon:
    """A cell with its gemeente and the sentence on when it was looked at."""

    gemeente: Gemeentenaam
    vak: Vak
    nagekeken: str
    oud: bool


@dataclass(frozen=True)
class Regel:
    """A row of the matrix as a line that unfolds: what needs work first."""

    rij: Rij
    vakken: list[Toon]
    stand: str

    @property
    def mist(self) -> int:
        return sum(toon.vak.leeg for toon in self.vakken)


@dataclass(frozen=True)
class Overzicht:
    """`plekken`: provisions that serve somebody here; `onbekend`: of so many nobody can
    tell where they are for; `maanden`: how long a check holds in this region. What one page
    needs and another does not is reckoned when it is asked for, without a query."""

    regio: Regio
    dag: date
    gemeenten: list[Gemeentenaam]
    functies: list[Rij]
    actoren: list[Actor]
    opvallend: list[str]
    vergeefs: list[Vergeefswoord]
    plekken: int
    onbekend: int
    maanden: int
    methoden: dict[str, str] = field(repr=False)
    aanbod: list[Aanbod] = field(repr=False)

    @property
    def leeg(self) -> bool:
        return self.plekken == 0

    @cached_property
    def werkwijzen(self) -> list[Rij]:
        keys = [gemeente.pk for gemeente in self.gemeenten]
        return rules.matrix(self.methoden, keys, self.aanbod, wat="werkwijzen")

    @cached_property
    def essentieel(self) -> list[Voorzien]:
        return essentials(self.functies, self.aanbod, self._named)

    @cached_property
    def punten(self) -> list[Punt]:
        return points(self.aanbod, self._named)

    @property
    def _named(self) -> list[tuple[int, str]]:
        return [(gemeente.pk, gemeente.naam) for gemeente in self.gemeenten]

    @property
    def werkwijzen_ergens(self) -> list[Rij]:
        return [rij for rij in self.werkwijzen if not rij.nergens]

    @property
    def werkwijzen_nergens(self) -> list[Rij]:
        return [rij for rij in self.werkwijzen if rij.nergens]

    def rows(self, soort: str) -> list[Rij]:
        return self.functies if soort == FUNCTIE else self.werkwijzen

    @property
    def per_functie(self) -> list[Functiebeeld]:
        return by_function(self.essentieel)

    @property
    def functietabel(self) -> list[tuple[Rij, list[Toon]]]:
        return self._table(self.functies)

    @property
    def werkwijzentabel(self) -> list[tuple[Rij, list[Toon]]]:
        """Of the methods that are somewhere in the region."""
        return self._table(self.werkwijzen_ergens)

    @property
    def functielijst(self) -> list[Regel]:
        return self._list(self.functietabel)

    @property
    def werkwijzenlijst(self) -> list[Regel]:
        """Of those that are missing somewhere, where most is missing first."""
        found = self._list(self.werkwijzentabel)
        return sorted((r for r in found if r.mist), key=lambda r: -r.mist)

    @property
    def werkwijzen_overal(self) -> list[Regel]:
        return [r for r in self._list(self.werkwijzentabel) if not r.mist]

    def _list(self, tabel: Iterable[tuple[Rij, list[Toon]]]) -> list[Regel]:
        """In the order of the table, with how the row stands in words."""
        found = []
        for rij, vakken in tabel:
            empty = [toon.gemeente.naam for toon in vakken if toon.vak.leeg]
            thin = sum(toon.vak.dun for toon in vakken)
            first = sorted(vakken, key=lambda t: (not t.vak.leeg, not t.vak.dun))
            found.append(Regel(rij, first, rules.standing(empty, thin, len(vakken))))
        return found

    def _table(self, rijen: Iterable[Rij]) -> list[tuple[Rij, list[Toon]]]:
        return [
            (
                rij,
                [
                    Toon(gemeente, vak, *self.checked(vak))
                    for gemeente, vak in zip(self.gemeenten, rij.vakken, strict=True)
                ],
            )
            for rij in rijen
        ]

    def checked(self, vak: Vak) -> tuple[str, bool]:
        """When somebody last looked at one of these, and whether that is too long ago."""
        return rules.checked_phrase(vak, self.dag, self.maanden)


@dataclass(frozen=True)
class Vakplek:
    """A provision as a line of the list behind a cell."""

    slug: str
    naam: str
    organisatie: str
    kort: str
    informeel: bool
    wacht: str
    nagekeken: str
    oud: bool


@dataclass(frozen=True)
class Vakinhoud:
    """`elders`: where in the region it is there, and how many; `mist`: essential
    provisions of the function that this gemeente has not."""

    soort: str
    rij: Rij
    gemeente: Gemeentenaam
    vak: Vak
    plekken: list[int]
    elders: list[tuple[Gemeentenaam, Vak]]
    mist: list[str]


def read_overview(regio: Regio, day: date) -> Overzicht:
    gemeenten = [Gemeentenaam(*row) for row in _gemeenten(regio)]
    keys = [gemeente.pk for gemeente in gemeenten]
    aanbod, onbekend = _offer(regio, keys, day)
    functies = rules.matrix(
        {str(f.value): str(f.label) for f in Functie}, keys, aanbod, wat="functies"
    )
    return Overzicht(
        regio=regio,
        dag=day,
        gemeenten=gemeenten,
        functies=functies,
        actoren=missing_kinds(regio, day),
        opvallend=rules.striking(functies, [gemeente.naam for gemeente in gemeenten]),
        vergeefs=in_vain(regio, day),
        plekken=sum(bool(plek.gemeenten) for plek in aanbod),
        onbekend=onbekend,
        maanden=_months(regio),
        methoden=werkwijzen.names(),
        aanbod=aanbod,
    )


def read_cell(
    overzicht: Overzicht, soort: str, sleutel: str, gemeente: int
) -> Vakinhoud | None:
    """None when there is no such cell. No query."""
    rij = next((r for r in overzicht.rows(soort) if r.sleutel == sleutel), None)
    at = [g.pk for g in overzicht.gemeenten]
    if rij is None or gemeente not in at:
        return None
    place = at.index(gemeente)
    here = overzicht.gemeenten[place]
    wat = "functies" if soort == FUNCTIE else "werkwijzen"
    there = [
        plek
        for plek in overzicht.aanbod
        if gemeente in plek.gemeenten and sleutel in getattr(plek, wat)
    ]
    by_name = sorted(there, key=lambda plek: (plek.tekst, plek.pk))
    elsewhere = [
        (other, vak)
        for other, vak in zip(overzicht.gemeenten, rij.vakken, strict=True)
        if other != here and not vak.leeg
    ]
    mist = [
        row.naam
        for row in overzicht.essentieel
        if soort == FUNCTIE and row.functie == sleutel and row.vakken[place].leeg
    ]
    return Vakinhoud(
        soort,
        rij,
        here,
        rij.vakken[place],
        [plek.pk for plek in by_name],
        elsewhere,
        mist,
    )


def read_lines(overzicht: Overzicht, keys: Iterable[int]) -> list[Vakplek]:
    """The provisions of one page of the list, by name. One query."""
    by_key = {plek.pk: plek for plek in overzicht.aanbod}
    rows = Voorziening.objects.filter(pk__in=list(keys)).order_by("naam", "pk")
    return [
        _line(overzicht, by_key[row["pk"]], row)
        for row in rows.values("pk", "slug", "naam", "kort", "organisatie__naam")
    ]


def _line(overzicht: Overzicht, plek: Aanbod, row: Mapping[str, Any]) -> Vakplek:
    checked, old = overzicht.checked(rules.count([plek]))
    return Vakplek(
        row["slug"],
        row["naam"],
        row["organisatie__naam"],
        row["kort"],
        plek.informeel,
        rules.wait_phrase(plek.weken),
        checked,
        old,
    )


def _gemeenten(regio: Regio) -> Iterable[tuple[int, str]]:
    rows = Gemeente.objects.filter(regio=regio).order_by("naam", "pk")
    return rows.values_list("pk", "naam")


def _months(regio: Regio) -> int:
    own = Kaartinstelling.objects.filter(regio=regio).values_list("maanden_overig")
    return next((months for (months,) in own), months_for(REST))


def _offer(regio: Regio, keys: list[int], day: date) -> tuple[list[Aanbod], int]:
    """Each once, with the gemeenten it serves; and of how many nobody can tell."""
    about = {"regio": regio.pk, "dag": day, "buurt": str(VoorWie.BUURT)}
    facts = _rows(_FACTS.format(thuis=COMES_HOME), about)
    waits: dict[int, list[Meting]] = defaultdict(list)
    ids = [row["id"] for row in facts]
    for row in _rows(_WAITS, {"ids": ids, "dag": day}):
        measured = Meting(row["fase"], row["weken_tot"], row["geldig_tot"])
        waits[row["voorziening_id"]].append(measured)
    here, found, unknown = frozenset(keys), [], 0
    for row in facts:
        served = rules.serves(_area(row), here)
        if served is None:
            unknown += 1
        elif served:
            found.append(_provision(row, served, waits[row["id"]], day))
    return found, unknown


def _area(row: Mapping[str, Any]) -> Gebied:
    return Gebied(
        row["eigen"],
        row["hele_regio"],
        _keys(row["werkgebied"] or "") if row["heeft_gebied"] else None,
        _keys(row["plaatsen"] or ""),
        _words(row["manieren"]),
    )


def _provision(
    row: Mapping[str, Any], served: frozenset[int], waits: list[Meting], day: date
) -> Aanbod:
    traits = {
        ONAFHANKELIJK: bool(row["onafhankelijk"]),
        ERVARING: row["ervaringsdeskundig"],
        ALTIJD: row["altijd_bereikbaar"],
        LAAGDREMPELIG: row["laagdrempelig"],
        BUURT: row["buurt"],
        THUIS: row["thuis"],
        WIJK: row["wijk"],
    }
    return Aanbod(
        row["id"],
        served,
        _words(row["functies"]),
        _words(row["werkwijzen"], UNIT),
        row["informeel"],
        rules.wait(
            waits,
            day,
            capaciteit=row["capaciteit"],
            laagdrempelig=row["laagdrempelig"],
            nu_dicht=row["nu_dicht"],
        ),
        row["nagekeken"],
        frozenset(row["soorten"].split()),
        frozenset(name for name, holds in traits.items() if holds),
        row["tekst"],
    )


@lru_cache(maxsize=2_000)
def _words(text: str, between: str = " ") -> frozenset[str]:
    """Lists come as text: few differ, and reading 30,000 arrays takes a while."""
    return frozenset(text.split(between)) if text else frozenset()


@lru_cache(maxsize=2_000)
def _keys(text: str) -> frozenset[int]:
    return frozenset(map(int, text.split()))


def _rows(sql: str, params: Mapping[str, Any]) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
