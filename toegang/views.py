from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login

from basis.forms import posted

from . import services
from .context import LETTERS_COOKIE
from .forms import WachtwoordForm
from .http import GebruikerRequest
from .invitations import kind_of
from .models import Gebruiker, Uitnodiging

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


@login_not_required
def uitnodiging(request: HttpRequest, code: str) -> HttpResponse:
    """GET only shows: mail scanners open links. POST uses the invitation up."""
    usable = Uitnodiging.objects.usable()
    found = get_object_or_404(usable, hash=services.hash_of(code))
    known = Gebruiker.objects.filter(email=found.email, is_active=True).first()
    context: dict[str, object] = {
        "uitnodiging": found,
        "zin": kind_of(found).sentence(found),
    }
    if known and request.user != known:
        context["terug"] = request.get_full_path()
        return render(request, "toegang/uitnodiging_inloggen.html", context)
    form = WachtwoordForm(posted(request))
    if request.method == "POST" and (known or form.is_valid()):
        return _accept(request, code, known, form)
    context |= {"form": form, "bekend": known}
    status = 422 if form.is_bound else 200
    return render(request, "toegang/uitnodiging.html", context, status=status)


def _accept(
    request: HttpRequest, code: str, known: Gebruiker | None, form: WachtwoordForm
) -> HttpResponse:
    password = "" if known else form.cleaned_data["wachtwoord"]
    try:
        user = services.accept(code=code, user=known, password=password)
    except Uitnodiging.DoesNotExist:  # used up by another click, a moment ago
        raise Http404 from None
    if known:
        return redirect("vandaag")
    return perform_login(request, Login(user=user))
