"""What an organisation offers, for who keeps it."""

from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from basis.forms import posted, status_of, without_controls
from netwerk.choices import Controleveld, Status
from netwerk.forms.aanbod import (
    PLEKSTAPPEN,
    STAPPEN,
    ContactForm,
    DichtForm,
    NieuwForm,
    PlekForm,
    StoppenForm,
    names_of,
)
from netwerk.forms.aanbod.stap import Stapform
from netwerk.forms.bevestigen import VraagForm
from netwerk.models import Sluitingsperiode, Voorziening, Voorzieningplek
from netwerk.querysets import VoorzieningQuerySet
from netwerk.selectors import aanbod as selectors, meldingen, voorstellen
from netwerk.selectors.geschiedenis import history
from netwerk.selectors.wachttijden import waits_of
from netwerk.services import controles, plekken, voorzieningen as services
from toegang.choices import Soort
from toegang.http import GebruikerRequest
from toegang.models import Organisatie
from toegang.roles import may_now

Row = TypeVar("Row")
ACT = "voorziening.bijhouden"
PER_PAGE = 30
FIRST = "basis"
AT = ("adres-contact", "adres-mensen")  # steps of one address beside its own page


def aanbod(request: GebruikerRequest) -> HttpResponse:
    """Everything that this role keeps, what needs a look first."""
    organisaties = _organisaties(request)
    vraag, kept, today = _asked(request), _kept(request), timezone.localdate()
    stil = selectors.without_bridge(kept, today)
    page = request.GET.get("pagina", "")
    bladen, regels = selectors.listed(kept, vraag, page, today, stil)
    context = {
        "zonder_overbrugging": len(stil),
        "bladen": bladen,
        "regels": regels,
        "vraag": vraag,
        "statussen": Status.choices,
        "organisaties": organisaties if organisaties.count() > 1 else None,
        "organisatie": _one_of(organisaties, vraag),
        "regiobreed": _is_regional(request),
        "voorstellen": voorstellen.waiting(request.user),
        "meldingen": meldingen.waiting(request.user),
    }
    return render(request, "netwerk/aanbod/lijst.html", context)


def _one_of(organisaties: Any, vraag: selectors.Vraag) -> Organisatie | None:
    """The only one there is, or the one that was asked for."""
    rows = organisaties.at_work()
    if vraag.organisatie:
        rows = rows.filter(uuid=vraag.organisatie)
    found = list(rows[:2])
    return found[0] if len(found) == 1 else None


def _asked(request: GebruikerRequest) -> selectors.Vraag:
    """A crooked question is no question."""
    status = request.GET.get("status", "")
    try:
        organisatie = str(UUID(request.GET.get("organisatie", "")))
    except ValueError:
        organisatie = ""
    return selectors.Vraag(
        status if status in Status.values else Status.ACTIEF,
        without_controls(request.GET.get("q", ""))[:120],
        organisatie,
        request.GET.get("zonder") == "overbrugging",
    )


def aanbod_nieuw(request: GebruikerRequest) -> HttpResponse:
    """A name and a sentence; then the steps."""
    organisaties = _organisaties(request).at_work()
    form = NieuwForm(posted(request), organisaties=organisaties)
    if form.is_valid():
        row = services.add_voorziening(**form.cleaned_data)
        messages.success(
            request, f"{row.naam} is gemaakt. Het staat nog niet op de kaart."
        )
        return redirect("aanbod_stap", row.uuid, "voor-wie")
    context = {"form": form, "geen": not organisaties}
    page = "netwerk/aanbod/nieuw.html"
    return render(request, page, context, status=status_of(form))


def aanbod_een(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """One provision: what stands there, how fresh it is, and a door to every step."""
    today = timezone.localdate()
    found = get_object_or_404(selectors.one(_kept(request), today), uuid=uuid)
    terms = selectors.terms_of({found.regio_id}).get(found.regio_id)
    waits, places = waits_of(found, today), selectors.places_of(found, today)
    context = {
        "voorziening": found,
        "stappen": names_of(STAPPEN),
        "velden": selectors.fields_of(found, terms, today),
        "telefoons": selectors.phones_of(found),
        "losse": selectors.numbers_elsewhere(found, places),
        "uren": selectors.hours_in_words(found, today),
        "wachten": waits,
        "zonder_overbrugging": selectors.asks_bridge(found, waits),
        "plekken": places,
        "periodes": _periods(found),
        "ontbreekt": selectors.missing(found),
        "voegt_samen": may_now(request.user, "voorziening.samenvoegen"),
        "vraag": VraagForm(),
    }
    return render(request, "netwerk/aanbod/een.html", context)


def _periods(voorziening: Voorziening):  # type: ignore[no-untyped-def]
    rows = voorziening.sluitingsperiodes.select_related("alternatief")
    return rows.exclude(tot__lt=timezone.localdate())


def aanbod_stap(request: GebruikerRequest, uuid: UUID, stap: str) -> HttpResponse:
    """One step; it saves by itself. With "bekijk" nothing is saved: the page says how the
    hours will read. What another changed meanwhile is shown beside what was typed."""
    found = get_object_or_404(_with_region(request), uuid=uuid)
    if stap not in STAPPEN:
        raise Http404
    naam, form_of = STAPPEN[stap]
    form = form_of(posted(request), voorziening=_held(request, found))
    look = "bekijk" in request.POST
    if form.is_valid() and not look:
        form.save()
        messages.success(request, f"Bewaard: {naam.lower()}.")
        onward = _next(stap) if "verder" in request.POST else ""
        if onward:
            return redirect("aanbod_stap", uuid, onward)
        return redirect("aanbod_een", uuid)
    context = {
        "voorziening": found,
        "form": form,
        "stap": stap,
        "naam": naam,
        "verder": _next(stap),
    }
    return _step_page(request, form, context)


def _step_page(
    request: GebruikerRequest, form: Stapform, context: dict[str, Any]
) -> HttpResponse:
    look = "bekijk" in request.POST
    if look and isinstance(form, ContactForm) and form.is_valid():
        context["zinnen"] = form.zinnen()
    page = "netwerk/aanbod/stap.html"
    status = 200 if look and form.is_valid() else form.status()
    return render(request, page, context, status=status)


def _held(request: GebruikerRequest, found: Voorziening) -> Voorziening:
    """What is sent is laid beside what stands there now."""
    if request.method != "POST":
        return found
    return _still(services.hold(voorziening=found))


def _still(row: Row | None) -> Row:
    if row is None:  # it went a moment ago
        raise Http404
    return row


def _next(stap: str) -> str:
    names = list(STAPPEN)
    onward = names.index(stap) + 1
    return names[onward] if onward < len(names) else ""


# --- places


def aanbod_plek_nieuw(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    found = get_object_or_404(_with_region(request), uuid=uuid)
    form = PlekForm(posted(request), voorziening=found)
    if form.is_valid():
        plekken.add_plek(
            uuid=form.cleaned_data["uuid"],
            voorziening=found,
            geheim=form.cleaned_data["geheim"],
            adres=form.adres_van(),
            hier=form.cleaned_data["hier"],
        )
        messages.success(request, "De plek staat erbij.")
        return redirect("aanbod_een", uuid)
    context = {"voorziening": found, "form": form}
    page = "netwerk/aanbod/plek.html"
    return render(request, page, context, status=status_of(form))


def aanbod_plek(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    plek = get_object_or_404(_plekken(request), uuid=uuid)
    if request.method == "POST":
        plek = _still(plekken.hold_plek(plek=plek))
    form = PlekForm(posted(request), voorziening=plek.voorziening, plek=plek)
    if form.is_valid():
        plekken.change_plek(
            plek=plek,
            geheim=form.cleaned_data["geheim"],
            adres=form.adres_van(),
            hier=form.cleaned_data["hier"],
        )
        messages.success(request, "Bewaard.")
        return redirect("aanbod_een", plek.voorziening.uuid)
    context = {
        "voorziening": plek.voorziening,
        "form": form,
        "plek": plek,
        "stappen": _at_place(plek),
    }
    page = "netwerk/aanbod/plek.html"
    return render(request, page, context, status=form.status())


def _at_place(plek: Voorzieningplek) -> list[tuple[str, str, list[str]]]:
    """The doors to what holds at this address, with what stands there."""
    there = selectors.at_place(plek, timezone.localdate())
    return [(stap, PLEKSTAPPEN[stap][0], there[stap]) for stap in AT]


def aanbod_plek_stap(request: GebruikerRequest, uuid: UUID, stap: str) -> HttpResponse:
    """What holds at one address; of a secret one nothing is kept, so nothing is asked."""
    plek = get_object_or_404(_plekken(request), uuid=uuid)
    if request.method == "POST":
        plek = _still(plekken.hold_plek(plek=plek))
    if stap not in AT or plek.locatie.geheim:
        raise Http404
    naam, form_of = PLEKSTAPPEN[stap]
    form = form_of(posted(request), plek=plek)
    if form.is_valid() and "bekijk" not in request.POST:
        form.save()
        messages.success(request, f"Bewaard: {naam.lower()}.")
        return redirect("aanbod_plek", uuid)
    context = {
        "voorziening": plek.voorziening,
        "plek": plek,
        "form": form,
        "stap": stap,
        "naam": naam,
    }
    return _step_page(request, form, context)


@require_POST
def aanbod_plek_weg(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    plek = get_object_or_404(_plekken(request), uuid=uuid)
    voorziening = plek.voorziening
    plekken.remove_plek(plek=plek)
    messages.success(request, "De plek is weg.")
    return redirect("aanbod_een", voorziening.uuid)


# --- on the kaart or not


@require_POST
def aanbod_tonen(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """On the kaart, when what it needs is there."""
    rows = _with_region(request).filter(status=Status.INACTIEF)
    found = get_object_or_404(rows, uuid=uuid)
    if selectors.missing(found):
        messages.warning(request, "Er mist nog iets. Kijk hieronder wat.")
    else:
        services.publish(voorziening=found)
        messages.success(request, f"{found.naam} staat op de kaart.")
    return redirect("aanbod_een", uuid)


def aanbod_stoppen(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """With a reason, and where people can go now."""
    rows = _with_region(request).exclude(status=Status.GESTOPT)
    found = get_object_or_404(rows, uuid=uuid)
    form = StoppenForm(posted(request), kaart=_others(found))
    if form.is_valid():
        services.stop(voorziening=found, **form.cleaned_data)
        messages.success(request, f"{found.naam} staat nu als gestopt.")
        return redirect("aanbod_een", uuid)
    context = {"voorziening": found, "form": form}
    page = "netwerk/aanbod/stoppen.html"
    return render(request, page, context, status=status_of(form))


def _others(found: Voorziening) -> VoorzieningQuerySet:
    """Where people can go instead."""
    rows = Voorziening.objects.on_kaart().filter(regio=found.regio)
    return rows.exclude(pk=found.pk)


@require_POST
def aanbod_doorgaan(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    rows = _with_region(request).filter(status=Status.GESTOPT)
    found = get_object_or_404(rows, uuid=uuid)
    services.resume(voorziening=found)
    messages.success(request, "Kijk alles na. Zet het daarna weer op de kaart.")
    return redirect("aanbod_een", uuid)


def aanbod_dicht(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """Closed for a while; open again by itself."""
    found = get_object_or_404(_with_region(request), uuid=uuid)
    start = {"van": timezone.localdate()}
    form = DichtForm(posted(request), initial=start, kaart=_others(found))
    if form.is_valid():
        services.add_period(voorziening=found, **form.cleaned_data)
        messages.success(request, "Bewaard. Het gaat vanzelf weer open.")
        return redirect("aanbod_een", uuid)
    context = {"voorziening": found, "form": form, "periodes": _periods(found)}
    page = "netwerk/aanbod/dicht.html"
    return render(request, page, context, status=status_of(form))


@require_POST
def aanbod_dicht_weg(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    rows = Sluitingsperiode.objects.filter(voorziening__in=_kept(request))
    periode = get_object_or_404(rows.select_related("voorziening__regio"), uuid=uuid)
    services.remove_period(periode=periode)
    messages.success(request, "Weggehaald.")
    return redirect("aanbod_dicht", periode.voorziening.uuid)


# --- fresh


@require_POST
def aanbod_nagekeken(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """Somebody looked, and it is still right: one field, or all that age. A wait is
    confirmed on its own page, with what was measured."""
    found = get_object_or_404(_with_region(request), uuid=uuid)
    fields = set(Controleveld.values) - {Controleveld.WACHTTIJD.value}
    chosen = set(request.POST.getlist("veld")) & fields
    if chosen:
        controles.confirm(voorziening=found, velden=sorted(chosen))
        messages.success(request, "Bewaard. Fijn dat je het nakeek.")
    return redirect("aanbod_een", uuid)


def aanbod_geschiedenis(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    found = get_object_or_404(_kept(request), uuid=uuid)
    bladen = Paginator(history(found), PER_PAGE).get_page(request.GET.get("pagina", ""))
    context = {"voorziening": found, "bladen": bladen}
    return render(request, "netwerk/aanbod/geschiedenis.html", context)


# --- who


def _kept(request: GebruikerRequest) -> VoorzieningQuerySet:
    if not may_now(request.user, ACT):
        raise Http404
    return Voorziening.objects.allowed(request.user, ACT)


def _with_region(request: GebruikerRequest) -> VoorzieningQuerySet:
    return _kept(request).select_related("regio", "organisatie")


def _plekken(request: GebruikerRequest):  # type: ignore[no-untyped-def]
    rows = Voorzieningplek.objects.filter(voorziening__in=_kept(request))
    return rows.select_related(
        "voorziening__regio", "voorziening__organisatie", "locatie__regio"
    )


def _organisaties(request: GebruikerRequest):  # type: ignore[no-untyped-def]
    if not may_now(request.user, ACT):
        raise Http404
    return Organisatie.objects.allowed(request.user, ACT)


def _is_regional(request: GebruikerRequest) -> bool:
    return bool(
        request.actieve_rol and request.actieve_rol.soort == Soort.REGIOBEHEERDER
    )
