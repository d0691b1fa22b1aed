"""Who leads or sits in a traject, for the list of people of a region (toegang.elders). It
says that somebody is in a core group, and never as what."""

from collections.abc import Collection, Iterable
from datetime import date
from functools import partial
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from kompas.models import Begeleider, Kerngroeplid
from toegang.choices import Soort
from toegang.elders import Bron, Regions, RolElders

Row = type[Begeleider] | type[Kerngroeplid]


def source_of(soort: Soort, model: Row) -> Bron:
    return Bron(who=partial(_who, model), roles=partial(_roles, model, soort))


def _rows(model: Row, regios: Regions, day: date) -> QuerySet[Any]:
    runs = Q(tot=None) | Q(tot__gte=day)
    rows = model.objects.filter(runs, van__lte=day, traject__regio__in=regios)
    return rows.exclude(gebruiker=None)


def _who(model: Row, regios: Regions, day: date) -> QuerySet[Any, Any]:
    return _rows(model, regios, day).values("gebruiker")


def _roles(
    model: Row, soort: Soort, regios: Regions, day: date, who: Collection[int]
) -> Iterable[RolElders]:
    rows = _rows(model, regios, day).filter(gebruiker__in=who)
    for row in rows.select_related("traject").order_by("traject__naam"):
        url = reverse("kerngroep", args=[row.traject.uuid])
        yield RolElders(row.gebruiker_id, soort, f"traject {row.traject.naam}", url)
