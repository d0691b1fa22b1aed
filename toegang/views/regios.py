"""Regions for who keeps the platform; gemeenten and wijken for who keeps a region."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from basis.forms import posted, status_of
from toegang import instellingen as doors
from toegang.forms.beheer import NaamForm, NieuweNaamForm, PlannenForm, RegioForm
from toegang.http import GebruikerRequest, regio_of
from toegang.models import Gemeente, Regio, Wijk
from toegang.roles import may_now
from toegang.selectors import regios as selectors
from toegang.services import regios as services
from toegang.services.organisaties import InUse, NameTaken

ACT, GEBIED = "regio.bijhouden", "gebied.bijhouden"
PLANNEN = "plan.inrichten"
TAKEN = "Deze naam is er al. Kies een andere."


def instellingen(request: GebruikerRequest) -> HttpResponse:
    """Everything that is kept now and then, behind one line of the menu. Who keeps the
    platform has a page of its own for that."""
    found = doors.for_user(request.user)
    if not found and may_now(request.user, ACT):
        return redirect("platform")
    if not found:
        raise Http404
    return render(request, "toegang/beheer/instellingen.html", {"deuren": found})


def regios(request: GebruikerRequest) -> HttpResponse:
    if not may_now(request.user, ACT):
        raise Http404
    context = {"regios": selectors.listed()}
    return render(request, "toegang/beheer/regios.html", context)


def regio_nieuw(request: GebruikerRequest) -> HttpResponse:
    if not may_now(request.user, ACT):
        raise Http404
    form = RegioForm(posted(request))
    if form.is_valid():
        try:
            made = services.add_regio(**form.cleaned_data)
        except NameTaken:
            form.add_error("naam", TAKEN)
        else:
            messages.success(
                request, f"{made.naam} is er. Nodig nu de eerste regiobeheerder uit."
            )
            return redirect("regio", made.slug)
    page = "toegang/beheer/regio_nieuw.html"
    return render(request, page, {"form": form}, status=status_of(form))


def regio(request: GebruikerRequest, slug: str) -> HttpResponse:
    """Its name, and who keeps it."""
    found = get_object_or_404(Regio.objects.allowed(request.user, ACT), slug=slug)
    form = NaamForm(posted(request), initial={"naam": found.naam})
    if form.is_valid():
        services.rename_regio(regio=found, naam=form.cleaned_data["naam"])
        messages.success(request, "Bewaard.")
        return redirect("regio", slug)
    context = {
        "regio": found,
        "form": form,
        "beheerders": selectors.keepers(found),
        "omvang": selectors.size_of(found),
    }
    page = "toegang/beheer/regio.html"
    return render(request, page, context, status=status_of(form))


def gebied(request: GebruikerRequest) -> HttpResponse:
    """Gemeenten of the region, with the wijken in them."""
    found = regio_of(request, GEBIED)
    form = NieuweNaamForm(posted(request))
    if _saved(form, lambda: services.add_gemeente(regio=found, **form.cleaned_data)):
        messages.success(request, f"{form.cleaned_data['naam']} staat erbij.")
        return redirect(request.get_full_path())
    context = {
        "regio": found,
        "regios": Regio.objects.allowed(request.user, GEBIED),
        "gemeenten": found.gemeenten.prefetch_related("wijken"),
        "form": form,
    }
    page = "toegang/beheer/gebied.html"
    return render(request, page, context, status=status_of(form))


def plannen(request: GebruikerRequest) -> HttpResponse:
    """From what age a plan begins here."""
    found = regio_of(request, PLANNEN)
    form = PlannenForm(posted(request), initial={"plan_vanaf": found.plan_vanaf})
    if form.is_valid():
        services.keep_age(regio=found, **form.cleaned_data)
        messages.success(request, "Bewaard. Plannen die er al zijn, blijven.")
        return redirect(request.get_full_path())
    context = {
        "regio": found,
        "regios": Regio.objects.allowed(request.user, PLANNEN),
        "form": form,
    }
    page = "toegang/beheer/plannen.html"
    return render(request, page, context, status=status_of(form))


def gemeente(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """A gemeente, and a wijk more."""
    found = get_object_or_404(_gemeenten(request), uuid=uuid)
    form = NieuweNaamForm(posted(request))
    if _saved(form, lambda: services.add_wijk(gemeente=found, **form.cleaned_data)):
        messages.success(request, f"{form.cleaned_data['naam']} staat erbij.")
        return redirect("gemeente", uuid)
    context = {"gemeente": found, "wijken": found.wijken.all(), "form": form}
    page = "toegang/beheer/gemeente.html"
    return render(request, page, context, status=status_of(form))


def gemeente_naam(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    return _rename(request, _gemeenten(request), uuid)


def wijk_naam(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    return _rename(request, _wijken(request), uuid)


def _rename(request: GebruikerRequest, rows: QuerySet[Any], uuid: UUID) -> HttpResponse:
    found = get_object_or_404(rows, uuid=uuid)
    form = NaamForm(posted(request), initial={"naam": found.naam})
    if _saved(form, lambda: services.rename_gebied(gebied=found, **form.cleaned_data)):
        messages.success(request, "Bewaard.")
        return redirect("gemeente", _gemeente_of(found).uuid)
    return _naam_page(request, get_object_or_404(rows, uuid=uuid), form)


@require_POST
def gemeente_weg(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    return _remove(request, _gemeenten(request), uuid)


@require_POST
def wijk_weg(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    return _remove(request, _wijken(request), uuid)


def _remove(request: GebruikerRequest, rows: QuerySet[Any], uuid: UUID) -> HttpResponse:
    """Back to where it stood; or why it stays."""
    found = get_object_or_404(rows, uuid=uuid)
    try:
        services.remove_gebied(gebied=found)
    except InUse:
        found = get_object_or_404(rows, uuid=uuid)
        return _naam_page(request, found, in_gebruik=True)
    messages.success(request, f"{found.naam} is weg.")
    if isinstance(found, Wijk):
        return redirect("gemeente", found.gemeente.uuid)
    return redirect("gebied")


def _saved(form: NaamForm | NieuweNaamForm, act: Callable[[], object]) -> bool:
    """A form with a name that may be taken: the error stands with the name."""
    if not form.is_valid():
        return False
    try:
        act()
    except NameTaken:
        form.add_error("naam", TAKEN)
        return False
    return True


def _naam_page(
    request: GebruikerRequest,
    row: Gemeente | Wijk,
    form: NaamForm | None = None,
    *,
    in_gebruik: bool = False,
) -> HttpResponse:
    form = form or NaamForm(initial={"naam": row.naam})
    context = {
        "rij": row,
        "gemeente": _gemeente_of(row),
        "is_wijk": isinstance(row, Wijk),
        "form": form,
        "in_gebruik": in_gebruik,
    }
    status = 422 if in_gebruik else status_of(form)
    return render(request, "toegang/beheer/gebied_naam.html", context, status=status)


def _gemeente_of(row: Gemeente | Wijk) -> Gemeente:
    return row if isinstance(row, Gemeente) else row.gemeente


def _gemeenten(request: GebruikerRequest):  # type: ignore[no-untyped-def]
    return Gemeente.objects.allowed(request.user, GEBIED).select_related("regio")


def _wijken(request: GebruikerRequest):  # type: ignore[no-untyped-def]
    rows = Wijk.objects.filter(gemeente__in=_gemeenten(request))
    return rows.select_related("gemeente__regio")
