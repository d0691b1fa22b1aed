from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from basis.forms import posted
from kompas.forms.trajecten import BegeleiderForm, StapForm, TrajectForm
from kompas.models import Traject
from kompas.selectors import knelpunten, trajecten as selectors
from kompas.selectors.rollen import managed_region
from kompas.services import trajecten as services
from toegang.http import GebruikerRequest
from toegang.models import Regio
from toegang.roles import may_now

UNPROCESSABLE = 422


def trajecten(request: GebruikerRequest) -> HttpResponse:
    """The trajecten that this role reaches."""
    if not may_now(request.user, "traject.bekijken"):
        raise Http404
    rows = selectors.listed(Traject.objects.visible_to(request.user))
    context = {"trajecten": rows, "mag_maken": may_now(request.user, "traject.maken")}
    return render(request, "kompas/traject/lijst.html", context)


def traject_nieuw(request: GebruikerRequest) -> HttpResponse:
    """A regiobeheerder begins a traject and invites who will lead it."""
    regio = _own_region(request)
    form = TrajectForm(posted(request), regio=regio)
    if form.is_valid():
        services.start_traject(regio=regio, **form.cleaned_data)
        naam = form.cleaned_data["begeleider_naam"]
        messages.success(
            request, f"Het traject staat klaar. {naam} krijgt een uitnodiging."
        )
        return redirect("traject", form.cleaned_data["uuid"])
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "kompas/traject/nieuw.html", {"form": form}, status=status)


def _own_region(request: GebruikerRequest) -> Regio:
    if not may_now(request.user, "traject.maken"):
        raise Http404
    regio = managed_region(request.user)
    if regio is None:
        raise PermissionDenied
    return regio


def traject(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """The route: five steps, what each still needs, and who does it."""
    found = get_object_or_404(_with_place(request), uuid=uuid)
    context = {
        "traject": found,
        "stappen": selectors.stappen(found),
        "rondes": found.rondes.order_by("-nummer"),
        "knelpunten": knelpunten.listed(found),
        "mag_kijken": may_now(request.user, "witte_vlekken.bekijken"),
        "leidt": Traject.objects.led_by(request.user).filter(pk=found.pk).exists(),
        "mag_vragen": may_now(request.user, "begeleider.vragen"),
    }
    return render(request, "kompas/traject/route.html", context)


def _with_place(request: GebruikerRequest):  # type: ignore[no-untyped-def]
    visible = Traject.objects.visible_to(request.user).select_related("regio")
    return visible.prefetch_related("gemeenten", "wijken", "begeleiders", "stappen")


def begeleider_nieuw(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """A regiobeheerder asks somebody to lead the traject, or asks again."""
    mine = Traject.objects.allowed(request.user, "begeleider.vragen")
    found = get_object_or_404(mine.select_related("regio"), uuid=uuid)
    form = BegeleiderForm(posted(request))
    if form.is_valid():
        services.invite_begeleider(traject=found, **form.cleaned_data)
        messages.success(
            request, "De uitnodiging is onderweg. Een eerdere werkt niet meer."
        )
        return redirect("traject", uuid)
    context = {"traject": found, "form": form}
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "kompas/traject/begeleider.html", context, status=status)


def stap(request: GebruikerRequest, uuid: UUID, nummer: int) -> HttpResponse:
    """The facilitator keeps where the group stands."""
    led = Traject.objects.led_by(request.user).select_related("regio")
    found = get_object_or_404(led, uuid=uuid)
    row = get_object_or_404(found.stappen, nummer=nummer)
    start = {"stand": row.stand, "wie": row.wie, "notitie": row.notitie}
    form = StapForm(posted(request), initial=start)
    if form.is_valid():
        services.change_stap(stap=row, **form.cleaned_data)
        messages.success(request, f"Bewaard: {selectors.NAMEN[nummer]}.")
        return redirect("traject", uuid)
    context = {"traject": found, "form": form, "naam": selectors.NAMEN[nummer]}
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "kompas/traject/stap.html", context, status=status)
