"""Asking a naaste, and letting them in once they said yes."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.mail import send_mail
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from basis.forms import posted, status_of
from clientplan.forms.wie import MAIL, NaasteForm, RechtenForm
from logboek.services import Actie
from netwerk.choices import Hoedanigheid
from netwerk.models import Client, Naastenuitnodiging
from netwerk.rules.onderdelen import Recht
from netwerk.rules.voorkeuze import VOORKEUZES
from netwerk.services import naasten, starten
from netwerk.services.spoor import trace_own
from toegang.http import GebruikerRequest

from .wie import begun


@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(request: GebruikerRequest) -> HttpResponse:
    client = begun(request)
    form = NaasteForm(posted(request))
    if not form.is_valid():
        context = {"form": form}
        return render(
            request, "clientplan/wie/naaste_nieuw.html", context, status=status_of(form)
        )
    data = form.cleaned_data
    code = naasten.ask(
        uuid=data["uuid"],
        client=client,
        naam=data["naam"],
        relatie=data["relatie"],
        rechten=VOORKEUZES[data["wat"]].rechten,
    )
    if not code:
        messages.info(request, f"{data['naam']} was al gevraagd.")
        return redirect("wie_ziet_wat")
    if data["hoe"] == MAIL:
        send_letter_mail(_mine(request, client, data["uuid"]), data["email"])
        messages.success(request, f"De mail aan {data['naam']} is onderweg.")
        return redirect("wie_ziet_wat")
    return letter(request, code, data["naam"], klaar=reverse("wie_ziet_wat"))


@require_http_methods(["GET", "HEAD", "POST"])
def vraag(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """Who was asked: what became of it, and, after their yes, what they may."""
    asked = _mine(request, begun(request), uuid)
    if asked.ja_op is None:
        _looked_at(asked)
        return render(request, "clientplan/wie/naaste_wacht.html", {"vraag": asked})
    meant = {deel: Recht(recht) for deel, recht in asked.wensen.items()}
    form = RechtenForm(posted(request), rol=Hoedanigheid.NAASTE, nu={}, initial=meant)
    if form.is_valid():
        try:
            naasten.admit(
                asked=asked,
                rechten=form.rechten(),
                van=form.cleaned_data["van"],
                tot=form.cleaned_data["tot"],
            )
        except starten.LetterOver:
            messages.info(request, f"{asked.naam} heeft de ja teruggenomen.")
        else:
            messages.success(request, f"{asked.naam} leest nu mee.")
        return redirect("wie_ziet_wat")
    _looked_at(asked)
    context = {"vraag": asked, "form": form}
    return render(
        request, "clientplan/wie/naaste_toelaten.html", context, status=status_of(form)
    )


@require_POST
def terug(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    asked = _mine(request, begun(request), uuid)
    naasten.take_back(asked=asked)
    messages.success(request, f"De vraag aan {asked.naam} is teruggenomen.")
    return redirect("wie_ziet_wat")


def _mine(request: GebruikerRequest, client: Client, uuid: UUID) -> Naastenuitnodiging:
    rows = Naastenuitnodiging.objects.visible_to(request.user).open()
    rows = rows.filter(client=client, gevraagd_door=None)
    about = ("client__regio", "client__gebruiker", "gebruiker")
    return get_object_or_404(rows.select_related(*about), uuid=uuid)


def _looked_at(asked: Naastenuitnodiging) -> None:
    trace_own(
        Actie.READ, asked.client, soort="naastenuitnodiging", object_id=asked.uuid
    )


def send_letter_mail(asked: Naastenuitnodiging, email: str) -> None:
    code = naasten.mail(asked=asked, email=email)
    words = {
        "link": settings.BASE_URL + reverse("uitnodiging", args=[code]),
        "dagen": settings.UITNODIGING_DAGEN,
    }
    text = render_to_string("mail/clientplan_meelezen.txt", words)
    send_mail("Iemand wil je iets laten lezen", text, None, [email])


def letter(
    request: GebruikerRequest,
    code: str,
    naam: str,
    *,
    klaar: str,
    beslist: bool = False,
) -> HttpResponse:
    """The letter on paper, whose code shows once. `beslist`: to who acts for a client."""
    context = {
        "klaar": klaar,
        "beslist": beslist,
        "naam": naam,
        "code": starten.shown(code),
        "adres": f"{settings.BASE_URL}{reverse('brief')}",
        "link": f"{settings.BASE_URL}{reverse('brief_code', args=[code])}",
        "dagen": starten.DAYS,
    }
    response = render(request, "clientplan/wie/naaste_brief.html", context)
    response["Cache-Control"] = "no-store"
    return response
