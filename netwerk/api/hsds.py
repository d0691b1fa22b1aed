"""The sociale kaart for programs: the read API of HSDS 3.0, for everybody, without login."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt

from netwerk.documents.openapi import LISTS, document
from netwerk.models import Locatie, Taxonomie, Term, Voorziening, Voorzieningplek
from netwerk.rules import hsds_vorm as vorm
from netwerk.rules.hsds_regels import VERSIE, profile
from netwerk.rules.hsds_woorden import OWN_TERMS, TAXONOMIEEN, taxonomy_id
from netwerk.selectors import hsds, hsds_vragen as vragen
from netwerk.selectors.hsds import LABELS, Blik
from netwerk.selectors.hsds_bladzij import Uitsnede, cut
from netwerk.selectors.plaatsen import Choice, Unknown, find_where

from .vraag import Onjuist, Vraag, read

Node = dict[str, Any]
SECONDS = 300
NEAR_M = 25_000
BAD, NOT_FOUND, NOT_ALLOWED = 400, 404, 405


class Onbekend(Exception):
    """There is no such record for everybody."""


def open_data(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Reading only, for programs and pages of others too; a fault of the asker is a 400."""

    @csrf_exempt
    @login_not_required
    @wraps(view)
    def answer(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if request.method not in {"GET", "HEAD", "OPTIONS"}:
            response: HttpResponse = _fault(
                NOT_ALLOWED, "Je kunt hier alleen lezen, met GET."
            )
        elif request.method == "OPTIONS":
            response = HttpResponse(status=204)
        else:
            try:
                response = view(request, **kwargs)
            except Onjuist as error:
                response = _fault(BAD, error.zin, parameter=error.naam)
            except Onbekend:
                response = _not_found()
        response["Allow"] = "GET, HEAD, OPTIONS"
        response["Access-Control-Allow-Origin"] = "*"
        good = response.status_code < BAD
        response["Cache-Control"] = f"public, max-age={SECONDS}" if good else "no-store"
        return response

    return answer


# --- what there is


@open_data
def start(request: HttpRequest) -> HttpResponse:
    return _json(
        {
            "version": VERSIE,
            "profile": _url("hsds_profiel"),
            "openapi_url": _url("api_schema"),
        }
    )


@open_data
def profiel(request: HttpRequest) -> HttpResponse:
    """Per schema of HSDS our JSON Merge Patch."""
    return _json(
        {
            "title": "Netwerkkompas: sociale kaart voor ernstige psychische aandoeningen",
            "version": "1.0",
            "hsds_version": VERSIE,
            "url": _url("hsds_profiel"),
            "documentation": _url("open_data"),
            "patches": profile(),
        }
    )


@open_data
def schema(request: HttpRequest) -> HttpResponse:
    return _json(document(settings.BASE_URL))


# --- services


@open_data
def services(request: HttpRequest) -> HttpResponse:
    vraag = read(request, LISTS["services"])
    rows: QuerySet[Voorziening] = vragen.visible_services(
        ook_gestopt=vraag.modified_after is not None
    )
    rows = _filtered(rows, vraag)
    if vraag.postcode:
        near = vragen.near_places(*_point(vraag))
        rows = rows.filter(pk__in=near.values("voorziening"))
    blik = Blik.iedereen()
    if vraag.minimal:
        page = _cut(rows.only("uuid", "gewijzigd_op", "hsds"), vraag, "services")
        return _page(request, vraag, page, map(_minimal, page.rijen))
    if vraag.full:
        page = _cut(hsds.services(rows), vraag, "services")
        found = (hsds.published_service(row, blik) for row in page.rijen)
    else:
        page = _cut(hsds.basic_services(rows), vraag, "services")
        found = (hsds.published_words(row, blik) for row in page.rijen)
    return _page(request, vraag, page, found)


@open_data
def service(request: HttpRequest, sleutel: str) -> HttpResponse:
    read(request, ())
    rows = vragen.visible_services(ook_gestopt=True).filter(uuid=_uuid(sleutel))
    row = hsds.services(rows).first()
    if row is None:
        return _not_found()
    return _json(hsds.published_service(row, Blik.iedereen()))


def _minimal(row: Voorziening) -> Node:
    changed = hsds.last_modified(row)
    return {"id": str(row.uuid), "modified_date": changed, "last_modified": changed}


# --- organisations


@open_data
def organizations(request: HttpRequest) -> HttpResponse:
    vraag = read(request, LISTS["organizations"])
    rows = vragen.visible_organisations()
    if vraag.search:
        rows = rows.filter(naam__icontains=vraag.search)
    if vraag.regio:
        rows = rows.filter(regio__slug=vraag.regio)
    if vraag.full or vraag.full_service:
        page = _cut(hsds.organisations(rows), vraag, "organizations")
        found = _full_organisations(page.rijen, full_service=vraag.full_service)
        return _page(request, vraag, page, found)
    page = _cut(rows.select_related("profiel"), vraag, "organizations")
    words = (hsds.without_lists(hsds.organisation_words(row)) for row in page.rijen)
    return _page(request, vraag, page, words)


@open_data
def organization(request: HttpRequest, sleutel: str) -> HttpResponse:
    vraag = read(request, ["full_service"])
    found = vragen.find_organisation(_uuid(sleutel))
    if found is None:
        return _not_found()
    rows = list(hsds.organisations(vragen.visible_organisations()).filter(pk=found.pk))
    return _json(_full_organisations(rows, full_service=vraag.full_service)[0])


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
    for place in hsds.locations(Locatie.objects.filter(organisatie__in=keys)):
        node = vorm.publish(hsds.location_node(place, blik))
        places.setdefault(place.organisatie_id, []).append(node)
    return [
        vorm.publish(hsds.organisation_node(row, blik))
        | {"locations": places.get(row.pk, []), "services": services.get(row.pk, [])}
        for row in rows
    ]


# --- services at locations


@open_data
def service_at_locations(request: HttpRequest) -> HttpResponse:
    vraag = read(request, LISTS["service_at_locations"])
    near = vragen.near_places(*_point(vraag)) if vraag.postcode else None
    rows: QuerySet[Voorzieningplek] = vragen.visible_places()
    rows = _filtered(rows if near is None else near, vraag, "voorziening__")
    page = _cut(rows.only("pk"), vraag, "service_at_locations")
    return _page(request, vraag, page, _places(page.rijen, full=vraag.full))


@open_data
def service_at_location(request: HttpRequest, sleutel: str) -> HttpResponse:
    read(request, ())
    rows = list(vragen.visible_places().filter(uuid=_uuid(sleutel)))
    return _json(_places(rows, full=True)[0]) if rows else _not_found()


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


@open_data
def taxonomies(request: HttpRequest) -> HttpResponse:
    vraag = read(request, LISTS["taxonomies"])
    own = [vorm.own_taxonomy(key) for key, *_ in TAXONOMIEEN]
    rows = vragen.taxonomies()
    if vraag.search:
        rows = rows.filter(naam__icontains=vraag.search)
        own = [node for node in own if vraag.search.lower() in node["name"].lower()]
    return _mixed(request, vraag, own, rows, hsds.taxonomy_node)


@open_data
def taxonomy(request: HttpRequest, sleutel: str) -> HttpResponse:
    read(request, ())
    uuid = _uuid(sleutel)
    key = next((k for k, *_ in TAXONOMIEEN if taxonomy_id(k) == str(uuid)), None)
    if key:
        return _json(vorm.own_taxonomy(key))
    row = Taxonomie.objects.filter(uuid=uuid).first()
    return _json(hsds.taxonomy_node(row)) if row else _not_found()


@open_data
def taxonomy_terms(request: HttpRequest) -> HttpResponse:
    vraag = read(request, LISTS["taxonomy_terms"])
    own = [
        vorm.own_term(key, value, LABELS)
        for key, *_ in TAXONOMIEEN
        for value in LABELS[key]
    ]
    rows = vragen.terms()
    if vraag.search:
        rows = rows.filter(naam__icontains=vraag.search)
        own = [node for node in own if vraag.search.lower() in node["name"].lower()]
    if vraag.taxonomy_id:
        there = str(vraag.taxonomy_id)
        rows = rows.filter(taxonomie__uuid=vraag.taxonomy_id)
        own = [node for node in own if node["taxonomy_detail"]["id"] == there]
    if vraag.parent_id:
        rows, own = rows.filter(boven__uuid=vraag.parent_id), []
    if vraag.top_only:
        rows = rows.filter(boven=None)
    return _mixed(request, vraag, own, rows, hsds.term_node)


@open_data
def taxonomy_term(request: HttpRequest, sleutel: str) -> HttpResponse:
    read(request, ())
    uuid = _uuid(sleutel)
    if str(uuid) in OWN_TERMS:
        return _json(vorm.own_term(*OWN_TERMS[str(uuid)], LABELS))
    row: Term | None = vragen.terms().filter(uuid=uuid).first()
    return _json(hsds.term_node(row)) if row else _not_found()


def _mixed(
    request: HttpRequest,
    vraag: Vraag,
    own: list[Node],
    rows: QuerySet[Any],
    shape: Callable[[Any], Node],
) -> HttpResponse:
    """Ours first, which do not change; then those of packages."""
    per = vraag.bladzij.per
    first = vraag.bladzij.na or (vraag.bladzij.nummer - 1) * per
    here = own[first : first + per]
    behind = max(0, first - len(own))
    found = [shape(row) for row in rows[behind : behind + per - len(here)]]
    total = len(own) + rows.count()
    end = first + per
    page = Uitsnede(
        here + found,
        total,
        -(-total // per),
        vraag.bladzij.nummer,
        end if end < total else None,
    )
    return _page(request, vraag, page, page.rijen)


# --- parts


def _filtered(rows: QuerySet[Any], vraag: Vraag, to: str = "") -> QuerySet[Any]:
    rows = vragen.about_words(rows, vraag.search, to)
    rows = vragen.modified(rows, vraag.modified_after, to)
    rows = vragen.of_organisation(rows, vraag.organization_id, to)
    rows = vragen.with_term(rows, vraag.taxonomy_term_id, to)
    rows = vragen.with_taxonomy(rows, vraag.taxonomy_id, to)
    return rows.filter(**{f"{to}regio__slug": vraag.regio}) if vraag.regio else rows


def _cut(rows: QuerySet[Any], vraag: Vraag, naam: str) -> Uitsnede:
    page = vraag.bladzij
    kept = naam if vraag.everything else ""
    return cut(rows, nummer=page.nummer, per=page.per, na=page.na, naam=kept)


def _point(vraag: Vraag) -> tuple[float, float, int]:
    where = find_where(vraag.postcode)
    if isinstance(where, Unknown):
        raise Onjuist("postcode", "Deze postcode of plaats kennen we niet.")
    if isinstance(where, Choice):
        names = ", ".join(option.text for option in where.options)
        raise Onjuist("postcode", f"Er zijn er meer met deze naam: {names}.")
    return where.lat, where.lon, vraag.proximity or NEAR_M


def _page(
    request: HttpRequest, vraag: Vraag, page: Uitsnede, contents: Iterable[Node]
) -> JsonResponse:
    found = list(contents)
    return _json(
        {
            "total_items": page.totaal,
            "total_pages": page.bladzijden,
            "page_number": page.nummer,
            "size": len(found),
            "first_page": page.nummer == 1,
            "last_page": page.is_laatste,
            "empty": not found,
            "next": _next(request, page),
            "contents": found,
        }
    )


def _next(request: HttpRequest, page: Uitsnede) -> str | None:
    if page.verder is None:
        return None
    given = request.GET.dict() | {"page": page.nummer + 1, "after": page.verder}
    return f"{settings.BASE_URL}{request.path}?{urlencode(given)}"


def _uuid(text: str) -> UUID:
    """What is no id, nobody has."""
    try:
        return UUID(text)
    except ValueError:
        raise Onbekend from None


def _url(name: str) -> str:
    return f"{settings.BASE_URL}{reverse(name)}"


def _json(data: Any) -> JsonResponse:
    return JsonResponse(
        data, safe=False, json_dumps_params={"ensure_ascii": False, "allow_nan": False}
    )


def _not_found() -> JsonResponse:
    return _fault(NOT_FOUND, "Dit staat niet op de sociale kaart.")


def _fault(status: int, zin: str, **more: str) -> JsonResponse:
    response = _json({"error": zin, **more})
    response.status_code = status
    return response
