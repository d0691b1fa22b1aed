"""Letters with which somebody may begin a plan, for who hands them out."""

from uuid import UUID, uuid4

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from basis.forms import Toevoegform
from netwerk.models import Startbrief
from netwerk.services import starten
from toegang.http import GebruikerRequest
from toegang.models import Organisatie
from toegang.roles import may_now


@require_http_methods(["GET", "HEAD", "POST"])
def brieven(request: GebruikerRequest) -> HttpResponse:
    """What I gave and what became of it; a post makes one more, and its code shows once."""
    organisatie = _mine(request)
    if request.method == "POST":
        form = Toevoegform(request.POST)
        code = (
            starten.write_letter(
                uuid=form.cleaned_data["uuid"], organisatie=organisatie
            )
            if form.is_valid()
            else ""
        )
        if code:
            return _letter(request, organisatie, code)
        messages.info(
            request, "Een code is maar één keer te zien. Maak een nieuwe brief."
        )
        return redirect("startbrieven")
    rows = Startbrief.objects.of(request.user)
    context = {
        "organisatie": organisatie,
        "brieven": rows[:50],
        "open": set(rows.open().values_list("pk", flat=True)),
        "uuid": uuid4(),
        "dagen": starten.DAYS,
    }
    return render(request, "clientplan/starten/brieven.html", context)


@require_POST
def intrekken(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    _mine(request)
    letter = get_object_or_404(
        Startbrief.objects.of(request.user).select_related("regio"), uuid=uuid
    )
    starten.withdraw_letter(letter=letter)
    messages.success(request, "Deze brief werkt niet meer.")
    return redirect("startbrieven")


def _letter(
    request: GebruikerRequest, organisatie: Organisatie, code: str
) -> HttpResponse:
    context = {
        "organisatie": organisatie,
        "code": starten.shown(code),
        "adres": f"{settings.BASE_URL}{reverse('brief')}",
        "link": f"{settings.BASE_URL}{reverse('brief_code', args=[code])}",
        "dagen": starten.DAYS,
    }
    response = render(request, "clientplan/starten/brief.html", context)
    response["Cache-Control"] = "no-store"
    return response


def _mine(request: GebruikerRequest) -> Organisatie:
    """The organisation that somebody works for in this role; 404 for who may not."""
    rol = request.actieve_rol
    if not may_now(request.user, "plan.starten") or not rol or not rol.organisatie:
        raise Http404
    rows = Organisatie.objects.select_related("regio").filter(gestopt_op=None)
    return get_object_or_404(rows, pk=rol.organisatie)
