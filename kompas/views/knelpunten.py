"""A white spot, or words looked for in vain, noted with a traject (N6)."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from basis.forms import posted, status_of
from kompas.forms.knelpunten import KnelpuntForm
from kompas.models import Traject
from kompas.selectors import knelpunten as selectors
from kompas.services import knelpunten as services
from netwerk.werkregio import regions_for
from toegang.http import GebruikerRequest
from toegang.models import Regio
from toegang.roles import may_now

ACT, SEEING = "traject.begeleiden", "witte_vlekken.bekijken"


def knelpunt_nieuw(request: GebruikerRequest) -> HttpResponse:
    """The address says what is missing; without it, the white spots are where to choose."""
    if not may_now(request.user, ACT):
        raise Http404
    if not request.GET:
        return redirect("witte_vlekken")
    regio = _region(request)
    gat = selectors.find_hole(regio, request.GET.dict())
    if gat is None:
        raise Http404
    led = Traject.objects.led_by(request.user).filter(regio=regio)
    noted = selectors.noted_at(led, gat)
    # sent twice is noted once: of what was sent, what stands there already is no fault
    free = [t for t in led if request.method == "POST" or t not in noted]
    form = KnelpuntForm(posted(request), trajecten=free)
    if form.is_valid():
        traject = form.cleaned_data["traject"]
        services.note_knelpunt(gat=gat, door=request.user, **form.cleaned_data)
        messages.success(request, f"Dit staat nu bij de knelpunten van {traject.naam}.")
        return redirect(_list_of(traject.uuid))
    context = {"gat": gat, "regio": regio, "al": noted, "vrij": free, "form": form}
    status = status_of(form)
    return render(request, "kompas/knelpunt/nieuw.html", context, status=status)


@require_POST
def knelpunt_weg(request: GebruikerRequest, uuid: UUID, knelpunt: UUID) -> HttpResponse:
    """Asked twice is the same answer."""
    led = Traject.objects.led_by(request.user).select_related("regio")
    found = get_object_or_404(led, uuid=uuid)
    row = found.knelpunten.filter(uuid=knelpunt).first()
    if row is not None:
        services.remove_knelpunt(knelpunt=row)
    messages.success(request, "Het knelpunt staat niet meer bij dit traject.")
    return redirect(_list_of(uuid))


def _region(request: GebruikerRequest) -> Regio:
    wanted = request.GET.get("regio", "")
    for regio in regions_for(request.user, SEEING):
        if regio.slug == wanted:
            return regio
    raise Http404


def _list_of(traject: UUID) -> str:
    return f"{reverse('traject', args=[traject])}#knelpunten"
