"""Reports of outcomes: ask for one, see how far it is, take it home."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from basis import pdf
from kompas.documents.rapport import file_name
from kompas.models import Ronde, Uitkomstrapport
from kompas.selectors.uitkomsten import read_round
from kompas.services import rapporten as services
from toegang.http import GebruikerRequest


@require_POST
def vragen(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    rondes = Ronde.objects.allowed(request.user, "uitkomst.bekijken")
    ronde = get_object_or_404(rondes, uuid=uuid)
    rapport = services.ask_rapport(ronde=ronde, door=request.user)
    return redirect("uitkomstrapport", rapport.uuid)


def rapport(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """How far it is; asked again every two seconds where there is JavaScript."""
    gekozen = _rapport(request, uuid)
    context = {"rapport": gekozen, "actueel": _is_current(gekozen)}
    template = "kompas/uitkomst/rapport.html"
    if request.htmx:
        template += "#voortgang"
    return render(request, template, context)


def als_pdf(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """The file, as long as it says what the pages say: a remark that was hidden since is
    not handed out. With a line in the log."""
    gekozen = _rapport(request, uuid)
    if not _is_current(gekozen) or gekozen.pdf is None:
        return redirect("uitkomstrapport", uuid)
    services.record_download(gekozen)
    name = f"uitkomsten-{file_name(gekozen.ronde)}.pdf"
    return pdf.download(name, bytes(gekozen.pdf))


def _rapport(request: GebruikerRequest, uuid: UUID) -> Uitkomstrapport:
    found = Uitkomstrapport.objects.visible_to(request.user).select_related(
        "ronde__editie", "ronde__traject__regio"
    )
    return get_object_or_404(found.defer("pdf"), uuid=uuid)


def _is_current(gekozen: Uitkomstrapport) -> bool:
    if gekozen.stand != Uitkomstrapport.Stand.KLAAR:
        return False
    return gekozen.inhoud == read_round(gekozen.ronde).inhoud
