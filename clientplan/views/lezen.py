"""The first page of a plan for who was let in, and the same through their eyes (T4)."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from clientplan.selectors.blik import Blik
from clientplan.selectors.start import shared_with
from clientplan.services import kaart
from logboek import services as logboek
from logboek.services import Actie
from netwerk.selectors.bevoegden import treats, who_acts_for
from netwerk.services.spoor import trace
from toegang.choices import Soort
from toegang.http import GebruikerRequest
from toegang.roles import may_now

from .blik import look


@require_safe
def plan_van(request: GebruikerRequest, plan: UUID) -> HttpResponse:
    return _first_page(request, look(request, plan=plan))


@require_safe
def plan_bekijk(request: GebruikerRequest, wie: UUID) -> HttpResponse:
    return _first_page(request, look(request, wie=wie))


@require_safe
def clienten(request: GebruikerRequest) -> HttpResponse:
    """Whose plan is open to who works with people. Names and parts, nothing of a plan: one
    line in the trace for the list, and one per client whose part is opened."""
    rol = request.actieve_rol
    if not rol or not may_now(request.user, "clienten.bekijken"):
        raise Http404
    found = shared_with(request.user)
    logboek.record(Actie.READ, "clientenlijst", regio=rol.regio)
    return render(
        request,
        "clientplan/clienten/clienten.html",
        {"plannen": found, "op_kaarten": kaart.waits_for_me()},
    )


def _first_page(request: GebruikerRequest, blik: Blik) -> HttpResponse:
    """The parts that are open, with what one may there. Of a part that is not, nothing shows,
    not even that it is there."""
    naaste = request.actieve_rol and request.actieve_rol.soort == Soort.NAASTE
    acting = [] if naaste or blik.ogen else who_acts_for(blik.client)
    if acting:
        part = acting[0].delen[0].sleutel
        trace(Actie.READ, blik.client, part, soort="bevoegdheid")
    context = {
        "blik": blik,
        "beslissen": acting,
        "behandelt": not naaste and not blik.ogen and treats(blik.client, request.user),
        "naaste": naaste,
        "delen": [(one, blik.rechten[one.sleutel]) for one in blik.open_parts()],
    }
    return render(request, "clientplan/plan/van.html", context)
