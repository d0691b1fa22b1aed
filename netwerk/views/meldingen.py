""" "Klopt dit niet?": to report, to follow without an account, and to handle."""

import contextlib
from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from redis.exceptions import RedisError

from basis.doors import Door, Limit, TooFast
from basis.forms import posted, status_of
from netwerk.forms.meldingen import AntwoordForm, MeldingForm, NummerForm
from netwerk.models import Melding, Voorziening
from netwerk.rules.meldnummer import normalise, shown
from netwerk.selectors import meldingen as selectors, voorziening as voorzieningen
from netwerk.services import meldingen as services
from toegang.http import GebruikerRequest, address_of
from toegang.roles import may_now

# A library shares one address. Every report counts: one that was sent is not taken back.
REPORTS = Door("melding", address=Limit(10, first_s=60, longest_s=600))
NUMBERS = Door("meldnummer", address=Limit(20, first_s=5, longest_s=300))


@login_not_required
def melding_nieuw(request: HttpRequest, slug: str) -> HttpResponse:
    """What is wrong on this page? The answer is a number to follow it by."""
    about = voorzieningen.find(slug, request.user)
    if about is None:  # it went up in another meanwhile: what was typed is not lost
        moved = voorzieningen.moved_to(slug)
        about = voorzieningen.find(moved, request.user) if moved else None
    if about is None:
        raise Http404
    form = MeldingForm(posted(request))
    if form.is_valid():
        try:
            melding = _reported(request, about, form)
        except TooFast as too_fast:
            return _later(request, about, form, too_fast.seconds)
        messages.success(request, "Dank je wel. Je melding is binnen.")
        return redirect("melding_volgen", melding.nummer)
    context = {"form": form, "v": about, "regio": about.regio}
    return render(
        request, "netwerk/meldingen/nieuw.html", context, status=status_of(form)
    )


def _reported(request: HttpRequest, about: Voorziening, form: MeldingForm) -> Melding:
    """What was sent before is not counted again. While Redis is away nothing is counted:
    what somebody took the trouble to write comes in all the same."""
    known = Melding.objects.filter(uuid=form.cleaned_data["uuid"]).first()
    if known is not None:
        return known
    address = address_of(request)
    with contextlib.suppress(RedisError):
        REPORTS.check(address=address)
    melding = services.report(voorziening=about, **form.cleaned_data)
    with contextlib.suppress(RedisError):
        REPORTS.wrong(address=address)
    return melding


def _later(
    request: HttpRequest, about: Voorziening, form: MeldingForm, seconds: int
) -> HttpResponse:
    """What was typed stays on the page."""
    minutes = -(-seconds // 60)
    when = "over een minuut" if minutes == 1 else f"over {minutes} minuten"
    form.add_error(
        None, f"Er kwamen net veel meldingen binnen. Probeer het {when} weer."
    )
    response = render(
        request,
        "netwerk/meldingen/nieuw.html",
        {"form": form, "v": about, "regio": about.regio},
        status=HTTPStatus.TOO_MANY_REQUESTS,
    )
    response["Retry-After"] = str(seconds)
    return response


@login_not_required
def melding_zoeken(request: HttpRequest) -> HttpResponse:
    """To follow a report, by the number of the receipt."""
    form = NummerForm(posted(request))
    if form.is_valid():
        nummer = form.cleaned_data["nummer"]
        if _by_number(request, nummer) is not None:
            return redirect("melding_volgen", nummer)
        form.add_error("nummer", "Dit nummer kennen we niet. Kijk het nog eens na.")
    context = {"form": form}
    return render(
        request, "netwerk/meldingen/zoeken.html", context, status=status_of(form)
    )


@login_not_required
@require_safe
def melding_volgen(request: HttpRequest, nummer: str) -> HttpResponse:
    """What happens with it. Not what was said, and nothing about who said it: the number
    may have come to anybody."""
    wanted = normalise(nummer)
    melding = _by_number(request, wanted)
    if melding is None:
        raise Http404
    if nummer != wanted:
        return redirect("melding_volgen", wanted)
    context = {
        "melding": melding,
        "nummer": shown(melding.nummer),
        "url": services.link_to(melding),
        "regio": melding.voorziening.regio,
    }
    return render(request, "netwerk/meldingen/volgen.html", context)


def _by_number(request: HttpRequest, nummer: str) -> Melding | None:
    """Wrong numbers slow down. Raises TooFast; while Redis is away a right number leads to
    its report, which says nothing of a person, and of a wrong one the page says later."""
    address, found = address_of(request), selectors.by_number(nummer)
    try:
        NUMBERS.check(address=address)
    except RedisError:
        if found is None:
            raise
    else:
        if found is None:
            NUMBERS.wrong(address=address)
    return found


# --- who keeps the page -----------------------------------------------------------------


@require_safe
def meldingen(request: GebruikerRequest) -> HttpResponse:
    """What has to be looked at, the oldest first."""
    if not may_now(request.user, "melding.behandelen"):
        raise Http404
    context = selectors.listed(request.user)
    return render(request, "netwerk/meldingen/lijst.html", {"m": context})


def melding(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """One report, and the answer to it."""
    row = _mine(request, uuid)
    form = AntwoordForm(posted(request))
    if form.is_valid():
        try:
            services.handle(melding=row, door=request.user, **form.cleaned_data)
        except services.NotOpen:
            messages.info(request, "Deze melding was al behandeld.")
        else:
            messages.success(request, "Bewaard. Je antwoord staat bij de melding.")
        return redirect("melding", uuid)
    context = {"melding": row, "nummer": shown(row.nummer), "form": form}
    return render(
        request, "netwerk/meldingen/melding.html", context, status=status_of(form)
    )


@require_POST
def melding_oppakken(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """Says to the reporter, and to who else keeps this page, that somebody looks at it."""
    row = _mine(request, uuid)
    try:
        services.take_up(melding=row)
    except services.NotOpen:
        messages.info(request, "Deze melding was al behandeld.")
    else:
        messages.success(request, "Wie het meldde ziet nu dat iemand ernaar kijkt.")
    return redirect("melding", uuid)


def _mine(request: GebruikerRequest, uuid: UUID) -> Melding:
    rows = Melding.objects.visible_to(request.user)
    rows = rows.select_related(
        "voorziening__organisatie", "voorziening__regio", "afgehandeld_door"
    )
    return get_object_or_404(rows, uuid=uuid)
