"""The crisiskaart on the client's own screen, for whoever stands beside them (P1)."""

from http import HTTPStatus

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from basis.doors import Door, Limit
from basis.marks import in_any_role
from clientplan.selectors.blik import Blik
from clientplan.selectors.kaart import is_made
from clientplan.services import scherm as services
from toegang.http import GebruikerRequest, address_of

from .blik import look

DEEL = "crisiskaart"
DOOR = Door("scherm", address=Limit(50, first_s=2, longest_s=60))


@never_cache
@require_safe
def scherm(request: GebruikerRequest) -> HttpResponse:
    """The QR code as long as it works; nothing of the card itself, so no line in the trace."""
    blik = _own(request)
    there = services.on_screen(blik.client)
    context = {
        "blik": blik,
        "gemaakt": is_made(blik, request.user),
        "scherm": there,
        "minuten": services.MINUTEN,
    }
    if there:
        link = reverse("scherm_bekijken", args=[there.adres])
        context["link"] = settings.BASE_URL + link
        context["over"] = int((there.tot - timezone.now()).total_seconds()) + 1
    return render(request, "clientplan/kaart/laat_zien.html", context)


@require_POST
def scherm_toon(request: GebruikerRequest) -> HttpResponse:
    blik = _own(request)
    if is_made(blik, request.user):
        services.show(client=blik.client)
    else:
        messages.info(request, "Schrijf eerst iets op je kaart.")
    return redirect("scherm")


@require_POST
def scherm_stop(request: GebruikerRequest) -> HttpResponse:
    blik = _own(request)
    services.stop(client=blik.client)
    messages.success(request, "Gestopt. De QR-code werkt niet meer.")
    return redirect("scherm")


@login_not_required
@in_any_role
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def scherm_bekijken(request: HttpRequest, adres: str) -> HttpResponse:
    """For who scanned it. A press shows the card: scanners open what they find by themselves,
    and some send it on. Over and never there are one answer."""
    who = {"address": address_of(request)}
    DOOR.check(**who)
    page, context = "clientplan/kaart/gescand.html", {}
    if request.method == "POST":
        spoor = request.META.get("nk.spoor", "")
        kaart = services.look(adres=adres, vanaf=who["address"], spoor=spoor)
        page, context = "clientplan/kaart/bekeken.html", {"kaart": kaart}
        works = kaart is not None
    else:
        works = services.works(adres)
    if not works:
        DOOR.wrong(**who)
        page = "clientplan/kaart/gescand_over.html"
        return render(request, page, status=HTTPStatus.GONE)
    return render(request, page, context)


def _own(request: GebruikerRequest) -> Blik:
    blik = look(request)
    if not blik.may_remove(DEEL):
        raise Http404
    return blik
