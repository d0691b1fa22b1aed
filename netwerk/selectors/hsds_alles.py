"""A whole region as records, batch by batch: the same few queries for each batch."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from netwerk.models import (
    Locatie,
    Organisatieprofiel,
    Pakketrij,
    Taxonomie,
    Term,
    Voorziening,
)
from netwerk.rules import hsds_vorm as vorm
from netwerk.rules.hsds_los import Namen
from toegang.models import Organisatie, Regio

from . import hsds
from .hsds import Blik, Node
from .hsds_vragen import visible_locations, visible_services

BATCH = 500


def _batches(rows: QuerySet[Any]) -> Iterator[Any]:
    last = 0
    while True:
        found = list(rows.order_by("pk").filter(pk__gt=last)[:BATCH])
        yield from found
        if len(found) < BATCH:
            return
        last = found[-1].pk


def services(regio: Regio, blik: Blik) -> Iterator[Node]:
    """With what hangs on them; organisation and location by their id."""
    for row in service_rows(regio, blik):
        node = hsds.service_node(row, blik)
        yield hsds.publish_service(row, node, blik)


def service_rows(regio: Regio, blik: Blik) -> Iterator[Voorziening]:
    rows = visible_services() if blik.openbaar else Voorziening.objects.all()
    return _batches(hsds.plain_services(rows.filter(regio=regio)))


def organisations(regio: Regio, blik: Blik) -> Iterator[Node]:
    """Those the kaart says something of."""
    offers = Voorziening.objects.filter(organisatie=OuterRef("pk"))
    told = Organisatieprofiel.objects.filter(organisatie=OuterRef("pk"))
    places = _locations(blik).filter(organisatie=OuterRef("pk"))
    if blik.openbaar:
        offers = offers.on_kaart()
    rows = Organisatie.objects.filter(
        Exists(offers) | Exists(told) | Exists(places), regio=regio
    )
    if blik.openbaar:
        rows = rows.filter(Q(gestopt_op=None) | Exists(offers))
    for row in _batches(hsds.organisations(rows)):
        yield vorm.publish(hsds.organisation_node(row, blik))


def locations(regio: Regio, blik: Blik) -> Iterator[Node]:
    for row in _batches(hsds.locations(_locations(blik).filter(regio=regio))):
        yield vorm.publish(hsds.location_node(row, blik))


def _locations(blik: Blik) -> QuerySet[Locatie]:
    return visible_locations() if blik.openbaar else Locatie.objects.all()


def taxonomies(regio: Regio) -> Iterator[Node]:
    rows = Taxonomie.objects.filter(regio=regio)
    yield from map(hsds.taxonomy_node, _batches(rows))


def terms(regio: Regio) -> Iterator[Node]:
    rows = Term.objects.filter(regio=regio).select_related("taxonomie", "boven")
    yield from map(hsds.term_node, _batches(rows))


def loose(regio: Regio, blik: Blik) -> Iterator[tuple[str, Node]]:
    """Not for everybody: a row that hangs on nothing can be an address of a secret place
    or a number for referrers, and nobody can tell."""
    if blik.openbaar:
        return
    rows = list(Pakketrij.objects.filter(regio=regio).order_by("tabel", "pk"))
    namen = Namen((row.bron, row.tabel, row.sleutel) for row in rows)
    for row in rows:
        yield row.tabel, namen.outward(row.bron, row.tabel, row.sleutel, row.rij)


PARTS: dict[str, Callable[[Regio, Blik], Iterator[Node]]] = {
    "organization": organisations,
    "location": locations,
    "service": services,
    "taxonomy": lambda regio, blik: taxonomies(regio),
    "taxonomy_term": lambda regio, blik: terms(regio),
}
