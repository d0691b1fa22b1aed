"""The account itself: who I am here, my devices, my roles."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from allauth.usersessions.models import UserSession

from basis.doors import Door, Limit
from basis.forms import posted
from basis.marks import in_any_role
from toegang.codes import code_fits, refused, wrong_code
from toegang.forms import BevestigForm, CodeForm, RolForm
from toegang.http import GebruikerRequest, next_of
from toegang.roles import SESSION_KEY
from toegang.selectors import second_factor, sessions as selectors
from toegang.services import entry
from toegang.services.roles import switch_role

CONFIRM = Door("bevestigen", account=Limit(5))
WRONG = "Dit wachtwoord klopt niet. Probeer het nog eens."


def account(request: GebruikerRequest) -> HttpResponse:
    context = {"manier": second_factor.state_of(request.user)}
    return render(request, "toegang/account.html", context)


@in_any_role
@require_http_methods(["GET", "HEAD", "POST"])
def rol(request: GebruikerRequest) -> HttpResponse:
    """One role at a time; everything that is open in another tab belonged to the old one."""
    now = request.actieve_rol
    form = RolForm(
        posted(request),
        rollen=request.rollen,
        initial={"rol": now.sleutel if now else ""},
    )
    if form.is_valid():
        chosen = next(
            rol for rol in request.rollen if rol.sleutel == form.cleaned_data["rol"]
        )
        switch_role(user=request.user, rol=chosen)
        request.session[SESSION_KEY] = chosen.sleutel
        messages.success(request, f"Je werkt nu als {chosen.naam}.")
        return redirect("vandaag")
    context = {"form": form, "gewisseld": "gewisseld" in request.GET}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "toegang/rol.html", context, status=status)


@in_any_role
@require_http_methods(["GET", "HEAD", "POST"])
def sessies(request: GebruikerRequest) -> HttpResponse:
    """Where somebody is logged in; a button a device, and one for all others."""
    here = request.session.session_key
    if request.method == "POST":
        others = UserSession.objects.filter(user=request.user)
        others = others.exclude(session_key=here)
        wanted = request.POST.get("sessie", "")
        if wanted:
            others = others.filter(pk=int(wanted) if wanted.isdecimal() else 0)
        ended = entry.end_sessions(user=request.user, sessions=list(others[:100]))
        if ended:
            messages.success(
                request,
                "Daar ben je uitgelogd."
                if ended == 1
                else f"Op {ended} andere apparaten ben je uitgelogd.",
            )
        return redirect("usersessions_list")
    context = {"apparaten": selectors.devices_of(request.user, here)}
    return render(request, "toegang/sessies.html", context)


@sensitive_post_parameters("wachtwoord")
@in_any_role
@require_http_methods(["GET", "HEAD", "POST"])
def bevestigen(request: GebruikerRequest) -> HttpResponse:
    """A page that changes how somebody gets in wants to know that it is still them."""
    form = BevestigForm(posted(request))
    if form.is_valid():
        if _password_fits(request, form.cleaned_data["wachtwoord"]):
            record_authentication(
                request, request.user, "password", reauthenticated=True
            )
            return redirect(next_of(request, "mijn_account"))
        form.add_error("wachtwoord", WRONG)
    state = second_factor.state_of(request.user)
    context = {"form": form, "next": next_of(request), "manier": state}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "toegang/bevestigen.html", context, status=status)


def _password_fits(request: GebruikerRequest, password: str) -> bool:
    who = {"account": str(request.user.pk)}
    CONFIRM.check(**who)
    email = request.user.email
    found = get_adapter().authenticate(request, email=email, password=password)
    if found != request.user:
        CONFIRM.wrong(**who)
        refused(request, request.user, "bevestigen")
        return False
    CONFIRM.forget(**who)
    return True


@in_any_role
@require_http_methods(["GET", "HEAD", "POST"])
def bevestigen_code(request: GebruikerRequest) -> HttpResponse:
    """The same by the second step, where a password is not enough (T5)."""
    state = second_factor.state_of(request.user)
    if not state.on:
        return redirect("mfa_index")
    form = CodeForm(posted(request))
    if form.is_valid():
        code = form.cleaned_data["code"]
        if code_fits(request, request.user, code, again=True):
            return redirect(next_of(request, "mijn_account"))
        form.add_error("code", wrong_code(request.user))
    context = {"form": form, "next": next_of(request), "manier": state}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "toegang/bevestigen_code.html", context, status=status)
