"""The plan of who is logged in: its beginning, and its first page."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from basis.forms import posted, status_of
from clientplan.choices import Stand
from clientplan.forms.plan import BeginForm
from clientplan.selectors.blik import Blik
from clientplan.selectors.doelen import goals
from clientplan.selectors.start import next_agreement, when_less
from netwerk.models import Client
from netwerk.selectors.betrokkenen import round_client, waiting
from netwerk.selectors.rechten import rights_in
from netwerk.services import starten
from netwerk.services.spoor import trace_reading
from toegang.choices import Soort
from toegang.http import GebruikerRequest

EENVOUDIG = "eenvoudig"  # the cookie of who wants fewer words
YEAR_S = 31_536_000
MOST = 6  # goals on the first page
SHOWN = ("doelen", "afspraken", "signaleringsplan")


@require_safe
def plan(request: GebruikerRequest) -> HttpResponse:
    """Where the client begins: how it goes, what comes, what they work on, who is there; or
    doors alone, with the day of what comes."""
    client = own_plan(request)
    if client is None:
        return redirect("plan_beginnen")
    blik = Blik(client, rights_in(client), eigen=True)
    today = timezone.localdate()
    context: dict[str, Any] = {
        "blik": blik,
        "vragen": [one for one in waiting(client, request.user) if one.ja_op],
        "afspraak": next_agreement(blik, request.user, today),
    }
    if request.COOKIES.get(EENVOUDIG):
        trace_reading(client, ["afspraken"])
        return render(request, "clientplan/plan/eenvoudig.html", context)
    found = goals(blik, request.user)
    context |= {
        "vandaag": today,
        "mensen": round_client(client, request.user),
        "doelen": [one for one in found if one.doel.stand != Stand.LOSGELATEN][:MOST],
        "als_minder": when_less(blik, request.user),
    }
    trace_reading(client, SHOWN)
    return render(request, "clientplan/plan/plan.html", context)


@require_safe
def menu(request: GebruikerRequest) -> HttpResponse:
    """Everything there is, in a row."""
    if own_plan(request) is None:
        return redirect("plan_beginnen")
    return render(request, "clientplan/plan/menu.html")


@require_POST
def eenvoudig(request: GebruikerRequest) -> HttpResponse:
    """Fewer words and larger pictures, or all of it; kept on the device."""
    if own_plan(request) is None:
        raise Http404
    response = redirect("plan")
    if request.POST.get("hoe") != "eenvoudig":
        response.delete_cookie(EENVOUDIG, samesite="Lax")
        return response
    response.set_cookie(
        EENVOUDIG,
        "ja",
        max_age=YEAR_S,
        samesite="Lax",
        httponly=True,
        secure=request.is_secure(),
    )
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def beginnen(request: GebruikerRequest) -> HttpResponse:
    """Three things to know, and the yes. No plan begins without it."""
    if own_plan(request) is not None:
        return redirect("plan")
    form = BeginForm(posted(request))
    if form.is_valid():
        regio = form.cleaned_data["gemeente"].regio
        born = form.cleaned_data["geboren_op"]
        starten.begin_plan(regio=regio, user=request.user, geboren_op=born)
        messages.success(request, "Je plan is begonnen. Alleen jij ziet het.")
        return redirect("plan")
    return render(
        request, "clientplan/plan/beginnen.html", {"form": form}, status=status_of(form)
    )


def own_plan(request: GebruikerRequest) -> Client | None:
    """None: it has not begun. 404 in every other role: that somebody is a client too is
    nobody's business there."""
    if not request.actieve_rol or request.actieve_rol.soort != Soort.CLIENT:
        raise Http404
    return Client.objects.own(request.user).select_related("regio", "gebruiker").first()
