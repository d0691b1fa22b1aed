"""Forty waiting times at once: a row each; only what was touched is kept, or taken away."""

import re
from dataclasses import dataclass, replace
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from netwerk.choices import Fase, Wet
from netwerk.forms.wachttijden import WachtRij
from netwerk.models import Voorziening, Wachttijd
from netwerk.querysets import VoorzieningQuerySet
from netwerk.rules.wachttijd import norm_phrase
from netwerk.selectors.wachttijden import law_of, newest
from netwerk.services.wachttijden import Gemeten, Weg, record, take_away
from toegang.choices import Soort
from toegang.http import GebruikerRequest, regio_of
from toegang.roles import may_now

ACT = "voorziening.bijhouden"
PER_PAGE = 40  # provisions
PREFIX = re.compile(r"([mn])([0-9a-f-]{36})-uuid")
ORDER = list(Fase.values)


@dataclass
class Rij:
    """A row of the page."""

    voorziening: Voorziening
    form: WachtRij
    fase: str
    doelgroep: str
    bewaard: bool = False
    erbij: bool = False  # somebody asked for this row

    @property
    def meting(self) -> Wachttijd | None:
        return self.form.meting

    @property
    def norm(self) -> str:
        return norm_phrase(self.fase, law_of(self.voorziening))

    @property
    def fase_naam(self) -> str:
        return str(Fase(self.fase).label)


def wachttijden(request: GebruikerRequest) -> HttpResponse:
    """GET shows what was measured last; POST adds what was touched and takes away what does
    not hold. A row with a fault stays as it was typed, with the fault beside it; the others
    are kept."""
    if not may_now(request.user, ACT):
        raise Http404
    regio = regio_of(request, ACT)
    kept = Voorziening.objects.allowed(request.user, ACT).filter(regio=regio)
    rows = Voorziening.objects.filter(pk__in=kept.values("pk")).exclude(
        status="gestopt"
    )
    rows = rows.select_related("organisatie", "regio").order_by(
        "organisatie__naam", "naam", "pk"
    )
    bladen = Paginator(rows, PER_PAGE).get_page(request.GET.get("pagina", ""))
    if request.method == "POST":
        answered = _answer(request, rows)
        if isinstance(answered, HttpResponse):
            return answered
        rijen = answered
    else:
        rijen = _shown(list(bladen.object_list), _extra(request))
    fouten = [rij for rij in rijen if rij.form.errors]
    context = {
        "rijen": rijen,
        "bladen": bladen,
        "regio": regio,
        "fouten": fouten,
        "regiobreed": _is_regional(request),
    }
    status = 422 if request.method == "POST" else 200
    page = "netwerk/aanbod/wachttijden.html"
    return render(request, page, context, status=status)


def _is_regional(request: GebruikerRequest) -> bool:
    return bool(
        request.actieve_rol and request.actieve_rol.soort == Soort.REGIOBEHEERDER
    )


def _extra(request: GebruikerRequest) -> str:
    """A provision that gets one more row."""
    try:
        return str(UUID(request.GET.get("erbij", "")))
    except ValueError:
        return ""


def _shown(rows: list[Voorziening], extra: str) -> list[Rij]:
    measured = newest(timezone.localdate()).filter(voorziening__in=rows)
    per_row: dict[int, list[Wachttijd]] = {}
    for meting in measured:
        per_row.setdefault(meting.voorziening_id, []).append(meting)
    found = []
    for voorziening in rows:
        known = per_row.get(voorziening.pk, [])
        known.sort(key=lambda m: (ORDER.index(m.fase), m.doelgroep))
        found += [_row(voorziening, meting) for meting in known]
        asked = str(voorziening.uuid) == extra
        if asked or not known:
            found.append(replace(_row(voorziening, None), erbij=asked))
    return found


def _row(
    voorziening: Voorziening, meting: Wachttijd | None, data: object = None
) -> Rij:
    fase = meting.fase if meting else _first_stage(voorziening)
    prefix = f"m{meting.uuid}" if meting else f"n{voorziening.uuid}"
    form = WachtRij(data, meting=meting, fase=fase, prefix=prefix)
    return Rij(voorziening, form, fase, meting.doelgroep if meting else "")


def _first_stage(voorziening: Voorziening) -> str:
    return Fase.AANMELD if Wet.ZVW in voorziening.wetten else Fase.ANDERS


def _answer(
    request: GebruikerRequest, rows: VoorzieningQuerySet
) -> HttpResponse | list[Rij]:
    """The rows that were sent, by their own names: what another person measured meanwhile
    does not move them."""
    sent = _sent(request, rows)
    good = [rij for rij in sent if rij.form.is_valid() and rij.form.touched]
    gone = [rij for rij in sent if rij.form.is_valid() and rij.form.gone]
    record(metingen=[_measured(request, rij) for rij in good])
    stay = take_away(weg=[_away(request, rij) for rij in gone])
    _say_gone(request, [rij for rij in gone if rij.meting not in stay], stay)
    if any(rij.form.errors for rij in sent):
        left = [rij for rij in sent if rij not in gone]
        return [_again(rij) if rij in good else rij for rij in left]
    if good:
        messages.success(request, f"Bewaard: {_many(len(good))}.")
    elif not gone:
        messages.info(
            request, "Er was niets veranderd. Zet een vinkje bij wat nog steeds zo is."
        )
    return redirect(request.get_full_path())


def _say_gone(
    request: GebruikerRequest, gone: list[Rij], stay: list[Wachttijd]
) -> None:
    if gone:
        which = ", ".join(
            filter(
                None, (str(gone[0].voorziening), gone[0].fase_naam, gone[0].doelgroep)
            )
        )
        what = f"1 wachttijd ({which})" if len(gone) == 1 else _many(len(gone))
        again = "hem" if len(gone) == 1 else "ze"
        messages.success(
            request,
            f"Weggehaald: {what}. Was dat niet de bedoeling? Vul {again} dan opnieuw in.",
        )
    for meting in stay:
        messages.warning(
            request,
            f"Niet weggehaald bij {meting.voorziening.naam}: iemand heeft intussen opnieuw"
            " gemeten. Kijk of dat wel klopt.",
        )


def _many(number: int) -> str:
    return "1 wachttijd" if number == 1 else f"{number} wachttijden"


def _again(rij: Rij) -> Rij:
    """A row that was kept, fresh: what is typed in it now is another measurement. One that
    somebody took away since is there no more."""
    saved = Wachttijd.objects.filter(uuid=rij.form.cleaned_data["uuid"]).first()
    return replace(_row(rij.voorziening, saved), bewaard=saved is not None)


def _sent(request: GebruikerRequest, rows: VoorzieningQuerySet) -> list[Rij]:
    names = [m for key in request.POST if (m := PREFIX.fullmatch(key))]
    keys = [(m[1], m[2]) for m in names if _is_uuid(m[2])]
    measured = [key for kind, key in keys if kind == "m"]
    begun = [key for kind, key in keys if kind == "n"]
    metingen = Wachttijd.alles.filter(uuid__in=measured, voorziening__in=rows)
    metingen = metingen.select_related("voorziening__regio", "voorziening__organisatie")
    found = {("m", str(m.uuid)): _row(m.voorziening, m, request.POST) for m in metingen}
    for row in rows.filter(uuid__in=begun):
        found["n", str(row.uuid)] = _row(row, None, request.POST)
    return [found[key] for key in keys if key in found]


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def _by(request: GebruikerRequest, rij: Rij) -> str:
    regional = _is_regional(request)
    return str(rij.voorziening.regio) if regional else str(rij.voorziening.organisatie)


def _away(request: GebruikerRequest, rij: Rij) -> Weg:
    data = rij.form.cleaned_data
    assert rij.meting  # noqa: S101 - the field is there with one alone
    return Weg(data["uuid"], rij.meting, data["weg"], _by(request, rij))


def _measured(request: GebruikerRequest, rij: Rij) -> Gemeten:
    data = rij.form.cleaned_data
    return Gemeten(
        uuid=data["uuid"],
        voorziening=rij.voorziening,
        fase=rij.fase if rij.meting else data.get("fase") or rij.fase,
        doelgroep=rij.doelgroep if rij.meting else data.get("doelgroep", ""),
        weken_van=data["van"],
        weken_tot=data["tot"],
        gemeten_op=data["gemeten_op"],
        methode=data["methode"],
        door=_by(request, rij),
        toelichting=data["toelichting"],
    )
