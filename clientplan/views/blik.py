"""Whose plan a page is about, and whether who asks may see this part of it. 404 in every
other case: a row that is not yours and a row that is not there are one answer (T8)."""

from dataclasses import replace
from uuid import UUID

from django.http import Http404

from clientplan.selectors.blik import Blik
from netwerk.models import Client
from netwerk.rules.onderdelen import Recht
from netwerk.selectors.bevoegden import i_act_for
from netwerk.selectors.noodtoegang import open_now, was_open
from netwerk.selectors.rechten import rights_in
from netwerk.services.spoor import trace_reading
from toegang.choices import Soort
from toegang.http import GebruikerRequest

from .wie import begun, one_of_mine


class NoodOver(Http404):
    """The emergency access to this plan is over, which its page says (config/errors.py)."""

    page = "clientplan/nood/voorbij.html"


MEELEZERS = {Soort.NAASTE, Soort.PROFESSIONAL, Soort.ERVARINGSDESKUNDIGE}


def look(
    request: GebruikerRequest,
    deel: str = "",
    *,
    plan: UUID | None = None,
    wie: UUID | None = None,
    nodig: Recht = Recht.LEZEN,
    ook: tuple[str, ...] = (),
) -> Blik:
    """The own plan; that of another (`plan`); or the own one through the eyes of `wie`.
    `deel` has to be open at least as far as `nodig`. Showing it leaves a line in the trace
    (T6), and so do the parts `ook` that the page shows where they are open."""
    blik = _look(request, plan, wie)
    if deel and blik.rechten.get(deel, Recht.GEEN) < nodig:
        raise Http404
    if blik.ogen is not None and nodig > Recht.LEZEN:
        raise Http404
    if blik.namens and deel and blik.rechten[deel] < Recht.EIGENAAR:
        blik = replace(blik, namens=None)  # acts for the client elsewhere, not here
    if deel and request.method in {"GET", "HEAD"}:
        shown(blik, deel, *ook)
    return blik


def shown(blik: Blik, *delen: str) -> None:
    """A line for each of these parts that is open: a page shows them. Also one that comes
    back because what was sent is not right."""
    trace_reading(blik.client, [one for one in delen if blik.may_read(one)])


def _look(request: GebruikerRequest, plan: UUID | None, wie: UUID | None) -> Blik:
    if plan is not None:
        return _of_another(request, plan)
    if wie is not None:
        ogen = one_of_mine(request, wie)
        rechten = {one.onderdeel.sleutel: one.recht for one in ogen.mag}
        return Blik(ogen.rij.client, rechten, ogen=ogen)
    client = begun(request)
    return Blik(client, rights_in(client), eigen=True)


def _of_another(request: GebruikerRequest, plan: UUID) -> Blik:
    rol = request.actieve_rol
    if not rol or rol.soort not in MEELEZERS:
        raise Http404
    rows = Client.objects.visible_to(request.user).exclude(gebruiker=request.user)
    client = rows.filter(uuid=plan).select_related("regio", "gebruiker").first()
    if client is None:
        if rol.soort == Soort.PROFESSIONAL and was_open(plan):
            raise NoodOver
        raise Http404
    rechten, nood, namens = rights_in(client), None, None
    if rol.soort == Soort.PROFESSIONAL:
        nood = open_now(client, request.user)
    if Recht.EIGENAAR in rechten.values():
        mine = i_act_for(request.user)
        namens = next((one for one in mine if one.rij.client_id == client.pk), None)
    return Blik(client, rechten, nood=nood, namens=namens)
