"""The editions of a region, in its settings: which there are, and loading another (K1)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from basis import csv
from basis.forms import posted
from kompas.documents import editie as bestanden
from kompas.forms.edities import EditieForm, taken
from kompas.rules.edition import Editie
from kompas.selectors.edities import has_words_of, listed
from kompas.selectors.rollen import managed_region
from kompas.services import edities as services
from toegang.http import GebruikerRequest
from toegang.models import Regio
from toegang.roles import may_now

UNPROCESSABLE = 422


@require_safe
def edities(request: GebruikerRequest) -> HttpResponse:
    regio = _own_region(request)
    context = {"regio": regio, "regels": listed(regio)}
    return render(request, "kompas/editie/lijst.html", context)


def laden(request: GebruikerRequest) -> HttpResponse:
    """All of a file, or nothing and every fault in it. Sent twice, loaded once."""
    regio = _own_region(request)
    form = EditieForm(posted(request), request.FILES or None, regio=regio)
    if form.is_valid() and form.editie is not None and _loaded(request, form, regio):
        return redirect("edities")
    context = {"regio": regio, "form": form}
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "kompas/editie/laden.html", context, status=status)


@require_safe
def voorbeeld(request: GebruikerRequest, soort: str) -> HttpResponse:
    """Our own edition as a file to begin from."""
    _own_region(request)
    ours = services.own_edition()
    name = f"{ours.sleutel}.{soort}"
    if soort == "csv":
        return csv.download(name, *bestanden.as_table(ours))
    if soort == "json":
        return bestanden.as_json(ours, name)
    raise Http404


def _loaded(request: GebruikerRequest, form: EditieForm, regio: Regio) -> bool:
    """Loads it, unless just this one is there; False when another took its place in the
    meantime, which the form then says."""
    editie = form.editie
    if editie is None:
        return False
    if form.er_al is None:
        try:
            services.load_edition(editie=editie, regio=regio, door=request.user)
        except services.EditionExists as error:
            if not has_words_of(error.row, editie):
                form.add_error("bestand", taken(error.row))
                return False
        else:
            messages.success(request, _what(editie))
            return True
    messages.info(
        request,
        f"{editie.naam}, versie {editie.versie} stond er al. Er is niets veranderd.",
    )
    return True


def _what(editie: Editie) -> str:
    stellingen = sum(len(thema.stellingen) for thema in editie.themas)
    vragen = sum(len(thema.open_vragen) for thema in editie.themas)
    return (
        f"Geladen: {editie.naam}, versie {editie.versie}."
        f" {_count(stellingen, 'stelling', 'stellingen')} en"
        f" {_count(vragen, 'open vraag', 'open vragen')} op"
        f" {_count(len(editie.themas), 'kaart', 'kaarten')}."
        " Nieuwe rondes kunnen er nu mee beginnen."
    )


def _count(n: int, one: str, more: str) -> str:
    return f"{n} {one if n == 1 else more}"


def _own_region(request: GebruikerRequest) -> Regio:
    if not may_now(request.user, "editie.laden"):
        raise Http404
    regio = managed_region(request.user)
    if regio is None:
        raise PermissionDenied
    return regio
