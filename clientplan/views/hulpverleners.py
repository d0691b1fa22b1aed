"""Naming somebody who helps me by profession or from experience."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from basis.forms import posted, status_of
from clientplan.forms.wie import HulpverlenerForm, ZoekForm
from netwerk.choices import Werkt
from netwerk.rules.voorkeuze import VOORKEUZES
from netwerk.selectors.betrokkenen import at_work, one_at_work
from netwerk.services import hulpverleners
from toegang.http import GebruikerRequest

from .wie import begun


@require_safe
def zoeken(request: GebruikerRequest) -> HttpResponse:
    """By organisation and a part of the name; the list of who works there is not shown."""
    client = begun(request)
    form = ZoekForm(request.GET or None, regio=client.regio)
    found = None
    if form.is_valid():
        organisatie, naam = form.cleaned_data["organisatie"], form.cleaned_data["naam"]
        found = at_work(organisatie, naam)
    context = {"form": form, "gevonden": found}
    return render(request, "clientplan/wie/hulpverlener_zoeken.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def erbij(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    client = begun(request)
    rol = one_at_work(client.regio, uuid)
    if rol is None or rol.gebruiker is None or rol.gebruiker == request.user:
        raise Http404
    form = HulpverlenerForm(posted(request))
    if form.is_valid():
        data = form.cleaned_data
        hulpverleners.add(
            uuid=data["uuid"],
            client=client,
            rol=rol,
            werkt=Werkt(data["werkt"]),
            behandelt=data["behandelt"],
            rechten=VOORKEUZES[data["wat"]].rechten,
            van=data["van"],
        )
        messages.success(request, f"{rol.gebruiker.naam} staat in je lijst.")
        return redirect("wie_ziet_wat")
    context = {"form": form, "rol": rol}
    return render(
        request,
        "clientplan/wie/hulpverlener_erbij.html",
        context,
        status=status_of(form),
    )
