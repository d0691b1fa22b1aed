"""The addresses of the product, and the floors: a view of ours that writes nothing, and a
page of a plan that leaves no trace."""

from unittest.mock import patch

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_POST

from clientplan.views.doelen import doelen
from config import urls
from toegang.http import GebruikerRequest


@login_not_required
@require_POST
def floor(request: HttpRequest, code: str) -> HttpResponse:
    """Through the same middleware, CSRF check and transaction as a save."""
    return HttpResponse(status=204)


def untraced(request: GebruikerRequest) -> HttpResponse:
    """One at a time: nobody else's line is left out meanwhile."""
    with patch("clientplan.views.blik.trace_reading"):
        return doelen(request)


handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500
urlpatterns = [
    path("meedoen/<str:code>/vloer/", floor),
    path("zonder-spoor/plan/doelen/", untraced),
    *urls.urlpatterns,
]
