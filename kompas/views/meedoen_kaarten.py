"""The cards of a participant: the list, one statement at a time, and the end."""

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from kompas.choices import Gebruik, Kaartstand
from kompas.forms.meedoen import footprint
from kompas.selectors import meedoen as selectors
from kompas.selectors.deelname import Deelnemer
from kompas.services import deelname
from toegang.http import GastRequest

from .meedoen_gast import for_deelnemer


@require_safe
@for_deelnemer
def kaarten(request: GastRequest, wie: Deelnemer) -> HttpResponse:
    """Where a participant comes back to."""
    return _list(request, wie, "kompas/meedoen/kaarten.html")


@require_safe
@for_deelnemer
def klaar(request: GastRequest, wie: Deelnemer) -> HttpResponse:
    """After the last card; who is not there yet sees the list."""
    return _list(request, wie, "kompas/meedoen/klaar.html")


def _list(request: GastRequest, wie: Deelnemer, page: str) -> HttpResponse:
    found = selectors.kaarten(wie)
    if page.endswith("klaar.html") and found.volgende:
        return redirect("meedoen_kaarten", code=wie.ronde.code)
    return render(request, page, {"wie": wie, "ronde": wie.ronde, "kaarten": found})


@require_safe
@for_deelnemer
def kaart(request: GastRequest, wie: Deelnemer, thema: str) -> HttpResponse:
    """The opening of a card, with its stories; to read only when it is for others, or
    when its outcome is open."""
    found = _card(wie, thema)
    if not _takes_answers(wie, found):
        return _read(request, wie, found)
    context = {
        **_frame(wie, found),
        "begin": selectors.eerste_lege(wie, found) if found.stellingen else 0,
        "veilig": selectors.is_veilig(found, wie.ronde),
        "vorm": selectors.vorm(wie.ronde),
    }
    return render(request, "kompas/meedoen/kaart.html", context)


def _read(request: GastRequest, wie: Deelnemer, found: Any) -> HttpResponse:
    context = {
        **_frame(wie, found),
        "regels": selectors.leesregels(wie, found),
        "vragen": selectors.vragen(wie, found),
        "van_mij": wie.may_answer(found),
    }
    return render(request, "kompas/meedoen/lezen.html", context)


@require_safe
@for_deelnemer
def stelling(
    request: GastRequest, wie: Deelnemer, thema: str, volgorde: int
) -> HttpResponse:
    found = _card(wie, thema)
    if not _takes_answers(wie, found):
        return redirect("meedoen_kaart", code=wie.ronde.code, thema=thema)
    blad = selectors.stellingblad(wie, found, volgorde)
    if blad is None:
        raise Http404
    return stelling_page(request, wie, blad)


def stelling_page(
    request: GastRequest, wie: Deelnemer, blad: selectors.Stellingblad, **words: Any
) -> HttpResponse:
    """`words` take the place of what is kept: typed, and not saved yet."""
    context = {
        **_frame(wie, blad.kaart),
        "blad": blad,
        "keuze": blad.keuze,
        "opmerking": blad.opmerking,
        "was": footprint(blad.keuze, blad.opmerking),
        **words,
    }
    wrong = HTTPStatus.UNPROCESSABLE_ENTITY if "form" in words else HTTPStatus.OK
    return render(request, "kompas/meedoen/stelling.html", context, status=wrong)


@require_safe
@for_deelnemer
def vraag(
    request: GastRequest, wie: Deelnemer, thema: str, nummer: int
) -> HttpResponse:
    found = _card(wie, thema)
    if not _takes_answers(wie, found):
        return redirect("meedoen_kaart", code=wie.ronde.code, thema=thema)
    blad = selectors.vraagblad(wie, found, nummer)
    if blad is None:
        raise Http404
    return vraag_page(request, wie, blad)


def vraag_page(
    request: GastRequest, wie: Deelnemer, blad: selectors.Vraagblad, **words: Any
) -> HttpResponse:
    context = {
        **_frame(wie, blad.kaart),
        "blad": blad,
        "tekst": blad.tekst,
        "was": footprint(blad.tekst),
        **words,
    }
    wrong = HTTPStatus.UNPROCESSABLE_ENTITY if "form" in words else HTTPStatus.OK
    return render(request, "kompas/meedoen/vraag.html", context, status=wrong)


@require_safe
@for_deelnemer
def werkwijzen(
    request: GastRequest, wie: Deelnemer, thema: str, deel: int
) -> HttpResponse:
    found = _card(wie, thema)
    if not _takes_answers(wie, found):
        return redirect("meedoen_kaart", code=wie.ronde.code, thema=thema)
    blad = selectors.werkwijzeblad(wie, found, deel) if found.vragen else None
    if blad is None:
        raise Http404
    context = {
        **_frame(wie, found),
        "blad": blad,
        "keuzes": [choice for choice in Gebruik.choices if choice[0]],
        "anders": "anders" in request.GET,
    }
    return render(request, "kompas/meedoen/werkwijzen.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_deelnemer
def afronden(request: GastRequest, wie: Deelnemer, thema: str) -> HttpResponse:
    """The end of a card: what was skipped, and "klaar"."""
    found = _card(wie, thema)
    if not _takes_answers(wie, found):
        return redirect("meedoen_kaart", code=wie.ronde.code, thema=thema)
    if request.method == "POST":
        deelname.finish_card(deelnemer=wie, kaart=found)
        return _to_next_card(wie)
    context = {
        **_frame(wie, found),
        "overgeslagen": selectors.overgeslagen(wie, found),
        "vragen": selectors.vragen(wie, found),
    }
    return render(request, "kompas/meedoen/afronden.html", context)


def _to_next_card(wie: Deelnemer) -> HttpResponse:
    next_card = selectors.kaarten(wie).volgende
    if next_card is None:
        return redirect("meedoen_klaar", code=wie.ronde.code)
    return redirect("meedoen_kaart", code=wie.ronde.code, thema=next_card.thema.sleutel)


def _card(wie: Deelnemer, thema: str) -> Any:
    found = selectors.kaart(wie, thema)
    if found is None:
        raise Http404
    return found


def _takes_answers(wie: Deelnemer, found: Any) -> bool:
    return wie.may_answer(found) and found.stand == Kaartstand.DICHT


def _frame(wie: Deelnemer, found: Any) -> dict[str, Any]:
    return {"wie": wie, "ronde": wie.ronde, "kaart": found, "thema": found.thema}
