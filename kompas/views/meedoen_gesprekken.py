"""The page of a member of the kerngroep: rounds to take part in, outcomes to read."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kompas.models import Ronde
from kompas.selectors import meedoen as selectors
from toegang.choices import Soort
from toegang.http import GebruikerRequest


@require_safe
def gesprekken(request: GebruikerRequest) -> HttpResponse:
    rol = request.actieve_rol
    if rol is None or rol.soort != Soort.KERNGROEPLID:
        raise Http404
    closed = Ronde.objects.allowed(request.user, "uitkomst.bekijken")
    context = {
        "open": selectors.gesprekken(request.user),
        "gesloten": closed.exclude(gesloten_op=None)
        .select_related("traject")
        .order_by("-gesloten_op"),
    }
    return render(request, "kompas/meedoen/gesprekken.html", context)
