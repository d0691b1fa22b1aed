"""Search the sociale kaart: public, by link, with nothing kept of who searched for what."""

from dataclasses import replace

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from basis import pdf
from netwerk.bezoek import visit_of
from netwerk.documents.zoeken import found_pdf
from netwerk.selectors import zoekpagina
from netwerk.selectors.hulp import asked_for, help_now, region_named
from netwerk.selectors.papier import lines_on_paper
from netwerk.selectors.regios import keeper_of
from netwerk.services.vergeefs import note_vain
from toegang.regiokeuze import chosen_slug

from .papier import paper_door


@login_not_required
@require_safe
def sociale_kaart(request: HttpRequest) -> HttpResponse:
    pagina = _asked(request)
    regio = pagina.waar.plek.regio
    asked = pagina.vraag.getypt if pagina.uitslag else ""
    nummers = asked_for(asked, regio or chosen_slug(request))
    pagina = replace(pagina, belt=bool(nummers))
    if pagina.vergeefs:
        note_vain(regio=regio, q=pagina.gevraagd.q, visit=visit_of(request))
    context = {
        "pagina": pagina,
        "nummers": nummers,
        "regio": regio,
        "houdt_bij": keeper_of(regio) if regio else "",
    }
    return render(request, "netwerk/kaart/zoeken.html", context)


@login_not_required
@require_safe
@paper_door
def sociale_kaart_pdf(request: HttpRequest) -> HttpResponse:
    """The same question on paper. Where nothing is asked yet, or the list has no such page,
    the page itself says what to do."""
    pagina = _asked(request)
    if pagina.uitslag is None or pagina.blad is None:
        asked = request.GET.urlencode()
        return redirect(f"{pagina.adres.pad}{f'?{asked}' if asked else ''}")
    plek, now = pagina.waar.plek, timezone.localtime()
    regio = plek.regio or region_named(chosen_slug(request))
    nummers = asked_for(pagina.vraag.getypt, regio or "")
    pagina = replace(pagina, belt=bool(nummers))
    keys = [rij.id for _, rij in pagina.rijen]
    try:
        made = found_pdf(
            pagina,
            lines_on_paper(keys, moment=now, punt=plek.punt),
            help_now(regio.slug if regio else ""),
            regio,
            url=f"{settings.BASE_URL}{pagina.adres.zonder('meer')}",
            day=now.date(),
        )
    except pdf.NoPango:
        about = {"regio": regio, "terug": str(pagina.hier)}
        return render(request, "netwerk/hulp/geen_pdf.html", about, status=503)
    return pdf.download("hulp-en-steun.pdf", made.content)


def _asked(request: HttpRequest) -> zoekpagina.Pagina:
    return zoekpagina.read(
        zoekpagina.Gevraagd.read(request.GET),
        request.GET.lists(),
        reverse("sociale_kaart"),
        now=timezone.localtime(),
    )
