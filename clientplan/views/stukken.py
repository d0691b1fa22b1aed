"""What holds for every kind of piece: earlier versions, putting back, throwing away, and the
second voice beside it (P2, P3)."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.html import format_html
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from basis.forms import posted, status_of
from clientplan.forms.kijk import KijkForm
from clientplan.forms.soorten import Soort
from clientplan.models import Doel, PlanItem, Versie
from clientplan.rules.verhaal import VRAGEN
from clientplan.selectors.blik import Blik
from clientplan.selectors.stukken import piece, versions, voices
from clientplan.selectors.verhaal import heading
from clientplan.services import doelen, items, stemmen
from netwerk.rules.onderdelen import ONDERDELEN, Recht
from toegang.http import GebruikerRequest

from .blik import look, shown
from .schrijven import SCHRIJF, TEGELIJK, kind_of


@require_safe
def eerder(
    request: GebruikerRequest, soort: str, uuid: UUID, plan: UUID | None = None
) -> HttpResponse:
    """How a piece was, the newest first; also of one that was thrown away."""
    kind, blik, found = _versions(request, soort, uuid, plan, kind_of(soort).eerder)
    context = {
        "blik": blik,
        "soort": kind,
        "waarvan": heading(blik, VRAGEN[soort]) if soort in VRAGEN else kind.naam,
        "nu": piece(kind.model, blik, request.user, uuid),
        "versies": _as_shown(kind, found),
        "terug": blik.url(kind.pagina),
    }
    return render(request, "clientplan/stuk/eerder.html", context)


@require_POST
def terugzetten(
    request: GebruikerRequest, soort: str, uuid: UUID, plan: UUID | None = None
) -> HttpResponse:
    """An older version becomes the newest, also where the piece was thrown away."""
    kind, blik, found = _versions(request, soort, uuid, plan, SCHRIJF)
    wanted = next(
        (one for one in found if str(one.nummer) == request.POST.get("nummer")), None
    )
    if wanted is None or (kind.eigen and not blik.eigen):
        raise Http404
    now = piece(kind.model, blik, request.user, uuid)
    try:
        if now is None:  # thrown away
            _bring_back(kind, wanted, last=found[0].nummer)
        elif kind.apart:
            words = {name: wanted.words.get(name, "") for name in kind.form.WOORDEN}
            velden = {name: wanted.velden.get(name, "") for name in kind.form.VELDEN}
            items.save_apart(now, words=words, based_on=now.nummer, **velden)
        else:
            items.put_back(now, versie=wanted, based_on=now.nummer)
    except (items.Conflict, items.Gone):
        messages.info(request, TEGELIJK)
        return redirect(blik.url("eerder", soort=soort, uuid=uuid))
    messages.success(
        request, "Teruggezet. Hoe het net was, staat bij de eerdere versies."
    )
    return redirect(blik.url(kind.pagina))


@require_POST
def weg(
    request: GebruikerRequest, soort: str, uuid: UUID, plan: UUID | None = None
) -> HttpResponse:
    """Thrown away; the way back stands in the answer."""
    kind = kind_of(soort)
    blik = look(request, kind.deel, plan=plan, nodig=Recht.EIGENAAR)
    found = piece(kind.model, blik, request.user, uuid)
    if found is None or (kind.eigen and not blik.eigen):
        raise Http404
    try:
        _throw_away(kind, found)
    except items.Conflict:
        messages.info(request, TEGELIJK)
        return redirect(blik.url(kind.pagina))
    except items.Gone:
        pass  # a second click of the same moment was first
    back = blik.url("eerder", soort=soort, uuid=uuid)
    messages.success(
        request,
        format_html('Weggegooid. <a href="{}">Toch houden? Zet het terug</a>.', back),
    )
    return redirect(blik.url(kind.pagina))


@require_http_methods(["GET", "HEAD", "POST"])
def stem(
    request: GebruikerRequest,
    deel: str,
    plan: UUID,
    uuid: UUID | None = None,
) -> HttpResponse:
    """My own view beside the words of the client, of a part or of one goal; only I can
    change it."""
    if deel not in ONDERDELEN or not ONDERDELEN[deel].in_gebruik:
        raise Http404
    blik = look(request, deel, plan=plan, nodig=Recht.BIJDRAGEN)
    if uuid and (deel != Doel.ONDERDEEL or not piece(Doel, blik, request.user, uuid)):
        raise Http404
    mine = next(
        (one for one in voices(blik, request.user, deel, uuid) if one.eigen), None
    )
    form = KijkForm(posted(request), initial={"tekst": mine.tekst if mine else ""})
    terug = blik.url("doel", uuid=uuid) if uuid else blik.url(deel)
    if form.is_valid():
        stemmen.say(
            client=blik.client,
            deel=deel,
            object_uuid=uuid,
            tekst=form.cleaned_data["tekst"],
        )
        messages.success(request, f"Bewaard. {blik.naam} kan dit lezen.")
        return redirect(terug)
    if form.is_bound:
        shown(blik, deel)
    context = {"blik": blik, "deel": ONDERDELEN[deel], "form": form, "terug": terug}
    return render(request, "clientplan/stuk/stem.html", context, status=status_of(form))


def _throw_away(kind: Soort, found: PlanItem) -> None:
    if isinstance(found, Doel):
        doelen.remove_goal(found)
    elif kind.apart:
        _empty(kind, found)
    else:
        items.remove(found)


def _bring_back(kind: Soort, versie: Versie, *, last: int) -> None:
    if kind.model is Doel:
        doelen.bring_goal_back(versie, last=last)
    else:
        items.bring_back(kind.model, versie=versie, last=last)


def _as_shown(
    kind: Soort, found: list[Versie]
) -> list[tuple[Versie, list[tuple[str, str]]]]:
    """Of a row that several kinds write only those in which this kind changed."""
    shown = [(one, kind.lines_of(one.words, one.velden)) for one in found]
    if not kind.apart:
        return shown
    before = [lines for _, lines in shown[1:]] + [[]]
    return [
        one for one, older in zip(shown, before, strict=True) if one[1] != older
    ] or shown[:1]


def _empty(kind: Soort, found: PlanItem) -> None:
    """Of a row that several kinds write only the words of this one go."""
    words = dict.fromkeys(kind.form.WOORDEN, "")
    velden = dict.fromkeys(kind.form.VELDEN, "")
    items.save_apart(found, words=words, based_on=found.nummer, **velden)


def _versions(
    request: GebruikerRequest, soort: str, uuid: UUID, plan: UUID | None, nodig: Recht
) -> tuple[Soort, Blik, list[Versie]]:
    kind = kind_of(soort)
    blik = look(request, kind.deel, plan=plan, nodig=nodig)
    found = versions(blik, request.user, kind.deel, uuid)
    if not found:
        raise Http404
    return kind, blik, found
