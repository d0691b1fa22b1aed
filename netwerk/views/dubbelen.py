"""Pages about the same help: looked for, seen side by side, made one."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from basis.forms import posted, without_controls
from netwerk.forms.samenvoegen import SamenvoegForm
from netwerk.models import Voorziening
from netwerk.querysets import VoorzieningQuerySet
from netwerk.selectors import dubbelen as selectors
from netwerk.services import samenvoegen as services
from toegang.http import GebruikerRequest
from toegang.roles import may_now

ACT = "voorziening.samenvoegen"
LONGEST = 9  # figures of a page number


@require_safe
def dubbelen(request: GebruikerRequest) -> HttpResponse:
    """Pairs of the region that look alike."""
    bladen = selectors.listed(_mine(request), request.GET.get("pagina", ""))
    context = {"bladen": bladen, "paren": selectors.side_by_side(bladen.object_list)}
    return render(request, "netwerk/dubbelen/lijst.html", context)


@require_safe
def dubbel_zoeken(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """Which other one is the same as this? What looks like it, or by name."""
    rows = _mine(request)
    found = get_object_or_404(rows.select_related("organisatie"), uuid=uuid)
    q = without_controls(request.GET.get("q", "")).strip()[:120]
    context = {
        "voorziening": found,
        "q": q,
        "lijken": selectors.doubles_of(rows, found),
        "gevonden": selectors.named(rows, found, q) if q else [],
    }
    return render(request, "netwerk/dubbelen/zoeken.html", context)


def dubbel_samen(request: GebruikerRequest, uuid: UUID, ander: UUID) -> HttpResponse:
    """Side by side; a POST makes them one. Sent twice, done once."""
    rows = _mine(request)
    if selectors.went_up_in(ander, uuid):
        get_object_or_404(rows, uuid=uuid)
        messages.info(request, "Deze twee zijn al samengevoegd.")
        return redirect("aanbod_een", uuid)
    blijft, other = _two(rows, uuid, ander)
    verschillen = selectors.differences(blijft, other, timezone.localdate())
    form = SamenvoegForm(posted(request), verschillen=verschillen)
    if form.is_valid():
        try:
            services.merge(
                blijft=blijft, ander=other, keuzes=form.keuzes, door=request.user
            )
        except services.Gone:
            messages.info(request, "Een van de twee is er niet meer.")
            return redirect("dubbelen")
        messages.success(request, "Het is nu één plek. Het oude adres leidt hierheen.")
        return redirect("aanbod_een", uuid)
    if form.has_error("gezien"):  # what stands there now, not what was chosen before
        form = _anew(form, verschillen)
    context = {"blijft": blijft, "ander": other, "form": form}
    page = "netwerk/dubbelen/samen.html"
    status = 422 if request.method == "POST" else 200
    return render(request, page, context, status=status)


def _anew(form: SamenvoegForm, verschillen: list[selectors.Verschil]) -> SamenvoegForm:
    fresh = SamenvoegForm(verschillen=verschillen)
    fresh.opnieuw = str(form.errors["gezien"][0])
    return fresh


@require_POST
def dubbel_twee(request: GebruikerRequest, uuid: UUID, ander: UUID) -> HttpResponse:
    """They look alike, and are two."""
    een, other = _two(_mine(request), uuid, ander)
    services.are_two(een=een, ander=other)
    messages.success(
        request,
        f"Bewaard. We noemen {een.naam} en {other.naam} niet meer als dubbel.",
    )
    page = request.POST.get("pagina", "")
    query = f"?pagina={page}" if page.isdecimal() and len(page) < LONGEST else ""
    return redirect(f"{reverse('dubbelen')}{query}")


# --- who


def _mine(request: GebruikerRequest) -> VoorzieningQuerySet:
    if not may_now(request.user, ACT):
        raise Http404
    return Voorziening.objects.allowed(request.user, ACT)


def _two(
    rows: VoorzieningQuerySet, uuid: UUID, ander: UUID
) -> tuple[Voorziening, Voorziening]:
    """Two of one region, both kept by this role; else there is no such page."""
    rows = rows.select_related("regio", "organisatie")
    een, other = get_object_or_404(rows, uuid=uuid), get_object_or_404(rows, uuid=ander)
    if een == other or een.regio_id != other.regio_id:
        raise Http404
    return een, other
