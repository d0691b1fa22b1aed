"""The crisiskaart on a phone: put there by the client, read there without a connection (P1).

`mijn_kaart` is a public page without anything of anybody: the card lies locked on the phone
itself. Its service worker reaches this page alone.
"""

from hashlib import sha256
from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST, require_safe

from basis.marks import outside_transaction
from clientplan.selectors.kaart import card
from clientplan.services import telefoon as services
from netwerk.rules.onderdelen import Recht
from toegang.http import GebruikerRequest

from .blik import look

DEEL = "crisiskaart"
# what the page needs to look as it does without a connection
SHELL = (
    "css/netwerkkompas.css",
    "css/plan.css",
    "img/favicon.svg",
    "img/pad.svg",
    "js/mijn-kaart.js",
    "js/nk.js",
    "js/snelweg.js",
    "django_htmx/htmx.min.js",
    "fonts/source-sans-3-latin.woff2",
)


@require_safe
def telefoon(request: GebruikerRequest) -> HttpResponse:
    blik = look(request, DEEL, nodig=Recht.EIGENAAR)
    context = {
        "blik": blik,
        "kaart": card(blik, request.user),
        "telefoons": services.phones(blik.client),
    }
    return render(request, "clientplan/kaart/telefoon.html", context)


@require_POST
def telefoon_zet(request: GebruikerRequest) -> HttpResponse:
    """The card for the phone that asks; 409 when there is none, or its day has passed."""
    blik = look(request, DEEL, nodig=Recht.EIGENAAR)
    found = card(blik, request.user)
    if found.rij is None or found.kaart is None or found.kaart.verlopen:
        return JsonResponse({}, status=HTTPStatus.CONFLICT)
    return JsonResponse(services.put(client=blik.client, kaart=found.kaart))


@require_POST
def telefoon_weg(request: GebruikerRequest) -> HttpResponse:
    blik = look(request, DEEL, nodig=Recht.EIGENAAR)
    services.withdraw(client=blik.client)
    messages.success(
        request,
        "Een telefoon vergeet je kaart zodra hij weer internet heeft en de kaart opent.",
    )
    return redirect("kaart_telefoon")


@login_not_required
@require_safe
def mijn_kaart(request: HttpRequest) -> HttpResponse:
    return render(request, "clientplan/kaart/mijn_kaart.html")


@login_not_required
@require_safe
def mijn_kaart_stand(request: HttpRequest, woord: str) -> HttpResponse:
    """204: it may stay. 410: forget it."""
    stays = services.may_stay(woord)
    return HttpResponse(status=HTTPStatus.NO_CONTENT if stays else HTTPStatus.GONE)


@login_not_required
@outside_transaction
@require_safe
def mijn_kaart_sw(request: HttpRequest) -> HttpResponse:
    look_of_it = [staticfiles_storage.url(path) for path in SHELL]
    page = render_to_string("clientplan/kaart/mijn_kaart.html")
    version = sha256(" ".join([*look_of_it, page]).encode()).hexdigest()[:12]
    context = {"vorm": look_of_it, "versie": version}
    script = render_to_string("clientplan/kaart/sw.js", context)
    response = HttpResponse(script, content_type="text/javascript")
    response["Cache-Control"] = "no-cache"
    return response
