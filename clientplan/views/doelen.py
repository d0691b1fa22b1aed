"""Goals, small steps, and what was won with them (P1)."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from clientplan.choices import Stand
from clientplan.forms.soorten import SOORTEN
from clientplan.models import Doel, Stap
from clientplan.selectors.blik import Blik
from clientplan.selectors.doelen import DoelMetStappen, agreed, goal, goals
from clientplan.selectors.stukken import drafts, piece, voices
from clientplan.services import items
from toegang.http import GebruikerRequest

from .blik import look
from .schrijven import SCHRIJF, TEGELIJK, write

DEEL = "doelen"


@require_safe
def doelen(
    request: GebruikerRequest, plan: UUID | None = None, wie: UUID | None = None
) -> HttpResponse:
    blik = look(request, DEEL, plan=plan, wie=wie)
    found = goals(blik, request.user)
    context = {
        "blik": blik,
        "onderdeel": DEEL,
        "bezig": [one for one in found if one.doel.stand == Stand.BEZIG],
        "gelukt": [one for one in found if one.doel.stand == Stand.GELUKT],
        "losgelaten": [one for one in found if one.doel.stand == Stand.LOSGELATEN],
        "stemmen": voices(blik, request.user, DEEL),
        "begonnen": drafts(blik, request.user, DEEL),
    }
    return render(request, "clientplan/doelen/doelen.html", context)


@require_safe
def doel(
    request: GebruikerRequest,
    uuid: UUID,
    plan: UUID | None = None,
    wie: UUID | None = None,
) -> HttpResponse:
    blik = look(request, DEEL, plan=plan, wie=wie, ook=("afspraken",))
    one = _one(blik, request, uuid)
    context = {
        "blik": blik,
        "onderdeel": DEEL,
        "een": one,
        "doel": one.doel,
        "afgesproken": agreed(blik, request.user, one.doel),
        "stemmen": voices(blik, request.user, DEEL, uuid),
    }
    return render(request, "clientplan/doelen/doel.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def doel_nieuw(request: GebruikerRequest, plan: UUID | None = None) -> HttpResponse:
    blik = look(request, DEEL, plan=plan, nodig=SCHRIJF)
    return write(
        request,
        blik,
        SOORTEN["doel"],
        Doel(client=blik.client),
        terug=blik.url("doelen"),
        klaar=lambda one: blik.url("doel", uuid=one.uuid),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def doel_wijzig(
    request: GebruikerRequest, uuid: UUID, plan: UUID | None = None
) -> HttpResponse:
    blik = look(request, DEEL, plan=plan, nodig=SCHRIJF)
    one = _one(blik, request, uuid)
    return write(
        request, blik, SOORTEN["doel"], one.doel, terug=blik.url("doel", uuid=uuid)
    )


@require_POST
def doel_stand(
    request: GebruikerRequest, uuid: UUID, plan: UUID | None = None
) -> HttpResponse:
    """Reached, let go, or on with it: as who writes says, never computed."""
    blik = look(request, DEEL, plan=plan, nodig=SCHRIJF)
    one = _one(blik, request, uuid).doel
    stand = request.POST.get("stand", "")
    if stand not in Stand.values:
        raise Http404
    try:
        items.save_item(
            one,
            words=one.words,
            based_on=one.nummer,
            stand=stand,
            stand_op=timezone.localdate(),
        )
    except (items.Conflict, items.Gone):
        messages.info(request, TEGELIJK)
    return redirect(blik.url("doel", uuid=uuid))


@require_http_methods(["GET", "HEAD", "POST"])
def stap_nieuw(
    request: GebruikerRequest, uuid: UUID, plan: UUID | None = None
) -> HttpResponse:
    blik = look(request, DEEL, plan=plan, nodig=SCHRIJF)
    one = _one(blik, request, uuid)
    last = max((step.volgorde for step in one.stappen), default=0)
    step = Stap(client=blik.client, doel=one.doel, volgorde=last + 1)
    terug = blik.url("doel", uuid=uuid)
    return write(request, blik, SOORTEN["stap"], step, terug=terug)


@require_http_methods(["GET", "HEAD", "POST"])
def stap_wijzig(
    request: GebruikerRequest, uuid: UUID, plan: UUID | None = None
) -> HttpResponse:
    blik, step = _step(request, uuid, plan)
    terug = blik.url("doel", uuid=step.doel.uuid)
    return write(request, blik, SOORTEN["stap"], step, terug=terug)


@require_http_methods(["GET", "HEAD", "POST"])
def stap_winst(
    request: GebruikerRequest, uuid: UUID, plan: UUID | None = None
) -> HttpResponse:
    """A few words with a step that was made: a small win."""
    blik, step = _step(request, uuid, plan)
    terug = blik.url("doel", uuid=step.doel.uuid)
    return write(request, blik, SOORTEN["winst"], step, terug=terug)


@require_POST
def stap_gezet(
    request: GebruikerRequest, uuid: UUID, plan: UUID | None = None
) -> HttpResponse:
    """Made, or not yet after all."""
    blik, step = _step(request, uuid, plan)
    made = timezone.localdate() if request.POST.get("gezet") == "ja" else None
    try:
        items.save_item(step, words=step.words, based_on=step.nummer, gedaan_op=made)
    except (items.Conflict, items.Gone):
        messages.info(request, TEGELIJK)
    return redirect(f"{blik.url('doel', uuid=step.doel.uuid)}#s{step.uuid}")


def _one(blik: Blik, request: GebruikerRequest, uuid: UUID) -> DoelMetStappen:
    found = goal(blik, request.user, uuid)
    if found is None:
        raise Http404
    return found


def _step(
    request: GebruikerRequest, uuid: UUID, plan: UUID | None
) -> tuple[Blik, Stap]:
    blik = look(request, DEEL, plan=plan, nodig=SCHRIJF)
    found = piece(Stap, blik, request.user, uuid, "doel")
    if not isinstance(found, Stap):
        raise Http404
    return blik, found
