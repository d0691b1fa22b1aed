"""The addresses of the product, and the floor: a view of ours that writes nothing."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_POST

from config import urls


@login_not_required
@require_POST
def floor(request: HttpRequest, code: str) -> HttpResponse:
    """Through the same middleware, CSRF check and transaction as a save."""
    return HttpResponse(status=204)


handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500
urlpatterns = [path("meedoen/<str:code>/vloer/", floor), *urls.urlpatterns]
