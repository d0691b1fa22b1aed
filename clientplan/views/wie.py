"""Who sees what of my plan, person by person (T4)."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from basis.forms import posted, status_of
from clientplan.forms.wie import RechtenForm
from logboek.services import Actie
from netwerk.models import Client
from netwerk.selectors.betrokkenen import Betrokkene, round_client, waiting
from netwerk.selectors.bevoegden import Namens, acting_for, given_for_me
from netwerk.services import toestemmingen
from netwerk.services.spoor import trace_own
from toegang.http import GebruikerRequest

from .plan import own_plan


@require_safe
def overzicht(request: GebruikerRequest) -> HttpResponse:
    client = begun(request)
    mensen = round_client(client, request.user)
    trace_own(Actie.READ, client, soort="toestemming")
    context = {
        "naasten": [one for one in mensen if one.is_naaste],
        "helpers": [one for one in mensen if not one.is_naaste],
        "vragen": waiting(client, request.user),
        "gegeven": given_for_me(client, request.user),
        "iets_open": any(one.mag for one in mensen),
    }
    return render(request, "clientplan/wie/overzicht.html", context)


@require_safe
def toelaten(request: GebruikerRequest) -> HttpResponse:
    """Somebody I know, or somebody who helps me by profession."""
    begun(request)
    return render(request, "clientplan/wie/toelaten.html")


@require_http_methods(["GET", "HEAD", "POST"])
def persoon(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """One line per part, until when, and the ways out."""
    wie = one_of_mine(request, uuid)
    acts = _acts(wie, request)
    form = RechtenForm(
        posted(request),
        rol=wie.rij.rol,
        nu={one.onderdeel.sleutel: one.recht for one in wie.mag},
        zaken=acts.rij.zaken if acts and not acts.begint_later else (),
        initial={"tot": wie.toestemming_tot},
    )
    if form.is_valid():
        said = form.rechten()
        van, tot = form.cleaned_data["van"], form.cleaned_data["tot"]
        toestemmingen.give(betrokkenheid=wie.rij, rechten=said, van=van, tot=tot)
        messages.success(
            request, _saved(wie, van) if said else "Er is niets veranderd."
        )
        return redirect("wie_ziet_wat")
    trace_own(Actie.READ, wie.rij.client, soort="toestemming", object_id=wie.rij.uuid)
    context = {"wie": wie, "form": form, "namens": acts}
    return render(
        request, "clientplan/wie/persoon.html", context, status=status_of(form)
    )


@require_POST
def uit(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    wie = one_of_mine(request, uuid)
    toestemmingen.shut_out(betrokkenheid=wie.rij)
    messages.success(request, f"{wie.naam} ziet nu niets meer van je plan.")
    return redirect("wie_ziet_wat")


@require_POST
def straks_weg(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """What was to begin on a later day does not begin; what holds today stays."""
    wie = one_of_mine(request, uuid)
    toestemmingen.call_off(
        betrokkenheid=wie.rij,
        now={one.onderdeel.sleutel: (one.recht, one.tot) for one in wie.mag},
        delen={deel for one in wie.straks for deel in one.rechten},
    )
    messages.success(request, f"Voor {wie.naam} verandert er later niets.")
    return redirect("wie_persoon", uuid)


@require_POST
def einde(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    wie = one_of_mine(request, uuid)
    acts = _acts(wie, request)
    if acts and not acts.zelf_stoppen:
        toestemmingen.shut_out(betrokkenheid=wie.rij)
        messages.success(
            request,
            f"{wie.naam} ziet niets meer. De rechter of de wet wees {wie.naam} aan, dus"
            " die blijft in je lijst staan.",
        )
        return redirect("wie_ziet_wat")
    toestemmingen.end(betrokkenheid=wie.rij)
    messages.success(
        request, f"{wie.naam} ziet niets meer, en staat niet meer in je lijst."
    )
    return redirect("wie_ziet_wat")


def _acts(wie: Betrokkene, request: GebruikerRequest) -> Namens | None:
    """By what they act for the client, where they do."""
    acting = acting_for(wie.rij.client, request.user)
    mine = (one for one in acting if one.rij.betrokkenheid_id == wie.rij.pk)
    return next(mine, None)


@require_http_methods(["GET", "HEAD", "POST"])
def alles_uit(request: GebruikerRequest) -> HttpResponse:
    client = begun(request)
    if request.method == "POST":
        toestemmingen.shut_out_all(client=client)
        messages.success(request, "Alles staat uit. Alleen jij ziet je plan.")
        return redirect("wie_ziet_wat")
    trace_own(Actie.READ, client, soort="toestemming")
    context = {"mensen": [one for one in round_client(client, request.user) if one.mag]}
    return render(request, "clientplan/wie/alles_uit.html", context)


def _saved(wie: Betrokkene, van: date | None) -> str:
    if van and van > timezone.localdate():
        day = date_format(van, "j F Y")
        return f"Bewaard. Het geldt vanaf {day} voor {wie.naam}."
    return f"Bewaard. Het geldt nu meteen voor {wie.naam}."


def begun(request: GebruikerRequest) -> Client:
    """My plan; 404 where there is none yet."""
    client = own_plan(request)
    if client is None:
        raise Http404
    return client


def one_of_mine(request: GebruikerRequest, uuid: UUID) -> Betrokkene:
    client = begun(request)
    for one in round_client(client, request.user):
        if one.rij.uuid == uuid:
            one.rij.client = client  # with its region and its person
            return one
    raise Http404
