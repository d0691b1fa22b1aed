"""What came to a naaste: a question whether they want to read along, and their answer."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from clientplan.selectors.start import shared_with
from clientplan.services import kaart
from logboek import services as logboek
from logboek.services import Actie
from netwerk.selectors.bevoegden import i_act_for
from netwerk.services import naasten, starten
from toegang.choices import Soort
from toegang.http import GebruikerRequest


@require_safe
def meelezen(request: GebruikerRequest) -> HttpResponse:
    _as_naaste(request)
    asked = naasten.asked_of_me()
    logboek.record(
        Actie.READ, "clientenlijst"
    )  # of any region: names, nothing of a plan
    context = {
        "vragen": [one for one in asked if one.ja_op is None],
        "plannen": shared_with(request.user),
        "namens": i_act_for(request.user),
        "uuid": uuid4(),
        "op_kaarten": kaart.waits_for_me(),
        "wachten": [one for one in asked if one.ja_op is not None],
    }
    return render(request, "clientplan/meelezen/meelezen.html", context)


@require_POST
def antwoord(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """Yes or no; a no is told to nobody."""
    _as_naaste(request)
    asked = next((one for one in naasten.asked_of_me() if one.uuid == uuid), None)
    if asked is None:
        raise Http404
    ja = request.POST.get("antwoord") == "ja"
    try:
        naasten.answer(vraag=asked, ja=ja)
    except starten.LetterOver:
        messages.info(request, "Deze vraag is teruggenomen.")
    else:
        told = (
            f"{asked.organisatie or asked.naam} ziet dat je ja zei, en laat je toe."
            if ja
            else "Goed. Niemand ziet dat je nee zei."
        )
        messages.success(request, told)
    return redirect("meelezen")


def _as_naaste(request: GebruikerRequest) -> None:
    if not request.actieve_rol or request.actieve_rol.soort != Soort.NAASTE:
        raise Http404
