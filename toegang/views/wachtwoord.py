"""A new password, for who is logged in and for who forgot the old one."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.contrib.auth import logout, update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.tokens import default_token_generator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.usersessions.models import UserSession

from basis.actor import acting
from basis.doors import Door, Limit
from basis.forms import posted
from basis.marks import in_any_role
from toegang.devices import Device
from toegang.forms import VergetenForm, WachtwoordForm
from toegang.http import GebruikerRequest, actor_for, address_of
from toegang.models import Gebruiker
from toegang.second_factor import recently_confirmed
from toegang.services import passwords

# Here every question counts, right or wrong: each of them is a letter to somebody.
FORGOTTEN = Door(
    "vergeten",
    account=Limit(3, first_s=60, longest_s=600),
    address=Limit(500, first_s=2, longest_s=20),
)


@sensitive_post_parameters("wachtwoord")
@in_any_role
@require_http_methods(["GET", "HEAD", "POST"])
@recently_confirmed
def wachtwoord(request: GebruikerRequest) -> HttpResponse:
    """Other devices are logged out by it, this one is not."""
    form = WachtwoordForm(posted(request))
    if form.is_valid():
        user = request.user
        passwords.change_password(user=user, password=form.cleaned_data["wachtwoord"])
        update_session_auth_hash(request, user)
        UserSession.objects.create_from_request(request)
        messages.success(request, "Je nieuwe wachtwoord is bewaard.")
        return redirect("mijn_account")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "toegang/wachtwoord.html", {"form": form}, status=status)


@login_not_required
@in_any_role
@require_http_methods(["GET", "HEAD", "POST"])
def vergeten(request: HttpRequest) -> HttpResponse:
    """The answer never says whether there is an account."""
    form = VergetenForm(posted(request))
    if form.is_valid():
        email = form.cleaned_data["email"]
        who = {"account": email, "address": address_of(request)}
        FORGOTTEN.check(**who)
        FORGOTTEN.wrong(**who)
        passwords.send_link(email=email)
        return redirect("account_reset_password_done")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    context = {"form": form}
    return render(request, "toegang/wachtwoord_vergeten.html", context, status=status)


@login_not_required
@require_http_methods(["GET", "HEAD"])
def verstuurd(request: HttpRequest) -> HttpResponse:
    return render(request, "toegang/wachtwoord_verstuurd.html")


@sensitive_post_parameters("wachtwoord")
@login_not_required
@in_any_role
@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(request: HttpRequest, uuid: UUID, token: str) -> HttpResponse:
    """The link of the letter: it works once, and for a day. GET shows, POST does it."""
    user = Gebruiker.objects.filter(uuid=uuid, is_active=True).first()
    if user is None or not default_token_generator.check_token(user, token):
        return link_is_over(request)
    form = WachtwoordForm(posted(request))
    if form.is_valid():
        return _choose(request, user, form.cleaned_data["wachtwoord"])
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    context = {"form": form}
    return render(request, "toegang/wachtwoord_nieuw.html", context, status=status)


def _choose(request: HttpRequest, user: Gebruiker, password: str) -> HttpResponse:
    """And in at once, by the second step when there is one. Whoever reads the mailbox is
    known on this device from now on: also when somebody else keeps guessing."""
    if request.user.is_authenticated:
        logout(request)
    with acting(actor_for(request, user)):
        passwords.change_password(user=user, password=password)
    record_authentication(request, user, "password_reset")
    response: HttpResponse = perform_login(
        request, Login(user=user, redirect_url=reverse("vandaag"))
    )
    Device(request).remember(response, user)
    messages.success(request, "Je nieuwe wachtwoord is bewaard.")
    return response


def link_is_over(request: HttpRequest) -> HttpResponse:
    """Used, withdrawn, too old or never made: one page, the same bytes for everybody."""
    template = "toegang/link_werkt_niet.html"
    return render(request, template, status=HTTPStatus.NOT_FOUND)
