"""What the kaart says of an organisation itself."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from basis.forms import posted
from netwerk.forms.profiel import ProfielForm
from netwerk.services import profielen as services
from toegang.choices import Soort
from toegang.http import GebruikerRequest
from toegang.models import Organisatie

ACT = "organisatieprofiel.bijhouden"


def organisatieprofiel(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """By who keeps the organisation, or the region. What another changed meanwhile is shown
    beside what was typed."""
    mine = Organisatie.objects.allowed(request.user, ACT).at_work()
    found = get_object_or_404(mine.select_related("regio", "profiel"), uuid=uuid)
    profiel = services.profile_or_new(found)
    if request.method == "POST":
        profiel = services.hold(organisatie=found)
    form = ProfielForm(posted(request), profiel=profiel)
    if form.is_valid():
        form.save()
        messages.success(request, f"Bewaard. Zo staat {found.naam} nu op de kaart.")
        return redirect("organisatieprofiel", uuid)
    rol = request.actieve_rol
    regional = bool(rol and rol.soort == Soort.REGIOBEHEERDER)
    context = {"organisatie": found, "form": form, "regiobreed": regional}
    page = "netwerk/aanbod/organisatie.html"
    return render(request, page, context, status=form.status())
