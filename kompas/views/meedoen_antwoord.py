"""What somebody hears about an answer they sent, in the way they sent it.

| sent by | kept | too late, or wrong |
|---|---|---|
| the form itself, without a script | the next page | a page with the words, to copy |
| htmx, at each change | "Bewaard" in the line | the sentence in the same line |
| a queue on the device (`X-Outbox`) | 204, without a word | 409, 410 or 422 with a sentence |

409: the card is open. 410: the round is closed. 422: the answer itself is wrong. All three
are final; what else a queue may get (a redirect, 503) means: later.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kompas.models import Ronde
from kompas.services.stemmen import Bewaard, Uitslag
from toegang.http import GastRequest

OUTBOX = "X-Outbox"
LATE = {
    Uitslag.OPEN: (
        HTTPStatus.CONFLICT,
        "Deze kaart is al open",
        "Dit antwoord kwam te laat. Wat je eerder antwoordde, telt mee.",
    ),
    Uitslag.GESLOTEN: (
        HTTPStatus.GONE,
        "De ronde is gesloten",
        "Dit antwoord kwam te laat. Wat je eerder antwoordde, telt mee.",
    ),
    Uitslag.ONBEKEND: (
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "Dit hoort niet bij jouw kaarten",
        "Hierop kun je geen antwoord geven. Ga terug naar je kaarten.",
    ),
}


def by_queue(request: GastRequest) -> bool:
    return OUTBOX in request.headers


def by_script(request: GastRequest) -> bool:
    """The device counts its answers. Without a script the button means: now."""
    return bool(request.htmx) or by_queue(request)


def saved(
    request: GastRequest,
    kept: Mapping[str, Bewaard],
    *,
    empty: bool,
    words: bool = False,
) -> HttpResponse:
    """For a script. `kept` per id of the field that holds the count: it goes on from
    there. When another tab or device was first, this one sends again what it shows.
    `words`: the page has a place for what is wrong with them, to make empty."""
    if by_queue(request):
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    old = any(result.uitslag == Uitslag.OUD for result in kept.values())
    context = {
        "versies": [(name, result.versie + 1) for name, result in kept.items()],
        "oud": old,
        "leeg": empty,
        "woorden": words,
        "nu": timezone.now(),
    }
    response = render(request, "kompas/meedoen/_bewaard.html", context)
    if old:
        response["HX-Trigger-After-Settle"] = "opnieuw"
    return response


def refused(
    request: GastRequest, uitslag: Uitslag, ronde: Ronde, **words: str
) -> HttpResponse:
    """Too late, or not theirs. `words` are what was sent: `vraag`, `keuze`, `woorden`."""
    status, kop, uitleg = LATE[uitslag]
    if by_queue(request):
        text = f"{kop}. {uitleg}"
        return HttpResponse(text, status=status, content_type="text/plain")
    page = "_te_laat.html" if request.htmx else "te_laat.html"
    context = {
        "kop": kop,
        "uitleg": uitleg,
        "ronde": ronde,
        "dicht": uitslag == Uitslag.GESLOTEN,
        "wat": words,
    }
    return render(request, f"kompas/meedoen/{page}", context, status=status)


def wrong(request: GastRequest, errors: Mapping[str, Sequence[Any]]) -> HttpResponse:
    """For a script: why this can't be kept. Errors of `opmerking` and `tekst` stand at
    the words themselves."""
    first = str(next(iter(errors.values()))[0])
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    if by_queue(request):
        return HttpResponse(first, status=status, content_type="text/plain")
    at_words = (errors.get("opmerking") or errors.get("tekst") or [""])[0]
    context = {"fout": "" if at_words else first, "fout_bij_woorden": at_words}
    return render(request, "kompas/meedoen/_niet_bewaard.html", context, status=status)
