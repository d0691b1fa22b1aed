"""Mijn verhaal: six texts in the client's own words, a picture with each or in its place,
and the phase the client sees themself in (P1)."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from basis.forms import posted, status_of
from basis.uploads import LARGE, takes_files_of
from clientplan.choices import Herstelfase
from clientplan.forms.soorten import SOORTEN
from clientplan.forms.verhaal import FASEN, BeeldForm
from clientplan.models import Verhaalbeeld
from clientplan.rules.verhaal import DEUREN, VIER, VRAGEN, Vraag
from clientplan.selectors.blik import Blik
from clientplan.selectors.stukken import voices
from clientplan.selectors.verhaal import (
    heading,
    is_with_its_page,
    picture,
    pictures_before,
    pictures_shown,
    story,
    texts,
)
from clientplan.services import beelden
from netwerk.rules.onderdelen import Recht
from netwerk.services.spoor import trace_reading
from toegang.http import GebruikerRequest

from .blik import look, shown
from .schrijven import SCHRIJF, write

DEEL = "verhaal"
TEGELIJK = "Iemand anders zette er net ook een foto bij. Kijk nog eens."


@require_safe
def verhaal(
    request: GebruikerRequest, plan: UUID | None = None, wie: UUID | None = None
) -> HttpResponse:
    blik = look(request, DEEL, plan=plan, wie=wie)
    there = story(blik, request.user)
    found = texts(blik, request.user, there)
    context = {
        "blik": blik,
        "verhaal": there,
        "geschreven": [one for one in found if not one.leeg],
        "open": [one for one in found if one.leeg],
        "fase_zin": FASEN[Herstelfase(there.fase)] if there.fase else "",
        "stemmen": voices(blik, request.user, DEEL),
        "onderdeel": DEEL,
    }
    return render(request, "clientplan/verhaal/verhaal.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def schrijf(
    request: GebruikerRequest, vraag: str, plan: UUID | None = None
) -> HttpResponse:
    blik, asked = _asked(request, vraag, plan)
    return write(
        request,
        blik,
        SOORTEN[vraag],
        story(blik, request.user),
        terug=blik.url(DEEL),
        template="clientplan/verhaal/schrijven.html",
        vraag=asked,
        titel=heading(blik, asked),
        beeld=pictures_shown(blik, request.user).get(vraag),
        deuren=DEUREN,
        vier=VIER,
        stemmen=voices(blik, request.user, DEEL),
        onderdeel=DEEL,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def fase(request: GebruikerRequest) -> HttpResponse:
    """For the client alone; the database says so too."""
    blik = look(request, DEEL, nodig=Recht.EIGENAAR)
    return write(
        request,
        blik,
        SOORTEN["fase"],
        story(blik, request.user),
        terug=blik.url(DEEL),
        template="clientplan/verhaal/fase.html",
    )


@takes_files_of(LARGE)
@require_http_methods(["GET", "HEAD", "POST"])
def beeld_nieuw(
    request: GebruikerRequest, vraag: str, plan: UUID | None = None
) -> HttpResponse:
    """A picture with a text, or another one in its place."""
    blik, asked = _asked(request, vraag, plan)
    form = BeeldForm(posted(request), request.FILES or None)
    if form.is_valid() and _placed(request, blik, asked, form):
        return redirect(blik.url(DEEL))
    if form.is_bound:
        shown(blik, DEEL)
    context = {
        "blik": blik,
        "form": form,
        "vraag": asked,
        "titel": heading(blik, asked),
        "nu": pictures_shown(blik, request.user).get(vraag),
        "eerder": pictures_before(blik, request.user, vraag),
    }
    page = "clientplan/verhaal/beeld.html"
    return render(request, page, context, status=status_of(form))


def _placed(
    request: GebruikerRequest, blik: Blik, vraag: Vraag, form: BeeldForm
) -> bool:
    sent = form.cleaned_data
    try:
        beelden.place(
            client=blik.client,
            vraag=vraag.sleutel,
            uuid=sent["uuid"],
            beeld=sent["beeld"],
            words={"alt": sent["alt"], "bij": sent["bij"]},
        )
    except beelden.Tegelijk:
        form.add_error(None, TEGELIJK)
        return False
    return True


@require_safe
def beeld(
    request: GebruikerRequest,
    uuid: UUID,
    plan: UUID | None = None,
    wie: UUID | None = None,
) -> HttpResponse:
    """The picture itself, opened for this one answer. Asked for by the page that it stands
    on, it is part of that reading; else it is one of its own."""
    blik = look(request, plan=plan, wie=wie)
    found = picture(blik, request.user, uuid) if blik.may_read(DEEL) else None
    if found is None:
        raise Http404
    if not is_with_its_page(request.user, uuid, request.GET.get("bij", "")):
        trace_reading(blik.client, [DEEL])
    answer = HttpResponse(found.beeld, content_type="image/jpeg")
    answer["Content-Disposition"] = "inline"
    return answer


@require_POST
def beeld_weg(
    request: GebruikerRequest, uuid: UUID, plan: UUID | None = None
) -> HttpResponse:
    """Out of the story, among the earlier ones."""
    blik, found = _picture(request, uuid, plan, SCHRIJF)
    beelden.take_away(found)
    messages.success(request, "De foto staat niet meer in het verhaal.")
    return redirect(blik.url("verhaal_beeld_nieuw", vraag=found.vraag))


@require_POST
def beeld_terug(
    request: GebruikerRequest, uuid: UUID, plan: UUID | None = None
) -> HttpResponse:
    blik, found = _picture(request, uuid, plan, SCHRIJF)
    try:
        beelden.put_back(found)
    except beelden.Tegelijk:
        messages.info(request, TEGELIJK)
        return redirect(blik.url("verhaal_beeld_nieuw", vraag=found.vraag))
    return redirect(blik.url(DEEL))


@require_POST
def beeld_wis(
    request: GebruikerRequest, uuid: UUID, plan: UUID | None = None
) -> HttpResponse:
    blik, found = _picture(request, uuid, plan, Recht.EIGENAAR)
    beelden.wipe(found)
    messages.success(request, "De foto is gewist. Die komt niet meer terug.")
    return redirect(blik.url("verhaal_beeld_nieuw", vraag=found.vraag))


def _asked(
    request: GebruikerRequest, vraag: str, plan: UUID | None
) -> tuple[Blik, Vraag]:
    blik = look(request, DEEL, plan=plan, nodig=SCHRIJF)
    if vraag not in VRAGEN:
        raise Http404
    return blik, VRAGEN[vraag]


def _picture(
    request: GebruikerRequest, uuid: UUID, plan: UUID | None, nodig: Recht
) -> tuple[Blik, Verhaalbeeld]:
    blik = look(request, DEEL, plan=plan, nodig=nodig)
    found = picture(blik, request.user, uuid)
    if found is None:
        raise Http404
    return blik, found
