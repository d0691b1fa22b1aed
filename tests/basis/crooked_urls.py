"""Pages that go wrong on purpose, each in a way of its own (test_middleware.py)."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.urls import path

from config import urls
from toegang.models import Regio

CARE = "mevrouw-vertelde-dat-zij-stemmen-hoort"


def new() -> Regio:
    return Regio.objects.create(naam="Half", slug="half")


@login_not_required
def saves(request):
    new()
    return HttpResponse(request.POST.get("tekst", ""))


@login_not_required
def saves_then_404(request):
    new()
    raise Http404


@login_not_required
def saves_then_breaks(request):
    new()
    raise ValueError(request.POST.get("tekst", CARE))


@login_not_required
def saves_and_says_500(request):
    new()
    return HttpResponse(status=500)


@login_not_required
def streams(request):
    return StreamingHttpResponse(iter([b"a"]))


handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500
urlpatterns = [
    *urls.urlpatterns,
    path("saves", saves, name="saves"),
    path("saves-then-404", saves_then_404),
    path("saves-then-breaks", saves_then_breaks),
    path("saves-and-says-500", saves_and_says_500),
    path("streams", streams),
    path("meedoen/crooked", saves_then_breaks),
]
