"""The way into a round: a code, a perspective, and a place at the table."""

from http import HTTPStatus

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from basis.disclosure import VEILIG
from basis.marks import untraced
from kompas.choices import GROEP_VAN, Rol
from kompas.forms.meedoen import CODE_UNKNOWN, CodeForm, PerspectiefForm
from kompas.models import Kerngroeplid, Ronde
from kompas.rules.code import normalise
from kompas.rules.kerngroep import UITVOERING
from kompas.selectors import meedoen as selectors
from kompas.selectors.deelname import Deelnemer
from kompas.services import deelname
from toegang.http import GastRequest, address_of

from . import meedoen_gast as gast
from .meedoen_deur import DOOR, is_at_home

SECOND_LINE = {
    Rol.CLIENT: "Ik krijg zelf hulp of steun",
    Rol.NAASTE: "Familie, vriend of buur",
    Rol.INWONER: "Ik woon hier en denk mee",
    Rol.UITVOERDER: "Bijvoorbeeld in de ggz, het wijkteam of de wijk",
    Rol.VRIJWILLIGER: "Ik help zonder betaling",
    Rol.BELEIDSMAKER: "Bijvoorbeeld bij de gemeente",
}


@untraced
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def meedoen(request: GastRequest) -> HttpResponse:
    """Where a code is typed."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        ronde = _knock(request, form.cleaned_data["code"])
        if ronde is not None:
            return redirect("meedoen_ronde", code=ronde.code)
        form.add_error("code", CODE_UNKNOWN)
    return _code_page(request, form)


@untraced
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def ronde(request: GastRequest, code: str) -> HttpResponse:
    """Where a QR leads: choose a perspective and begin. Who is in already goes on."""
    typed, code = code, normalise(code)
    wie = gast.deelnemer_of(request, code)
    if wie is not None:
        return gast.to_cards(wie)
    closed = gast.closed_round(request, code)
    if closed is not None:
        return gast.gesloten(request, closed)
    found = _knock(request, code)
    if found is None:
        return _code_page(request, _not_found(typed), status=HTTPStatus.NOT_FOUND)
    lid = _lid(request, found)
    return _as_member(request, found, lid) if lid else _as_guest(request, found)


@require_POST
@gast.for_deelnemer
def opnieuw(request: GastRequest, wie: Deelnemer) -> HttpResponse:
    """The wrong perspective, and nothing answered yet: choose again."""
    deelname.choose_again(deelnemer=wie)
    return redirect("meedoen_ronde", code=wie.ronde.code)


def _knock(request: GastRequest, code: str) -> Ronde | None:
    """The open round with this code. A code that is wrong, closed or guessed is the same
    thing: no open round has it."""
    device = request.COOKIES.get(settings.CSRF_COOKIE_NAME, "")
    address = address_of(request)
    DOOR.check(device=device)
    if not is_at_home(address, code):
        DOOR.check(storm=address)
    found = Ronde.objects.running().filter(code=code).select_related("traject")
    ronde = found.first() if code else None
    if ronde is None and code:
        try:
            DOOR.check(address=address)
        finally:
            DOOR.wrong(device=device, address=address, storm=address)
    return ronde


def _not_found(typed: str) -> CodeForm:
    """What stood in the address, to mend, with the one thing that is wrong."""
    form = CodeForm({"code": typed})
    if form.is_valid():
        form.add_error("code", CODE_UNKNOWN)
    return form


def _code_page(
    request: GastRequest, form: CodeForm, status: HTTPStatus | None = None
) -> HttpResponse:
    wrong = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(
        request, "kompas/meedoen/code.html", {"form": form}, status=status or wrong
    )


def _lid(request: GastRequest, ronde: Ronde) -> Kerngroeplid | None:
    """The asker as a member of the kerngroep of this round. Who leads it or looks on is
    not, and may take part as a guest."""
    if not request.user.is_authenticated:
        return None
    leden = Kerngroeplid.objects.current().filter(gebruiker=request.user.pk)
    return leden.filter(traject=ronde.traject_id).first()


def _as_member(request: GastRequest, ronde: Ronde, lid: Kerngroeplid) -> HttpResponse:
    if request.method == "POST":
        wie = deelname.join_as_member(lid=lid, ronde=ronde)
        if wie is None:
            return gast.gesloten(request, ronde)
        response = gast.to_cards(wie)
        gast.keep(request, response, ronde.code, gast.member_mark(ronde))
        return response
    context = {"lid": lid, "groep": lid.groep, **_frame(ronde)}
    return render(request, "kompas/meedoen/lid.html", context)


def _as_guest(request: GastRequest, ronde: Ronde) -> HttpResponse:
    """The secret is given with the page, not with the answer to the form: so a double
    click joins once, and a browser that keeps no cookies is found out in time."""
    secret = gast.secret_of(request, ronde)
    form = PerspectiefForm(request.POST if request.method == "POST" else None)
    if secret and form.is_valid():
        wie = deelname.join_as_guest(
            ronde=ronde,
            secret=secret,
            rol=Rol(form.cleaned_data["rol"]),
            betaald=form.cleaned_data["betaald"],
        )
        return gast.to_cards(wie) if wie else gast.gesloten(request, ronde)
    context = {
        "form": form,
        "groepen": _roles(form["rol"].value()),
        "betaald_vraag": _asks_betaald(ronde),
        "geen_cookie": request.method == "POST" and not secret,
        "met_account": gast.has_member_mark(request, ronde.code),
        **_frame(ronde),
    }
    wrong = request.method == "POST"
    response = render(
        request,
        "kompas/meedoen/perspectief.html",
        context,
        status=HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK,
    )
    gast.keep(request, response, ronde.code, secret or gast.new_secret(ronde))
    return response


def _roles(chosen: str | None) -> list[dict[str, object]]:
    """The roles of K3 in their three groups, as tiles."""
    names = {
        "ervaring": ("Eigen ervaring", "warm"),
        "uitvoering": ("Werken met mensen", "brand"),
        "beleid": ("Beleid en bestuur", "third"),
    }
    return [
        {
            "naam": naam,
            "teken": mark,
            "rollen": [
                {
                    "waarde": rol.value,
                    "naam": rol.label,
                    "uitleg": SECOND_LINE.get(rol, ""),
                    "gekozen": rol.value == chosen,
                }
                for rol, of in GROEP_VAN.items()
                if of == groep
            ],
        }
        for groep, (naam, mark) in names.items()
    ]


def _asks_betaald(ronde: Ronde) -> str:
    """The card that paid service opens to an ervaringsdeskundige, "" when none does."""
    for kaart in ronde.kaarten.select_related("thema"):
        if UITVOERING in kaart.voor_groepen and "ervaring" not in kaart.voor_groepen:
            return kaart.thema.naam
    return ""


def _frame(ronde: Ronde) -> dict[str, object]:
    """What everybody reads before the first answer: how scores will be shown."""
    return {
        "ronde": ronde,
        "vorm": selectors.vorm(ronde),
        "groep_vanaf": VEILIG.groep_vanaf,
        "geheel_vanaf": VEILIG.geheel_vanaf,
    }
