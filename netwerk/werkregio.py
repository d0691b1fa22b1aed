"""The regions somebody works in, per kind of role. An app that keeps roles of its own
(kompas: procesbegeleider, by traject) registers where theirs are found; netwerk itself does
not know that app.

Not by the person but by the active role: who manages one region and leads a traject in
another sees in each role that one region.
"""

from collections.abc import Callable, Iterable
from datetime import date

from django.utils import timezone

from toegang.choices import Soort
from toegang.models import Gebruiker, Regio, Rol
from toegang.permissions import may

Source = Callable[[Gebruiker, date], Iterable[int]]
_sources: dict[Soort, Source] = {}


def register_source(soort: Soort, source: Source) -> None:
    """`source` gives keys of regions for who has this kind of role on that day."""
    _sources[soort] = source


def regions_for(user: Gebruiker, act: str) -> list[Regio]:
    """Where the active role of `user` may do `act` (permissions.py), by name."""
    rol = user.actieve_rol
    if rol is None or not may(rol.soort, act) or rol.soort not in _sources:
        return []
    keys = _sources[rol.soort](user, timezone.localdate())
    return list(Regio.objects.filter(pk__in=set(keys)))


def _managed(user: Gebruiker, day: date) -> Iterable[int]:
    rows = Rol.objects.filter(gebruiker=user, soort=Soort.REGIOBEHEERDER).on(day)
    return rows.values_list("regio_id", flat=True)


def _of_gemeente(user: Gebruiker, day: date) -> Iterable[int]:
    rows = Rol.objects.filter(gebruiker=user, soort=Soort.GEMEENTE).on(day)
    return rows.values_list("gemeente__regio_id", flat=True)


register_source(Soort.REGIOBEHEERDER, _managed)
register_source(Soort.GEMEENTE, _of_gemeente)
