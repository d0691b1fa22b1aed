"""The login door: a password, a code when there is a second step, and out again."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import perform_password_login
from allauth.account.internal.flows.logout import logout
from allauth.account.models import Login
from allauth.account.stages import LoginStageController
from allauth.mfa.stages import AuthenticateStage

from basis.doors import Door, Limit
from basis.forms import posted
from basis.marks import in_any_role
from toegang import terug
from toegang.codes import code_fits, refused, wrong_code
from toegang.devices import Device
from toegang.forms import CodeForm, InlogForm
from toegang.http import address_of, next_of
from toegang.models import Gebruiker
from toegang.roles import SESSION_KEY
from toegang.selectors import second_factor as selectors
from toegang.services import entry

# One device that guesses at one account waits soon and long. An account waits shortly
# whoever guesses, and never for a device its owner uses. An address is a whole building.
LOGIN = Door(
    "inloggen",
    device=Limit(5),
    account=Limit(20, longest_s=30),
    address=Limit(500, first_s=2, longest_s=20),
)
WRONG = "Dit e-mailadres en dit wachtwoord horen niet bij elkaar. Probeer het nog eens."


@sensitive_post_parameters("password")
@login_not_required
@in_any_role
@require_http_methods(["GET", "HEAD", "POST"])
def inloggen(request: HttpRequest) -> HttpResponse:
    """Who is in already goes on to where they wanted to be."""
    if request.user.is_authenticated:
        return redirect(next_of(request, "vandaag"))
    device = Device(request)
    form = InlogForm(posted(request))
    if form.is_valid():
        email, password = form.cleaned_data["login"], form.cleaned_data["password"]
        user = knock(request, device, email=email, password=password)
        if user is not None:
            return enter(request, device, user)
        form.add_error(None, WRONG)
    context = {
        "form": form,
        "next": next_of(request),
        "rust": "rust" in request.GET,
        "envelop": terug.envelope_in(request),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    response = render(request, "toegang/inloggen.html", context, status=status)
    device.give_id(response)
    return response


def knock(
    request: HttpRequest, device: Device, *, email: str, password: str
) -> Gebruiker | None:
    """The account these belong to. Raises TooFast."""
    owner = Gebruiker.objects.filter(email=email).first()
    known = device.knows(owner)
    who = {
        "device": f"{device.id} {email}" if device.id else "",
        "account": "" if known else email,
        "address": "" if known else address_of(request),
    }
    LOGIN.check(**who)
    user: Gebruiker | None = get_adapter().authenticate(
        request, email=email, password=password
    )
    if user is None:
        LOGIN.wrong(**who)
        refused(request, owner, "wachtwoord")
        return None
    LOGIN.forget(device=who["device"])
    return user


def enter(request: HttpRequest, device: Device, user: Gebruiker) -> HttpResponse:
    """In, or on to the second step."""
    login = Login(user=user, redirect_url=next_of(request, reverse("vandaag")))
    response: HttpResponse = perform_password_login(request, {}, login)
    if request.user.is_authenticated:
        response = further(request, user, response)
        device.remember(response, user)
    elif terug.envelope_in(request) and LoginStageController.enter(
        request, AuthenticateStage.key
    ):
        return code_page(request, user, CodeForm())
    return response


def further(request: HttpRequest, user: Gebruiker, to: HttpResponse) -> HttpResponse:
    """In; with what they had typed, in the role they typed it in, when it is theirs."""
    text = terug.envelope_in(request)
    if not text:
        return to
    found = terug.opened(text)
    if found is None or found.wie != terug.mark_of(user):
        messages.info(request, terug.GONE)
        return to
    request.session[SESSION_KEY] = found.rol
    return terug.go_on(request, text, found)


@login_not_required
@in_any_role
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """The second step of a login that has begun."""
    stage = LoginStageController.enter(request, AuthenticateStage.key)
    if request.user.is_authenticated or stage is None:
        return redirect("account_login")
    user: Gebruiker = stage.login.user
    form = CodeForm(posted(request))
    if form.is_valid():
        if code_fits(request, user, form.cleaned_data["code"]):
            response = further(request, user, stage.exit())
            Device(request).remember(response, user)
            return response
        form.add_error("code", wrong_code(user))
    return code_page(request, user, form)


def code_page(request: HttpRequest, user: Gebruiker, form: CodeForm) -> HttpResponse:
    context = {
        "form": form,
        "manier": selectors.state_of(user),
        "envelop": terug.envelope_in(request),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "toegang/code.html", context, status=status)


@login_not_required
@in_any_role
@require_http_methods(["GET", "HEAD", "POST"])
def uitloggen(request: HttpRequest) -> HttpResponse:
    """GET asks (another site can make a browser GET), POST does it."""
    if not isinstance(request.user, Gebruiker):
        return redirect(next_of(request, "start"))
    if request.method != "POST":
        return render(request, "toegang/uitloggen.html", {"next": next_of(request)})
    entry.record_logout(user=request.user)
    logout(request)
    messages.success(request, "Je bent uitgelogd.")
    return redirect(next_of(request, "start"))
