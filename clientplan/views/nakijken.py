"""The functionaris looks at every emergency access of the organisation (T5)."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from basis.forms import posted, status_of
from clientplan.forms.nood import OordeelForm
from logboek import services as logboek
from logboek.services import Actie
from netwerk.choices import Oordeel
from netwerk.selectors.noodtoegang import Opening, to_review
from netwerk.services import noodtoegang as services
from toegang.http import GebruikerRequest
from toegang.roles import may_now


@require_safe
def nakijken(request: GebruikerRequest) -> HttpResponse:
    """Who, when and why, never what stands in the plan."""
    waiting, judged = _of_mine(request)
    _looked(request, "noodtoegangen")
    context = {"wachten": waiting, "klaar": judged}
    return render(request, "clientplan/nood/nakijken.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def nakijken_een(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    waiting, judged = _of_mine(request)
    found = [one for one in (*waiting, *judged) if one.rij.uuid == uuid]
    if not found:
        raise Http404
    opening = found[0]
    own = opening.rij.gebruiker_id == request.user.pk
    form = None if opening.oordeel or own else OordeelForm(posted(request))
    if form is not None and form.is_valid():
        _judge(request, opening, form)
        return redirect("nakijken")
    _looked(request, "noodtoegang", object_id=uuid, nood=True)
    context = {"opening": opening, "form": form, "eigen": own}
    status = status_of(form) if form else 200
    return render(request, "clientplan/nood/nakijken_een.html", context, status=status)


def _judge(request: GebruikerRequest, opening: Opening, form: OordeelForm) -> None:
    done = services.judge(
        uuid=form.cleaned_data["uuid"],
        row=opening.rij,
        oordeel=Oordeel(form.cleaned_data["oordeel"]),
        uitleg=form.cleaned_data["uitleg"],
        user=request.user,
    )
    if done:
        messages.success(request, "Vastgelegd. Wie het aangaat, krijgt bericht.")
    else:
        messages.info(request, "Hierover is al een oordeel vastgelegd.")


def _looked(request: GebruikerRequest, soort: str, **more: Any) -> None:
    """In the log of the region that the organisation is in."""
    regio = request.actieve_rol.regio if request.actieve_rol else ""
    logboek.record(Actie.READ, soort, grond="functionaris", regio=regio, **more)


def _of_mine(request: GebruikerRequest) -> tuple[list[Opening], list[Opening]]:
    if not may_now(request.user, "noodtoegang.nakijken"):
        raise Http404
    return to_review(request.user)
