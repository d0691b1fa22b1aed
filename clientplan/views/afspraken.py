"""Actions and agreements: who does what until when, for which goal, with what (P1)."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from clientplan.documents.agenda import as_ics
from clientplan.forms.soorten import SOORTEN
from clientplan.models import Afspraak
from clientplan.selectors.afspraken import agreement, agreements, to_choose
from clientplan.selectors.blik import Blik
from clientplan.selectors.stukken import drafts, voices
from clientplan.services import items
from logboek.services import Actie
from netwerk.selectors import kiezen
from netwerk.services.spoor import trace
from toegang.http import GebruikerRequest

from .blik import look
from .schrijven import SCHRIJF, TEGELIJK, write

DEEL = "afspraken"
QUERY = 200  # signs of what is looked for


@require_safe
def afspraken(
    request: GebruikerRequest, plan: UUID | None = None, wie: UUID | None = None
) -> HttpResponse:
    blik = look(request, DEEL, plan=plan, wie=wie, ook=("doelen",))
    found = agreements(blik, request.user, timezone.localdate())
    context = {
        "blik": blik,
        "open": [one for one in found if not one.afspraak.gedaan_op],
        "gedaan": [one for one in found if one.afspraak.gedaan_op],
        "stemmen": voices(blik, request.user, DEEL),
        "onderdeel": DEEL,
        "begonnen": drafts(blik, request.user, DEEL),
    }
    return render(request, "clientplan/afspraken/afspraken.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def afspraak_nieuw(request: GebruikerRequest, plan: UUID | None = None) -> HttpResponse:
    """`?doel=` comes from the page of a goal."""
    blik = look(request, DEEL, plan=plan, nodig=SCHRIJF, ook=("doelen",))
    keuzes = to_choose(blik, request.user)
    chosen = keuzes["doel"].get(request.GET.get("doel", ""))
    one = Afspraak(client=blik.client)
    terug = blik.url(DEEL)
    if chosen is not None:
        goal = chosen[1]
        one.doel = goal  # type: ignore[assignment]
        terug = blik.url("doel", uuid=goal.uuid)  # type: ignore[attr-defined]
    kind = SOORTEN["afspraak"].given(keuzes=keuzes)
    return write(request, blik, kind, one, terug=terug, ook=("doelen",))


@require_http_methods(["GET", "HEAD", "POST"])
def afspraak_wijzig(
    request: GebruikerRequest, uuid: UUID, plan: UUID | None = None
) -> HttpResponse:
    blik = look(request, DEEL, plan=plan, nodig=SCHRIJF, ook=("doelen",))
    one = _one(blik, request, uuid)
    kind = SOORTEN["afspraak"].given(keuzes=to_choose(blik, request.user))
    return write(request, blik, kind, one, terug=blik.url(DEEL), ook=("doelen",))


@require_POST
def afspraak_gedaan(
    request: GebruikerRequest, uuid: UUID, plan: UUID | None = None
) -> HttpResponse:
    """Done, or not yet after all."""
    blik = look(request, DEEL, plan=plan, nodig=SCHRIJF)
    one = _one(blik, request, uuid)
    done = timezone.localdate() if request.POST.get("gedaan") == "ja" else None
    try:
        items.save_item(one, words=one.words, based_on=one.nummer, gedaan_op=done)
    except (items.Conflict, items.Gone):
        messages.info(request, TEGELIJK)
    return redirect(f"{blik.url(DEEL)}#a{one.uuid}")


@require_http_methods(["GET", "HEAD", "POST"])
def afspraak_plek(
    request: GebruikerRequest, uuid: UUID, plan: UUID | None = None
) -> HttpResponse:
    """Where, or with what: a provision of the kaart or a way of working, found by words."""
    blik = look(request, DEEL, plan=plan, nodig=SCHRIJF)
    one = _one(blik, request, uuid)
    if request.method == "POST":
        chosen = _chosen(request.POST)
        if chosen is None:
            messages.info(request, "Die staat niet meer op de kaart. Zoek opnieuw.")
            return redirect(blik.url("afspraak_plek", uuid=uuid))
        try:
            items.save_item(one, words=one.words | chosen, based_on=one.nummer)
        except (items.Conflict, items.Gone):
            messages.info(request, TEGELIJK)
        return redirect(f"{blik.url(DEEL)}#a{one.uuid}")
    words = request.GET.get("q", "").strip()[:QUERY]
    context = {
        "blik": blik,
        "afspraak": one,
        "q": words,
        "plekken": kiezen.provisions(
            words, blik.client.regio, now=timezone.localtime()
        ),
        "aanpakken": kiezen.methods(words) if words else [],
        "terug": blik.url(DEEL),
    }
    return render(request, "clientplan/afspraken/plek.html", context)


def _chosen(data: QueryDict) -> dict[str, str] | None:
    """Which words change; None: what was chosen is not there (any more)."""
    match data.get("weg"):
        case "plek":
            return {"plek": "", "plek_adres": ""}
        case "aanpak":
            return {"aanpak": ""}
    if "plek" in data:
        found = kiezen.provision(data.get("plek", ""))
        return {"plek": found.naam, "plek_adres": found.slug} if found else None
    name = kiezen.method(data.get("aanpak", ""))
    return {"aanpak": name} if name else None


@require_safe
def afspraak_agenda(
    request: GebruikerRequest, uuid: UUID, plan: UUID | None = None
) -> HttpResponse:
    """For a calendar: the day alone, because others may look into that. Taking it along is
    a line in the trace of its own."""
    blik = look(request, DEEL, plan=plan)
    one = _one(blik, request, uuid)
    if one.voor_op is None:
        raise Http404
    trace(Actie.EXECUTE, blik.client, DEEL, soort="agenda", object_id=one.uuid)
    content = as_ics(uuid=one.uuid, day=one.voor_op, made=one.gewijzigd_op)
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="afspraak.ics"'
    return answer


def _one(blik: Blik, request: GebruikerRequest, uuid: UUID) -> Afspraak:
    found = agreement(blik, request.user, uuid)
    if found is None:
        raise Http404
    return found
