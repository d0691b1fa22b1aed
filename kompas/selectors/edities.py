"""An edition as people read it: card by card."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Count, QuerySet
from django.shortcuts import get_object_or_404

from kompas.models import (
    Kompaseditie,
    OpenVraag,
    Ronde,
    Stelling,
    Thema,
    Themadeel,
    Werkwijzegroep,
)
from kompas.rules import edition
from toegang.models import Gebruiker, Regio


@dataclass(frozen=True)
class Kaartdeel:
    """A part of a card; a card without parts has one without a name."""

    deel: Themadeel
    stellingen: list[Stelling]  # with their terms


@dataclass(frozen=True)
class Kaart:
    """A card with all that stands on it. `groepen`: the inventory, on the card that asks
    open questions."""

    thema: Thema
    delen: list[Kaartdeel]
    vragen: list[OpenVraag]
    groepen: list[Werkwijzegroep]

    @property
    def count(self) -> int:
        return sum(len(part.stellingen) for part in self.delen)


def editions_for(user: Gebruiker) -> list[Kompaseditie]:
    """What this person may read: the region's own first, the newest before the older."""
    return own_first(Kompaseditie.objects.visible_to(user))


@dataclass(frozen=True)
class Editieregel:
    """An edition in the settings of a region. `nieuwste`: new rounds can begin with it."""

    editie: Kompaseditie
    stellingen: int
    rondes: int
    nieuwste: bool


def listed(regio: Regio) -> list[Editieregel]:
    """All that a region has: its own first, the newest version of each before the older.
    Rounds are those of the region."""
    rows = list(Kompaseditie.objects.for_regio(regio).select_related("regio"))
    newest = {(row.regio_id, row.sleutel): row.versie for row in rows}  # by version
    stellingen = _per_edition(Stelling.objects.all(), "thema__editie")
    rondes = _per_edition(Ronde.objects.filter(traject__regio=regio), "editie")
    return [
        Editieregel(
            row,
            stellingen.get(row.pk, 0),
            rondes.get(row.pk, 0),
            nieuwste=newest[row.regio_id, row.sleutel] == row.versie,
        )
        for row in own_first(rows)
    ]


def own_first(rows: Iterable[Kompaseditie]) -> list[Kompaseditie]:
    """The region's own before ours, the newest before the older."""
    return sorted(rows, key=lambda e: (e.regio_id is None, e.sleutel, -e.versie))


def _per_edition(rows: QuerySet[Any], path: str) -> dict[int, int]:
    counted = rows.order_by().values_list(path).annotate(n=Count("pk"))
    return dict(counted)


def has_words_of(row: Kompaseditie, editie: edition.Editie) -> bool:
    """Whether a loaded edition says what this one says: the same file once more."""
    head = (editie.naam, editie.bron)
    punten = editie.schaal.punten
    schaal = [{"waarde": punt.waarde, "label": punt.label} for punt in punten]
    if (row.naam, row.bron) != head or row.schaal != schaal:
        return False
    stellingen = Stelling.objects.filter(thema__editie=row).values_list(
        "thema__sleutel", "deel__nummer", "nummer", "tekst", "toelichting", "bron"
    )
    vragen = OpenVraag.objects.filter(thema__editie=row).values_list(
        "thema__sleutel", "nummer", "tekst", "toelichting", "bron"
    )
    return set(stellingen) == {
        (thema.sleutel, s.deel, s.nummer, s.tekst, s.toelichting, s.bron)
        for thema in editie.themas
        for s in thema.stellingen
    } and set(vragen) == {
        (thema.sleutel, v.nummer, v.tekst, v.toelichting, v.bron)
        for thema in editie.themas
        for v in thema.open_vragen
    }


def themas_of(editie: Kompaseditie) -> list[Thema]:
    """The cards in their order, each with `stelling_count` and `vraag_count`."""
    counted = editie.themas.annotate(
        stelling_count=Count("stellingen", distinct=True),
        vraag_count=Count("open_vragen", distinct=True),
    )
    return list(counted)


def read_card(editie: Kompaseditie, sleutel: str) -> Kaart:
    """One card to read; 404 for a key that is not there. A fixed number of queries."""
    thema = get_object_or_404(editie.themas.select_related("editie"), sleutel=sleutel)
    stellingen = (
        thema.stellingen.select_related("deel")
        .prefetch_related("begrippen")
        .order_by("volgorde")
    )
    delen = [
        Kaartdeel(deel, list(rows))
        for deel, rows in groupby(stellingen, key=lambda stelling: stelling.deel)
    ]
    vragen = list(thema.open_vragen.all())
    return Kaart(thema, delen, vragen, _inventory(editie) if vragen else [])


def _inventory(editie: Kompaseditie) -> list[Werkwijzegroep]:
    """The eleven lists of the source; names from elsewhere are in none."""
    return list(editie.werkwijzegroepen.prefetch_related("werkwijzen"))
