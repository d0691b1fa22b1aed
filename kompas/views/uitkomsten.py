"""Outcomes of a round: themes, cards, statements; what the facilitator does with them."""

from collections.abc import Iterable
from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from basis import csv
from kompas.documents import rapport, tabellen
from kompas.forms.uitkomsten import (
    AfspraakForm,
    EigenWerkwijzeForm,
    ToonForm,
    VerbergForm,
)
from kompas.models import Groepsscore, Ronde, Stelling
from kompas.selectors.uitkomsten import (
    INTERVENTIES,
    Kaartuitkomst,
    Rondeuitkomst,
    Stellinguitkomst,
    read_round,
)
from kompas.selectors.werkwijzen import names_to_merge
from kompas.services import rapporten, uitkomsten as services
from toegang.http import GebruikerRequest
from toegang.permissions import may


def uitkomsten(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """The themes side by side."""
    ronde = _ronde(request, uuid)
    uitkomst = read_round(ronde, opmerkingen=False)
    context = {"ronde": ronde, "uitkomst": uitkomst}
    return render(request, "kompas/uitkomst/ronde.html", context)


def kaart(request: GebruikerRequest, uuid: UUID, thema: str) -> HttpResponse:
    """One card; while it is closed the page says so and counts nothing."""
    ronde = _ronde(request, uuid)
    uitkomst = read_round(ronde, thema=thema, opmerkingen=False)
    gekozen = _card(uitkomst, thema)
    if not gekozen.open:
        return _closed(request, ronde, uitkomst, gekozen)
    if gekozen.interventies is not None:
        return _interventies(request, ronde, uitkomst, gekozen)
    context = {
        "ronde": ronde,
        "uitkomst": uitkomst,
        "kaart": gekozen,
        "mag_vastleggen": _may(request, "uitkomst.vastleggen"),
    }
    return render(request, "kompas/uitkomst/kaart.html", context)


def stelling(
    request: GebruikerRequest, uuid: UUID, thema: str, volgorde: int
) -> HttpResponse:
    """One statement: words, figures, groups, the agreement, the remarks."""
    ronde = _ronde(request, uuid)
    return _statement_page(request, ronde, thema, volgorde)


@require_POST
def afspraak(
    request: GebruikerRequest, uuid: UUID, thema: str, volgorde: int
) -> HttpResponse:
    """Keeps the agreed score. Changed by somebody else meanwhile: both are shown."""
    ronde = _ronde(request, uuid, "uitkomst.vastleggen")
    row = _stelling(ronde, thema, volgorde)
    schaal = row.thema.schaal
    form = AfspraakForm(request.POST, schaal=schaal)
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    if form.is_valid():
        try:
            services.save_afspraak(
                ronde=ronde, stelling=row, door=request.user, **form.cleaned_data
            )
        except services.NietOpen:
            messages.warning(
                request,
                "Dit kan alleen bij een kaart die open is. Er is niets bewaard.",
            )
        except services.Conflict as error:
            form = _on_top_of(error.theirs, form, schaal)
            status = HTTPStatus.CONFLICT
            return _statement_page(
                request, ronde, thema, volgorde, form=form, status=status
            )
        return redirect("uitkomst_stelling", uuid, thema, volgorde)
    return _statement_page(request, ronde, thema, volgorde, form=form, status=status)


@require_POST
def verberg(
    request: GebruikerRequest, uuid: UUID, thema: str, volgorde: int
) -> HttpResponse:
    ronde = _ronde(request, uuid, "opmerking.verbergen")
    row = _stelling(ronde, thema, volgorde)
    form = VerbergForm(request.POST)
    if not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return _statement_page(
            request, ronde, thema, volgorde, verberg=form, status=status
        )
    try:
        services.hide_remark(
            ronde=ronde, stelling=row, door=request.user, **form.cleaned_data
        )
    except services.NietGevonden as error:
        raise Http404 from error
    messages.success(request, "De opmerking is verborgen. De reden staat erbij.")
    return redirect("uitkomst_stelling", uuid, thema, volgorde)


@require_POST
def toon(
    request: GebruikerRequest, uuid: UUID, thema: str, volgorde: int
) -> HttpResponse:
    ronde = _ronde(request, uuid, "opmerking.verbergen")
    row = _stelling(ronde, thema, volgorde)
    form = ToonForm(request.POST)
    if not form.is_valid():
        raise Http404
    try:
        services.show_remark(ronde=ronde, stelling=row, **form.cleaned_data)
    except services.NietGevonden as error:
        raise Http404 from error
    messages.success(request, "De opmerking is weer te zien.")
    return redirect("uitkomst_stelling", uuid, thema, volgorde)


@require_POST
def eigen_werkwijze(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """Names from question 4 become one name of the region, outside the edition."""
    ronde = _ronde(request, uuid, "uitkomst.vastleggen")
    uitkomst = read_round(ronde, thema=INTERVENTIES, opmerkingen=False)
    gekozen = _card(uitkomst, INTERVENTIES)
    if gekozen.interventies is None:
        raise Http404
    regio = ronde.traject.regio
    genoemd = names_to_merge(gekozen.interventies, regio)
    form = EigenWerkwijzeForm(request.POST, genoemd=genoemd)
    if not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return _interventies(
            request, ronde, uitkomst, gekozen, form=form, status=status
        )
    naam = form.cleaned_data["naam"]
    services.keep_werkwijze(
        regio=regio,
        naam=naam,
        ook_genoemd=form.cleaned_data["genoemd"],
        door=request.user,
    )
    messages.success(request, f"{naam} staat nu in de lijst van de regio.")
    return redirect("uitkomst_kaart", uuid, INTERVENTIES)


def als_csv(request: GebruikerRequest, uuid: UUID, soort: str) -> HttpResponse:
    """The same released figures and words as the pages: one kind a file."""
    ronde = _ronde(request, uuid)
    if soort not in tabellen.CSV:
        raise Http404
    columns, rows = tabellen.CSV[soort](read_round(ronde))
    rapporten.record_csv(ronde, soort)
    name = f"{soort}-{rapport.file_name(ronde)}.csv"
    return csv.download(name, columns, rows)


def _ronde(
    request: GebruikerRequest, uuid: UUID, act: str = "uitkomst.bekijken"
) -> Ronde:
    rondes = Ronde.objects.allowed(request.user, act)
    return get_object_or_404(
        rondes.select_related("editie", "traject__regio"), uuid=uuid
    )


def _card(uitkomst: Rondeuitkomst, thema: str) -> Kaartuitkomst:
    found = uitkomst.card(thema)
    if found is None:
        raise Http404
    return found


def _stelling(ronde: Ronde, thema: str, volgorde: int) -> Stelling:
    rows = Stelling.objects.select_related("thema__editie")
    return get_object_or_404(
        rows, thema__editie=ronde.editie, thema__sleutel=thema, volgorde=volgorde
    )


def _closed(
    request: GebruikerRequest,
    ronde: Ronde,
    uitkomst: Rondeuitkomst,
    gekozen: Kaartuitkomst,
) -> HttpResponse:
    begeleiders = ronde.traject.begeleiders.filter(tot=None).values_list("naam")
    context = {
        "ronde": ronde,
        "uitkomst": uitkomst,
        "kaart": gekozen,
        "begeleiders": [naam for (naam,) in begeleiders],
        "begeleidt": _may(request, "ronde.begeleiden"),
    }
    return render(request, "kompas/uitkomst/dicht.html", context)


def _interventies(
    request: GebruikerRequest,
    ronde: Ronde,
    uitkomst: Rondeuitkomst,
    gekozen: Kaartuitkomst,
    form: EigenWerkwijzeForm | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    if form is None and gekozen.interventies and _may(request, "uitkomst.vastleggen"):
        genoemd = names_to_merge(gekozen.interventies, ronde.traject.regio)
        form = EigenWerkwijzeForm(genoemd=genoemd)
    context = {"ronde": ronde, "uitkomst": uitkomst, "kaart": gekozen, "form": form}
    return render(request, "kompas/uitkomst/interventies.html", context, status=status)


def _statement_page(
    request: GebruikerRequest,
    ronde: Ronde,
    thema: str,
    volgorde: int,
    form: AfspraakForm | None = None,
    verberg: VerbergForm | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    uitkomst = read_round(ronde, thema=thema)
    gekozen = _card(uitkomst, thema)
    if not gekozen.open:
        return _closed(request, ronde, uitkomst, gekozen)
    blad = gekozen.statement(volgorde)
    if blad is None:
        raise Http404
    conflict = status == HTTPStatus.CONFLICT
    context = {
        "ronde": ronde,
        "uitkomst": uitkomst,
        "kaart": gekozen,
        "stelling": blad,
        "vorige": gekozen.statement(volgorde - 1),
        "volgende": gekozen.statement(volgorde + 1),
        "form": form or _agreement_form(blad, gekozen.schaal),
        "verberg": verberg,
        "conflict": conflict,
        "mag_vastleggen": _may(request, "uitkomst.vastleggen"),
        "mag_verbergen": _may(request, "opmerking.verbergen"),
    }
    return render(request, "kompas/uitkomst/stelling.html", context, status=status)


def _agreement_form(
    row: Stellinguitkomst, schaal: Iterable[tuple[int, str]]
) -> AfspraakForm:
    kept = row.afspraak
    initial = {"score": "", "versie": ""}
    if kept is not None:
        initial = {
            "score": str(kept.score or ""),
            "notitie": kept.notitie,
            "versie": kept.versie,
        }
    return AfspraakForm(initial=initial, schaal=schaal)


def _on_top_of(
    theirs: Groepsscore, form: AfspraakForm, schaal: Iterable[tuple[int, str]]
) -> AfspraakForm:
    """What was typed, to be kept after all by somebody who has read the other."""
    version = {"versie": theirs.vastgelegd_op.isoformat()}
    return AfspraakForm(initial=form.cleaned_data | version, schaal=schaal)


def _may(request: GebruikerRequest, act: str) -> bool:
    """In the active role; where it holds, `_ronde` has looked at."""
    rol = request.actieve_rol
    return may(rol.soort if rol else None, act)
