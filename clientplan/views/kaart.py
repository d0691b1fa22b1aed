"""The crisiskaart: to read, to make, and who stands on it (P1)."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from clientplan.forms.kaart import GevraagdForm
from clientplan.forms.soorten import SOORTEN
from clientplan.models import Crisiskaart, Kaartpersoon
from clientplan.rules.kaart import HALF_JAAR
from clientplan.selectors.blik import Blik
from clientplan.selectors.kaart import card, to_name
from clientplan.selectors.stukken import drafts, piece, voices
from clientplan.services import items, kaart as services
from netwerk.rules.onderdelen import Recht
from toegang.http import GebruikerRequest

from .blik import MEELEZERS, look
from .schrijven import SCHRIJF, TEGELIJK, number_in, write

DEEL = "crisiskaart"


@require_safe
def crisiskaart(
    request: GebruikerRequest, plan: UUID | None = None, wie: UUID | None = None
) -> HttpResponse:
    """As everybody sees it who may: with who agreed, and nobody else."""
    blik = look(request, DEEL, plan=plan, wie=wie)
    found = card(blik, request.user)
    context = {
        "blik": blik,
        "map": found,
        "kaart": found.kaart,
        "onderdeel": DEEL,
        "stemmen": voices(blik, request.user, DEEL),
    }
    return render(request, "clientplan/kaart/kaart.html", context)


@require_safe
def kaart_maken(request: GebruikerRequest, plan: UUID | None = None) -> HttpResponse:
    """What the card is made of, and what waits."""
    blik = look(request, DEEL, plan=plan, nodig=SCHRIJF)
    found = card(blik, request.user)
    context = {
        "blik": blik,
        "map": found,
        "vandaag": timezone.localdate(),
        "begonnen": drafts(blik, request.user, DEEL),
    }
    return render(request, "clientplan/kaart/maken.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def kaart_wijzig(request: GebruikerRequest, plan: UUID | None = None) -> HttpResponse:
    blik = look(request, DEEL, plan=plan, nodig=SCHRIJF)
    rij = card(blik, request.user).rij or Crisiskaart(
        client=blik.client, nakijken_op=timezone.localdate() + HALF_JAAR
    )
    terug = blik.url("kaart_maken")
    return write(request, blik, SOORTEN["crisiskaart"], rij, terug=terug)


@require_http_methods(["GET", "HEAD", "POST"])
def kaartpersoon_nieuw(
    request: GebruikerRequest, plan: UUID | None = None
) -> HttpResponse:
    blik = look(request, DEEL, plan=plan, nodig=SCHRIJF)
    mensen = card(blik, request.user).mensen
    last = max((one.volgorde for one in mensen), default=0)
    one = Kaartpersoon(client=blik.client, volgorde=last + 1)
    return _write_person(request, blik, one)


@require_http_methods(["GET", "HEAD", "POST"])
def kaartpersoon_wijzig(
    request: GebruikerRequest, uuid: UUID, plan: UUID | None = None
) -> HttpResponse:
    blik, one = _person(request, uuid, plan, SCHRIJF)
    return _write_person(request, blik, one)


@require_POST
def kaartpersoon_plek(
    request: GebruikerRequest, uuid: UUID, plan: UUID | None = None
) -> HttpResponse:
    """One place up or down in the order to call."""
    blik, one = _person(request, uuid, plan, SCHRIJF)
    try:
        services.move(one, up=request.POST.get("naar") == "omhoog")
    except (items.Conflict, items.Gone):
        messages.info(request, TEGELIJK)
    return HttpResponseRedirect(blik.url("kaart_maken"))


@require_POST
def kaartpersoon_gevraagd(
    request: GebruikerRequest, uuid: UUID, plan: UUID | None = None
) -> HttpResponse:
    """Of somebody without an account: who owns the card asked them."""
    blik, one = _person(request, uuid, plan, Recht.EIGENAAR)
    form = GevraagdForm(request.POST)
    if not form.is_valid():
        wrong = form.errors.get("op")
        messages.info(request, str(wrong[0]) if wrong else TEGELIJK)
        return HttpResponseRedirect(blik.url("kaart_maken"))
    try:
        services.asked(one, **form.cleaned_data)
    except items.Gone:
        messages.info(request, TEGELIJK)
    else:
        messages.success(request, f"{one.words['naam']} staat nu op de kaart.")
    return HttpResponseRedirect(blik.url("kaart_maken"))


@require_safe
def genoemd(request: GebruikerRequest) -> HttpResponse:
    """For who is named on a card: their own line of it, and nothing else. One region at a
    time: each has a log of its own."""
    _can_be_named(request)
    found = services.named()
    regions = {one.client.regio.slug: one.client.regio for one in found}
    wanted = request.GET.get("regio", "")
    here = wanted if wanted in regions else next(iter(regions), "")
    shown = [one for one in found if one.client.regio.slug == here]
    services.read_named(shown)
    others = [regio for slug, regio in regions.items() if slug != here]
    context = {"genoemd": shown, "regios": others}
    return render(request, "clientplan/kaart/genoemd.html", context)


@require_POST
def genoemd_antwoord(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    _can_be_named(request)
    one = next((row for row in services.named() if row.uuid == uuid), None)
    if one is None:
        raise Http404
    ja = request.POST.get("antwoord") == "ja"
    try:
        services.answer(one, nummer=number_in(request.POST), ja=ja)
    except items.Gone:
        messages.info(request, "Er is net iets veranderd. Lees het nog eens.")
    else:
        naam = one.client.gebruiker.naam
        told = (
            f"Je staat op de crisiskaart van {naam}." if ja else "Je staat er niet op."
        )
        messages.success(request, told)
    return redirect("genoemd")


def _can_be_named(request: GebruikerRequest) -> None:
    if not request.actieve_rol or request.actieve_rol.soort not in MEELEZERS:
        raise Http404


def _write_person(
    request: GebruikerRequest, blik: Blik, one: Kaartpersoon
) -> HttpResponse:
    kind = SOORTEN["kaartpersoon"].given(keuzes=to_name(blik, request.user))
    return write(request, blik, kind, one, terug=blik.url("kaart_maken"))


def _person(
    request: GebruikerRequest, uuid: UUID, plan: UUID | None, nodig: Recht
) -> tuple[Blik, Kaartpersoon]:
    blik = look(request, DEEL, plan=plan, nodig=nodig)
    found = piece(Kaartpersoon, blik, request.user, uuid, "betrokkenheid")
    if not isinstance(found, Kaartpersoon):
        raise Http404
    return blik, found
