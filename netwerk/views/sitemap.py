"""What search engines may find of us, and where they need not look."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from basis.marks import outside_transaction
from netwerk.documents import sitemap as documents
from netwerk.selectors import sitemap as selectors

HOUR_S = 3_600
# forms, codes and the same page once more; all else asks for a login, or may be found
REFUSED = (
    "/bevestig/",
    "/inloggen/",
    "/meedoen/",
    "/sociale-kaart/*/klopt-niet/",
    "/sociale-kaart/*/pdf/",
    "/sociale-kaart/?",
    "/sociale-kaart/lijst.pdf",
    "/uitnodiging/",
    "/voor-naasten/pdf/",
    "/wachtwoord/",
    "/weg/",
)
EVERYTHING = ("/",)


@login_not_required
@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """The list of files."""
    files = [reverse("sitemap_plekken", args=[n]) for n in selectors.files()]
    found = map(_whole, [reverse("sitemap_paginas"), *files])
    return _xml(documents.index(found))


@login_not_required
@require_safe
def sitemap_paginas(request: HttpRequest) -> HttpResponse:
    found = ((_whole(path), None) for path in selectors.pages())
    return _xml(documents.urlset(found))


@login_not_required
@require_safe
def sitemap_plekken(request: HttpRequest, nummer: str) -> HttpResponse:
    found = selectors.provisions(int(nummer))
    if not found:
        raise Http404
    rows = ((_whole(path), changed) for path, changed in found)
    return _xml(documents.urlset(rows))


@login_not_required
@outside_transaction
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Of a demo nothing: its people and places do not exist."""
    refused = EVERYTHING if settings.DEMO else REFUSED
    text = documents.robots(refused, _whole(reverse("sitemap")))
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


def _whole(path: str) -> str:
    return f"{settings.BASE_URL}{path}"


def _xml(text: str) -> HttpResponse:
    response = HttpResponse(text, content_type="application/xml; charset=utf-8")
    patch_cache_control(response, public=True, max_age=HOUR_S)
    return response
