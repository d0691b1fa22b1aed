from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from basis.forms import posted
from kompas.choices import Groep
from kompas.forms.kerngroep import LidForm, MijnPlekForm, NieuwLidForm, UitnodigingForm
from kompas.models import Kerngroeplid, Traject
from kompas.selectors import trajecten as selectors
from kompas.services import kerngroep as services
from toegang.http import GebruikerRequest

UNPROCESSABLE = 422


def kerngroep(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """Both rings, and what is worth a thought."""
    visible = Traject.objects.visible_to(request.user).select_related("regio")
    traject = get_object_or_404(visible, uuid=uuid)
    table = selectors.at_the_table(traject, reader=request.user)
    context = {
        "traject": traject,
        "ringen": table,
        "advies": selectors.advice(traject, reader=request.user),
        "leidt": Traject.objects.led_by(request.user).filter(pk=traject.pk).exists(),
        "mijn": traject.leden.current().filter(gebruiker=request.user).first(),
        "aantallen": _counts(table),
    }
    return render(request, "kompas/kerngroep/kerngroep.html", context)


def _counts(table: dict[str, list[selectors.Aantafel]]) -> list[tuple[str, str, int]]:
    everyone = [person for ring in table.values() for person in ring]
    marks = {Groep.ERVARING: "warm", Groep.UITVOERING: "brand", Groep.BELEID: "third"}
    return [
        (mark, str(groep.label), sum(person.lid.groep == groep for person in everyone))
        for groep, mark in marks.items()
    ]


def lid_nieuw(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """Somebody at the table, with a letter when there is an address."""
    traject = get_object_or_404(_led(request), uuid=uuid)
    form = NieuwLidForm(posted(request), regio=traject.regio)
    if form.is_valid():
        data = form.cleaned_data
        services.add_lid(
            uuid=data["uuid"], traject=traject, zetel=form.zetel(), email=data["email"]
        )
        sent = " De uitnodiging is onderweg." if data["email"] else ""
        messages.success(request, f"{data['naam']} staat in de kerngroep.{sent}")
        return redirect("kerngroep", uuid)
    status = UNPROCESSABLE if form.is_bound else 200
    context = {"traject": traject, "form": form}
    return render(request, "kompas/kerngroep/lid_nieuw.html", context, status=status)


def lid(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """Change, invite or end a member."""
    member = get_object_or_404(_led_members(request), uuid=uuid)
    start = {name: getattr(member, name) for name in services.Zetel.__annotations__}
    form = LidForm(posted(request), regio=member.traject.regio, initial=start)
    if form.is_valid():
        services.change_lid(lid=member, zetel=form.zetel())
        messages.success(request, f"Bewaard: {member.naam}.")
        return redirect("kerngroep", member.traject.uuid)
    return _lid_page(request, member, form=form)


def _lid_page(
    request: GebruikerRequest,
    member: Kerngroeplid,
    *,
    form: LidForm | None = None,
    brief: UitnodigingForm | None = None,
) -> HttpResponse:
    bound = any(one is not None and one.is_bound for one in (form, brief))
    start = {name: getattr(member, name) for name in services.Zetel.__annotations__}
    email = member.uitnodiging.email if member.uitnodiging else ""
    context = {
        "lid": member,
        "traject": member.traject,
        "staat": selectors.state(member),
        "form": form or LidForm(regio=member.traject.regio, initial=start),
        "brief": brief or UitnodigingForm(initial={"email": email}),
    }
    status = UNPROCESSABLE if bound else 200
    return render(request, "kompas/kerngroep/lid.html", context, status=status)


@require_POST
def lid_uitnodigen(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    member = get_object_or_404(_led_members(request).filter(gebruiker=None), uuid=uuid)
    brief = UitnodigingForm(request.POST)
    if not brief.is_valid():
        return _lid_page(request, member, brief=brief)
    services.invite_lid(lid=member, email=brief.cleaned_data["email"])
    messages.success(
        request, "De uitnodiging is onderweg. Een eerdere werkt niet meer."
    )
    return redirect("lid", uuid)


@require_POST
def lid_intrekken(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    member = get_object_or_404(_led_members(request), uuid=uuid)
    services.withdraw_invitation(lid=member)
    messages.success(request, "De uitnodiging werkt niet meer.")
    return redirect("lid", uuid)


@require_POST
def lid_weg(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    member = get_object_or_404(_led_members(request), uuid=uuid)
    services.end_lid(lid=member)
    messages.success(request, f"{member.naam} zit niet meer in de kerngroep.")
    return redirect("kerngroep", member.traject.uuid)


def mijn_plek(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """A member's own choice how others see them."""
    visible = Traject.objects.allowed(request.user, "lid.eigen_keuze")
    traject = get_object_or_404(visible, uuid=uuid)
    member = get_object_or_404(traject.leden.current(), gebruiker=request.user)
    form = MijnPlekForm(
        posted(request), lid=member, initial={"toon_als": member.toon_als}
    )
    if form.is_valid():
        services.choose_toon_als(lid=member, **form.cleaned_data)
        messages.success(request, "Bewaard. Je kunt dit altijd weer veranderen.")
        return redirect("kerngroep", uuid)
    status = UNPROCESSABLE if form.is_bound else 200
    context = {"traject": traject, "lid": member, "form": form}
    return render(request, "kompas/kerngroep/mijn_plek.html", context, status=status)


def _led(request: GebruikerRequest):  # type: ignore[no-untyped-def]
    return Traject.objects.led_by(request.user).select_related("regio")


def _led_members(request: GebruikerRequest):  # type: ignore[no-untyped-def]
    led = Traject.objects.led_by(request.user)
    rows = Kerngroeplid.objects.current().filter(traject__in=led)
    return rows.select_related("traject__regio", "organisatie", "uitnodiging")
