"""Emergency access (T5): the client's choice, a professional who opens, and who closes."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from basis.doors import Door, Limit
from basis.forms import posted, status_of
from clientplan.forms.nood import KeuzeForm, NoodForm, VerslagForm
from logboek import services as logboek
from logboek.services import Actie
from netwerk.choices import Noodgrond, Noodsoort
from netwerk.models import Client
from netwerk.selectors import noodtoegang as selectors
from netwerk.services import noodtoegang as services
from netwerk.services.noodtoegang import Aanvraag
from toegang.codes import code_fits, wrong_code
from toegang.forms import CodeForm
from toegang.http import GebruikerRequest
from toegang.roles import ActieveRol, may_now
from toegang.second_factor import is_fresh, used_at
from toegang.selectors.second_factor import state_of

from .wie import begun

# whoever tries names waits; the second step of every try is an act of its own too
DOOR = Door("noodtoegang", account=Limit(3, first_s=30, longest_s=900))
NIET_VERS = "Dat duurde te lang. Typ een nieuwe code."


@require_http_methods(["GET", "HEAD", "POST"])
def noodkeuze(request: GebruikerRequest) -> HttpResponse:
    """The client says what is open in an emergency and to whom, and reads what was opened."""
    client = begun(request)
    now = selectors.choice_of(client, request.user)
    form = KeuzeForm(posted(request), initial=_said(now))
    if form.is_valid():
        yes = form.cleaned_data["mag"] == "ja"
        services.choose(
            client=client,
            onderdelen=form.cleaned_data["wat"] if yes else [],
            voor=[Noodsoort(one) for one in form.cleaned_data["voor"]] if yes else [],
        )
        messages.success(request, "Bewaard. Het geldt nu meteen.")
        return redirect("noodkeuze")
    context = {
        "form": form,
        "keuze": now,
        "openingen": selectors.of_client(client, request.user),
    }
    page = "clientplan/nood/keuze.html"
    return render(request, page, context, status=status_of(form))


def _said(choice: object) -> dict[str, object]:
    """As it stands; of a question that was not answered nothing is filled in."""
    parts = getattr(choice, "onderdelen", None)
    if parts is None:
        return {}
    return {
        "mag": "ja" if parts else "nee",
        "wat": parts,
        "voor": getattr(choice, "voor", []),
    }


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def noodtoegang(request: GebruikerRequest) -> HttpResponse:
    """Step 1 asks who, why and when it is told; step 2 shows that again and asks for a code,
    also of who logged in a moment ago. What was typed goes along in the page and nowhere
    else. Every no is the same answer, and slows down the next try."""
    _as_professional(request)
    form = NoodForm(posted(request), initial=_again(request))
    if not form.is_valid() or "terug" in request.POST:
        status = 200 if "terug" in request.POST else status_of(form)
        return render(
            request, "clientplan/nood/vragen.html", {"form": form}, status=status
        )
    who = str(request.user.pk)
    DOOR.check(account=who)
    code = CodeForm(request.POST if "code" in request.POST else None)
    if code.is_valid():
        if not code_fits(request, request.user, code.cleaned_data["code"], again=True):
            code.add_error("code", wrong_code(request.user))
        elif not is_fresh(request):
            code.add_error("code", NIET_VERS)
        else:
            return _open(request, form)
    context = {
        "form": code,
        "aanvraag": form,
        "gevraagd": form.cleaned_data,
        "grond": Noodgrond(form.cleaned_data["grond"]).label,
        "manier": state_of(request.user),
    }
    return render(request, "clientplan/nood/code.html", context, status=status_of(code))


def _open(request: GebruikerRequest, form: NoodForm) -> HttpResponse:
    data = form.cleaned_data
    asked = Aanvraag(
        uuid=data["uuid"],
        naam=data["naam"],
        geboren_op=data["geboren_op"],
        grond=Noodgrond(data["grond"]),
        reden=data["reden"],
        vertel_op=data["vertel_op"],
        later_reden=data["later_reden"],
    )
    plan = services.open_plan(
        asked=asked, user=request.user, second_step=used_at(request)
    )
    if plan is None:
        DOOR.wrong(account=str(request.user.pk))
        return render(
            request, "clientplan/nood/niets.html", {"gevraagd": data}, status=422
        )
    return redirect("plan_van", plan)


def _again(request: GebruikerRequest) -> dict[str, object]:
    """Who has a plan open in an emergency and asks for longer does not type again who it is;
    the reason they do."""
    try:
        plan = UUID(request.GET.get("plan", ""))
    except ValueError:
        return {}
    rows = Client.objects.visible_to(request.user).select_related("gebruiker")
    client = rows.filter(uuid=plan).first()
    if client is None or selectors.open_now(client, request.user) is None:
        return {}
    return {"naam": client.gebruiker.naam, "geboren_op": client.geboren_op}


@require_POST
def sluiten(request: GebruikerRequest, plan: UUID) -> HttpResponse:
    """Before the hour is over, by who opened it. Pressed again, or too late, is done as
    well."""
    _as_professional(request)
    if not selectors.was_open(plan):
        raise Http404
    rows = Client.objects.visible_to(request.user).select_related("regio")
    client = rows.exclude(gebruiker=request.user).filter(uuid=plan).first()
    if client is not None:
        services.close(client=client, user=request.user)
    messages.success(request, "De noodtoegang is dicht. Schrijf op wat je deed.")
    return redirect("noodtoegangen")


@require_safe
def noodtoegangen(request: GebruikerRequest) -> HttpResponse:
    """What I opened, and what was said of it."""
    rol = _as_professional(request)
    logboek.record(Actie.READ, "noodtoegangen", regio=rol.regio)
    context = {"openingen": selectors.mine(request.user)}
    return render(request, "clientplan/nood/mijn.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def verslag(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    rol = _as_professional(request)
    found = [one for one in selectors.mine(request.user) if one.rij.uuid == uuid]
    if not found:
        raise Http404
    row = found[0].rij
    if row.verslag_op is not None:
        return redirect("noodtoegangen")
    form = VerslagForm(posted(request))
    if form.is_valid():
        services.report(row=row, verslag=form.cleaned_data["verslag"])
        messages.success(request, "Je verslag is bewaard.")
        return redirect("noodtoegangen")
    logboek.record(
        Actie.READ,
        "noodtoegang",
        object_id=uuid,
        grond=f"noodtoegang:{row.pk}",
        regio=rol.regio,
        nood=True,
    )
    context = {"form": form, "opening": found[0]}
    return render(
        request, "clientplan/nood/verslag.html", context, status=status_of(form)
    )


def _as_professional(request: GebruikerRequest) -> ActieveRol:
    rol = request.actieve_rol
    if (
        not may_now(request.user, "noodtoegang.openen")
        or not rol
        or not rol.organisatie
    ):
        raise Http404
    return rol
