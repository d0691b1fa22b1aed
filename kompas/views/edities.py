"""The gesprekskaarten: to read, and to print."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from basis import pdf
from kompas.documents.kaart import gesprekskaart
from kompas.models import Kompaseditie
from kompas.selectors import edities
from toegang.http import GebruikerRequest
from toegang.selectors.huisstijl import paper_of


def kaarten(request: GebruikerRequest) -> HttpResponse:
    """The cards of one edition; `?editie=` for another than the first."""
    choices = edities.editions_for(request.user)
    if not choices:
        raise Http404
    wanted = request.GET.get("editie", "")
    editie = next((e for e in choices if str(e.pk) == wanted), choices[0])
    context = {
        "edities": choices,
        "editie": editie,
        "themas": edities.themas_of(editie),
    }
    return render(request, "kompas/editie/kaarten.html", context)


def kaart(request: GebruikerRequest, editie: int, thema: str) -> HttpResponse:
    gekozen = get_object_or_404(
        Kompaseditie.objects.visible_to(request.user), pk=editie
    )
    themas = edities.themas_of(gekozen)
    gelezen = edities.read_card(gekozen, thema)
    here = [t.pk for t in themas].index(gelezen.thema.pk)
    context = {
        "editie": gekozen,
        "kaart": gelezen,
        "vorige": themas[here - 1] if here else None,
        "volgende": themas[here + 1] if here + 1 < len(themas) else None,
    }
    return render(request, "kompas/editie/kaart.html", context)


def kaart_pdf(request: GebruikerRequest, editie: int, thema: str) -> HttpResponse:
    """One page; made at once, because it is. It looks as the one region that the active
    role holds in."""
    rol = request.actieve_rol
    gekozen = get_object_or_404(
        Kompaseditie.objects.visible_to(request.user), pk=editie
    )
    gelezen = edities.read_card(gekozen, thema)
    try:
        made = gesprekskaart(gelezen, paper_of(rol.regio) if rol else None)
    except pdf.NoPango:
        return render(request, "kompas/geen_pdf.html", status=503)
    name = f"gesprekskaart-{gelezen.thema.sleutel}.pdf"
    return pdf.download(name, made.content)
