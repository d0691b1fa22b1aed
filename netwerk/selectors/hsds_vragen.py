"""Which records a question of the API is about. Only what everybody may find."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.contrib.postgres.search import SearchQuery
from django.db.models import Exists, Func, OuterRef, Q, QuerySet, TextField
from django.db.models.lookups import In
from django.utils import timezone

from netwerk.afstand import distance_from, within
from netwerk.choices import Status
from netwerk.models import (
    Kenmerk,
    Locatie,
    Organisatieprofiel,
    Sluitingsperiode,
    Taxonomie,
    Term,
    Voorziening,
    Voorzieningplek,
)
from netwerk.rules.hsds_woorden import OWN_TAXONOMIES, OWN_TERMS, TAXONOMIEEN, made_id
from netwerk.rules.hsds_zoekvraag import parts_of
from toegang.models import Organisatie

DAY = timedelta(days=1)
COLUMN = {key: kolom for key, kolom, *_ in TAXONOMIEEN}


def visible_services(*, ook_gestopt: bool = False) -> QuerySet[Voorziening]:
    """On the kaart. Who keeps a copy asks what changed, and hears what stopped as well;
    what was never on it nobody hears of."""
    if ook_gestopt:
        return Voorziening.objects.public()
    return Voorziening.objects.on_kaart()


def visible_organisations() -> QuerySet[Organisatie]:
    """Those with something on the kaart, or with words of their own for it."""
    here = Voorziening.objects.on_kaart().filter(organisatie=OuterRef("pk"))
    told = Organisatieprofiel.objects.filter(organisatie=OuterRef("pk"))
    return Organisatie.objects.filter(Exists(here) | Exists(told), gestopt_op=None)


def visible_places() -> QuerySet[Voorzieningplek]:
    return Voorzieningplek.objects.filter(voorziening__status=Status.ACTIEF)


def visible_locations() -> QuerySet[Locatie]:
    """Where something on the kaart is: an address of what is not there yet, or not any
    more, is nobody's business."""
    used = visible_services().filter(plekken__locatie=OuterRef("pk"))
    return Locatie.objects.filter(Exists(used))


def find_organisation(uuid: UUID) -> Organisatie | None:
    """By the id of its profile, or the one that is made for who has none."""
    rows = visible_organisations()
    found = rows.filter(profiel__uuid=uuid).first()
    if found is not None:
        return found
    bare = rows.filter(profiel=None).values_list("pk", flat=True)
    key = next((pk for pk in bare if made_id("organisatie", pk) == uuid), None)
    return rows.filter(pk=key).first() if key else None


def modified(
    rows: QuerySet[Any], since: datetime | None, to: str = ""
) -> QuerySet[Any]:
    """Changed by somebody, or because a day came: closed or open again since then."""
    if since is None:
        return rows
    turned = _turned(since).values("voorziening")
    by_hand = Q(**{f"{to}gewijzigd_op__gte": since})
    return rows.filter(by_hand | Q(**{f"{to}pk__in": turned}))


def _turned(since: datetime) -> QuerySet[Sluitingsperiode]:
    """Of which a first day, or the day after the last, began since then."""
    if since > timezone.now():
        return Sluitingsperiode.objects.none()
    here, today = timezone.localtime(since), timezone.localdate()
    first = here.date() if here.time() == time() else here.date() + DAY
    closed = Q(van__gte=first, van__lte=today)
    opened = Q(tot__gte=first - DAY, tot__lt=today)
    return Sluitingsperiode.objects.filter(closed | opened)


def about_words(rows: QuerySet[Any], words: str, to: str = "") -> QuerySet[Any]:
    """As written or by their stem; what may not be there is there in neither way. A
    question without content finds nothing."""
    if not words:
        return rows
    found = Q(pk__in=[])
    for part in parts_of(words):
        there = Q()
        for query in _queries(part.alles):
            there |= Q(_has_content(query), **{f"{to}zoek": query})
        for query in _queries(part.niet) if part.niet else ():
            there &= ~Q(**{f"{to}zoek": query})
        found |= there
    return rows.filter(found)


def _queries(words: str) -> list[SearchQuery]:
    """Much of what a provision says is kept by its stem only, a name also as written."""
    return [
        SearchQuery(words, config=config, search_type="websearch")
        for config in ("nk_woord", "nk_taal")
    ]


def _has_content(query: SearchQuery) -> Q:
    """Not when it only says which words may not be there: nearly everything is that."""
    tree = Func(query, function="querytree", output_field=TextField())
    return ~Q(In(tree, ["", "T"]))


def of_organisation(
    rows: QuerySet[Any], uuid: UUID | None, to: str = ""
) -> QuerySet[Any]:
    if uuid is None:
        return rows
    found = find_organisation(uuid)
    return rows.filter(**{f"{to}organisatie": found}) if found else rows.none()


def with_term(rows: QuerySet[Any], uuid: UUID | None, to: str = "") -> QuerySet[Any]:
    """Of our own lists, or a term that came with a package."""
    if uuid is None:
        return rows
    own = OWN_TERMS.get(str(uuid))
    if own:
        key, value = own
        return rows.filter(**{f"{to}{COLUMN[key]}__contains": [value]})
    return rows.filter(_has(Q(term__uuid=uuid), to))


def with_taxonomy(
    rows: QuerySet[Any], uuid: UUID | None, to: str = ""
) -> QuerySet[Any]:
    if uuid is None:
        return rows
    own = OWN_TAXONOMIES.get(str(uuid))
    if own:
        return rows.exclude(**{f"{to}{COLUMN[own]}": []})
    return rows.filter(_has(Q(term__taxonomie__uuid=uuid), to))


def _has(what: Q, to: str) -> Exists:
    service = OuterRef(f"{to}pk" if to else "pk")
    return Exists(Kenmerk.objects.filter(what, voorziening=service))


def near_places(lat: float, lon: float, meters: int) -> QuerySet[Voorzieningplek]:
    """A secret place has no point, so it is never near."""
    at = {"lat_field": "locatie__lat", "lon_field": "locatie__lon"}
    km = meters / 1000
    rows = visible_places().filter(within(lat, lon, km, **at))
    return rows.annotate(km=distance_from(lat, lon, **at)).filter(km__lte=km)


def taxonomies() -> QuerySet[Taxonomie]:
    return Taxonomie.objects.order_by("pk")


def terms() -> QuerySet[Term]:
    return Term.objects.select_related("taxonomie", "boven").order_by("pk")
