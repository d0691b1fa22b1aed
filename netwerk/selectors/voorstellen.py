"""Proposals, for who made one and for who answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from netwerk.choices import Status
from netwerk.models import Voorstel
from netwerk.querysets import VoorstelQuerySet
from toegang.choices import Soort
from toegang.models import Gebruiker, Organisatie
from toegang.roles import may_now

MOST_OPEN, MOST_HANDLED = 200, 25
# why one can't be taken over any more
PLEK_WEG, PLEK_GESTOPT, ORGANISATIE_GESTOPT = "weg", "gestopt", "organisatie"
ADRES_WEG = "adres"


@dataclass(frozen=True)
class Lijst:
    """`behandelt`: the active role answers proposals."""

    open: Sequence[Voorstel]
    behandeld: Sequence[Voorstel]
    eigen: Sequence[Voorstel]
    behandelt: bool


def listed(user: Gebruiker) -> Lijst:
    """Three queries for what it shows, whatever there is."""
    mine = Voorstel.objects.to_answer(user)
    done = mine.exclude(afgehandeld_op=None).order_by("-afgehandeld_op", "-pk")
    own = Voorstel.objects.by(user).order_by("-gedaan_op", "-pk")
    waiting = _with_more(mine.open().order_by("gedaan_op", "pk"), MOST_OPEN)
    return Lijst(
        list(waiting.defer("velden", "toelichting")),
        list(_with_more(done, MOST_HANDLED)),
        list(_with_more(own, MOST_HANDLED)),
        may_now(user, "voorstel.behandelen"),
    )


def _with_more(rows: VoorstelQuerySet, most: int) -> VoorstelQuerySet:
    """The first so many with what a line says; only of those it is looked up."""
    found = Voorstel.objects.filter(pk__in=rows.values("pk")[:most])
    found = found.select_related("organisatie", "plek__locatie")
    return found.order_by(*rows.query.order_by)


def waiting(user: Gebruiker) -> int:
    """How many wait for this person."""
    return Voorstel.objects.to_answer(user).open().values("pk").count()


def hindrance(voorstel: Voorstel, *, of_address: bool = False) -> str:
    """Why it can only be declined; nothing when it can be taken over."""
    row = voorstel.voorziening
    if voorstel.is_new:
        return ORGANISATIE_GESTOPT if voorstel.organisatie.gestopt_op else ""
    if row is None:
        return PLEK_WEG
    if row.status == Status.GESTOPT:
        return PLEK_GESTOPT
    if of_address and (voorstel.plek is None or voorstel.plek.locatie.geheim):
        return ADRES_WEG
    return ""


def organisations_for(user: Gebruiker) -> QuerySet[Organisatie]:
    """For which this role may propose a new page."""
    rol = user.actieve_rol
    if rol.soort == Soort.REGIOBEHEERDER:
        return Organisatie.objects.allowed(user, "voorstel.doen").at_work()
    rows = Organisatie.objects.at_work()
    if rol.soort == Soort.ORGANISATIEBEHEERDER:
        rows = rows.exclude(pk=rol.organisatie or 0)
    return rows.filter(regio__organisaties=rol.organisatie or 0)


def namens(user: Gebruiker) -> str:
    """Where the proposer works, in words that stay."""
    rol = user.actieve_rol
    return str(rol.organisatie_naam or rol.soort.label)
