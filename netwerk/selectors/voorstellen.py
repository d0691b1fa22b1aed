"""Proposals, for who made one and for who answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from netwerk.choices import Status
from netwerk.models import Voorstel
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
    """Three queries, whatever there is."""
    rows = Voorstel.objects.select_related(
        "organisatie", "voorziening__organisatie", "plek__locatie"
    )
    mine = rows.to_answer(user)
    done = mine.exclude(afgehandeld_op=None).order_by("-afgehandeld_op", "-pk")
    own = rows.by(user).order_by("-gedaan_op", "-pk")
    return Lijst(
        list(mine.open()[:MOST_OPEN]),
        list(done[:MOST_HANDLED]),
        list(own[:MOST_HANDLED]),
        may_now(user, "voorstel.behandelen"),
    )


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
