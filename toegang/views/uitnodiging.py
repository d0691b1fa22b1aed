"""The link of an invitation."""

from http import HTTPStatus

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login

from basis.actor import acting
from basis.forms import posted
from basis.marks import in_any_role
from toegang import services
from toegang.devices import Device
from toegang.forms import NaamWachtwoordForm, WachtwoordForm
from toegang.http import actor_for
from toegang.invitations import kind_of
from toegang.models import Gebruiker, Uitnodiging
from toegang.roles import SESSION_KEY

from .inloggen import enter, knock
from .wachtwoord import link_is_over


@sensitive_post_parameters("wachtwoord")
@login_not_required
@in_any_role
@require_http_methods(["GET", "HEAD", "POST"])
def uitnodiging(request: HttpRequest, code: str) -> HttpResponse:
    """GET only shows: mail scanners open links. POST uses the invitation up."""
    found = Uitnodiging.objects.filter(hash=services.hash_of(code)).first()
    if found is None or not found.is_usable:
        return _over(request, found)
    sentence = kind_of(found).sentence(found)
    account = Gebruiker.objects.filter(email=found.email).first()
    if sentence is None or (account and not account.is_active):
        return link_is_over(request)
    if _is_somebody_else(request, account, found):
        context = {"uitnodiging": found, "terug": request.path}
        return render(request, "toegang/uitnodiging_inloggen.html", context)
    asks_name = not (account or found.naam)
    form = (NaamWachtwoordForm if asks_name else WachtwoordForm)(posted(request))
    if request.method == "POST" and (account or form.is_valid()):
        return _accept(request, found, code, account, form)
    context = {
        "uitnodiging": found,
        "zin": sentence,
        "form": form,
        "bekend": account,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "toegang/uitnodiging.html", context, status=status)


def _is_somebody_else(
    request: HttpRequest, account: Gebruiker | None, found: Uitnodiging
) -> bool:
    """Logged in under another address, or not logged in to the account there is."""
    if request.user.is_authenticated:
        return bool(request.user.email != found.email)
    return account is not None


def _accept(
    request: HttpRequest,
    found: Uitnodiging,
    code: str,
    account: Gebruiker | None,
    form: WachtwoordForm,
) -> HttpResponse:
    password = "" if account else form.cleaned_data["wachtwoord"]
    try:
        with acting(actor_for(request, account)):
            user = services.accept(
                code=code,
                user=account,
                password=password,
                naam=form.cleaned_data.get("naam", "") if not account else "",
            )
    except Uitnodiging.DoesNotExist:  # used up by another click, a moment ago
        return _over(
            request, Uitnodiging.objects.filter(hash=services.hash_of(code)).first()
        )
    except services.AccountExists:
        return redirect(request.path)
    kind = kind_of(found)
    if account:
        if kind.rol:
            request.session[SESSION_KEY] = kind.rol(found)
        return redirect("vandaag")
    record_authentication(request, user, "uitnodiging")
    response: HttpResponse = perform_login(
        request, Login(user=user, redirect_url=reverse("vandaag"))
    )
    Device(request).remember(response, user)
    return response


def _over(request: HttpRequest, found: Uitnodiging | None) -> HttpResponse:
    """For whom it was, a link that was used leads in: a second click comes with the
    password that the first one chose. For everybody else it is over."""
    if found is None or found.gebruikt_op is None:
        return link_is_over(request)
    if request.user.is_authenticated:
        mine = request.user.email == found.email
        return redirect("vandaag") if mine else link_is_over(request)
    form = WachtwoordForm(posted(request))
    if not form.is_valid():
        return link_is_over(request)
    device, password = Device(request), form.cleaned_data["wachtwoord"]
    user = knock(request, device, email=found.email, password=password)
    return enter(request, device, user) if user else link_is_over(request)
