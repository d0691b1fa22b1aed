"""Taking the sociale kaart of a region in and out (N7)."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from basis import csv
from basis.forms import posted, status_of
from basis.uploads import LARGE, takes_files_of
from basis.werk import Stand
from netwerk.documents import uitvoer as documents
from netwerk.forms.uitwisselen import DatumsForm, InlezenForm
from netwerk.models import Importvoorbeeld, Uitvoer
from netwerk.services import importvoorbeelden as services, uitvoer as exports
from toegang.http import GebruikerRequest, regio_of
from toegang.models import Regio

ACT = "kaart.uitwisselen"
UNPROCESSABLE = 422


@takes_files_of(LARGE)
def uitwisselen(request: GebruikerRequest) -> HttpResponse:
    """The ways out, and a file to take in."""
    regio = regio_of(request, ACT)
    form = InlezenForm(posted(request), request.FILES or None)
    if form.is_valid():
        bestand = form.cleaned_data["bestand"]
        row = services.keep(
            uuid=form.cleaned_data["uuid"],
            regio=regio,
            door=request.user,
            naam=bestand.name or "",
            inhoud=bestand.read(),
            bron=form.source,
        )
        return redirect("inlezen_voorbeeld", row.uuid)
    context = {"regio": regio, "form": form}
    page = "netwerk/uitwisselen/begin.html"
    return render(request, page, context, status=status_of(form))


def voorbeeld(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """What the file would do, and then the yes. Before it how far it is, afterwards what
    it did."""
    row = _kept(request, uuid)
    busy = row.volgende_poging_op is not None
    if request.method == "POST" and (busy or row.uitgevoerd_op):
        return redirect("inlezen_voorbeeld", row.uuid)  # a second yes
    if busy or row.stand == Stand.MISLUKT:
        return _how_far(request, row)
    if request.htmx:  # who waited for it sees the whole page
        return HttpResponse(headers={"HX-Refresh": "true"})
    if row.uitgevoerd_op:
        context = {"voorbeeld": row, "tellingen": row.uitkomst}
        return render(request, "netwerk/uitwisselen/gedaan.html", context)
    return _preview(request, row)


def _preview(request: GebruikerRequest, row: Importvoorbeeld) -> HttpResponse:
    form = DatumsForm(posted(request) if "datums_vraag" in request.POST else None)
    if form.is_valid():
        services.answer(voorbeeld=row, datums=form.cleaned_data["datums"])
        return redirect("inlezen_voorbeeld", row.uuid)
    if request.method == "POST" and not form.is_bound:
        try:
            services.carry_out(voorbeeld=row, afdruk=request.POST.get("afdruk", ""))
        except services.Veranderd:
            messages.warning(
                request, "Dit is niet wat je net zag. Kijk het hieronder nog eens na."
            )
        else:
            return redirect("inlezen_voorbeeld", row.uuid)
    context = {"voorbeeld": row, "gezien": row.gezien, "form": form}
    status = UNPROCESSABLE if request.method == "POST" else 200
    page = "netwerk/uitwisselen/voorbeeld.html"
    return render(request, page, context, status=status)


def _how_far(request: GebruikerRequest, row: Importvoorbeeld) -> HttpResponse:
    """Asked again every two seconds where there is JavaScript."""
    template = "netwerk/uitwisselen/bezig.html"
    if request.htmx:
        template += "#voortgang"
    return render(request, template, {"voorbeeld": row})


@require_safe
def fouten(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """All of them as a file, to lay beside the spreadsheet."""
    row = _kept(request, uuid)
    if not row.gezien:
        raise Http404
    head = ("Soort", "Waar", "Wat er staat", "Wat nu")
    return csv.download("nakijken.csv", head, row.nakijken)


@require_safe
def leeg_rekenblad(request: GebruikerRequest) -> HttpResponse:
    regio_of(request, ACT)
    return _file(documents.example())


@require_POST
def uitvoer(request: GebruikerRequest, soort: str) -> HttpResponse:
    """The kaart as a file; `openbaar` is what everybody may have. A large one is made by a
    worker."""
    regio = regio_of(request, ACT)
    if soort not in documents.SOORTEN:
        raise Http404
    if not exports.is_small(regio):
        row = exports.ask(regio=regio, soort=soort, door=request.user)
        return redirect("uitvoer_bestand", row.uuid)
    made = documents.export(regio, soort)
    exports.record_download(regio, soort)
    return _file(made)


@require_safe
def uitvoer_bestand(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """How far it is; asked again every two seconds where there is JavaScript."""
    template = "netwerk/uitwisselen/uitvoer.html"
    if request.htmx:
        template += "#voortgang"
    return render(request, template, {"uitvoer": _asked(request, uuid)})


@require_safe
def uitvoer_ophalen(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    row = _asked(request, uuid)
    if row.stand != Stand.KLAAR or row.inhoud is None:
        return redirect("uitvoer_bestand", uuid)
    exports.record_download(row.regio, row.soort)
    kind = documents.type_of(row.naam)
    return _file(documents.Bestand(row.naam, kind, bytes(row.inhoud)))


def _file(made: documents.Bestand) -> HttpResponse:
    disposition = content_disposition_header(as_attachment=True, filename=made.naam)
    headers = {"Content-Disposition": disposition or ""}
    return HttpResponse(made.inhoud, content_type=made.type, headers=headers)


def _asked(request: GebruikerRequest, uuid: UUID) -> Uitvoer:
    """For who asked it alone, as long as they keep that region."""
    regios = Regio.objects.allowed(request.user, ACT)
    rows = Uitvoer.objects.kept().filter(regio__in=regios, door=request.user)
    return get_object_or_404(rows.select_related("regio").defer("inhoud"), uuid=uuid)


def _kept(request: GebruikerRequest, uuid: UUID) -> Importvoorbeeld:
    regios = Regio.objects.allowed(request.user, ACT)
    rows = Importvoorbeeld.objects.filter(regio__in=regios).select_related("regio")
    return get_object_or_404(rows.kept().defer("inhoud", "nakijken"), uuid=uuid)
