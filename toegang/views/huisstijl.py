"""The look of a region: who keeps it tries and chooses; what follows from it is for all."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_POST, require_safe

from basis.forms import posted, status_of
from basis.marks import outside_transaction
from toegang.forms.huisstijl import HuisstijlForm, LogoForm
from toegang.http import GebruikerRequest, regio_of
from toegang.models import Regio
from toegang.rules.huisstijl import passes, sheet, verdicts
from toegang.selectors import huisstijl as selectors
from toegang.services import huisstijl as services

ACT = "huisstijl.bijhouden"
FIELDS = ("naam", "kleur", "tweede_kleur")
TRY, PARAM = "bekijk", "doe"
DAY_S, YEAR_S = 86_400, 31_536_000


def huisstijl(request: GebruikerRequest) -> HttpResponse:
    """Trying shows the page itself in the new look, and keeps nothing."""
    regio = regio_of(request, ACT)
    form = HuisstijlForm(posted(request), initial=_now(regio))
    if not form.is_valid():
        return _page(request, regio, form=form)
    if request.POST.get(PARAM) == TRY:
        return _page(request, regio, form=form, proef=form.cleaned_data)
    services.keep_huisstijl(regio=regio, **form.cleaned_data)
    messages.success(request, "Bewaard. Zo zien bezoekers de pagina’s van de regio nu.")
    return _back(regio)


@require_POST
def huisstijl_logo(request: GebruikerRequest) -> HttpResponse:
    regio = regio_of(request, ACT)
    logo_form = LogoForm(request.POST, request.FILES)
    if not logo_form.is_valid():
        return _page(request, regio, logo_form=logo_form)
    services.keep_logo(regio=regio, logo=logo_form.cleaned_data["logo"])
    messages.success(request, "Het logo is bewaard.")
    return _back(regio)


@require_POST
def huisstijl_logo_weg(request: GebruikerRequest) -> HttpResponse:
    regio = regio_of(request, ACT)
    services.remove_logo(regio=regio)
    messages.success(request, "Het logo is weg.")
    return _back(regio)


@require_POST
def huisstijl_weg(request: GebruikerRequest) -> HttpResponse:
    regio = regio_of(request, ACT)
    services.remove_huisstijl(regio=regio)
    messages.success(request, "De regio ziet er weer uit zoals Netwerkkompas zelf.")
    return _back(regio)


def _page(
    request: GebruikerRequest,
    regio: Regio,
    *,
    form: HuisstijlForm | None = None,
    logo_form: LogoForm | None = None,
    proef: dict[str, Any] | None = None,
) -> HttpResponse:
    stijl, now = selectors.style_of(regio.slug), _now(regio)
    look = proef or now
    shown = logo_form or form or HuisstijlForm(initial=now)
    context = {
        "regio": regio,
        "regios": Regio.objects.allowed(request.user, ACT),
        "form": shown,  # of two forms on a page, the one that was sent has the errors
        "stijl_form": form or HuisstijlForm(initial=now),
        "logo_form": logo_form or LogoForm(),
        "stijl": selectors.tried(stijl, look) if proef else stijl,
        "proef": proef is not None,
        "gekozen": stijl is not None,
        "oordelen": verdicts(look["kleur"], look["tweede_kleur"]),
    }
    status = 200 if proef else status_of(shown)
    return render(request, "toegang/beheer/huisstijl.html", context, status=status)


def _now(regio: Regio) -> dict[str, str]:
    row = selectors.row_of(regio)
    return {name: getattr(row, name) for name in FIELDS}


def _back(regio: Regio) -> HttpResponse:
    return redirect(f"{reverse('huisstijl')}?regio={regio.slug}")


# --- for everybody ----------------------------------------------------------------------
@login_not_required
@outside_transaction
@require_safe
def huisstijl_css(request: HttpRequest, kleuren: str) -> HttpResponse:
    """The sheet of these colours, for a region that has them and for one that tries. It
    says nothing of who asks, and nothing of which region."""
    kleur, tweede = [*(f"#{one}" for one in kleuren.split("-")), ""][:2]
    if not all(passes(oordelen) for _, oordelen in verdicts(kleur, tweede)):
        raise Http404
    css = sheet(kleur, tweede)
    response = HttpResponse(css, content_type="text/css; charset=utf-8")
    patch_cache_control(response, public=True, max_age=DAY_S)
    return response


@login_not_required
@require_safe
def huisstijl_beeld(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The logo; another one has another address."""
    row = get_object_or_404(selectors.logos(), logo_uuid=uuid)
    response = HttpResponse(bytes(row.logo or b""), content_type="image/png")
    patch_cache_control(response, public=True, max_age=YEAR_S, immutable=True)
    return response
