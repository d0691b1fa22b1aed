"""An edition as people read it: card by card."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.db.models import Count
from django.shortcuts import get_object_or_404

from kompas.models import (
    Kompaseditie,
    OpenVraag,
    Stelling,
    Thema,
    Themadeel,
    Werkwijzegroep,
)
from toegang.models import Gebruiker


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
    found = Kompaseditie.objects.visible_to(user)
    return sorted(found, key=lambda e: (e.regio_id is None, e.sleutel, -e.versie))


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
