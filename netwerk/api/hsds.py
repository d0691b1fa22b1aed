"""The sociale kaart for programs: the read API of HSDS 3.0, for everybody, without login."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse

from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from basis.api import OpenData
from netwerk.choices import Status
from netwerk.documents.openapi import document
from netwerk.models import Taxonomie, Term, Voorziening, Voorzieningplek
from netwerk.rules import hsds_vorm as vorm
from netwerk.rules.hsds_regels import VERSIE, profile
from netwerk.rules.hsds_woorden import OWN_TERMS, TAXONOMIEEN, taxonomy_id
from netwerk.selectors import hsds, hsds_vragen as vragen
from netwerk.selectors.hsds import LABELS, Blik
from netwerk.selectors.hsds_bladzij import Samen
from netwerk.selectors.plaatsen import Choice, Unknown, find_where

from .beschrijving import PER_MINIMAL, een, lijst, los
from .bladzijden import Bladzijden
from .vragen import (
    MetPlekken,
    Vraag,
    VraagMinimaal,
    VraagOrganisatie,
    VraagOrganisaties,
    VraagPlekken,
    VraagServices,
    VraagTaxonomieen,
    VraagTermen,
    is_yes,
)

Node = dict[str, Any]
Row = TypeVar("Row")
NEAR_M = 25_000


# --- what there is


class Start(OpenData):
    @los("Over deze API")
    def get(self, request: Request) -> Response:
        return Response(
            {
                "version": VERSIE,
                "profile": _url("hsds_profiel"),
                "openapi_url": _url("api_schema"),
            }
        )


class Profiel(OpenData):
    """Per schema of HSDS our JSON Merge Patch."""

    @los("Wat wij toevoegen aan HSDS")
    def get(self, request: Request) -> Response:
        return Response(
            {
                "title": "Netwerkkompas: sociale kaart voor ernstige psychische aandoeningen",
                "version": "1.0",
                "hsds_version": VERSIE,
                "url": _url("hsds_profiel"),
                "documentation": _url("open_data"),
                "patches": profile(),
            }
        )


class Schema(OpenData):
    @extend_schema(exclude=True)
    def get(self, request: Request) -> Response:
        return Response(document())


class Records(OpenData, GenericViewSet[Any]):
    """Lists (`list`) and one (`retrieve`) of a kind of record."""

    naam = ""
    pagination_class = Bladzijden

    def read(self, kind: type[Vraag] = Vraag) -> dict[str, Any]:
        asked = kind(data=self.request.query_params.dict())
        asked.is_valid(raise_exception=True)
        self.vraag: dict[str, Any] = asked.validated_data
        return self.vraag

    def page(self, contents: Iterable[Node]) -> Response:
        return self.get_paginated_response(list(contents))

    def cut(self, rows: Any) -> list[Any]:
        return self.paginate_queryset(rows) or []


# --- services


class Services(Records):
    naam = "services"
    wat = "plekken waar mensen hulp of steun vinden"

    @lijst("service", wat, VraagServices, PER_MINIMAL)
    def list(self, request: Request) -> Response:
        minimal = is_yes(request.query_params.get("minimal"))
        vraag = self.read(VraagMinimaal if minimal else VraagServices)
        rows: QuerySet[Voorziening] = vragen.visible_services(
            ook_gestopt="modified_after" in vraag
        )
        rows = _filtered(rows, vraag)
        if vraag.get("postcode"):
            near = vragen.near_places(*_point(vraag))
            rows = rows.filter(pk__in=near.values("voorziening"))
        blik = Blik.iedereen()
        if minimal:
            words = rows.only("uuid", "gewijzigd_op", "hsds")
            found = self.cut(words.prefetch_related("sluitingsperiodes"))
            return self.page(_minimal(row) for row in found)
        if vraag.get("full"):
            found = self.cut(hsds.services(rows))
            return self.page(_whole(row, blik) for row in found)
        found = self.cut(hsds.basic_services(rows))
        return self.page(_words(row, blik) for row in found)

    @een("service", wat)
    def retrieve(self, request: Request, sleutel: str) -> Response:
        self.read()
        rows = vragen.visible_services(ook_gestopt=True).filter(uuid=_uuid(sleutel))
        row = _found(hsds.services(rows).first())
        return Response(_whole(row, Blik.iedereen()))


def _whole(row: Voorziening, blik: Blik) -> Node:
    node = hsds.published_service(row, blik)
    return node if row.status == Status.ACTIEF else vorm.stopped(node)


def _words(row: Voorziening, blik: Blik) -> Node:
    node = hsds.published_words(row, blik)
    return node if row.status == Status.ACTIEF else vorm.stopped(node)


def _minimal(row: Voorziening) -> Node:
    changed = hsds.last_modified(row)
    return {"id": str(row.uuid), "modified_date": changed, "last_modified": changed}


# --- organisations


class Organizations(Records):
    naam = "organizations"
    wat = "organisaties"

    @lijst("organization", wat, VraagOrganisaties)
    def list(self, request: Request) -> Response:
        vraag = self.read(VraagOrganisaties)
        rows = vragen.visible_organisations()
        if vraag.get("search"):
            rows = rows.filter(naam__icontains=vraag["search"])
        if vraag.get("regio"):
            rows = rows.filter(regio__slug=vraag["regio"])
        full_service = vraag.get("full_service", False)
        if vraag.get("full") or full_service:
            found = self.cut(hsds.organisations(rows))
            return self.page(_full_organisations(found, full_service=full_service))
        found = self.cut(rows.select_related("profiel"))
        return self.page(
            hsds.without_lists(hsds.organisation_words(row)) for row in found
        )

    @een("organization", wat, MetPlekken)
    def retrieve(self, request: Request, sleutel: str) -> Response:
        full_service = self.read(VraagOrganisatie).get("full_service", False)
        found = _found(vragen.find_organisation(_uuid(sleutel)))
        rows = hsds.organisations(vragen.visible_organisations()).filter(pk=found.pk)
        return Response(_full_organisations(list(rows), full_service=full_service)[0])


def _full_organisations(rows: Sequence[Any], *, full_service: bool) -> list[Node]:
    """With their places and services, all of one page in so many queries."""
    blik, keys = Blik.iedereen(), [row.pk for row in rows]
    of_them = vragen.visible_services().filter(organisatie__in=keys).order_by("pk")
    shape = hsds.published_service if full_service else hsds.published_words
    read_them = hsds.services if full_service else hsds.basic_services
    services: dict[int, list[Node]] = {}
    for v in read_them(of_them):
        node = shape(v, blik)
        del node["organization"]
        services.setdefault(v.organisatie_id, []).append(node)
    places: dict[int | None, list[Node]] = {}
    there = vragen.visible_locations().filter(organisatie__in=keys)
    for place in hsds.locations(there):
        node = vorm.publish(hsds.location_node(place, blik))
        places.setdefault(place.organisatie_id, []).append(node)
    return [
        vorm.publish(hsds.organisation_node(row, blik))
        | {"locations": places.get(row.pk, []), "services": services.get(row.pk, [])}
        for row in rows
    ]


# --- services at locations


class ServiceAtLocations(Records):
    naam = "service_at_locations"
    wat = "een plek op een adres"

    @lijst("service_at_location", wat, VraagPlekken)
    def list(self, request: Request) -> Response:
        vraag = self.read(VraagPlekken)
        rows: QuerySet[Voorzieningplek] = vragen.visible_places()
        if vraag.get("postcode"):
            rows = vragen.near_places(*_point(vraag))
        found = self.cut(_filtered(rows, vraag, "voorziening__").only("pk"))
        return self.page(_places(found, full=vraag.get("full", False)))

    @een("service_at_location", wat)
    def retrieve(self, request: Request, sleutel: str) -> Response:
        self.read()
        row = _found(vragen.visible_places().filter(uuid=_uuid(sleutel)).first())
        return Response(_places([row], full=True)[0])


def _places(rows: Sequence[Voorzieningplek], *, full: bool) -> list[Node]:
    """Read by their services, which hold all that is needed."""
    keys = {row.pk for row in rows}
    of_them = Voorziening.objects.filter(plekken__in=keys).distinct().order_by("pk")
    blik, found = Blik.iedereen(), {}
    for v in hsds.services(of_them):
        whole = hsds.published_service(v, blik)
        words = hsds.without_lists(whole) | {
            "organization": hsds.without_lists(whole["organization"])
        }
        for place, node in zip(
            v.plekken.all(), whole["service_at_locations"], strict=True
        ):
            out = node if full else hsds.without_lists(node)
            there = node["location"] if full else hsds.without_lists(node["location"])
            found[place.pk] = out | {"location": there, "service": words}
    return [found[row.pk] for row in rows]


# --- taxonomies


class Taxonomies(Records):
    naam = "taxonomies"
    wat = "lijsten van woorden"

    @lijst("taxonomy", wat, VraagTaxonomieen)
    def list(self, request: Request) -> Response:
        words = self.read(VraagTaxonomieen).get("search")
        own = [vorm.own_taxonomy(key) for key, *_ in TAXONOMIEEN]
        rows = vragen.taxonomies()
        if words:
            rows = rows.filter(naam__icontains=words)
            own = [node for node in own if words.lower() in node["name"].lower()]
        return self.page(self.cut(Samen(own, rows, hsds.taxonomy_node)))

    @een("taxonomy", wat)
    def retrieve(self, request: Request, sleutel: str) -> Response:
        self.read()
        uuid = _uuid(sleutel)
        key = next((k for k, *_ in TAXONOMIEEN if taxonomy_id(k) == str(uuid)), None)
        if key:
            return Response(vorm.own_taxonomy(key))
        row = _found(Taxonomie.objects.filter(uuid=uuid).first())
        return Response(hsds.taxonomy_node(row))


class TaxonomyTerms(Records):
    naam = "taxonomy_terms"
    wat = "woorden uit die lijsten"

    @lijst("taxonomy_term", wat, VraagTermen)
    def list(self, request: Request) -> Response:
        vraag = self.read(VraagTermen)
        own = [
            vorm.own_term(key, value, LABELS)
            for key, *_ in TAXONOMIEEN
            for value in LABELS[key]
        ]
        rows: QuerySet[Term] = vragen.terms()
        if words := vraag.get("search"):
            rows = rows.filter(naam__icontains=words)
            own = [node for node in own if words.lower() in node["name"].lower()]
        if there := vraag.get("taxonomy_id"):
            rows = rows.filter(taxonomie__uuid=there)
            own = [n for n in own if n["taxonomy_detail"]["id"] == str(there)]
        if above := vraag.get("parent_id"):
            rows, own = rows.filter(boven__uuid=above), []
        if vraag.get("top_only"):
            rows = rows.filter(boven=None)
        return self.page(self.cut(Samen(own, rows, hsds.term_node)))

    @een("taxonomy_term", wat)
    def retrieve(self, request: Request, sleutel: str) -> Response:
        self.read()
        uuid = _uuid(sleutel)
        if str(uuid) in OWN_TERMS:
            return Response(vorm.own_term(*OWN_TERMS[str(uuid)], LABELS))
        row = _found(vragen.terms().filter(uuid=uuid).first())
        return Response(hsds.term_node(row))


# --- parts


def _filtered(rows: QuerySet[Any], vraag: Node, to: str = "") -> QuerySet[Any]:
    rows = vragen.about_words(rows, vraag.get("search", ""), to)
    rows = vragen.modified(rows, vraag.get("modified_after"), to)
    rows = vragen.of_organisation(rows, vraag.get("organization_id"), to)
    rows = vragen.with_term(rows, vraag.get("taxonomy_term_id"), to)
    rows = vragen.with_taxonomy(rows, vraag.get("taxonomy_id"), to)
    regio = vraag.get("regio")
    return rows.filter(**{f"{to}regio__slug": regio}) if regio else rows


def _point(vraag: Node) -> tuple[float, float, int]:
    where = find_where(vraag["postcode"])
    if isinstance(where, Unknown):
        raise ValidationError({"postcode": ["Deze postcode of plaats kennen we niet."]})
    if isinstance(where, Choice):
        names = ", ".join(option.text for option in where.options)
        zin = f"Er zijn er meer met deze naam: {names}."
        raise ValidationError({"postcode": [zin]})
    return where.lat, where.lon, vraag.get("proximity", NEAR_M)


def _uuid(text: str) -> UUID:
    """What is no id, nobody has."""
    try:
        return UUID(text)
    except ValueError:
        return _found(None)


def _found(row: Row | None) -> Row:
    """There may be no such record for everybody."""
    if row is None:
        raise NotFound("Dit staat niet op de sociale kaart.")
    return row


def _url(name: str) -> str:
    return f"{settings.BASE_URL}{reverse(name)}"
