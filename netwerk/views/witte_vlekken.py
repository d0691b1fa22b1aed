"""What help a region has per gemeente, and where it has none (N6)."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from basis import pdf, xlsx
from netwerk import vervolg
from netwerk.documents import witte_vlekken as documents
from netwerk.rules.witte_vlekken import Rij
from netwerk.selectors import witte_vlekken as selectors
from netwerk.selectors.witte_vlekken import Overzicht, Vakinhoud
from netwerk.werkregio import regions_for
from toegang.http import GebruikerRequest
from toegang.models import Regio

ACT = "witte_vlekken.bekijken"
PER_PAGE = 50
MANY = 8  # gemeenten beside each other; of more the cells stand in blocks


def functies(request: GebruikerRequest) -> HttpResponse:
    """The ten functions by gemeente, what belongs to each, and what was sought in vain."""
    return _page(request, "functies")


def werkwijzen(request: GebruikerRequest) -> HttpResponse:
    return _page(request, "werkwijzen")


def aandachtspunten(request: GebruikerRequest) -> HttpResponse:
    return _page(request, "aandachtspunten")


def vak(
    request: GebruikerRequest, soort: str, sleutel: str, gemeente: int
) -> HttpResponse:
    """What stands behind one cell; of an empty one where it is there, and what to do."""
    overzicht, regios = _read(request)
    inhoud = None
    if soort in selectors.SOORTEN:
        inhoud = selectors.read_cell(overzicht, soort, sleutel, gemeente)
    if inhoud is None:
        raise Http404
    blad = Paginator(inhoud.plekken, PER_PAGE).get_page(request.GET.get("blad"))
    context = _frame(overzicht, regios) | {
        "inhoud": inhoud,
        "blad": blad,
        "regels": selectors.read_lines(overzicht, blad.object_list),
        "vervolg": vervolg.links_for(request.user, _about(overzicht, inhoud)),
    }
    return render(request, "netwerk/witte_vlekken/vak.html", context)


def als_xlsx(request: GebruikerRequest) -> HttpResponse:
    overzicht, _ = _read(request)
    name = f"{documents.file_name(overzicht)}.xlsx"
    return xlsx.download(name, documents.sheets(overzicht))


def als_pdf(request: GebruikerRequest) -> HttpResponse:
    overzicht, _ = _read(request)
    try:
        made = documents.as_pdf(overzicht)
    except pdf.NoPango:
        return render(request, "netwerk/witte_vlekken/geen_pdf.html", status=503)
    return pdf.download(f"{documents.file_name(overzicht)}.pdf", made.content)


def _page(request: GebruikerRequest, name: str) -> HttpResponse:
    overzicht, regios = _read(request)
    context = _frame(overzicht, regios) | {
        "hier": name,
        "nergens": [
            (rij, vervolg.links_for(request.user, _nowhere(overzicht, rij)))
            for rij in overzicht.werkwijzen_nergens
        ],
        "woorden": [
            (word, vervolg.links_for(request.user, _in_vain(overzicht, word.woorden)))
            for word in overzicht.vergeefs
        ],
    }
    return render(request, f"netwerk/witte_vlekken/{name}.html", context)


def _read(request: GebruikerRequest) -> tuple[Overzicht, list[Regio]]:
    """Of the region of the active role; who works in more chooses by `?regio=`."""
    regios = regions_for(request.user, ACT)
    if not regios:
        raise Http404
    wanted = request.GET.get("regio", "")
    regio = next((r for r in regios if r.slug == wanted), None)
    if regio is None and wanted:
        raise Http404
    overzicht = selectors.read_overview(regio or regios[0], timezone.localdate())
    return overzicht, regios


def _frame(overzicht: Overzicht, regios: list[Regio]) -> dict[str, object]:
    more = len(regios) > 1
    return {
        "o": overzicht,
        "regios": regios if more else [],
        "vraag": f"?regio={overzicht.regio.slug}" if more else "",
        "veel": len(overzicht.gemeenten) > MANY,
    }


def _about(overzicht: Overzicht, inhoud: Vakinhoud) -> dict[str, object]:
    return {
        "regio": overzicht.regio.slug,
        "gemeente": inhoud.gemeente.pk,
        inhoud.soort: inhoud.rij.sleutel,
    }


def _nowhere(overzicht: Overzicht, rij: Rij) -> dict[str, object]:
    return {"regio": overzicht.regio.slug, selectors.WERKWIJZE: rij.sleutel}


def _in_vain(overzicht: Overzicht, woorden: str) -> dict[str, object]:
    return {"regio": overzicht.regio.slug, "woorden": woorden}
