"""The first page of a plan for who was let in, and the same through their eyes (T4)."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from clientplan.selectors.blik import Blik
from toegang.http import GebruikerRequest

from .blik import look


def plan_van(request: GebruikerRequest, plan: UUID) -> HttpResponse:
    return _first_page(request, look(request, plan=plan))


def plan_bekijk(request: GebruikerRequest, wie: UUID) -> HttpResponse:
    return _first_page(request, look(request, wie=wie))


def _first_page(request: GebruikerRequest, blik: Blik) -> HttpResponse:
    """The parts that are open, with what one may there. Of a part that is not, nothing shows,
    not even that it is there."""
    context = {
        "blik": blik,
        "delen": [(one, blik.rechten[one.sleutel]) for one in blik.open_parts()],
    }
    return render(request, "clientplan/plan/van.html", context)
