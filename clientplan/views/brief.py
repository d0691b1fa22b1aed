"""A letter with a code: typed, looked at, and said yes to.

Somebody without an account gives a name and an address; a mail proves that it is theirs, and
its link goes on (clientplan/invitations.py). Whoever is logged in goes on at once.
"""

from dataclasses import replace
from http import HTTPStatus

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.mail import send_mail
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from basis.actor import Actor, acting, current
from basis.doors import Door, Limit
from basis.forms import posted
from basis.marks import in_any_role
from clientplan.forms.brief import ONBEKEND, CodeForm, NieuwForm
from clientplan.invitations import BRIEF
from netwerk.models import Startbrief
from netwerk.services import naasten, starten
from toegang.choices import Soort
from toegang.http import address_of
from toegang.models import Gebruiker
from toegang.roles import SESSION_KEY
from toegang.services import invite

# a code is one of some 10^12; whoever guesses waits, and a room of people does not
DOOR = Door("brief", device=Limit(5), address=Limit(200, first_s=2, longest_s=60))
# a code that is right must not send mail to everybody either
MAILS = Door("brief_mail", code=Limit(3, first_s=60, longest_s=3_600))


@login_not_required
@in_any_role
@require_http_methods(["GET", "HEAD", "POST"])
def typen(request: HttpRequest) -> HttpResponse:
    form = CodeForm(posted(request))
    if form.is_valid():
        code = form.cleaned_data["code"]
        if _what(request, code):
            return redirect("brief_code", code)
        form.add_error("code", ONBEKEND)
    return _code_page(request, form)


@login_not_required
@in_any_role
@require_http_methods(["GET", "HEAD", "POST"])
def brief(request: HttpRequest, code: str) -> HttpResponse:
    """GET only shows; a post uses the letter, or sends the mail."""
    typed, code = code, starten.normalise(code)
    what = _what(request, code)
    if not what:
        return _unknown(request, typed)
    if request.user.is_authenticated:
        return _with_account(request, request.user, code, what)
    form = NieuwForm(posted(request))
    if form.is_valid():
        with acting(replace(Actor.job(BRIEF), spoor=current().spoor)):
            _mail(code, **form.cleaned_data)
        context = {"email": form.cleaned_data["email"]}
        return render(request, "clientplan/brief/mail.html", context)
    context = {"form": form, "soort": what, "hier": request.path}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "clientplan/brief/brief.html", context, status=status)


def _unknown(request: HttpRequest, typed: str) -> HttpResponse:
    """What stood in the address, to mend, with the one thing that is wrong."""
    form = CodeForm({"code": typed})
    if form.is_valid():
        form.add_error("code", ONBEKEND)
    return _code_page(request, form, status=HTTPStatus.NOT_FOUND)


def _with_account(
    request: HttpRequest, user: Gebruiker, code: str, what: str
) -> HttpResponse:
    if request.method == "POST":
        used = starten.hash_of(code)
        try:
            if what == Soort.CLIENT:
                letter = Startbrief.objects.select_related("regio").get(hash=used)
                starten.use_letter(letter=letter, user=user)
            else:
                naasten.came(hash=used, user=user)
        except starten.LetterOver:
            return render(request, "clientplan/brief/over.html", status=HTTPStatus.GONE)
        request.session[SESSION_KEY] = what
        return redirect("plan" if what == Soort.CLIENT else "meelezen")
    return render(request, "clientplan/brief/brief.html", {"soort": what})


def _what(request: HttpRequest, code: str) -> str:
    """The role that a letter leads to, client or naaste; "" when no open letter has this
    code. A wrong one slows down the device, and an address that tries very many."""
    device, address = (
        request.COOKIES.get(settings.CSRF_COOKIE_NAME, ""),
        address_of(request),
    )
    DOOR.check(device=device, address=address)
    if not code:
        return ""
    what, _ = _letter(code)
    if not what:
        DOOR.wrong(device=device, address=address)
    return what


def _letter(code: str) -> tuple[str, str]:
    """The role an open letter leads to and its region; twice "" when there is none."""
    hashed = starten.hash_of(code)
    letter = Startbrief.objects.open().select_related("regio").filter(hash=hashed)
    found = letter.first()
    if found:
        return str(Soort.CLIENT), found.regio.slug
    slug = naasten.region_of(hashed)
    return (str(Soort.NAASTE), slug) if slug else ("", "")


def _mail(code: str, *, naam: str, email: str) -> None:
    MAILS.check(code=code)
    MAILS.wrong(code=code)
    what, regio = _letter(code)
    _, link = invite(
        soort=BRIEF,
        sleutel=f"{what}:{starten.hash_of(code)}",
        email=email,
        naam=naam,
        regio=regio,
        unsigned=True,
    )
    words = {
        "naam": naam,
        "link": settings.BASE_URL + reverse("uitnodiging", args=[link]),
        "dagen": settings.UITNODIGING_DAGEN,
    }
    text = render_to_string("mail/clientplan_brief.txt", words)
    send_mail("Ga verder met je brief", text, None, [email])


def _code_page(
    request: HttpRequest, form: CodeForm, status: HTTPStatus | None = None
) -> HttpResponse:
    wrong = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(
        request, "clientplan/brief/code.html", {"form": form}, status=status or wrong
    )
