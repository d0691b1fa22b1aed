"""Regions, and who keeps them."""

from django.db.models import Count, Q
from django.utils import timezone

from toegang.choices import Soort
from toegang.models import Organisatie, Regio, Rol
from toegang.querysets import RegioQuerySet, RolQuerySet


def listed() -> RegioQuerySet:
    """With how many keep it today."""
    today = timezone.localdate()
    now = Q(rol__soort=Soort.REGIOBEHEERDER, rol__gebruiker__is_active=True) & (
        Q(rol__tot=None) | Q(rol__tot__gte=today)
    )
    count = Count("rol", filter=now & Q(rol__van__lte=today), distinct=True)
    return Regio.objects.annotate(beheerders=count).order_by("naam")


def size_of(regio: Regio) -> dict[str, int]:
    """How many gemeenten and organisations it has. Two queries."""
    at_work = Organisatie.objects.filter(regio=regio).at_work()
    return {"gemeenten": regio.gemeenten.count(), "organisaties": at_work.count()}


def keepers(regio: Regio) -> RolQuerySet:
    """Those of today and later, and those who were asked."""
    rows = Rol.objects.filter(regio=regio, soort=Soort.REGIOBEHEERDER)
    running = rows.filter(Q(tot=None) | Q(tot__gte=timezone.localdate()))
    return running.select_related("gebruiker", "uitnodiging").order_by("pk")
