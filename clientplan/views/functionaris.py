"""The functionaris of an organisation: questions of clients, the organisation's part of the
log, and what in it is a reason to look (T6). Reading is a line too."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from basis import csv
from basis.forms import posted, status_of
from clientplan.forms.spoor import AfschermForm, AntwoordForm
from logboek.services import Actie
from netwerk.choices import Afschermreden, Logsignaal
from netwerk.models import Logvraag
from netwerk.rules.maand import Maand
from netwerk.selectors import functionaris as selectors
from netwerk.services import afscherming, logvragen, nakijken
from toegang.http import GebruikerRequest
from toegang.models import Organisatie

from .spoor import line_in

ANSWER, READ, HIDE = "logvraag.beantwoorden", "logboek.nakijken", "naam.afschermen"


@require_safe
def vragen(request: GebruikerRequest) -> HttpResponse:
    organisatie = _mine(request, ANSWER)
    open_, answered = selectors.questions(request.user)
    context = {
        "organisatie": organisatie,
        "open": open_,
        "beantwoord": answered,
        "vandaag": timezone.localdate(),
    }
    return render(request, "clientplan/functionaris/vragen.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def vraag(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """The question, the line it is about, and the answer. The client sees that it was read.
    Who it is about gives no answer."""
    organisatie = _mine(request, ANSWER)
    rows = Logvraag.objects.for_functionaris(request.user)
    row = get_object_or_404(
        rows.select_related("sleutel", "beantwoord_door"), uuid=uuid
    )
    regel = selectors.by_number(row.regel)
    own = regel is not None and regel.persoon == request.user.pk
    form = AntwoordForm(None if own else posted(request))
    if form.is_valid():
        try:
            logvragen.answer(
                vraag=row, antwoord=form.cleaned_data["antwoord"], door=request.user
            )
        except logvragen.NotOpen:
            messages.info(request, "Deze vraag was al beantwoord.")
        else:
            messages.success(request, "Je antwoord staat klaar voor de cliënt.")
        return redirect("functionaris_vragen")
    logvragen.trace_question(Actie.READ, row)
    context = {
        "organisatie": organisatie,
        "vraag": row,
        "regel": regel,
        "eigen": own,
        "form": form,
        "vandaag": timezone.localdate(),
    }
    page = "clientplan/functionaris/vraag.html"
    return render(request, page, context, status=status_of(form))


@require_safe
def logboek(request: GebruikerRequest) -> HttpResponse:
    """A month, newest first; about clients, or all that people of the organisation did."""
    organisatie, maand = _mine(request, READ), _month(request)
    alles = request.GET.get("wat") == "alles"
    persoon, client = (
        _number(request, "persoon"),
        request.GET.get("client", "")[:11].replace("\0", ""),
    )
    voor = line_in(request, "voor")
    found = selectors.log(maand, alles=alles, persoon=persoon, client=client, voor=voor)
    nakijken.trace_log(Actie.READ, organisatie, str(maand))
    context = _about(organisatie, maand) | {
        "log": found,
        "alles": alles,
        "persoon": persoon,
        "client": client,
        "voor": voor,
    }
    return render(request, "clientplan/functionaris/logboek.html", context)


@require_safe
def bestand(request: GebruikerRequest) -> HttpResponse:
    """A whole month as a file, with all the log knows but who the clients are."""
    organisatie, maand = _mine(request, READ), _month(request)
    lines = selectors.whole_month(maand)
    if len(lines) > selectors.MOST:
        messages.error(
            request,
            "Dit zijn te veel regels voor één bestand. Vraag ze bij het beheer.",
        )
        return redirect(_log_of(maand))
    nakijken.trace_log(Actie.EXECUTE, organisatie, str(maand))
    name = f"logboek-{maand}.csv"
    return csv.download(name, selectors.COLUMNS, selectors.as_rows(lines))


@require_safe
def signalen(request: GebruikerRequest) -> HttpResponse:
    """What of a month to look at, and what was looked at."""
    organisatie, maand = _mine(request, READ), _month(request)
    found = selectors.signals(organisatie, maand)
    nakijken.trace_log(Actie.READ, organisatie, f"signalen {maand}")
    per_kind = [
        (soort, [one for one in found if one.soort == soort]) for soort in Logsignaal
    ]
    context = _about(organisatie, maand) | {
        "soorten": [(soort, rows) for soort, rows in per_kind if rows],
        "te_zien": sum(one.gezien is None for one in found),
        "veel": selectors.VEEL,
    }
    return render(request, "clientplan/functionaris/signalen.html", context)


@require_POST
def gezien(request: GebruikerRequest) -> HttpResponse:
    """One signal, as it is counted now."""
    organisatie = _mine(request, READ)
    maand = Maand.read(request.POST.get("maand", ""), timezone.localdate())
    wanted = request.POST.get("sleutel", "")
    signal = next(
        (s for s in selectors.signals(organisatie, maand) if s.sleutel == wanted), None
    )
    if signal is None:
        raise Http404
    nakijken.mark_seen(
        organisatie=organisatie,
        maand=maand.dag,
        sleutel=signal.sleutel,
        aantal=signal.aantal,
    )
    return redirect(f"{reverse('functionaris_signalen')}?maand={maand}")


@require_http_methods(["GET", "HEAD", "POST"])
def afschermen(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """The client of this line does not see the name any more: only in a case of threat, and
    never one's own."""
    organisatie = _mine(request, HIDE)
    regel = selectors.one_line(uuid)
    if regel is None or not regel.client or regel.persoon in {None, request.user.pk}:
        raise Http404
    form = AfschermForm(posted(request))
    if form.is_valid():
        reden = Afschermreden(form.cleaned_data["reden"])
        try:
            afscherming.keep_back(
                regel=regel.id, reden=reden, uuid=form.cleaned_data["uuid"]
            )
        except afscherming.NotHere:
            raise Http404 from None
        messages.success(
            request, f"Cliënt {regel.client} ziet de naam van {regel.naam} niet meer."
        )
        return redirect("functionaris_namen")
    context = {"organisatie": organisatie, "regel": regel, "form": form}
    page = "clientplan/functionaris/afschermen.html"
    return render(request, page, context, status=status_of(form))


@require_safe
def namen(request: GebruikerRequest) -> HttpResponse:
    """Names that are kept back now."""
    organisatie = _mine(request, HIDE)
    nakijken.trace_log(Actie.READ, organisatie, "namen")
    context = {"organisatie": organisatie, "namen": selectors.kept_back()}
    return render(request, "clientplan/functionaris/namen.html", context)


@require_POST
def tonen(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    _mine(request, HIDE)
    try:
        afscherming.show_again(uuid=uuid)
    except afscherming.NotHere:
        raise Http404 from None
    messages.success(request, "De naam is weer te zien.")
    return redirect("functionaris_namen")


def _mine(request: GebruikerRequest, act: str) -> Organisatie:
    """The organisation of the active role; 404 for who may not."""
    organisatie = selectors.organisation_of(request.user, act)
    if organisatie is None:
        raise Http404
    return organisatie


def _about(organisatie: Organisatie, maand: Maand) -> dict[str, object]:
    now = Maand.of(timezone.localdate())
    return {
        "organisatie": organisatie,
        "maand": maand,
        "dag": maand.dag,
        "vorige": maand.vorige,
        "volgende": maand.volgende if maand < now else None,
    }


def _month(request: GebruikerRequest) -> Maand:
    today: date = timezone.localdate()
    return Maand.read(request.GET.get("maand", ""), today)


def _log_of(maand: Maand) -> str:
    return f"{reverse('functionaris_logboek')}?maand={maand}"


def _number(request: GebruikerRequest, name: str) -> int | None:
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else None  # noqa: PLR2004
