"""The organisations of a region, and which kinds are not there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.utils import timezone

from basis.sorting import by_name
from toegang.choices import ACTOREN, Organisatiesoort
from toegang.models import Organisatie, Regio, Team
from toegang.querysets import OrganisatieQuerySet


@dataclass(frozen=True)
class Actor:
    """One of the nine actors of the module, or those beside them: with its kinds of
    organisation."""

    naam: str
    er: tuple[str, ...]
    mist: tuple[str, ...]


def listed(regio: Regio, q: str = "") -> OrganisatieQuerySet:
    """With how many people work there in a role of today."""
    today = timezone.localdate()
    now = Q(rol__gebruiker__isnull=False, rol__van__lte=today) & (
        Q(rol__tot=None) | Q(rol__tot__gte=today)
    )
    rows = Organisatie.objects.filter(regio=regio, naam__icontains=q)
    count = Count("rol__gebruiker", filter=now, distinct=True)
    return (
        rows.select_related("opvolger").annotate(mensen=count).order_by(by_name(), "pk")
    )


def missing_kinds(regio: Regio, day: date) -> list[Actor]:
    """Every actor, with the kinds that an organisation of the region is on this day and
    those that none is (N1). What is under the roof of another kind is there too."""
    rows = Organisatie.objects.filter(regio=regio).exclude(gestopt_op__lte=day)
    there = {
        kind
        for first, others in rows.values_list("soort", "ook_soorten")
        for kind in (first, *others)
    }

    def names(kinds: Iterable[Organisatiesoort], *, held: bool) -> tuple[str, ...]:
        return tuple(str(kind.label) for kind in kinds if (kind in there) is held)

    return [
        Actor(naam, names(kinds, held=True), names(kinds, held=False))
        for naam, kinds in ACTOREN.items()
    ]


def teams_of(organisatie: Organisatie) -> list[Team]:
    return list(
        organisatie.teams.annotate(mensen=Count("rol")).order_by(by_name(), "pk")
    )
