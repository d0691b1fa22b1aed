"""A regiobeheerder keeps the numbers of the own region."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from basis.forms import posted, status_of
from netwerk.forms.hulp import HulpnummerForm, ZorgenadresForm
from netwerk.models import Hulpnummer, Nummerwijziging, Zorgenadres
from netwerk.querysets.hulp import (
    HulpnummerQuerySet,
    ZorgenadresQuerySet,
    kept_regions,
)
from netwerk.selectors import hulp as selectors
from netwerk.services import hulp as services
from toegang.http import GebruikerRequest
from toegang.models import Regio

RECENT = 10
Form = HulpnummerForm | ZorgenadresForm


def hulpnummers(request: GebruikerRequest) -> HttpResponse:
    """Both lists, the ones checked longest ago marked, and what changed lately."""
    regio = _own_region(request)
    places = Zorgenadres.objects.filter(regio=regio).select_related("gemeente", "wijk")
    changes = Nummerwijziging.objects.filter(regio=regio)[:RECENT]
    context = {
        "beheerde_regio": regio,
        "nummers": Hulpnummer.objects.filter(regio=regio).order_by(
            "rubriek", "volgorde"
        ),
        "adressen": places.order_by("gemeente__naam", "wijk__naam", "volgorde"),
        "wijzigingen": changes,
    }
    return render(request, "netwerk/hulp/hulpnummers.html", context)


def hulpnummer_nieuw(request: GebruikerRequest) -> HttpResponse:
    regio = _own_region(request)
    form = HulpnummerForm(posted(request))
    return _add(request, regio, form, "Een nummer voor Hulp nu")


def zorgenadres_nieuw(request: GebruikerRequest) -> HttpResponse:
    regio = _own_region(request)
    form = ZorgenadresForm(posted(request), regio=regio)
    return _add(request, regio, form, "Een adres voor wie zich zorgen maakt")


def _add(request: GebruikerRequest, regio: Regio, form: Form, kop: str) -> HttpResponse:
    if form.is_valid():
        services.add(uuid=form.cleaned_data["uuid"], regio=regio, regel=form.regel())
        messages.success(request, "Bewaard. Het staat nu op de pagina’s.")
        return redirect("hulpnummers")
    context = {"form": form, "kop": kop}
    return render(request, "netwerk/hulp/nummer.html", context, status=status_of(form))


def hulpnummer(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """Change one; a new number leads to where the old one still stands."""
    row = get_object_or_404(_lines(request), uuid=uuid)
    start = {name: getattr(row, name) for name in services.Hulpregel.__annotations__}
    form = HulpnummerForm(posted(request), initial=start | {"uuid": uuid})
    return _change(request, row, form, away="hulpnummer_weg")


def zorgenadres(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    row = get_object_or_404(_addresses(request), uuid=uuid)
    if row.regio is None:
        raise Http404
    start = {name: getattr(row, name) for name in services.Zorgenregel.__annotations__}
    form = ZorgenadresForm(
        posted(request), regio=row.regio, initial=start | {"uuid": uuid}
    )
    return _change(request, row, form, away="zorgenadres_weg")


def _change(
    request: GebruikerRequest, row: services.Rij, form: Form, *, away: str
) -> HttpResponse:
    kop = str(row)
    if form.is_valid():
        changed = services.change(rij=row, regel=form.regel())
        messages.success(request, f"Bewaard: {row}.")
        return _after(changed)
    context = {"form": form, "kop": kop, "rij": row, "weg": away}
    return render(request, "netwerk/hulp/nummer.html", context, status=status_of(form))


def _after(changed: Nummerwijziging | None) -> HttpResponse:
    """Back to the list, or to where an old number still stands."""
    if changed is None:
        return redirect("hulpnummers")
    return redirect("nummerwijziging", changed.uuid)


@require_POST
def hulpnummer_weg(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    return _remove(request, get_object_or_404(_lines(request), uuid=uuid))


@require_POST
def zorgenadres_weg(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    return _remove(request, get_object_or_404(_addresses(request), uuid=uuid))


def _remove(request: GebruikerRequest, row: services.Rij) -> HttpResponse:
    changed = services.remove(rij=row)
    messages.success(request, f"Weg: {row}.")
    return _after(changed)


@require_POST
def hulpnummer_gecontroleerd(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    return _check(request, get_object_or_404(_lines(request), uuid=uuid))


@require_POST
def zorgenadres_gecontroleerd(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    return _check(request, get_object_or_404(_addresses(request), uuid=uuid))


def _check(request: GebruikerRequest, row: services.Rij) -> HttpResponse:
    services.check(rij=row)
    messages.success(request, f"Gecontroleerd: {row}.")
    return redirect("hulpnummers")


def nummerwijziging(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """Where the old number still stands: other rows, telephones, paper."""
    kept = kept_regions(request.user, timezone.localdate())
    rows = Nummerwijziging.objects.filter(regio__in=kept)
    found = get_object_or_404(rows.select_related("regio"), uuid=uuid)
    context = {
        "wijziging": found,
        "elders": selectors.still_stands(found),
        "bladen": selectors.sheets_with(found) if found.soort == "zorgenadres" else [],
    }
    return render(request, "netwerk/hulp/wijziging.html", context)


def _own_region(request: GebruikerRequest) -> Regio:
    regio = selectors.own_region(request.user)
    if regio is None:
        raise Http404
    return regio


def _lines(request: GebruikerRequest) -> HulpnummerQuerySet:
    today = timezone.localdate()
    rows = Hulpnummer.objects.kept_by(request.user, today)
    return rows.select_related("regio")


def _addresses(request: GebruikerRequest) -> ZorgenadresQuerySet:
    today = timezone.localdate()
    rows = Zorgenadres.objects.kept_by(request.user, today)
    return rows.select_related("regio", "gemeente", "wijk")
