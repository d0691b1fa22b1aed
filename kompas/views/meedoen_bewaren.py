"""An answer comes in. One address a kind; which statement it is stands in the body."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from kompas.choices import Kaartstand
from kompas.forms.meedoen import StellingForm, VraagForm, WerkwijzenForm
from kompas.selectors import meedoen as selectors
from kompas.selectors.deelname import Deelnemer
from kompas.services import stemmen
from kompas.services.stemmen import Uitslag
from toegang.http import GastRequest

from . import meedoen_antwoord as answers
from .meedoen_gast import for_deelnemer
from .meedoen_kaarten import stelling_page, vraag_page

BACK, CLEAR = "vorige", "wis"  # buttons beside "Bewaren en verder"


@require_POST
@for_deelnemer
def stelling(request: GastRequest, wie: Deelnemer) -> HttpResponse:
    form = StellingForm(request.POST)
    if not form.is_valid():
        return _stelling_again(request, wie, form)
    data = form.cleaned_data
    if CLEAR in request.POST:
        data["keuze"] = ""
    now = not answers.by_script(request)
    if now and not form.changed():
        return _on_from_stelling(request, wie, data["kaart"], data["stelling"])
    kept = stemmen.save_stelling(deelnemer=wie, nu=now, **form.answer())
    if kept.uitslag in answers.LATE:
        words = selectors.stelling_in_words(wie.ronde, data)
        return answers.refused(request, kept.uitslag, wie.ronde, **words)
    if not now:
        empty = not (data["keuze"] or data["opmerking"])
        return answers.saved(request, {"versie": kept}, empty=empty, words=True)
    return _on_from_stelling(request, wie, data["kaart"], data["stelling"])


def _stelling_again(
    request: GastRequest, wie: Deelnemer, form: StellingForm
) -> HttpResponse:
    """What was typed stays: on the page, or to copy when the page is gone."""
    if answers.by_script(request):
        return answers.wrong(request, form.errors)
    opmerking = form["opmerking"].value() or ""
    kaart = selectors.kaart(wie, form.cleaned_data.get("kaart", ""))
    place = form.cleaned_data.get("stelling", 0)
    blad = selectors.stellingblad(wie, kaart, place) if kaart else None
    late = _why_not(wie, kaart if blad else None)
    if blad is None or late != Uitslag.BEWAARD:
        return answers.refused(request, late, wie.ronde, woorden=opmerking)
    return stelling_page(
        request, wie, blad, form=form, keuze=form["keuze"].value(), opmerking=opmerking
    )


def _why_not(wie: Deelnemer, kaart: Any) -> Uitslag:
    """Why a card takes no answer; BEWAARD when it does."""
    if kaart is None or not wie.may_answer(kaart):
        return Uitslag.ONBEKEND
    return Uitslag.BEWAARD if kaart.stand == Kaartstand.DICHT else Uitslag.OPEN


def _on_from_stelling(
    request: GastRequest, wie: Deelnemer, kaart: str, place: int
) -> HttpResponse:
    back = BACK in request.POST
    to: int | None = place
    if CLEAR not in request.POST:
        step = -1 if back else 1
        to = selectors.neighbour_of_stelling(wie.ronde, kaart, place, step)
    if to is not None:
        return _to("stelling", wie, kaart, volgorde=to)
    return _to("kaart" if back else "afronden", wie, kaart)


def _to(page: str, wie: Deelnemer, kaart: str, **place: int) -> HttpResponse:
    names = {"code": wie.ronde.code, "thema": kaart, **place}
    return HttpResponseRedirect(reverse(f"meedoen_{page}", kwargs=names))


@require_POST
@for_deelnemer
def vraag(request: GastRequest, wie: Deelnemer) -> HttpResponse:
    form = VraagForm(request.POST)
    if not form.is_valid():
        return _vraag_again(request, wie, form)
    data = form.cleaned_data
    now = not answers.by_script(request)
    if now and not form.changed():
        return _on_from_vraag(request, wie, data["kaart"], data["vraag"])
    kept = stemmen.save_vraag(deelnemer=wie, nu=now, **form.answer())
    if kept.uitslag in answers.LATE:
        words = selectors.vraag_in_words(wie.ronde, data)
        return answers.refused(request, kept.uitslag, wie.ronde, **words)
    if not now:
        empty = not data["tekst"]
        return answers.saved(request, {"versie": kept}, empty=empty, words=True)
    return _on_from_vraag(request, wie, data["kaart"], data["vraag"])


def _vraag_again(request: GastRequest, wie: Deelnemer, form: VraagForm) -> HttpResponse:
    if answers.by_script(request):
        return answers.wrong(request, form.errors)
    tekst = form["tekst"].value() or ""
    kaart = selectors.kaart(wie, form.cleaned_data.get("kaart", ""))
    nummer = form.cleaned_data.get("vraag", 0)
    blad = selectors.vraagblad(wie, kaart, nummer) if kaart else None
    late = _why_not(wie, kaart if blad else None)
    if blad is None or late != Uitslag.BEWAARD:
        return answers.refused(request, late, wie.ronde, woorden=tekst)
    return vraag_page(request, wie, blad, form=form, tekst=tekst)


def _on_from_vraag(
    request: GastRequest, wie: Deelnemer, kaart: str, nummer: int
) -> HttpResponse:
    back = BACK in request.POST
    to = selectors.neighbour_of_vraag(wie.ronde, kaart, nummer, -1 if back else 1)
    if to is not None:
        return _to("vraag", wie, kaart, nummer=to)
    if back:
        return _to("werkwijzen", wie, kaart, deel=selectors.delen(wie.ronde))
    return _to("afronden", wie, kaart)


@require_POST
@for_deelnemer
def werkwijzen(request: GastRequest, wie: Deelnemer) -> HttpResponse:
    """One method at each change, or the whole page with the button."""
    form = WerkwijzenForm(request.POST)
    if not form.is_valid():
        if answers.by_script(request):
            return answers.wrong(request, form.errors)
        return answers.refused(request, Uitslag.ONBEKEND, wie.ronde)
    wipe = CLEAR in request.POST
    sent, kaart = form.answers(wipe=wipe), form.cleaned_data["kaart"]
    kept = stemmen.save_werkwijzen(deelnemer=wie, kaart=kaart, answers=sent, nu=wipe)
    for result in kept.values():
        if result.uitslag in answers.LATE:
            words = selectors.werkwijzen_in_words(wie.ronde, sent)
            return answers.refused(request, result.uitslag, wie.ronde, **words)
    if answers.by_script(request):
        versies = {f"v-{name}": result for name, result in kept.items()}
        empty = not any(gebruik for _, gebruik, _ in sent)
        return answers.saved(request, versies, empty=empty)
    deel = form.cleaned_data["deel"]
    if any(result.uitslag == Uitslag.OUD for result in kept.values()):
        here = _to("werkwijzen", wie, kaart, deel=deel)
        here["Location"] += "?anders"
        return here
    return _on_from_werkwijzen(request, wie, kaart, deel)


def _on_from_werkwijzen(
    request: GastRequest, wie: Deelnemer, kaart: str, deel: int
) -> HttpResponse:
    if CLEAR not in request.POST:
        deel += -1 if BACK in request.POST else 1
    if deel < 1:
        return _to("kaart", wie, kaart)
    if deel <= selectors.delen(wie.ronde):
        return _to("werkwijzen", wie, kaart, deel=deel)
    first = selectors.neighbour_of_vraag(wie.ronde, kaart, 0, 1)
    if first is None:
        return _to("afronden", wie, kaart)
    return _to("vraag", wie, kaart, nummer=first)
