"""A round while it runs: how far people are, opening cards, reminding, closing, the screen.

The pages refresh their figures by themselves and nothing else: a form, the focus and an
open question stay as they are.
"""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST, require_safe

from basis.marks import stays_at_rest
from kompas.models import Ronde, Rondekaart
from kompas.querysets import RondeQuerySet
from kompas.rules.code import shown
from kompas.selectors import rondes as selectors
from kompas.services import rondes as services
from toegang.http import GebruikerRequest, address_of
from toegang.roles import may_now

from .meedoen_deur import feels_at_home


@require_safe
def ronde(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """How far the round is. Who leads it also sees who began, and can act."""
    return _dashboard(request, get_object_or_404(_visible(request), uuid=uuid))


def _dashboard(
    request: GebruikerRequest, found: Ronde, *, vraag: str = ""
) -> HttpResponse:
    """`vraag`: the key of the card that is about to be opened."""
    leads = Ronde.objects.led_by(request.user).filter(pk=found.pk).exists()
    context = {
        "ronde": found,
        "traject": found.traject,
        "leidt": leads,
        "doet_mee": may_now(request.user, "lid.eigen_keuze"),
        "vraag": vraag,
        "mensen": selectors.people(found) if leads else None,
        "vandaag_herinnerd": found.herinnerd_op == timezone.localdate(),
        **_figures(found),
        **_joining(request, found),
    }
    return render(request, "kompas/ronde/dashboard.html", context)


@require_GET
def ronde_tellingen(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """The figures of the page alone, when they changed."""
    found = get_object_or_404(_visible(request), uuid=uuid)
    return _when_changed(request, "kompas/ronde/_tellingen.html", found)


def ronde_kaart_openen(
    request: GebruikerRequest, uuid: UUID, thema: str
) -> HttpResponse:
    """First asks, with who is still busy; then opens the outcome, once."""
    cards = Rondekaart.objects.led_by(request.user)
    kaart = get_object_or_404(
        cards.select_related("thema", "ronde__traject__regio", "ronde__editie"),
        ronde__uuid=uuid,
        thema__sleutel=thema,
    )
    if request.method != "POST":
        return _dashboard(request, kaart.ronde, vraag=thema)
    if services.open_card(kaart=kaart):
        messages.success(request, f"De uitkomst van {kaart.thema.naam} is open.")
    else:
        messages.info(request, f"De uitkomst van {kaart.thema.naam} was al open.")
    return redirect(f"{reverse('ronde', args=[uuid])}#kaart-{thema}")


@require_POST
def ronde_herinneren(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    found = get_object_or_404(_led(request), uuid=uuid)
    sent = services.remind(ronde=found)
    if sent:
        people = "1 mens krijgt" if sent == 1 else f"{sent} mensen krijgen"
        messages.success(request, f"{people} een herinnering.")
    else:
        messages.info(
            request,
            "Er is nu niemand om te herinneren. Een keer per dag is genoeg.",
        )
    return redirect("ronde", uuid)


def ronde_sluiten(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """What closing would end, and then for good."""
    found = get_object_or_404(_led(request), uuid=uuid)
    if request.method == "POST":
        closed = services.close_ronde(ronde=found)
        words = "De ronde is gesloten." if closed else "De ronde was al gesloten."
        messages.success(request, f"{words} Niemand kan nog antwoord geven.")
        return redirect("ronde", uuid)
    if not found.open:
        return redirect("ronde", uuid)
    context = {"ronde": found, "traject": found.traject, **_figures(found)}
    return render(request, "kompas/ronde/sluiten.html", context)


@require_safe
def ronde_scherm(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """For the wall: how to join, and how many did."""
    found = get_object_or_404(_led(request), uuid=uuid)
    if not found.open:
        return redirect("ronde", uuid)
    feels_at_home(address_of(request), found.code)
    context = {"ronde": found, **_figures(found), **_joining(request, found)}
    return render(request, "kompas/ronde/scherm.html", context)


@stays_at_rest("kompas/ronde/_scherm_rust.html")
@require_GET
def ronde_scherm_telling(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    found = get_object_or_404(_led(request), uuid=uuid)
    return _when_changed(request, "kompas/ronde/_scherm_telling.html", found)


def _when_changed(request: HttpRequest, template: str, found: Ronde) -> HttpResponse:
    """304 when the page shows these figures already.

    The page says itself which ones it shows, in If-None-Match: pages behind the login are
    never kept by the browser.
    """
    figures = _figures(found)
    if request.headers.get("If-None-Match") == figures["etag"]:
        return HttpResponse(status=HTTPStatus.NOT_MODIFIED)
    answer = render(request, template, {"ronde": found, "los": True, **figures})
    answer["ETag"] = str(figures["etag"])
    return answer


def _figures(found: Ronde) -> dict[str, object]:
    now = timezone.localtime()
    progress = selectors.progress(found)
    return {"voortgang": progress, "nu": now, "etag": progress.etag(found, now)}


def _joining(request: HttpRequest, found: Ronde) -> dict[str, str]:
    """The code and both addresses: the one in the QR, and the one people type."""
    if not found.open:
        return {}
    return {
        "code": shown(found.code),
        "link": request.build_absolute_uri(reverse("meedoen_ronde", args=[found.code])),
        "adres": request.get_host() + reverse("meedoen").rstrip("/"),
    }


def _visible(request: GebruikerRequest) -> RondeQuerySet:
    return Ronde.objects.visible_to(request.user).select_related(*WITH)


def _led(request: GebruikerRequest) -> RondeQuerySet:
    return Ronde.objects.led_by(request.user).select_related(*WITH)


WITH = ("traject__regio", "editie")
