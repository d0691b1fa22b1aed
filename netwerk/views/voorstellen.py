"""Proposing a change to a page that somebody else keeps, and answering one."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from basis.forms import posted, status_of
from netwerk.forms import voorstel as forms
from netwerk.forms.aanbod import ALLE_STAPPEN, PLEKSTAPPEN, STAPPEN, names_of
from netwerk.models import Voorstel, Voorziening, Voorzieningplek
from netwerk.models.voorstel import NIEUW, NIEUW_ADRES
from netwerk.selectors import voorstellen as selectors
from netwerk.services import voorstellen as services
from netwerk.services.plekken import hold_plek
from netwerk.services.voorzieningen import hold
from toegang.http import GebruikerRequest
from toegang.roles import may_now

DOEN, BEHANDELEN = "voorstel.doen", "voorstel.behandelen"
AL = "Dit voorstel was al beantwoord of teruggenomen."
NIETS_GEKOZEN = "Vink aan wat je wilt overnemen, of kies ‘Niet overnemen’."


@require_safe
def voorstellen(request: GebruikerRequest) -> HttpResponse:
    """What waits for this role, what it answered, and what it proposed itself."""
    if not (may_now(request.user, DOEN) or may_now(request.user, BEHANDELEN)):
        raise Http404
    lijst = selectors.listed(request.user)
    context = {
        "open": _with_parts(lijst.open),
        "behandeld": _with_parts(lijst.behandeld),
        "eigen": _with_parts(lijst.eigen),
        "behandelt": lijst.behandelt,
    }
    return render(request, "netwerk/voorstellen/lijst.html", context)


def _part_of(row: Voorstel) -> str:
    """The step it is about, in words; of a new page none."""
    naam = ALLE_STAPPEN.get(row.stap, ("",))[0]
    return f"{naam}, {row.plek.locatie.kort}" if row.plek else naam


def _with_parts(rows: Sequence[Voorstel]) -> list[tuple[Voorstel, str]]:
    return [(row, _part_of(row)) for row in rows]


# --- proposing


@require_safe
def voorstel_kiezen(request: GebruikerRequest, slug: str) -> HttpResponse:
    """Which part of the page should be different?"""
    found = _proposable(request, slug)
    context = {
        "voorziening": found,
        "stappen": names_of(STAPPEN),
        "plekken": _places(found),
        "plekstappen": names_of(PLEKSTAPPEN),
        "erbij": NIEUW_ADRES if _says_where(found) else "",
    }
    return render(request, "netwerk/voorstellen/kiezen.html", context)


def voorstel_doen(request: GebruikerRequest, slug: str, stap: str) -> HttpResponse:
    """The same step as its owner fills in; nothing changes on the page."""
    found = _proposable(request, slug)
    if stap not in STAPPEN and not (stap == NIEUW_ADRES and _says_where(found)):
        raise Http404
    return _proposed(request, found, stap)


def voorstel_plek(
    request: GebruikerRequest, slug: str, plek: UUID, stap: str
) -> HttpResponse:
    """The same of one address; of a secret one there is nothing to propose."""
    found = _proposable(request, slug)
    place = get_object_or_404(_places(found), uuid=plek)
    if stap not in PLEKSTAPPEN:
        raise Http404
    return _proposed(request, found, stap, place)


def _proposed(
    request: GebruikerRequest,
    found: Voorziening,
    stap: str,
    plek: Voorzieningplek | None = None,
) -> HttpResponse:
    verwijzer = may_now(request.user, "verwijzersnummer.zien")
    form = forms.step_for(stap, plek or found, posted(request), verwijzer=verwijzer)
    waarom = forms.WaaromForm(posted(request))
    if form.is_valid() and waarom.is_valid():
        velden = forms.differences(form)
        if velden:
            row = services.propose(
                **waarom.cleaned_data,
                organisatie=found.organisatie,
                voorziening=found,
                plek=plek,
                naam=found.naam,
                stap=stap,
                velden=velden,
                door=request.user,
                namens=selectors.namens(request.user),
            )
            messages.success(request, "Je voorstel is verstuurd.")
            return redirect("voorstel", row.uuid)
        form.add_error(None, "Er is nog niets anders dan wat er staat.")
    context = {
        "voorziening": found,
        "plek": plek,
        "form": form,
        "waarom": waarom,
        "stap": stap,
        "naam": ALLE_STAPPEN[stap][0],
    }
    page = "netwerk/voorstellen/stap.html"
    return render(request, page, context, status=status_of(form))


def voorstel_nieuw(request: GebruikerRequest) -> HttpResponse:
    """A page that is not there yet, for an organisation that keeps it from then on."""
    if not may_now(request.user, DOEN):
        raise Http404
    rows = selectors.organisations_for(request.user)
    form = forms.NieuwVoorstelForm(posted(request), organisaties=rows)
    if form.is_valid():
        data = form.cleaned_data
        row = services.propose(
            uuid=data["uuid"],
            organisatie=data["organisatie"],
            voorziening=None,
            naam=data["naam"],
            stap=NIEUW,
            velden=form.differences(),
            toelichting=data["toelichting"],
            door=request.user,
            namens=selectors.namens(request.user),
        )
        messages.success(request, "Je voorstel is verstuurd.")
        return redirect("voorstel", row.uuid)
    page = "netwerk/voorstellen/nieuw.html"
    return render(request, page, {"form": form}, status=status_of(form))


# --- one of them


def voorstel(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """Before and after. A POST takes over what was ticked, by who keeps the page."""
    row = _visible(request, uuid)
    if request.method == "POST":
        _mine_to_answer(request, row)
        if not row.is_open:
            messages.info(request, AL)
            return redirect("voorstel", uuid)
        return _taken_over(request, row)
    return _page(request, row)


def _taken_over(request: GebruikerRequest, row: Voorstel) -> HttpResponse:
    _hold(row)
    if _hindrance(row):
        return _page(request, row, fout="Dit kan niet meer worden overgenomen.")
    if row.is_new:
        return _made(request, row)
    waarom, boxes = forms.OvernemenForm(request.POST), request.POST.getlist("over")
    regels, seen = forms.beside_now(row, forms.step_of(row), boxes)
    chosen = forms.chosen_of(regels)
    fout = ""
    if seen != request.POST.get("gezien"):
        boxes = [regel.naam for regel in regels if regel.aan and not regel.intussen]
        fout = "Er is net iets veranderd. Kijk hieronder opnieuw."
    elif chosen and not any(chosen.values()):
        fout = NIETS_GEKOZEN
    if fout or not waarom.is_valid():
        return _page(request, row, fout=fout, boxes=boxes, waarom=waarom)
    form = forms.filled_in(row, [naam for naam, over in chosen.items() if over])
    if chosen and not form.is_valid():
        return _page(request, row, form=form, boxes=boxes, waarom=waarom)
    save = form.save if chosen else _nothing
    return _kept(request, row, chosen, save, waarom.cleaned_data["waarom_niet"])


def _kept(
    request: GebruikerRequest,
    row: Voorstel,
    chosen: dict[str, bool],
    save: Callable[[], None],
    antwoord: str,
) -> HttpResponse:
    try:
        services.accept(
            voorstel=row, over=chosen, save=save, door=request.user, antwoord=antwoord
        )
    except services.NotOpen:
        messages.info(request, AL)
    else:
        messages.success(request, _done(chosen))
    return redirect("voorstel", row.uuid)


def _nothing() -> None:
    """It is all there already."""


def _done(chosen: dict[str, bool]) -> str:
    if not chosen:
        return "Bewaard. Alles stond er al zo."
    if all(chosen.values()):
        return "Het hele voorstel staat nu op de kaart."
    return "Wat je koos, staat nu op de kaart. De rest van het voorstel niet."


def _hold(row: Voorstel) -> None:
    """What it is about, as it stands now, until this request is over."""
    if row.plek:
        row.plek = hold_plek(plek=row.plek)
    if row.voorziening:
        row.voorziening = hold(voorziening=row.voorziening)


def _hindrance(row: Voorstel) -> str:
    return selectors.hindrance(row, of_address=row.stap in PLEKSTAPPEN)


def _made(request: GebruikerRequest, row: Voorstel) -> HttpResponse:
    try:
        made = services.accept_new(voorstel=row, door=request.user)
    except services.NotOpen:
        messages.info(request, AL)
        return redirect("voorstel", row.uuid)
    messages.success(
        request, "De plek is gemaakt. Vul haar aan, en zet haar op de kaart."
    )
    return redirect("aanbod_een", made.uuid)


@require_POST
def voorstel_afwijzen(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """With the reason, for who proposed it."""
    row = _visible(request, uuid)
    _mine_to_answer(request, row)
    form = forms.AfwijzenForm(request.POST)
    if row.is_open and not form.is_valid():
        return _page(request, row, afwijzen=form)
    try:
        if form.is_valid():
            services.decline(voorstel=row, door=request.user, **form.cleaned_data)
            messages.success(request, "Bewaard. Wie het voorstelde leest je antwoord.")
    except services.NotOpen:
        messages.info(request, AL)
    return redirect("voorstel", uuid)


@require_POST
def voorstel_intrekken(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """By who made it."""
    row = get_object_or_404(Voorstel.objects.by(request.user), uuid=uuid)
    try:
        services.withdraw(voorstel=row, door=request.user)
    except services.NotOpen:
        messages.info(request, AL)
    else:
        messages.success(request, "Je voorstel is teruggenomen.")
    return redirect("voorstel", uuid)


def _page(
    request: GebruikerRequest,
    row: Voorstel,
    *,
    fout: str = "",
    form: Any = None,
    afwijzen: Any = None,
    waarom: Any = None,
    boxes: Sequence[str] | None = None,
) -> HttpResponse:
    """`boxes` are ticked when it is shown again."""
    answers = row.is_open and _may_answer(request, row)
    hindert = _hindrance(row) if row.is_open else ""
    regels, gezien = forms.told(row), ""
    if answers and not hindert and not row.is_new:
        regels, gezien = forms.beside_now(row, forms.step_of(row), boxes)
    context = {
        "voorstel": row,
        "regels": regels,
        "te_kiezen": sum(regel.kan for regel in regels),
        "al_zo": all(regel.al_zo for regel in regels),
        "waarom": waarom or forms.OvernemenForm(),
        "gezien": gezien,
        "hindert": hindert,
        "onderdeel": _part_of(row),
        "behandelt": answers,
        "eigen": row.door_id == request.user.pk,
        "fout": fout,
        "form": form,
        "afwijzen": afwijzen or forms.AfwijzenForm(),
    }
    wrong = fout or form or afwijzen or waarom
    status = 422 if wrong else 200
    return render(request, "netwerk/voorstellen/voorstel.html", context, status=status)


# --- who


def _proposable(request: GebruikerRequest, slug: str) -> Voorziening:
    rows = Voorziening.objects.proposable_by(request.user)
    rows = rows.select_related("regio", "organisatie__regio")
    return get_object_or_404(rows, slug=slug)


def _places(found: Voorziening) -> QuerySet[Voorzieningplek]:
    """Where people can go: never a secret place."""
    rows = Voorzieningplek.objects.filter(voorziening=found, locatie__geheim=False)
    rows = rows.select_related("voorziening__regio", "voorziening__organisatie")
    return rows.select_related("locatie__regio").order_by("pk")


def _says_where(found: Voorziening) -> bool:
    """Of what is at a secret place nobody writes down where it could be."""
    return not found.plekken.filter(locatie__geheim=True).exists()


def _visible(request: GebruikerRequest, uuid: UUID) -> Voorstel:
    rows = Voorstel.objects.visible_to(request.user).select_related(
        "regio",
        "organisatie",
        "voorziening__regio",
        "voorziening__organisatie",
        "plek__locatie",
        "plek__voorziening__regio",
        "door",
    )
    return get_object_or_404(rows, uuid=uuid)


def _may_answer(request: GebruikerRequest, row: Voorstel) -> bool:
    return Voorstel.objects.to_answer(request.user).filter(pk=row.pk).exists()


def _mine_to_answer(request: GebruikerRequest, row: Voorstel) -> None:
    if not _may_answer(request, row):
        raise Http404
