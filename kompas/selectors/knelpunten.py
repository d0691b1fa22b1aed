"""Bottlenecks of a traject: where the white spots point at, and what was noted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from kompas.choices import Knelpuntsoort
from kompas.models import Knelpunt, Traject
from kompas.querysets import TrajectQuerySet
from kompas.rules.knelpunt import Cijfers, of_cell, state_phrase
from netwerk.selectors import witte_vlekken
from netwerk.selectors.witte_vlekken import Gemeentenaam, Overzicht
from toegang.models import Regio

LONGEST_KEY = 12  # digits of a key of a gemeente


@dataclass(frozen=True)
class Gat:
    """Something that is missing, as it is today. `gemeente` is None for the whole region."""

    soort: Knelpuntsoort
    sleutel: str
    naam: str
    cijfers: Cijfers
    regio: Regio
    gemeente: Gemeentenaam | None = None

    @property
    def stand(self) -> str:
        return state_phrase(self.cijfers)

    @property
    def waar(self) -> str:
        return self.gemeente.naam if self.gemeente else self.regio.naam

    @property
    def adres(self) -> str:
        key = self.gemeente.pk if self.gemeente else None
        return _address(self.soort, self.sleutel, key, self.regio)


@dataclass(frozen=True)
class Regel:
    """A bottleneck as the page of its traject shows it."""

    knelpunt: Knelpunt
    stand: str
    waar: str
    adres: str  # of the cell or the list of words it came from


def find_hole(regio: Regio, asked: Mapping[str, str]) -> Gat | None:
    """What the address is about (netwerk.vervolg); None when the region has no such cell
    or word."""
    overzicht = witte_vlekken.read_overview(regio, timezone.localdate())
    if woorden := asked.get("woorden"):
        return _words(overzicht, woorden)
    for soort in (Knelpuntsoort.FUNCTIE, Knelpuntsoort.WERKWIJZE):
        if sleutel := asked.get(soort):
            return _cell(overzicht, soort, sleutel, asked.get("gemeente", ""))
    return None


def _cell(
    overzicht: Overzicht, soort: Knelpuntsoort, sleutel: str, gemeente: str
) -> Gat | None:
    if not gemeente:
        rij = next((r for r in overzicht.rows(soort) if r.sleutel == sleutel), None)
        if rij is None:
            return None
        figures = of_cell(rij.regio)
        return Gat(soort, rij.sleutel, rij.naam, figures, overzicht.regio)
    if not (gemeente.isascii() and gemeente.isdigit() and len(gemeente) < LONGEST_KEY):
        return None
    found = witte_vlekken.read_cell(overzicht, soort, sleutel, int(gemeente))
    if found is None:
        return None
    rij, figures = found.rij, of_cell(found.vak)
    return Gat(soort, rij.sleutel, rij.naam, figures, overzicht.regio, found.gemeente)


def _words(overzicht: Overzicht, woorden: str) -> Gat | None:
    word = next((w for w in overzicht.vergeefs if w.woorden == woorden), None)
    if word is None:
        return None
    cijfers = Cijfers(bezoeken=word.nu, bezoeken_vorig=word.vorig)
    kind, said = Knelpuntsoort.WOORD, word.woorden
    return Gat(kind, said, said, cijfers, overzicht.regio)


def noted_at(trajecten: TrajectQuerySet, gat: Gat) -> list[Traject]:
    """Those of `trajecten` with which it stands already."""
    gemeente = gat.gemeente.pk if gat.gemeente else None
    rows = Knelpunt.objects.filter(
        soort=gat.soort, sleutel=gat.sleutel, gemeente=gemeente
    )
    return list(trajecten.filter(pk__in=rows.values("traject")))


def listed(traject: Traject) -> list[Regel]:
    """What was noted last first. One query."""
    rows = traject.knelpunten.select_related("gemeente", "genoteerd_door")
    return [
        Regel(
            row,
            state_phrase(_figures(row)),
            row.gemeente.naam if row.gemeente else traject.regio.naam,
            _address(
                Knelpuntsoort(row.soort), row.sleutel, row.gemeente_id, traject.regio
            ),
        )
        for row in rows
    ]


def _address(
    soort: Knelpuntsoort, sleutel: str, gemeente: int | None, regio: Regio
) -> str:
    """Where it stands in the white spots, as it is now."""
    query = f"?regio={regio.slug}"
    if soort == Knelpuntsoort.WOORD:
        return f"{reverse('witte_vlekken')}{query}#ver"
    if gemeente is not None:
        return reverse("witte_vlekken_vak", args=[soort, sleutel, gemeente]) + query
    methods = soort == Knelpuntsoort.WERKWIJZE
    return reverse("witte_vlekken_werkwijzen" if methods else "witte_vlekken") + query


def _figures(row: Knelpunt) -> Cijfers:
    return Cijfers(
        row.aantal,
        row.informeel,
        row.weken,
        row.nagekeken,
        row.bezoeken,
        row.bezoeken_vorig,
    )
