"""Who treats a client records who acts for them: the paper that was seen, a letter to that
person, and, once they said yes, that it is the right one (T1)."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from basis.forms import Toevoegform, posted, status_of
from clientplan.forms.namens import PapierForm, VertegenwoordigerForm
from clientplan.forms.wie import MAIL
from clientplan.selectors.blik import Blik
from netwerk.models import Betrokkenheid, Naastenuitnodiging
from netwerk.selectors.bevoegden import (
    Vertegenwoordiger,
    asked_by_us,
    treats,
    who_acts_for,
)
from netwerk.services import bevoegdheden
from netwerk.services.bevoegdheden import Volmacht
from toegang.http import GebruikerRequest
from toegang.roles import may_now

from .blik import look
from .naasten import letter, send_letter_mail

ACT = "vertegenwoordiger.vastleggen"
OVER = "Deze vraag is er niet meer."


@require_safe
def vertegenwoordigers(request: GebruikerRequest, plan: UUID) -> HttpResponse:
    blik, treating = _treating(request, plan)
    bevoegdheden.record_reading(treating)
    context = {
        "blik": blik,
        "namens": who_acts_for(blik.client),
        "vragen": [
            (asked, Volmacht.from_json(asked.bevoegd))
            for asked in asked_by_us(treating)
        ],
    }
    return render(request, "clientplan/namens/vertegenwoordigers.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(request: GebruikerRequest, plan: UUID) -> HttpResponse:
    blik, treating = _treating(request, plan)
    form = VertegenwoordigerForm(
        posted(request), geboren=blik.client.geboren_op, voor_client=False
    )
    if not form.is_valid():
        page = "clientplan/namens/vertegenwoordiger.html"
        context = {"blik": blik, "form": form}
        return render(request, page, context, status=status_of(form))
    data = form.cleaned_data
    code = bevoegdheden.ask(
        uuid=data["uuid"], treats=treating, naam=data["naam"], volmacht=form.volmacht()
    )
    back = blik.url("vertegenwoordigers")
    if not code:
        messages.info(request, f"{data['naam']} was al gevraagd.")
        return redirect(back)
    if data["hoe"] == MAIL:
        asked = next(x for x in asked_by_us(treating) if x.uuid == data["uuid"])
        asked.client = blik.client
        send_letter_mail(asked, data["email"])
        messages.success(request, f"De mail aan {data['naam']} is onderweg.")
        return redirect(back)
    return letter(request, code, data["naam"], klaar=back, beslist=True)


@require_POST
def antwoord(request: GebruikerRequest, plan: UUID, uuid: UUID) -> HttpResponse:
    """It is the right person; or the question is taken back."""
    blik, treating = _treating(request, plan)
    asked = _asked(treating, uuid)
    asked.client = blik.client
    if request.POST.get("wat") == "terug":
        bevoegdheden.take_back(asked=asked, treats=treating)
        messages.success(request, f"De vraag aan {asked.naam} is teruggenomen.")
    elif asked.gebruiker_id == request.user.pk:
        messages.info(request, "Jezelf toelaten kan niet. Vraag het een collega.")
    elif bevoegdheden.admit(asked=asked, treats=treating):
        messages.success(
            request, f"{asked.naam} mag nu beslissen. {blik.naam} krijgt bericht."
        )
    else:
        messages.info(request, OVER)
    return redirect(blik.url("vertegenwoordigers"))


@require_http_methods(["GET", "HEAD", "POST"])
def wijzig(request: GebruikerRequest, plan: UUID, uuid: UUID) -> HttpResponse:
    """Another period or other matters, on a paper that was seen; or the end."""
    blik, treating = _treating(request, plan)
    one = next((x for x in who_acts_for(blik.client) if x.uuid == uuid), None)
    if one is None or not one.van_ons:
        raise Http404
    if request.POST.get("wat") == "stop":
        return _end(request, blik, treating, one)
    start = {
        "zaken": [deel.sleutel for deel in one.delen],
        "stuk": one.stuk,
        "stuk_van": one.stuk_van,
        "tot": one.tot,
    }
    form = PapierForm(
        posted(request),
        geboren=blik.client.geboren_op,
        voor_client=False,
        vast=one.soort,
        initial=start,
    )
    if form.is_valid():
        bevoegdheden.change(
            uuid=form.cleaned_data["uuid"],
            welke=uuid,
            naam=one.naam,
            treats=treating,
            volmacht=form.volmacht(),
        )
        messages.success(request, f"Bewaard. {blik.naam} krijgt bericht.")
        return redirect(blik.url("vertegenwoordigers"))
    bevoegdheden.record_reading(treating)
    context = {"blik": blik, "form": form, "wie": one, "uuid": uuid4()}
    page = "clientplan/namens/vertegenwoordiger_wijzig.html"
    return render(request, page, context, status=status_of(form))


def _end(
    request: GebruikerRequest,
    blik: Blik,
    treating: Betrokkenheid,
    one: Vertegenwoordiger,
) -> HttpResponse:
    form = Toevoegform(request.POST)
    if form.is_valid():
        ended = Volmacht(one.soort, (), timezone.localdate(), stuk=one.stuk)
        bevoegdheden.change(
            uuid=form.cleaned_data["uuid"],
            welke=one.uuid,
            naam=one.naam,
            treats=treating,
            volmacht=ended,
        )
        messages.success(request, f"{one.naam} doet niets meer namens {blik.naam}.")
    return redirect(blik.url("vertegenwoordigers"))


def _treating(request: GebruikerRequest, plan: UUID) -> tuple[Blik, Betrokkenheid]:
    """404 for who does not treat this client by name, in the role they work in now."""
    if not may_now(request.user, ACT):
        raise Http404
    blik = look(request, plan=plan)
    treating = treats(blik.client, request.user)
    if treating is None:
        raise Http404
    return blik, treating


def _asked(treating: Betrokkenheid, uuid: UUID) -> Naastenuitnodiging:
    found = next((x for x in asked_by_us(treating) if x.uuid == uuid), None)
    if found is None:
        raise Http404
    return found
