"""What the kaart says of an organisation itself."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from basis.forms import posted
from netwerk.forms.profiel import OrganisatieMensenForm, ProfielForm
from netwerk.models import Organisatieprofiel
from netwerk.services import profielen as services
from toegang.choices import Soort
from toegang.http import GebruikerRequest
from toegang.models import Organisatie

ACT = "organisatieprofiel.bijhouden"


def organisatieprofiel(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """By who keeps the organisation, or the region. What another changed meanwhile is shown
    beside what was typed."""
    found, profiel = _profile(request, uuid)
    form = ProfielForm(posted(request), profiel=profiel)
    if form.is_valid():
        form.save()
        messages.success(request, f"Bewaard. Zo staat {found.naam} nu op de kaart.")
        return redirect("organisatieprofiel", uuid)
    rol = request.actieve_rol
    regional = bool(rol and rol.soort == Soort.REGIOBEHEERDER)
    context = {
        "organisatie": found,
        "form": form,
        "regiobreed": regional,
        "mensen": services.people_of(found),
    }
    page = "netwerk/aanbod/organisatie.html"
    return render(request, page, context, status=form.status())


def organisatiemensen(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """Whom to ask for at the organisation itself."""
    found, profiel = _profile(request, uuid)
    form = OrganisatieMensenForm(posted(request), profiel=profiel)
    if form.is_valid():
        form.save()
        messages.success(request, "Bewaard.")
        return redirect("organisatieprofiel", uuid)
    context = {"organisatie": found, "form": form}
    page = "netwerk/aanbod/organisatie_mensen.html"
    return render(request, page, context, status=form.status())


def _profile(
    request: GebruikerRequest, uuid: UUID
) -> tuple[Organisatie, Organisatieprofiel]:
    """What is sent is laid beside what stands there now."""
    mine = Organisatie.objects.allowed(request.user, ACT).at_work()
    found = get_object_or_404(mine.select_related("regio", "profiel"), uuid=uuid)
    if request.method == "POST":
        return found, services.hold(organisatie=found)
    return found, services.profile_or_new(found)
