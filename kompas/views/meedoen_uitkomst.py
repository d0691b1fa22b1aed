"""The outcome of an open card, for who takes part in the round: to read, on the phone."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from kompas.selectors.deelname import Deelnemer
from kompas.selectors.uitkomsten import Kaartuitkomst, Rondeuitkomst, read_round
from toegang.http import GastRequest

from .meedoen_gast import for_deelnemer


@require_safe
@for_deelnemer
def kaart(request: GastRequest, wie: Deelnemer, thema: str) -> HttpResponse:
    """While it is closed the way leads back to the cards."""
    uitkomst = read_round(wie.ronde, thema=thema, opmerkingen=False)
    gekozen = _card(uitkomst, thema)
    if not gekozen.open:
        return redirect("meedoen_kaarten", code=wie.ronde.code)
    context = _frame(wie, uitkomst, gekozen)
    return render(request, "kompas/meedoen/uitkomst.html", context)


@require_safe
@for_deelnemer
def stelling(
    request: GastRequest, wie: Deelnemer, thema: str, volgorde: int
) -> HttpResponse:
    uitkomst = read_round(wie.ronde, thema=thema)
    gekozen = _card(uitkomst, thema)
    if not gekozen.open:
        return redirect("meedoen_kaarten", code=wie.ronde.code)
    blad = gekozen.statement(volgorde)
    if blad is None:
        raise Http404
    context = _frame(wie, uitkomst, gekozen) | {
        "stelling": blad,
        "vorige": gekozen.statement(volgorde - 1),
        "volgende": gekozen.statement(volgorde + 1),
    }
    return render(request, "kompas/meedoen/uitkomst_stelling.html", context)


def _frame(
    wie: Deelnemer, uitkomst: Rondeuitkomst, kaart: Kaartuitkomst
) -> dict[str, object]:
    return {"ronde": wie.ronde, "uitkomst": uitkomst, "kaart": kaart, "gast": True}


def _card(uitkomst: Rondeuitkomst, thema: str) -> Kaartuitkomst:
    found = uitkomst.card(thema)
    if found is None:
        raise Http404
    return found
