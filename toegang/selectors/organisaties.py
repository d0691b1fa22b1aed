"""The organisations of a region, and which kinds are not there."""

from django.db.models import Count, Q
from django.utils import timezone

from basis.sorting import by_name
from toegang.choices import ACTOREN
from toegang.models import Organisatie, Regio, Team
from toegang.querysets import OrganisatieQuerySet


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


def missing_kinds(regio: Regio) -> list[str]:
    """Actors of module EPA 4.1 that no organisation of the region is (N1)."""
    there = set(
        Organisatie.objects.at_work()
        .filter(regio=regio)
        .values_list("soort", flat=True)
    )
    return [naam for naam, soorten in ACTOREN.items() if not there & set(soorten)]


def teams_of(organisatie: Organisatie) -> list[Team]:
    return list(
        organisatie.teams.annotate(mensen=Count("rol")).order_by(by_name(), "pk")
    )
