"""People and what they may be: inviting, changing until when, ending."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from basis.forms import posted, status_of
from toegang import elders
from toegang.choices import Soort
from toegang.forms.beheer import AdresForm, TotForm, UitnodigForm, ZoekForm
from toegang.http import GebruikerRequest
from toegang.models import Rol
from toegang.roles import may_now
from toegang.selectors import mensen as selectors
from toegang.services import mensen as services

LAST = (
    "{naam} is de laatste beheerder. Nodig eerst iemand anders uit als beheerder. "
    "Daarna kan deze rol stoppen."
)


def mensen(request: GebruikerRequest) -> HttpResponse:
    """Who may do what: now, who was asked, and who left."""
    _givable(request)
    form = ZoekForm(request.GET, soorten=selectors.listed(request.user))
    form.is_valid()
    stand = request.GET.get("stand", "")
    wat = selectors.Wat(
        stand if stand in selectors.STANDEN else selectors.NU,
        form.cleaned_data.get("q", ""),
        form.cleaned_data.get("rol", ""),
    )
    page = request.GET.get("pagina", "")
    context = {"form": form, "wat": wat, "standen": selectors.STANDEN}
    if wat.stand == selectors.NU:
        context["bladen"], context["mensen"] = selectors.people(request.user, wat, page)
    else:
        context["bladen"] = selectors.roles(request.user, wat, page)
    context["leest_mee"] = bool(elders.kinds_for(request.user))
    context["mag_teams"] = may_now(request.user, "team.bijhouden")
    return render(request, "toegang/beheer/mensen.html", context)


def mens_nieuw(request: GebruikerRequest) -> HttpResponse:
    """Which role it will be; the next page asks who."""
    context = {"soorten": [(soort, HINT.get(soort, "")) for soort in _givable(request)]}
    return render(request, "toegang/beheer/mens_nieuw.html", context)


HINT = {
    Soort.PROFESSIONAL: "Werkt bij een organisatie in de regio",
    Soort.ERVARINGSDESKUNDIGE: "Werkt bij een organisatie vanuit eigen ervaring",
    Soort.ORGANISATIEBEHEERDER: "Houdt gegevens en mensen van een organisatie bij",
    Soort.TEAMLEIDER: "Ziet cijfers van een team",
    Soort.FUNCTIONARIS: "Bewaakt de privacy bij een organisatie",
    Soort.GEMEENTE: "Leest mee voor een gemeente",
    Soort.REGIOBEHEERDER: "Houdt een hele regio bij",
    Soort.PLATFORMBEHEER: "Maakt regio’s en houdt het platform bij",
}


def mens_uitnodigen(request: GebruikerRequest, soort: str) -> HttpResponse:
    """Somebody gets a letter for a role, from a day until a day."""
    if soort not in _givable(request):
        raise Http404
    wanted = Soort(soort)
    plek, keuze = selectors.places_for(request.user, wanted)
    form = UitnodigForm(
        posted(request),
        soort=wanted,
        plek=plek,
        keuze=keuze,
        initial={"plek": request.GET.get("plek", "")},
    )
    if form.is_valid():
        data = form.cleaned_data
        services.invite_rol(
            uuid=data["uuid"],
            soort=wanted,
            plek=form.waar(),
            naam=data["naam"],
            email=data["email"],
            van=data["van"],
            tot=data["tot"],
        )
        messages.success(request, f"De uitnodiging voor {data['naam']} is onderweg.")
        return redirect("mensen")
    context = {
        "form": form,
        "soort": wanted,
        "geen_plek": keuze is not None and not keuze,
    }
    return render(
        request,
        "toegang/beheer/mens_uitnodigen.html",
        context,
        status=status_of(form),
    )


def mens_rol(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """One role of one person: until when, or the letter that waits."""
    rol = get_object_or_404(_kept(request), uuid=uuid)
    today = timezone.localdate()
    if request.method == "POST" and selectors.state_of(rol, today) == selectors.VOORBIJ:
        raise Http404  # what is over is given anew, never made longer
    form = TotForm(posted(request), rol=rol)
    if form.is_valid():
        try:
            services.change_tot(rol=rol, tot=form.cleaned_data["tot"])
        except services.LastBeheerder:
            form.add_error("tot", LAST.format(naam=_naam(rol)))
        else:
            messages.success(request, "Bewaard.")
            return redirect("mens_rol", uuid)
    return _rol_page(request, rol, form=form)


def _rol_page(
    request: GebruikerRequest,
    rol: Rol,
    *,
    form: TotForm | None = None,
    brief: AdresForm | None = None,
    laatste: str = "",
) -> HttpResponse:
    email = rol.uitnodiging.email if rol.uitnodiging else ""
    form, brief = form or TotForm(rol=rol), brief or AdresForm(initial={"email": email})
    context = {
        "rol": rol,
        "naam": _naam(rol),
        "staat": selectors.state_of(rol, timezone.localdate()),
        "form": form,
        "brief": brief,
        "laatste": laatste,
    }
    status = 422 if laatste else status_of(form, brief)
    return render(request, "toegang/beheer/rol.html", context, status=status)


@require_POST
def rol_einde(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """Ends at once; whoever has it open sees it at the next request."""
    rows = _kept(request).held_from(timezone.localdate())
    rol = get_object_or_404(rows, uuid=uuid)
    naam = _naam(rol)
    try:
        services.end_rol(rol=rol)
    except services.LastBeheerder:
        return _rol_page(request, rol, laatste=LAST.format(naam=naam))
    messages.success(request, f"De rol van {naam} is gestopt.")
    return redirect("vandaag" if rol.gebruiker == request.user else "mensen")


@require_POST
def rol_opnieuw(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    rol = get_object_or_404(_kept(request).offered(), uuid=uuid)
    brief = AdresForm(request.POST)
    if not brief.is_valid():
        return _rol_page(request, rol, brief=brief)
    services.invite_again(rol=rol, email=brief.cleaned_data["email"])
    messages.success(
        request, "De uitnodiging is onderweg. Een eerdere werkt niet meer."
    )
    return redirect("mens_rol", uuid)


@require_POST
def rol_intrekken(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    rol = get_object_or_404(_kept(request).offered(), uuid=uuid)
    services.withdraw_offer(rol=rol)
    messages.success(request, "De uitnodiging werkt niet meer.")
    return redirect("mensen")


def _givable(request: GebruikerRequest) -> list[Soort]:
    if not may_now(request.user, "mensen.bijhouden"):
        raise Http404
    return selectors.givable(request.user)


def _kept(request: GebruikerRequest):  # type: ignore[no-untyped-def]
    return selectors.kept(request.user)


def _naam(rol: Rol) -> str:
    if rol.gebruiker:
        return rol.gebruiker.naam
    return rol.uitnodiging.naam if rol.uitnodiging else "deze persoon"
