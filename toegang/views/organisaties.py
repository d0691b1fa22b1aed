"""Organisations of a region, and the teams in them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from basis.forms import posted, status_of, without_controls
from toegang.forms.beheer import (
    NaamForm,
    NieuweNaamForm,
    NieuweOrganisatieForm,
    OrganisatieForm,
    StopForm,
)
from toegang.http import GebruikerRequest, regio_of
from toegang.models import Organisatie, Regio, Team
from toegang.selectors import organisaties as selectors
from toegang.services import organisaties as services

ACT, TEAM = "organisatie.bijhouden", "team.bijhouden"
TAKEN = "Deze naam is er al in de regio. Kies een andere."


def organisaties(request: GebruikerRequest) -> HttpResponse:
    """Who is there in the region, and which kinds are not."""
    regio = regio_of(request, ACT)
    q = without_controls(request.GET.get("q", ""))[:140]
    actoren = selectors.missing_kinds(regio, timezone.localdate())
    context = {
        "regio": regio,
        "regios": Regio.objects.allowed(request.user, ACT),
        "q": q,
        "organisaties": selectors.listed(regio, q),
        "ontbreekt": [actor for actor in actoren if actor.mist],
    }
    return render(request, "toegang/beheer/organisaties.html", context)


def organisatie_nieuw(request: GebruikerRequest) -> HttpResponse:
    regio = regio_of(request, ACT)
    form = NieuweOrganisatieForm(posted(request))
    if form.is_valid():
        try:
            services.add_organisatie(regio=regio, **form.cleaned_data)
        except services.NameTaken:
            form.add_error("naam", TAKEN)
        else:
            messages.success(request, f"{form.cleaned_data['naam']} staat erbij.")
            return redirect("organisatie", form.cleaned_data["uuid"])
    context = {"form": form, "regio": regio}
    page = "toegang/beheer/organisatie_nieuw.html"
    return render(request, page, context, status=status_of(form))


def organisatie(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """What is kept of an organisation, and where to go from there."""
    found = get_object_or_404(_kept(request), uuid=uuid)
    names = ("naam", "soort", "ook_soorten", "werkveld")
    start = {name: getattr(found, name) for name in names}
    form = OrganisatieForm(posted(request), initial=start)
    if form.is_valid():
        try:
            services.change_organisatie(organisatie=found, **form.cleaned_data)
        except services.NameTaken:
            form.add_error("naam", TAKEN)
            found.refresh_from_db()
        else:
            messages.success(request, "Bewaard.")
            return redirect("organisatie", uuid)
    context = {"organisatie": found, "form": form}
    page = "toegang/beheer/organisatie.html"
    return render(request, page, context, status=status_of(form))


def organisatie_stoppen(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """It stays to be read, with the reason and who goes on."""
    found = get_object_or_404(_kept(request).at_work(), uuid=uuid)
    form = StopForm(posted(request), organisatie=found)
    if form.is_valid():
        services.stop_organisatie(organisatie=found, **form.cleaned_data)
        messages.success(request, f"{found.naam} staat nu als gestopt.")
        return redirect("organisatie", uuid)
    context = {"organisatie": found, "form": form}
    page = "toegang/beheer/organisatie_stoppen.html"
    return render(request, page, context, status=status_of(form))


@require_POST
def organisatie_doorgaan(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    found = get_object_or_404(_kept(request), uuid=uuid)
    services.resume_organisatie(organisatie=found)
    messages.success(request, f"{found.naam} is er weer.")
    return redirect("organisatie", uuid)


def teams(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """The teams of an organisation, and one more."""
    mine = Organisatie.objects.allowed(request.user, TEAM).select_related("regio")
    found = get_object_or_404(mine, uuid=uuid)
    form = NieuweNaamForm(posted(request))
    if form.is_valid():
        services.add_team(organisatie=found, **form.cleaned_data)
        messages.success(request, f"{form.cleaned_data['naam']} staat erbij.")
        return redirect("teams", uuid)
    context = {
        "organisatie": found,
        "teams": selectors.teams_of(found),
        "form": form,
    }
    page = "toegang/beheer/teams.html"
    return render(request, page, context, status=status_of(form))


def mijn_teams(request: GebruikerRequest) -> HttpResponse:
    """The way there from a menu: the organisation of the role of now."""
    mine = Organisatie.objects.allowed(request.user, TEAM)
    own = request.actieve_rol.organisatie if request.actieve_rol else ""
    return redirect("teams", get_object_or_404(mine, pk=own or 0).uuid)


def team(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    found = get_object_or_404(_teams(request), uuid=uuid)
    form = NaamForm(posted(request), initial={"naam": found.naam})
    if form.is_valid():
        services.rename_team(team=found, naam=form.cleaned_data["naam"])
        messages.success(request, "Bewaard.")
        return redirect("teams", found.organisatie.uuid)
    return _team_page(request, found, form)


@require_POST
def team_weg(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    found = get_object_or_404(_teams(request), uuid=uuid)
    try:
        services.remove_team(team=found)
    except services.InUse:
        found = get_object_or_404(_teams(request), uuid=uuid)
        return _team_page(request, found, in_gebruik=True)
    messages.success(request, f"{found.naam} is weg.")
    return redirect("teams", found.organisatie.uuid)


def _team_page(
    request: GebruikerRequest,
    found: Team,
    form: NaamForm | None = None,
    *,
    in_gebruik: bool = False,
) -> HttpResponse:
    form = form or NaamForm(initial={"naam": found.naam})
    context = {"team": found, "form": form, "in_gebruik": in_gebruik}
    status = 422 if in_gebruik else status_of(form)
    return render(request, "toegang/beheer/team.html", context, status=status)


def _kept(request: GebruikerRequest):  # type: ignore[no-untyped-def]
    rows = Organisatie.objects.allowed(request.user, ACT)
    return rows.select_related("regio", "opvolger")


def _teams(request: GebruikerRequest):  # type: ignore[no-untyped-def]
    mine = Organisatie.objects.allowed(request.user, TEAM)
    rows = Team.objects.filter(organisatie__in=mine)
    return rows.select_related("organisatie__regio")
