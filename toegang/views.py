from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from .context import LETTERS_COOKIE
from .http import GebruikerRequest

YEAR_S = 31_536_000


@login_not_required
def start(request: HttpRequest) -> HttpResponse:
    """What this is, and where to go; who is logged in goes to work."""
    if request.user.is_authenticated:
        return redirect("vandaag")
    return render(request, "start.html")


@login_not_required
def over(request: HttpRequest) -> HttpResponse:
    return render(request, "over.html")


@login_not_required
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "privacy.html")


@login_not_required
def toegankelijkheid(request: HttpRequest) -> HttpResponse:
    return render(request, "toegankelijkheid.html")


@login_not_required
@require_POST
def letters(request: HttpRequest) -> HttpResponse:
    """Other letters, as this reader's choice; kept on the device."""
    back = request.POST.get("terug", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = "/"
    response = redirect(back)
    chosen = "duidelijk" if request.POST.get("letters") == "duidelijk" else ""
    response.set_cookie(
        LETTERS_COOKIE,
        chosen,
        max_age=YEAR_S,
        samesite="Lax",
        httponly=True,
        secure=request.is_secure(),
    )
    return response


def vandaag(request: GebruikerRequest) -> HttpResponse:
    """Where a role begins: the first line of its menu."""
    return render(request, "toegang/vandaag.html")
