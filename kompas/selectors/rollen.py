"""The roles that hang on a traject, for toegang.roles; and the region somebody manages."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q
from django.utils import timezone

from kompas.models import Begeleider, Kerngroeplid
from toegang.choices import Soort
from toegang.models import Gebruiker, Regio, Rol
from toegang.roles import ActieveRol


def roles_in_trajecten(user: Gebruiker, day: date) -> Iterable[ActieveRol]:
    """Procesbegeleider and lid van een kerngroep, for whoever is one on that day."""
    runs = Q(tot=None) | Q(tot__gte=day)
    mine = {"gebruiker": user, "van__lte": day}
    for soort, model in (
        (Soort.PROCESBEGELEIDER, Begeleider),
        (Soort.KERNGROEPLID, Kerngroeplid),
    ):
        rows = model.objects.filter(runs, **mine).order_by()
        for slug in rows.values_list("traject__regio__slug", flat=True).distinct():
            yield ActieveRol(soort, regio=slug)


def regions_of_trajecten(user: Gebruiker, day: date) -> Iterable[int]:
    """Regions in which this person leads a traject on that day, for netwerk.werkregio."""
    runs = Q(tot=None) | Q(tot__gte=day)
    rows = Begeleider.objects.filter(runs, gebruiker=user, van__lte=day)
    return list(rows.values_list("traject__regio_id", flat=True))


def managed_region(user: Gebruiker) -> Regio | None:
    """The region that this person manages today."""
    roles = Rol.objects.filter(gebruiker=user, soort=Soort.REGIOBEHEERDER)
    role = roles.on(timezone.localdate()).select_related("regio").first()
    return role.regio if role else None
