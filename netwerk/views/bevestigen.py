"""Confirm or change by a link from a mail, without an account."""

import re
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from basis.doors import Door, Limit
from basis.forms import posted
from basis.marks import in_any_role
from netwerk.choices import Controleveld, Status
from netwerk.forms.bevestigen import BevestigContactForm, VraagForm
from netwerk.forms.wachttijden import WachtRij
from netwerk.models import Bevestigingslink, Voorziening, Wachttijd
from netwerk.selectors.wachttijden import newest
from netwerk.services import bevestiging as services
from netwerk.services.plekken import hold_places
from netwerk.services.voorzieningen import hold
from netwerk.services.wachttijden import Gemeten, Weg, record, take_away
from toegang.http import GebruikerRequest, address_of

ACT = "voorziening.bijhouden"
DOOR = Door("bevestig", address=Limit(30))
PREFIX = re.compile(r"w([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-uuid")
# what the page can ask; the rest is kept by who logs in
ASKED = (
    Controleveld.TELEFOON,
    Controleveld.OPENINGSTIJDEN,
    Controleveld.WACHTTIJD,
    Controleveld.CAPACITEIT,
)


@login_not_required
@in_any_role
@require_http_methods(["GET", "HEAD", "POST"])
def bevestig(request: HttpRequest, code: str) -> HttpResponse:
    """GET only shows: mail scanners open links. POST keeps what was changed, and what the
    page showed counts as looked at."""
    link = _link(request, code)
    if link is None:
        return _over(request, "onbekend")
    if link.voorziening.status == Status.GESTOPT:
        return _over(request, "gestopt", link)
    if link.gebruikt_op is not None:
        return _over(request, "gebruikt", link)
    if link.tot < timezone.now():
        return _over(request, "verlopen", link)
    return _asked(request, link)


def _asked(request: HttpRequest, link: Bevestigingslink) -> HttpResponse:
    voorziening: Voorziening | None = link.voorziening
    if request.method == "POST":
        hold_places(voorziening=link.voorziening)
        voorziening = hold(voorziening=link.voorziening)
    if voorziening is None:
        return _over(request, "onbekend")
    form = BevestigContactForm(
        posted(request), voorziening=voorziening, velden=link.velden
    )
    rijen = _waits(request, link)
    wrong = [one for one in (*form.alle, *rijen) if not one.is_valid()]
    if request.method == "POST" and not wrong:

        def save() -> None:
            form.save()
            record(metingen=[_measured(link, rij) for rij in rijen if rij.touched])
            take_away(weg=[_away(link, rij) for rij in rijen if rij.gone])

        try:
            services.answer(link=link, save=save, velden=form.nagekeken)
        except services.LinkUsed:
            return _over(request, "gebruikt", link)
        return _over(request, "bedankt", link, status=200)
    context = {
        "voorziening": voorziening,
        "form": form,
        "rijen": rijen,
        "vraag_uren": Controleveld.OPENINGSTIJDEN in link.velden,
    }
    page = "netwerk/aanbod/bevestig.html"
    status = min(one.status() for one in form.alle)
    return render(request, page, context, status=status)


def _link(request: HttpRequest, code: str) -> Bevestigingslink | None:
    who = {"address": address_of(request)}
    DOOR.check(**who)
    rows = Bevestigingslink.objects.select_related(
        "voorziening__regio", "voorziening__organisatie"
    )
    found = rows.filter(hash=services.hash_of(code)).first()
    if found is None:
        DOOR.wrong(**who)
    return found


def _over(
    request: HttpRequest,
    waarom: str,
    link: Bevestigingslink | None = None,
    status: int = 404,
) -> HttpResponse:
    """Why it does not work, for who has the letter; of an unknown one nothing is said."""
    context = {"waarom": waarom, "link": link}
    page = "netwerk/aanbod/bevestig_klaar.html"
    return render(request, page, context, status=status)


def _waits(request: HttpRequest, link: Bevestigingslink) -> list[WachtRij]:
    if Controleveld.WACHTTIJD not in link.velden:
        return []
    rows = newest(timezone.localdate()).filter(voorziening=link.voorziening)
    if request.method == "POST":  # those that the page showed and are still there
        keys = [m[1] for key in request.POST if (m := PREFIX.fullmatch(key))]
        here = Wachttijd.objects.filter(voorziening=link.voorziening)
        rows = here.filter(uuid__in=keys).order_by("fase", "doelgroep", "pk")
    return [
        WachtRij(
            posted(request),
            meting=row,
            fase=row.fase,
            altijd=True,
            prefix=f"w{row.uuid}",
        )
        for row in rows
    ]


def _away(link: Bevestigingslink, rij: WachtRij) -> Weg:
    assert isinstance(rij.meting, Wachttijd)  # noqa: S101
    data, door = rij.cleaned_data, str(link.voorziening.organisatie)
    return Weg(data["uuid"], rij.meting, data["weg"], door)


def _measured(link: Bevestigingslink, rij: WachtRij) -> Gemeten:
    """Sent is still so, or as it was changed."""
    data, meting = rij.cleaned_data, rij.meting
    assert isinstance(meting, Wachttijd)  # noqa: S101
    return Gemeten(
        uuid=data["uuid"],
        voorziening=link.voorziening,
        fase=meting.fase,
        doelgroep=meting.doelgroep,
        weken_van=data["van"],
        weken_tot=data["tot"],
        gemeten_op=data["gemeten_op"],
        methode=data["methode"],
        door=str(link.voorziening.organisatie),
        toelichting=data["toelichting"],
    )


@require_POST
def aanbod_vraag(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """A keeper sends the letter now."""
    rows = Voorziening.objects.allowed(request.user, ACT).select_related("regio")
    found = get_object_or_404(rows, uuid=uuid)
    form = VraagForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Vul een e-mailadres in met een @.")
        return redirect("aanbod_een", uuid)
    services.ask(voorziening=found, velden=ASKED, **form.cleaned_data)
    messages.success(request, "De mail is onderweg.")
    return redirect("aanbod_een", uuid)
