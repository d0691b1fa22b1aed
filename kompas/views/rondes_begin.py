"""The rounds of a traject: what there is, beginning one, and how it will be shown."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from basis.forms import posted
from kompas.choices import Voor, Weergave
from kompas.forms.rondes import RondeForm, VormForm
from kompas.models import Kompaseditie, Ronde, Traject
from kompas.selectors import genodigd, rondelijst as selectors
from kompas.services import rondes as services
from toegang.http import GebruikerRequest
from toegang.roles import may_now

UNPROCESSABLE = 422


def rondes(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """All rounds of a traject, the newest first."""
    traject = get_object_or_404(Traject.objects.visible_to(request.user), uuid=uuid)
    context = {
        "traject": traject,
        "rondes": selectors.listed(traject),
        "leidt": Traject.objects.led_by(request.user).filter(pk=traject.pk).exists(),
        "doet_mee": may_now(request.user, "lid.eigen_keuze"),
    }
    return render(request, "kompas/ronde/lijst.html", context)


def ronde_nieuw(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """Begins a round: on which edition, which cards for whom, and how it is shown."""
    led = Traject.objects.led_by(request.user).select_related("regio")
    traject = get_object_or_404(led, uuid=uuid)
    edities = selectors.edities(traject)
    if not edities:
        return render(request, "kompas/ronde/geen_editie.html", {"traject": traject})
    data = posted(request)
    wanted = _wanted(edities, request.GET.get("editie")) if data is None else ""
    form = RondeForm(data, edities=edities, initial={"editie": wanted})
    if "toon" in request.POST and form.known:  # not to begin yet: to see its cards
        form = form.shown_again()
    if form.is_valid():
        services.start_ronde(
            uuid=form.cleaned_data["uuid"],
            traject=traject,
            naam=form.cleaned_data["naam"],
            editie=form.kompaseditie,
            kaarten=form.kaarten(),
            vorm=form.vorm(),
            uitnodigen=form.cleaned_data["uitnodigen"],
        )
        messages.success(request, "De ronde is begonnen. Mensen kunnen nu meedoen.")
        return redirect("ronde", form.cleaned_data["uuid"])
    context = {
        "traject": traject,
        "form": form,
        "tafel": selectors.at_the_table(traject),
        "loopt": traject.rondes.running().last(),
    }
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "kompas/ronde/nieuw.html", context, status=status)


def _wanted(edities: list[Kompaseditie], asked: str | None) -> str:
    """The one asked for in the address, else the first; 404 for one that is not theirs."""
    keys = [str(editie.pk) for editie in edities]
    if asked is None:
        return keys[0]
    if asked not in keys:
        raise Http404
    return asked


def ronde_weergave(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """How scores will be shown: can change until somebody answered."""
    led = Ronde.objects.led_by(request.user).running()
    ronde = get_object_or_404(led.select_related("traject__regio"), uuid=uuid)
    about_own_work = ronde.kaarten.filter(thema__voor=Voor.UITVOERING)
    kaart = about_own_work.select_related("thema").first()
    start = {
        "weergave": ronde.weergave,
        "professionals": kaart.weergave if kaart else "",
    }
    form = VormForm(
        posted(request), apart=kaart.thema if kaart else None, initial=start
    )
    if form.is_valid():
        if services.change_weergave(ronde=ronde, vorm=form.vorm()):
            messages.success(request, f"Bewaard: {ronde.naam}.")
            return redirect("rondes", ronde.traject.uuid)
        form.add_error("weergave", _fixed(ronde))
    context = {
        "traject": ronde.traject,
        "ronde": ronde,
        "form": form,
        "vast": not genodigd.may_change(ronde, opens=False),
        "blijft_veilig": ronde.weergave == Weergave.VEILIG and ronde.deelnames.exists(),
    }
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "kompas/ronde/weergave.html", context, status=status)


def _fixed(ronde: Ronde) -> str:
    if genodigd.is_answered(ronde):
        return "Er is al antwoord gegeven. Daarom staat dit nu vast."
    return "Er doen al mensen mee. Zij lazen dat deze ronde veilig is. Dat blijft zo."
