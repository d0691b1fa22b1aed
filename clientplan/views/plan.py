"""The plan of who is logged in: its beginning, and its first page."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from basis.forms import posted, status_of
from clientplan.forms.plan import BeginForm
from netwerk.models import Client
from netwerk.selectors.betrokkenen import round_client, waiting
from netwerk.services import starten
from toegang.choices import Soort
from toegang.http import GebruikerRequest


def plan(request: GebruikerRequest) -> HttpResponse:
    client = own_plan(request)
    if client is None:
        return redirect("plan_beginnen")
    context = {
        "client": client,
        "mensen": round_client(client, request.user),
        "vragen": [one for one in waiting(client, request.user) if one.ja_op],
    }
    return render(request, "clientplan/plan/plan.html", context)


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
