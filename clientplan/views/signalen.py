"""The signaleringsplan, and "Hoe gaat het nu?" (P1)."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from basis import pdf
from clientplan.choices import Signaalfase, Signaalsoort
from clientplan.documents import signaleringsplan as documents
from clientplan.forms.soorten import SOORTEN
from clientplan.forms.stuk import StukForm
from clientplan.models import PlanItem, Signaal
from clientplan.rules.regels import lines_in
from clientplan.selectors.blik import Blik
from clientplan.selectors.signalen import last_changed, phases
from clientplan.selectors.stukken import drafts, piece, voices
from clientplan.services import items, signalen as services
from logboek.services import Actie
from netwerk.services.spoor import trace, trace_reading
from toegang.http import GebruikerRequest

from .blik import look
from .schrijven import SCHRIJF, TEGELIJK, write

DEEL = "signaleringsplan"


@require_safe
def signaleringsplan(
    request: GebruikerRequest, plan: UUID | None = None, wie: UUID | None = None
) -> HttpResponse:
    """To read; `?aanpassen=ja` puts at every line what can be done with it."""
    blik = look(request, DEEL, plan=plan, wie=wie)
    fasen = phases(blik, request.user)
    empty = all(fase.leeg for fase in fasen)
    writes = blik.may_write(DEEL)
    context = {
        "blik": blik,
        "fasen": fasen,
        "leeg": empty,
        "aanpassen": writes and (empty or "aanpassen" in request.GET),
        "open": request.GET.get("fase", "1" if empty and writes else ""),
        "veranderd": last_changed(fasen),
        "onderdeel": DEEL,
        "stemmen": voices(blik, request.user, DEEL),
        "begonnen": drafts(blik, request.user, DEEL),
    }
    return render(request, "clientplan/signalen/signaleringsplan.html", context)


@require_safe
def signaleringsplan_pdf(
    request: GebruikerRequest, plan: UUID | None = None
) -> HttpResponse:
    """In large letters. Printing is a line in the trace of its own."""
    blik = look(request, DEEL, plan=plan)
    fasen = phases(blik, request.user)
    try:
        made = documents.as_pdf(blik, fasen, day=timezone.localdate())
    except pdf.NoPango:
        messages.info(request, "Een PDF maken lukt nu niet. Print de pagina zelf.")
        return HttpResponseRedirect(blik.url("signaleringsplan"))
    trace(Actie.EXECUTE, blik.client, DEEL, soort="afdruk")
    return pdf.download("signaleringsplan.pdf", made.content)


@require_http_methods(["GET", "HEAD", "POST"])
def signaal_nieuw(
    request: GebruikerRequest, fase: int, soort: str, plan: UUID | None = None
) -> HttpResponse:
    """Lines for one question of one phase."""
    blik = look(request, DEEL, plan=plan, nodig=SCHRIJF)
    if fase not in Signaalfase or soort not in Signaalsoort:
        raise Http404
    terug = _back(blik, fase, soort)

    def save(form: StukForm) -> PlanItem:
        return services.add_lines(
            client=blik.client,
            uuid=form.cleaned_data["uuid"],
            fase=fase,
            soort=soort,
            lines=lines_in(form.cleaned_data["tekst"]),
        )

    return write(
        request,
        blik,
        SOORTEN["signalen"],
        Signaal(client=blik.client, fase=fase, soort=soort),
        terug=terug,
        nieuw=save,
        template="clientplan/signalen/nieuw.html",
        fase=Signaalfase(fase),
        vraag=Signaalsoort(soort),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def signaal_wijzig(
    request: GebruikerRequest, uuid: UUID, plan: UUID | None = None
) -> HttpResponse:
    """Other words, or another place: a line may belong to another phase or question."""
    blik, one = _line(request, uuid, plan)

    def klaar(_: PlanItem) -> str:
        return _back(blik, one.fase, one.soort)

    terug = _back(blik, one.fase, one.soort)
    return write(request, blik, SOORTEN["signaal"], one, terug=terug, klaar=klaar)


@require_POST
def signaal_plek(
    request: GebruikerRequest, uuid: UUID, plan: UUID | None = None
) -> HttpResponse:
    """One place up or down."""
    blik, one = _line(request, uuid, plan)
    try:
        services.move(one, up=request.POST.get("naar") == "omhoog")
    except (items.Conflict, items.Gone):
        messages.info(request, TEGELIJK)
    return HttpResponseRedirect(_back(blik, one.fase, one.soort))


@require_http_methods(["GET", "HEAD", "POST"])
def hoe_gaat_het(request: GebruikerRequest) -> HttpResponse:
    """What the client wrote for how it goes now. The answer is kept nowhere: not in a row,
    not in the address, not in the trace."""
    blik = look(request)  # the question shows nothing of the plan
    if not blik.may_read(DEEL):
        raise Http404
    answer = request.POST.get("fase", "")
    if request.method != "POST" or answer not in map(str, Signaalfase.values):
        return render(request, "clientplan/signalen/hoe_gaat_het.html", {"blik": blik})
    if int(answer) == Signaalfase.CRISIS:
        return HttpResponseRedirect(blik.url("crisiskaart"))
    trace_reading(blik.client, [DEEL])
    fase = phases(blik, request.user)[int(answer) - 1]
    context = {
        "blik": blik,
        "fase": fase,
        "ik_doe": fase.lines(Signaalsoort.IK_DOE),
        "anderen_doen": fase.lines(Signaalsoort.ANDEREN_DOEN),
        "ik_merk": fase.lines(Signaalsoort.IK_MERK),
    }
    return render(request, "clientplan/signalen/nu.html", context)


def _line(
    request: GebruikerRequest, uuid: UUID, plan: UUID | None
) -> tuple[Blik, Signaal]:
    blik = look(request, DEEL, plan=plan, nodig=SCHRIJF)
    found = piece(Signaal, blik, request.user, uuid)
    if not isinstance(found, Signaal):
        raise Http404
    return blik, found


def _back(blik: Blik, fase: int, soort: str) -> str:
    page = blik.url("signaleringsplan")
    return f"{page}?aanpassen=ja&fase={int(fase)}#v{int(fase)}-{soort}"
