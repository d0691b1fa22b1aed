"""Settings of the kaart, for who keeps a region."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from basis.forms import posted, status_of
from netwerk.forms.instellingen import KaartForm, SynoniemForm
from netwerk.models import Kaartinstelling, Zoeksynoniem
from netwerk.services import instellingen as services
from toegang.http import GebruikerRequest, regio_of
from toegang.models import Regio

ACT = "kaart.inrichten"
FIELDS = ("beheerder", "maanden_wachttijd", "maanden_overig")


def kaartinstelling(request: GebruikerRequest) -> HttpResponse:
    """Who keeps the kaart, and when something on it is old."""
    regio = regio_of(request, ACT)
    row = Kaartinstelling.objects.filter(regio=regio).first()
    now = row or Kaartinstelling(regio=regio)
    start = {name: getattr(now, name) for name in FIELDS}
    form = KaartForm(posted(request), regio=regio, initial=start)
    if form.is_valid():
        services.keep_kaart(regio=regio, **form.cleaned_data)
        messages.success(request, "Bewaard.")
        return redirect(request.get_full_path())
    context = {"regio": regio, "regios": _mine(request), "form": form}
    page = "netwerk/aanbod/kaartinstelling.html"
    return render(request, page, context, status=status_of(form))


def synoniemen(request: GebruikerRequest) -> HttpResponse:
    """The region's own words, and one more; those of everybody hold beside them."""
    regio = regio_of(request, ACT)
    form = SynoniemForm(posted(request))
    if form.is_valid():
        services.keep_synonym(regio=regio, **form.cleaned_data)
        messages.success(request, f"Bewaard: {form.cleaned_data['woord']}.")
        return redirect(request.get_full_path())
    context = {
        "regio": regio,
        "regios": _mine(request),
        "synoniemen": Zoeksynoniem.objects.filter(regio=regio),
        "form": form,
    }
    page = "netwerk/aanbod/synoniemen.html"
    return render(request, page, context, status=status_of(form))


@require_POST
def synoniem_weg(request: GebruikerRequest, pk: int) -> HttpResponse:
    rows = Zoeksynoniem.objects.filter(regio__in=_mine(request))
    row = get_object_or_404(rows.select_related("regio"), pk=pk)
    services.remove_synonym(synoniem=row)
    messages.success(request, f"{row.woord} is weg.")
    return redirect("synoniemen")


def _mine(request: GebruikerRequest):  # type: ignore[no-untyped-def]
    return Regio.objects.allowed(request.user, ACT)
