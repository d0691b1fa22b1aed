"""Who acts for me: the client names, changes and ends it, and says again what was given for
them; who acts lays it down (T1)."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from basis.forms import Toevoegform, posted, status_of
from clientplan.forms.namens import VolmachtForm
from logboek.services import Actie
from netwerk.choices import Vertegenwoordiging
from netwerk.models import Client
from netwerk.rules.onderdelen import Recht
from netwerk.selectors.betrokkenen import Betrokkene, round_client
from netwerk.selectors.bevoegden import (
    Namens,
    acting_for,
    asked_by_organisation,
    given_for_me,
    i_act_for,
)
from netwerk.services import bevoegdheden, toestemmingen
from netwerk.services.spoor import trace_own
from toegang.choices import Soort
from toegang.http import GebruikerRequest

from .wie import begun, one_of_mine


@require_safe
def namens_mij(request: GebruikerRequest) -> HttpResponse:
    """Who does something in my name, until when, and on whose word."""
    client = begun(request)
    acting = acting_for(client, request.user)
    there = {one.rij.betrokkenheid_id for one in acting}
    mensen = round_client(client, request.user)
    trace_own(Actie.READ, client, soort=bevoegdheden.SOORT)
    context = {
        "namens": acting,
        "gevraagd": asked_by_organisation(client, request.user),
        "anderen": [x for x in mensen if x.is_naaste and x.rij.pk not in there],
        "gegeven": given_for_me(client, request.user),
        "uuid": uuid4(),
    }
    return render(request, "clientplan/namens/namens_mij.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def namens(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """Somebody I know does something in my name: as what, about what, how long."""
    wie = one_of_mine(request, uuid)
    client = wie.rij.client
    if not wie.is_naaste:
        raise Http404
    now = _now(client, wie, request)
    if now and not now.zelf_stoppen:
        messages.info(request, "Dit kun je niet zelf veranderen.")
        return redirect("wie_namens_mij")
    start = {"soort": now.rij.soort, "zaken": now.rij.zaken} if now else {}
    if now and now.tot:
        start["tot"] = now.tot
    form = VolmachtForm(posted(request), geboren=client.geboren_op, initial=start)
    if form.is_valid():
        bevoegdheden.say(
            uuid=form.cleaned_data["uuid"],
            betrokkenheid=wie.rij,
            volmacht=form.volmacht(),
        )
        messages.success(request, f"Bewaard. {wie.naam} krijgt hierover bericht.")
        return redirect("wie_namens_mij")
    trace_own(Actie.READ, client, soort=bevoegdheden.SOORT, object_id=uuid)
    context = {"wie": wie, "form": form, "nu": now}
    page = "clientplan/namens/namens.html"
    return render(request, page, context, status=status_of(form))


@require_POST
def stop(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    wie = one_of_mine(request, uuid)
    now = _now(wie.rij.client, wie, request)
    form = Toevoegform(request.POST)
    if now and now.zelf_stoppen and form.is_valid():
        bevoegdheden.stop(
            uuid=form.cleaned_data["uuid"],
            betrokkenheid=wie.rij,
            soort=Vertegenwoordiging(now.rij.soort),
        )
        messages.success(
            request,
            f"{wie.naam} doet niets meer namens jou, en ziet deze delen niet meer.",
        )
    elif now:
        messages.info(
            request, "Stoppen kan alleen de rechter. Elk deel uitzetten kan wel."
        )
    return redirect("wie_namens_mij")


@require_http_methods(["GET", "HEAD", "POST"])
def opnieuw(request: GebruikerRequest) -> HttpResponse:
    """What another gave for me: kept or stopped, each in one press. Until then it counts."""
    client = begun(request)
    found = given_for_me(client, request.user)
    if request.method == "POST":
        key = (request.POST.get("wie", ""), request.POST.get("deel", ""))
        for one in found:
            if (str(one.wie.uuid), one.onderdeel.sleutel) == key:
                keep = request.POST.get("keuze") == "houden"
                one.wie.client = client  # with its region and its person
                toestemmingen.give(
                    betrokkenheid=one.wie,
                    rechten={key[1]: one.recht if keep else Recht.GEEN},
                    tot=one.tot if keep else None,
                )
                done = "blijft zo" if keep else "staat uit"
                naam = one.wie.gebruiker.naam
                said = f"{one.onderdeel.naam} {done} voor {naam}."
                messages.success(request, said)
        return redirect("wie_opnieuw")
    trace_own(Actie.READ, client, soort="toestemming")
    context = {"gegeven": found}
    return render(request, "clientplan/namens/opnieuw.html", context)


@require_POST
def neerleggen(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """Who acts for somebody stops, by themselves."""
    if not request.actieve_rol or request.actieve_rol.soort != Soort.NAASTE:
        raise Http404
    mine = next((x for x in i_act_for(request.user) if x.rij.uuid == uuid), None)
    form = Toevoegform(request.POST)
    if mine is None:
        raise Http404
    if form.is_valid():
        bevoegdheden.lay_down(uuid=form.cleaned_data["uuid"], row=mine.rij)
        naam = mine.client.gebruiker.naam
        messages.success(request, f"Je doet niets meer namens {naam}.")
    return redirect("meelezen")


def _now(client: Client, wie: Betrokkene, request: GebruikerRequest) -> Namens | None:
    rows = acting_for(client, request.user)
    return next((x for x in rows if x.rij.betrokkenheid_id == wie.rij.pk), None)
