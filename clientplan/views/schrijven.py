"""Writing a piece of a plan: the form, the draft, two who wrote at once.

The same for every kind of piece (clientplan/forms/soorten.py), for the client and for who may
write with them.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_POST

from basis.forms import status_of
from basis.marks import stays_at_rest
from basis.teruggebracht import brought_back
from clientplan.forms.soorten import SOORTEN, Soort
from clientplan.forms.stuk import StukForm
from clientplan.models import PlanItem
from clientplan.rules.verschil import differences, merged
from clientplan.selectors.blik import Blik
from clientplan.selectors.stukken import PAD, piece, words_at
from clientplan.services import concepten, items
from clientplan.services.items import Conflict, Gone
from netwerk.rules.onderdelen import Recht
from toegang.http import GebruikerRequest

from .blik import look, shown

SCHRIJF = Recht.MEDE_EIGENAAR
TEGELIJK = "Iemand anders schreef net ook. Kijk nog eens hoe het er nu staat."
LATER = "later"  # the button that keeps a draft without a script
DIGITS = 9  # of the number of a piece, at most
MIJN, ANDER, SAMEN = "mijn", "ander", "samen"


def write(
    request: GebruikerRequest,
    blik: Blik,
    soort: Soort,
    item: PlanItem,
    *,
    terug: str,
    klaar: Callable[[PlanItem], str] | None = None,
    nieuw: Callable[[StukForm], PlanItem] | None = None,
    template: str = "clientplan/stuk/schrijven.html",
    ook: tuple[str, ...] = (),
    **context: Any,
) -> HttpResponse:
    """Shows and saves one piece. `item` is there already, or new and not saved: then its
    uuid comes from the form. `terug` is the page it stands on, `klaar` gives another one
    to go on to. `nieuw` adds what is new in another way than as one piece. `ook` is which
    other parts the page shows."""
    soort = soort.given(**soort.gegeven, van="" if blik.eigen else blik.naam)
    if request.method != "POST":
        return _form(request, blik, soort, item, terug, template, context)
    data = request.POST
    item = _the_same(request, blik, soort, item, data)
    if LATER in data:
        if _keep(blik, soort, soort.draft_of(item), data):
            messages.info(request, "Bewaard voor later. Alleen jij ziet het.")
        return HttpResponseRedirect(terug)
    form = soort.make(_chosen(data, soort.form), item=item)
    if form.is_valid():
        try:
            saved = _save(soort, form, choice=data.get("keuze", ""), nieuw=nieuw)
        except Conflict as conflict:
            shown(blik, soort.deel, *ook)
            return _both(request, blik, soort, form, conflict, terug)
        except Gone:
            context["weg"] = True
        else:
            concepten.drop(client=blik.client, object_uuid=soort.draft_of(saved))
            return HttpResponseRedirect(klaar(saved) if klaar else terug)
    shown(blik, soort.deel, *ook)
    return _page(request, blik, soort, form, terug, template, context)


def _form(
    request: GebruikerRequest,
    blik: Blik,
    soort: Soort,
    item: PlanItem,
    terug: str,
    template: str,
    context: dict[str, Any],
) -> HttpResponse:
    """As it stands, or as far as a draft came; `?schoon=1` leaves the draft out. What was
    typed when the session ended goes before both."""
    typed = brought_back(request)
    if typed is not None:
        item = _the_same(request, blik, soort, item, typed)
        form = soort.make(_chosen(typed, soort.form), item=item)
        return _page(request, blik, soort, form, terug, template, context)
    if not soort.apart:
        _go_on(request, item)
    draft = concepten.draft_of(client=blik.client, object_uuid=soort.draft_of(item))
    if draft is None or "schoon" in request.GET:
        form = soort.make(item=item)
    else:
        form = soort.make(item=item, texts=draft.texts, nummer=draft.nummer)
        context["concept"] = draft
    return _page(request, blik, soort, form, terug, template, context)


def _page(
    request: GebruikerRequest,
    blik: Blik,
    soort: Soort,
    form: StukForm,
    terug: str,
    template: str,
    context: dict[str, Any],
) -> HttpResponse:
    context |= {
        "blik": blik,
        "soort": soort,
        "form": form,
        "item": form.item,
        "kop": soort.heading(there=form.item.pk is not None),
        "terug": terug,
        "concept_url": blik.url(
            "concept", soort=soort.sleutel, uuid=soort.draft_of(form.item)
        ),
    }
    return render(request, template, context, status=status_of(form))


def _go_on(request: GebruikerRequest, item: PlanItem) -> None:
    """A draft of something new is gone on with by its uuid."""
    if not item.pk and request.GET.get("concept"):
        with suppress(ValueError):
            item.uuid = UUID(request.GET["concept"])


def _the_same(
    request: GebruikerRequest,
    blik: Blik,
    soort: Soort,
    item: PlanItem,
    data: QueryDict,
) -> PlanItem:
    """The form of something new says its uuid. Where the piece is there by now and the form
    knows it (it has its number), that is what is written."""
    if item.pk or soort.apart:
        return item
    try:
        item.uuid = UUID(data.get("uuid", ""))
    except ValueError:
        return item
    there = None
    if number_in(data):
        there = piece(soort.model, blik, request.user, item.uuid)
    return there or item


def _chosen(data: QueryDict, form: type[StukForm]) -> QueryDict:
    """Where somebody chose the own text of two, that is what they typed."""
    if data.get("keuze") != MIJN:
        return data
    chosen = data.copy()
    for name in form.WOORDEN:
        chosen[name] = data.get(f"mijn_{name}", "")
    return chosen


def _save(
    soort: Soort,
    form: StukForm,
    *,
    choice: str,
    nieuw: Callable[[StukForm], PlanItem] | None,
) -> PlanItem:
    item, number = form.item, form.cleaned_data["nummer"]
    if choice == ANDER:
        mine = {name: str(form.data.get(f"mijn_{name}", "")) for name in form.WOORDEN}
        return items.keep_theirs(item, mine=item.words | mine, based_on=number)
    if not item.pk and nieuw:
        return nieuw(form)
    if soort.apart:
        return items.save_apart(item, words=form.mine, based_on=number, **form.columns)
    if not item.pk:
        return items.add_item(item, words=form.words, **form.columns)
    return items.save_item(item, words=form.words, based_on=number, **form.columns)


def _both(
    request: GebruikerRequest,
    blik: Blik,
    soort: Soort,
    form: StukForm,
    conflict: Conflict,
    terug: str,
) -> HttpResponse:
    """Both texts, and one of the two together. Nothing was written."""
    theirs, number = conflict.theirs, form.cleaned_data["nummer"]
    base = words_at(theirs, request.user, number)
    data = QueryDict(mutable=True)
    data.update(form.data)
    data["nummer"], data["uuid"] = str(theirs.nummer), str(theirs.uuid)
    differ = []
    for name in form.WOORDEN:
        mine, other = conflict.mine.get(name, ""), theirs.words[name]
        data[f"mijn_{name}"], data[name] = mine, merged(base.get(name, ""), mine, other)
        if mine != other:
            differ.append(name)
    again = soort.make(data, item=theirs)
    again.is_valid()  # fills the fields with what was typed
    kept = [f"mijn_{name}" for name in form.WOORDEN]
    kept += [one for one in (*form.VELDEN, *form.WOORDEN) if one not in differ]
    context = {
        "blik": blik,
        "soort": soort,
        "form": again,
        "paren": [
            {
                "bound": again[name],
                "label": form.fields[name].label,
                "mijn": differences(conflict.mine.get(name, ""), theirs.words[name]),
                "ander": differences(theirs.words[name], conflict.mine.get(name, "")),
            }
            for name in differ
        ],
        "verborgen": [(name, data.get(name, "")) for name in kept],
        "ander": theirs,
        "terug": terug,
    }
    return render(request, "clientplan/stuk/twee_versies.html", context, status=409)


@stays_at_rest("clientplan/stuk/_rust.html")
@require_POST
def concept(
    request: GebruikerRequest, soort: str, uuid: UUID, plan: UUID | None = None
) -> HttpResponse:
    """Keeps what is being typed; answers with one line for beside the form."""
    kind = kind_of(soort)
    blik = look(request, kind.deel, plan=plan, nodig=SCHRIJF)
    if kind.eigen and not blik.eigen:
        raise Http404
    kept = _keep(blik, kind, uuid, request.POST)
    return render(request, "clientplan/stuk/_bewaard.html", {"bewaard": kept})


def kind_of(soort: str) -> Soort:
    """By the word in an address."""
    if soort not in SOORTEN:
        raise Http404
    return SOORTEN[soort]


def _keep(blik: Blik, soort: Soort, uuid: UUID, data: QueryDict) -> bool:
    """False: of something new not a word was typed (any more), so that there is nothing to
    go on with."""
    number, texts = number_in(data), soort.form.texts_in(data)
    words = soort.form.WOORDEN
    if not number and words and not any(texts[name].strip() for name in words):
        concepten.drop(client=blik.client, object_uuid=uuid)
        return False
    concepten.keep(
        client=blik.client,
        deel=soort.deel,
        object_uuid=uuid,
        nummer=number,
        tekst=texts | {PAD: data.get("pad", "")},
    )
    return True


def number_in(data: QueryDict) -> int:
    """Of the piece that somebody had before them; 0 where it says none."""
    number = data.get("nummer", "")
    return int(number) if number.isdecimal() and len(number) <= DIGITS else 0
