"""The second step: what there is, an app, a list on paper, and off again."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from allauth.mfa.adapter import get_adapter
from allauth.mfa.utils import decrypt, encrypt

from basis.forms import posted
from basis.marks import in_any_role
from toegang.codes import WRONG_CODE
from toegang.forms import CodeForm
from toegang.http import GebruikerRequest, next_of
from toegang.second_factor import is_forced, recently_confirmed
from toegang.selectors import second_factor as selectors
from toegang.services import second_factor as services

SECRET, BACK = "tweede_stap", "tweede_stap_terug"  # in the session, the first sealed


@in_any_role
@require_http_methods(["GET", "HEAD"])
def overzicht(request: GebruikerRequest) -> HttpResponse:
    """What there is; who was sent here hears why, and goes back afterwards."""
    if next_of(request):
        request.session[BACK] = next_of(request)
    state = selectors.state_of(request.user)
    context = {"manier": state, "moet": is_forced(request)}
    return render(request, "toegang/tweede_stap.html", context)


@in_any_role
@require_http_methods(["GET", "HEAD", "POST"])
@recently_confirmed
def app(request: GebruikerRequest) -> HttpResponse:
    """A first app, or another in its place; the old one works until the new one does."""
    form = CodeForm(posted(request))
    sealed = request.session.get(SECRET)
    if form.is_valid() and sealed:
        secret, code = decrypt(sealed), form.cleaned_data["code"]
        if services.use_app(user=request.user, secret=secret, code=code):
            del request.session[SECRET]
            messages.success(request, "De app is je tweede stap.")
            return redirect("mfa_view_recovery_codes")
        form.add_error("code", WRONG_CODE)
    if not sealed:
        sealed = request.session[SECRET] = encrypt(services.new_secret())
    secret = decrypt(sealed)
    context = {
        "form": form,
        "adres": get_adapter().build_totp_url(request.user, secret),
        "sleutel": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "toegang/tweede_stap_app.html", context, status=status)


@in_any_role
@require_http_methods(["GET", "HEAD", "POST"])
@recently_confirmed
def papier(request: GebruikerRequest) -> HttpResponse:
    """A list and nothing else: for whoever has no smartphone, or does not want one."""
    if request.method == "POST":
        services.use_paper(user=request.user)
        messages.success(request, "De lijst met codes is je tweede stap.")
        return redirect("mfa_view_recovery_codes")
    context = {"manier": selectors.state_of(request.user)}
    return render(request, "toegang/tweede_stap_papier.html", context)


@in_any_role
@require_http_methods(["GET", "HEAD"])
@never_cache
@recently_confirmed
def codes(request: GebruikerRequest) -> HttpResponse:
    """The list, to print or to write down."""
    found = selectors.codes_of(request.user)
    if not found:
        return redirect("mfa_index")
    back = request.session.get(BACK, "")
    context = {"codes": found, "terug": back}
    return render(request, "toegang/tweede_stap_codes.html", context)


@in_any_role
@require_http_methods(["GET", "HEAD", "POST"])
@recently_confirmed
def nieuwe_codes(request: GebruikerRequest) -> HttpResponse:
    """Another list; the old one stops."""
    if not selectors.state_of(request.user).on:
        return redirect("mfa_index")
    if request.method == "POST":
        services.new_list(user=request.user)
        messages.success(request, "Dit is je nieuwe lijst. Gooi de oude weg.")
        return redirect("mfa_view_recovery_codes")
    return render(request, "toegang/tweede_stap_nieuwe_codes.html")


@in_any_role
@require_http_methods(["GET", "HEAD", "POST"])
@recently_confirmed
def uit(request: GebruikerRequest) -> HttpResponse:
    """Only who may choose."""
    if is_forced(request) or not selectors.state_of(request.user).on:
        return redirect("mfa_index")
    if request.method == "POST":
        services.switch_off(user=request.user)
        messages.success(request, "De tweede stap staat uit.")
        return redirect("mfa_index")
    return render(request, "toegang/tweede_stap_uit.html")
