"""The crisiskaart as a wallet card, and whoever comes by with one (P1)."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from basis import pdf
from basis.doors import Door, Limit
from basis.forms import posted, status_of
from basis.marks import in_any_role
from clientplan.documents import pasje as documents
from clientplan.forms.kaart import PasjeForm
from clientplan.selectors.blik import Blik
from clientplan.selectors.kaart import card
from clientplan.services import pasje as services
from logboek.services import Actie
from netwerk.rules.onderdelen import Recht
from netwerk.services.spoor import trace
from toegang.http import GebruikerRequest, address_of

from .blik import look

DEEL = "crisiskaart"
# a card is for an emergency: who mistypes waits a little, never long
DOOR = Door(
    "pasje",
    kaart=Limit(5, first_s=2, longest_s=30),
    address=Limit(200, first_s=2, longest_s=60),
)


@require_safe
def pasje(request: GebruikerRequest) -> HttpResponse:
    """Print it, withdraw it, make a new one."""
    blik = _own(request)
    found = card(blik, request.user)
    code = services.in_use(blik.client)
    context = {"blik": blik, "kaart": found.kaart, "rij": found.rij, "pasje": code}
    return render(request, "clientplan/kaart/pasje.html", context)


@require_POST
def pasje_nieuw(request: GebruikerRequest) -> HttpResponse:
    blik = _own(request)
    if card(blik, request.user).rij is None:
        messages.info(request, "Schrijf eerst iets op je kaart.")
    else:
        services.make(client=blik.client)
    return redirect("pasje")


@require_POST
def pasje_weg(request: GebruikerRequest) -> HttpResponse:
    blik = _own(request)
    services.withdraw(client=blik.client)
    messages.success(
        request,
        "Ingetrokken. De code op het pasje opent je kaart niet meer. Gooi het pasje zelf weg.",
    )
    return redirect("pasje")


@require_safe
def pasje_pdf(request: GebruikerRequest) -> HttpResponse:
    blik = _own(request)
    found, code = card(blik, request.user), services.in_use(blik.client)
    if found.kaart is None or code is None:
        return redirect("pasje")
    link = settings.BASE_URL + reverse("pasje_bekijken", args=[code.adres])
    try:
        made = documents.wallet_card(
            found.kaart, link=link, code=services.shown(code.code)
        )
    except pdf.NoPango:
        messages.info(request, "Een pasje maken lukt nu niet. Print je kaart zelf.")
        return redirect("pasje")
    trace(Actie.EXECUTE, blik.client, DEEL, soort="afdruk")
    return pdf.download("crisiskaart-pasje.pdf", made.content)


@login_not_required
@in_any_role
@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def pasje_bekijken(request: HttpRequest, adres: str) -> HttpResponse:
    """For who holds the paper: its code, and then the card. Unknown, withdrawn and mistyped
    are one answer."""
    form = PasjeForm(posted(request))
    if form.is_valid():
        who = {"kaart": adres, "address": address_of(request)}
        DOOR.check(**who)
        code = form.cleaned_data["code"]
        spoor = request.META.get("nk.spoor", "")
        kaart = services.look(adres=adres, code=code, vanaf=who["address"], spoor=spoor)
        if kaart is not None:
            return render(request, "clientplan/kaart/bekeken.html", {"kaart": kaart})
        DOOR.wrong(**who)
        form.add_error(
            "code", "Deze code past niet bij dit pasje, of het pasje is ingetrokken."
        )
    context = {"form": form}
    status = status_of(form)
    return render(request, "clientplan/kaart/code.html", context, status=status)


def _own(request: GebruikerRequest) -> Blik:
    return look(request, DEEL, nodig=Recht.EIGENAAR)
