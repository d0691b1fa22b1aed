""" "Wie keek in mijn plan", and a question about a line (T6)."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from basis.forms import posted, status_of
from clientplan.forms.spoor import VraagForm
from logboek.services import Actie
from netwerk.choices import Blik
from netwerk.selectors import spoor as selectors
from netwerk.services import logvragen
from netwerk.services.spoor import trace_own
from toegang.http import GebruikerRequest

from .wie import begun


@require_safe
def spoor(request: GebruikerRequest) -> HttpResponse:
    """Everybody but me, newest first; reading it is a line too."""
    client = begun(request)
    wanted = request.GET.get("wat", "")
    blik = Blik(wanted) if wanted in Blik else Blik.ANDEREN
    van, voor = line_in(request, "van"), line_in(request, "voor")
    bladzij = selectors.look(client, blik, van=van, voor=voor)
    trace_own(Actie.READ, client, soort="logboek")
    context = {
        "blad": bladzij,
        "blik": blik,
        "blikken": Blik,
        "van": van,
        "voor": voor,
        "vandaag": timezone.localdate(),
    }
    return render(request, "clientplan/spoor/spoor.html", context)


@require_safe
def kort(request: GebruikerRequest) -> HttpResponse:
    """/wie-keek/ is easier to say."""
    begun(request)
    return redirect("plan_spoor")


@require_http_methods(["GET", "HEAD", "POST"])
def vraag(request: GebruikerRequest, uuid: UUID) -> HttpResponse:
    """A question about one line: the form, and after that what became of it."""
    client = begun(request)
    found = selectors.one(client, uuid)
    if found is None:
        raise Http404
    regel, keer = found
    may_ask = bool(regel.organisatie) and not regel.zelf and keer.vraag is None
    form = VraagForm(posted(request) if may_ask else None)
    if form.is_valid() and regel.organisatie:
        logvragen.ask(
            client=client,
            regel=regel.id,
            organisatie=regel.organisatie,
            **form.cleaned_data,
        )
        messages.success(request, "Je vraag is verstuurd.")
        return redirect("plan_spoor_vraag", uuid)
    trace_own(Actie.READ, client, soort="logboek", object_id=uuid)
    context = {
        "keer": keer,
        "form": form if may_ask else None,
        "wie": logvragen.guards(regel.organisatie) if regel.organisatie else [],
        "dagen": logvragen.DAYS,
    }
    page = "clientplan/spoor/vraag.html"
    return render(request, page, context, status=status_of(form))


def line_in(request: GebruikerRequest, name: str) -> UUID | None:
    """A line named in the address; what is no address of a line is not there."""
    text = request.GET.get(name, "")
    try:
        return UUID(text) if text else None
    except ValueError:
        raise Http404 from None
