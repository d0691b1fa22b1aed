"""Search the sociale kaart: public, by link, with nothing kept of who searched for what."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from netwerk.bezoek import visit_of
from netwerk.selectors import zoekpagina
from netwerk.selectors.regios import keeper_of
from netwerk.services.vergeefs import note_vain


@login_not_required
@require_safe
def sociale_kaart(request: HttpRequest) -> HttpResponse:
    gevraagd = zoekpagina.Gevraagd.read(request.GET)
    pagina = zoekpagina.read(
        gevraagd, request.GET.lists(), request.path, now=timezone.localtime()
    )
    regio = pagina.waar.plek.regio
    if pagina.vergeefs:
        note_vain(regio=regio, q=gevraagd.q, visit=visit_of(request))
    context = {
        "pagina": pagina,
        "regio": regio,
        "houdt_bij": keeper_of(regio) if regio else "",
    }
    return render(request, "netwerk/kaart/zoeken.html", context)
