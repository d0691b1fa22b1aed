"""What everybody may read, and where somebody who logs in begins."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from basis.marks import in_any_role
from toegang.context import LETTERS_COOKIE
from toegang.http import GebruikerRequest, is_ours
from toegang.menu import lines_of

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
@in_any_role
@require_POST
def letters(request: HttpRequest) -> HttpResponse:
    """Other letters, as this reader's choice; kept on the device."""
    back = request.POST.get("terug", "/")
    response = redirect(back if is_ours(back) else "/")
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
    lines = lines_of(request.actieve_rol)
    if lines:
        return redirect(lines[0].naam)
    return render(request, "toegang/vandaag.html")
