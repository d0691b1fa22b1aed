"""Mijn dagboek: for the client alone. It has no other way in: not through `look`, which
leaves a line in the trace, not of another's plan, not through somebody's eyes (P3, T6)."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from basis.crypto import NoRing
from basis.forms import posted, status_of
from clientplan.forms.dagboek import BladForm, BladWijzigForm
from clientplan.models import Dagboekblad
from clientplan.selectors.dagboek import page, pages, stand
from clientplan.services import dagboek as diary
from toegang.http import GebruikerRequest

from .wie import begun

PER_PAGE = 20
View = Callable[..., HttpResponse]


def _with_the_ring(view: View) -> View:
    """Where this process cannot open diaries, a page says so."""

    @wraps(view)
    def opened(request: GebruikerRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except NoRing:
            return render(request, "clientplan/dagboek/dicht.html", status=503)

    return opened


@require_safe
@_with_the_ring
def dagboek(request: GebruikerRequest) -> HttpResponse:
    client = begun(request)
    rows = Paginator(pages(client, request.user), PER_PAGE)
    found = rows.get_page(request.GET.get("blad"))
    context = {"bladen": [(one, one.tekst) for one in found], "deel": found}
    return render(request, "clientplan/dagboek/dagboek.html", context)


@sensitive_post_parameters("tekst")
@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
@_with_the_ring
def dagboek_nieuw(request: GebruikerRequest) -> HttpResponse:
    client = begun(request)
    client.diary_key  # noqa: B018  # says so before anything is written, where it is not there
    form = BladForm(posted(request))
    if form.is_valid():
        sent = form.cleaned_data
        try:
            diary.write(client=client, uuid=sent["uuid"], tekst=sent["tekst"])
        except diary.Anders:
            form.add_error(None, "Dit blad is er al. Kopieer wat je nu schreef.")
        else:
            messages.success(request, "Bewaard. Alleen jij kunt dit lezen.")
            return redirect("dagboek")
    context = {"form": form}
    return render(
        request, "clientplan/dagboek/nieuw.html", context, status=status_of(form)
    )


@sensitive_post_parameters("tekst")
@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
@_with_the_ring
def dagboek_blad(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """Reads and changes one page. Where it was changed in between, on another device, both
    texts are shown: there is no version to fall back on."""
    blad = _one(request, uuid)
    begins = {"tekst": blad.tekst, "vanaf": stand(blad)}
    form = BladWijzigForm(posted(request), initial=begins)
    ander = ""
    if form.is_valid():
        ander = _saved(blad, form)
        if not ander:
            messages.success(request, "Bewaard. Alleen jij kunt dit lezen.")
            return redirect("dagboek")
        data = request.POST.copy()
        data["vanaf"] = stand(blad)
        form = BladWijzigForm(data)
        form.is_valid()
    context = {"form": form, "blad": blad, "ander": ander}
    return render(
        request, "clientplan/dagboek/blad.html", context, status=status_of(form)
    )


def _saved(blad: Dagboekblad, form: BladWijzigForm) -> str:
    """ "" where it was; else the words that stand there."""
    there = blad.tekst
    if form.cleaned_data["vanaf"] != stand(blad):
        return "" if form.cleaned_data["tekst"] == there else there
    try:
        diary.change(blad, tekst=form.cleaned_data["tekst"])
    except diary.Anders as error:
        raise Http404 from error
    return ""


@require_POST
def dagboek_weg(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    diary.throw_away(_one(request, uuid))
    messages.success(request, "Weggegooid. Dit blad komt niet meer terug.")
    return redirect("dagboek")


def _one(request: GebruikerRequest, uuid: UUID) -> Dagboekblad:
    found = page(begun(request), request.user, uuid)
    if found is None:
        raise Http404
    return found
