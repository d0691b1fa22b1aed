"""How long people wait, as it was last measured."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from netwerk.choices import Fase, Methode, Wet
from netwerk.models import Voorziening, Wachttijd
from netwerk.querysets import VoorzieningQuerySet
from netwerk.rules import wachttijd as rules
from netwerk.rules.datum import datum

NEWEST = ("voorziening_id", "fase", "doelgroep")
# calling helpers takes PostgreSQL longer than the work they would share
ALONE = "SET LOCAL max_parallel_workers_per_gather = 0;"
MEASURED = [field.name for field in fields(rules.Meting)]
ORDER = list(Fase.values)
HOE = {
    Methode.GEREALISEERD: "gemeten op {dag}, bij mensen die net begonnen",
    Methode.VERWACHT: "ingeschat op {dag}, voor wie zich nu meldt",
    Methode.TELEFONISCH: "nagevraagd op {dag}, per telefoon",
}


@dataclass(frozen=True)
class Wacht:
    """One row of the table on a page. `lang`: above its norm, or above four weeks where
    there is none. `verlopen`: measured too long ago to be said as it is."""

    fase: str
    doelgroep: str
    van: Decimal
    tot: Decimal
    weken: str
    norm: int | None
    lang: bool
    verlopen: bool
    gemeten_op: date
    geldig_tot: date
    methode: str
    hoe: str  # and when
    toelichting: str
    door: str

    @property
    def range(self) -> tuple[Decimal, Decimal]:
        return self.van, self.tot


def newest(day: date) -> QuerySet[Wachttijd]:
    """Per provision, stage and target group the last one known on this day."""
    known = Wachttijd.objects.filter(gemeten_op__lte=day)
    return known.order_by(*NEWEST, "-gemeten_op", "-pk").distinct(*NEWEST)


def has_wait(day: date) -> Exists:
    """For a query of provisions: somebody waits there, or it was measured too long ago to
    know. In doubt the answer is yes, as in the list of a search (selectors/nu.py)."""
    own = Wachttijd.objects.filter(
        voorziening=OuterRef(OuterRef("pk")), gemeten_op__lte=day
    )
    last = own.order_by(*NEWEST, "-gemeten_op", "-pk").distinct(*NEWEST)
    wait = Q(weken_tot__gt=0) | Q(geldig_tot__lt=day)
    return Exists(Wachttijd.objects.filter(wait, pk__in=last.values("pk")))


def waits_of(voorziening: Voorziening, day: date) -> list[Wacht]:
    """In the order in which people meet them. One query."""
    rows = newest(day).filter(voorziening=voorziening)
    wet = law_of(voorziening)
    return _in_order(_wacht(row, wet, day) for row in rows)


def waits_per(found: Iterable[Voorziening], day: date) -> dict[int, list[Wacht]]:
    """The same of many, by key. One query."""
    laws = {row.pk: law_of(row) for row in found}
    told: dict[int, list[Wacht]] = {pk: [] for pk in laws}
    for row in newest(day).filter(voorziening__in=list(laws)):
        key = row.voorziening_id
        told[key].append(_wacht(row, laws[key], day))
    return {pk: _in_order(rows) for pk, rows in told.items()}


def _in_order(found: Iterable[Wacht]) -> list[Wacht]:
    labels = [Fase(fase).label for fase in ORDER]
    return sorted(found, key=lambda w: (labels.index(w.fase), w.doelgroep))


def long_waits(rows: VoorzieningQuerySet, day: date) -> set[int]:
    """Keys of those where somebody waits too long. One query, that leaves out what is
    never too long."""
    with connection.cursor() as cursor:
        cursor.execute(ALONE)
    same = {name: OuterRef(name) for name in NEWEST}
    later = Q(gemeten_op__gt=OuterRef("gemeten_op")) | Q(
        gemeten_op=OuterRef("gemeten_op"), pk__gt=OuterRef("pk")
    )
    newer = Wachttijd.objects.filter(later, **same, gemeten_op__lte=day)
    found = Wachttijd.objects.filter(
        ~Exists(newer),
        voorziening__in=rows.values("pk"),
        gemeten_op__lte=day,
        weken_tot__gt=rules.KORTST,
    )
    return {
        pk
        for pk, wetten, *meting in found.values_list(
            "voorziening", "voorziening__wetten", *MEASURED
        )
        if rules.above_norm(rules.Meting(*meting), law_among(wetten))
    }


def law_of(voorziening: Voorziening) -> str:
    return law_among(voorziening.wetten)


def law_among(wetten: Iterable[str]) -> str:
    """The law whose norm holds: only the Zvw has one."""
    return Wet.ZVW.value if Wet.ZVW in wetten else ""


def too_long(waits: Iterable[Wacht]) -> bool:
    """Somebody waits too long here: something is offered meanwhile (N4)."""
    return any(wacht.lang for wacht in waits)


def _wacht(row: Wachttijd, wet: str, day: date) -> Wacht:
    meting = rules.Meting(
        fase=row.fase,
        weken_van=row.weken_van,
        weken_tot=row.weken_tot,
        gemeten_op=row.gemeten_op,
        geldig_tot=row.geldig_tot,
        doelgroep=row.doelgroep,
        methode=row.methode,
    )
    return Wacht(
        fase=str(Fase(row.fase).label),
        doelgroep=row.doelgroep,
        van=row.weken_van,
        tot=row.weken_tot,
        weken=rules.phrase(meting),
        norm=rules.norm(row.fase, wet),
        lang=rules.above_norm(meting, wet),
        verlopen=rules.is_stale(meting, day),
        gemeten_op=row.gemeten_op,
        geldig_tot=row.geldig_tot,
        methode=str(Methode(row.methode).label),
        hoe=HOE[Methode(row.methode)].format(dag=datum(row.gemeten_op)),
        toelichting=row.toelichting,
        door=row.door,
    )
