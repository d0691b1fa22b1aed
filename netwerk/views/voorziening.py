"""The page of one provision, for everybody."""

from datetime import datetime
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from basis import pdf
from netwerk.documents.voorziening import voorziening_pdf as made_pdf
from netwerk.models import Voorziening
from netwerk.selectors import plekkaart, vandaag, voorziening as selectors
from netwerk.selectors.plaatsen import (
    PLAATS,
    Choice,
    Found,
    Unknown,
    find_where,
    looks_like,
)
from toegang.models import Gebruiker
from toegang.permissions import may
from toegang.roles import may_now

from .papier import paper_door


@login_not_required
@require_safe
def voorziening(request: HttpRequest, slug: str) -> HttpResponse:
    """All there is to know of it; what stopped is gone, and says where to go instead."""
    found = selectors.find(slug, request.user)
    if found is None:
        return _elsewhere(request, slug, "voorziening")
    where = _where(request, found)
    context = _told(request, found, where) | {
        "terug": _back(request),
        "plaats": request.GET.get("plaats", "")[:80],
        "waar": where,
        "bedoeld": _meant(where, found),
        "url": _address(found),
        "regio": found.regio,
        "stelt_voor": _may_propose(request, found),
        "kaart": plekkaart.draw(found, where if isinstance(where, Found) else None),
    }
    page = context["p"]
    status = HTTPStatus.GONE if page.gestopt else HTTPStatus.OK
    return render(request, "netwerk/voorziening/pagina.html", context, status=status)


@login_not_required
@require_safe
@paper_door
def voorziening_pdf(request: HttpRequest, slug: str) -> HttpResponse:
    """The same on paper: only what everybody may read, whoever asks."""
    found = selectors.find(slug, request.user)
    if found is None:
        return _elsewhere(request, slug, "voorziening_pdf")
    told = _told(request, found, _where(request, found), paper=True)
    try:
        made = made_pdf(told["p"], told["vandaag"], url=_address(found))
    except pdf.NoPango:
        page, about = "netwerk/voorziening/geen_pdf.html", {"v": found}
        return render(request, page, about | {"regio": found.regio}, status=503)
    return pdf.download(f"{found.slug}.pdf", made.content)


def _elsewhere(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """To the page that took its place, if there is one that the reader may see."""
    moved = selectors.moved_to(slug)
    if moved is None or selectors.find(moved, request.user) is None:
        raise Http404
    return redirect(name, moved, permanent=True)


def _told(
    request: HttpRequest,
    found: Voorziening,
    where: Found | Choice | Unknown | None,
    *,
    paper: bool = False,
) -> dict[str, Any]:
    moment = timezone.now()
    waar = where if isinstance(where, Found) else None
    rol = getattr(request, "actieve_rol", None)
    verwijzer = not paper and may(rol and rol.soort, "verwijzersnummer.zien")
    page = selectors.page(found, moment=moment, waar=waar, verwijzer=verwijzer)
    return {
        "p": page,
        "v": found,
        "vandaag": _offered(page, moment=moment, waar=waar, paper=paper),
    }


def _offered(
    page: selectors.Pagina, *, moment: datetime, waar: Found | None, paper: bool
) -> vandaag.Vandaag | None:
    """What can be done while somebody waits, or where it stopped; paper is read on another
    day."""
    v = page.voorziening
    if page.gestopt:
        return vandaag.afterwards(v, moment=moment, waar=waar, only_today=not paper)
    if not page.overbrug:
        return None
    offers = vandaag.meanwhile if paper else vandaag.today
    return offers(v, moment=moment, waar=waar)


def _may_propose(request: HttpRequest, found: Voorziening) -> bool:
    """One question more, for who works here; a visitor asks nothing."""
    user = request.user
    if not isinstance(user, Gebruiker) or not may_now(user, "voorstel.doen"):
        return False
    return Voorziening.objects.proposable_by(user).filter(pk=found.pk).exists()


def _where(request: HttpRequest, found: Voorziening) -> Found | Choice | Unknown | None:
    """The place a visitor gave; distances are reckoned from it."""
    typed = request.GET.get("plaats", "").strip()
    return find_where(typed, found.regio) if typed else None


def _meant(where: Found | Choice | Unknown | None, found: Voorziening) -> list[str]:
    """Names of places that an unknown one looks like."""
    unknown = isinstance(where, Unknown) and where.reason == PLAATS
    return looks_like(where.text, found.regio) if where and unknown else []


def _address(found: Voorziening) -> str:
    return settings.BASE_URL + reverse("voorziening", args=[found.slug])


def _back(request: HttpRequest) -> str:
    """The search this page was reached from, with its words; else a new search."""
    search = reverse("sociale_kaart")
    came, ours = request.headers.get("Referer", ""), request.build_absolute_uri(search)
    return search + came.removeprefix(ours) if came.startswith(f"{ours}?") else search
