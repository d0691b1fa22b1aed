"""The roles that hang on a traject, for toegang.roles."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from kompas.models import Begeleider, Kerngroeplid
from toegang.choices import Soort
from toegang.models import Gebruiker
from toegang.roles import ActieveRol


def roles_in_trajecten(user: Gebruiker, day: date) -> Iterable[ActieveRol]:
    """Procesbegeleider and lid van een kerngroep, for whoever is one on that day."""
    runs = Q(tot=None) | Q(tot__gte=day)
    mine = {"gebruiker": user, "van__lte": day}
    if Begeleider.objects.filter(runs, **mine).exists():
        yield ActieveRol(Soort.PROCESBEGELEIDER)
    if Kerngroeplid.objects.filter(runs, **mine).exists():
        yield ActieveRol(Soort.KERNGROEPLID)
