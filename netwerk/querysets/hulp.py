"""Which numbers the public reads, and which a regiobeheerder keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Case, Q, Value, When

from netwerk.choices import MagBellen
from toegang.choices import Soort
from toegang.models import Regio, Rol
from toegang.permissions import may

if TYPE_CHECKING:
    from netwerk.models.hulp import Hulpnummer, Zorgenadres  # noqa: F401
    from toegang.models import Gebruiker

KEEPING = "hulpnummer.bijhouden"
ADDRESS = (
    "regio_id", "mag_bellen", "weg", "wanneer", "kosten", "gecontroleerd_op",
    "gemeente_id", "wijk_id", "adres", "soorten", "naam", "wat_dan",
)  # fmt: skip


def kept_regions(user: Gebruiker, today: Any) -> models.QuerySet[Regio]:
    """The regions whose numbers the active role of `user` keeps."""
    if not may(user.actieve_rol and user.actieve_rol.soort, KEEPING):
        return Regio.objects.none()
    roles = Rol.objects.filter(gebruiker=user, soort=Soort.REGIOBEHEERDER).on(today)
    return Regio.objects.filter(pk__in=roles.values("regio"))


# the number itself stays in the database for who may not call it
_PUBLIC_NUMBER = Case(
    When(mag_bellen__in=MagBellen.in_hulp_nu(), then="nummer"), default=Value("")
)


class HulpnummerQuerySet(models.QuerySet["Hulpnummer"]):
    def kept_by(self, user: Gebruiker, today: Any) -> Self:
        return self.filter(regio__in=kept_regions(user, today))


class ZorgenadresQuerySet(models.QuerySet["Zorgenadres"]):
    def kept_by(self, user: Gebruiker, today: Any) -> Self:
        return self.filter(regio__in=kept_regions(user, today))

    def public(self, regio: int | None) -> models.QuerySet[Any, dict[str, Any]]:
        """Addresses of a region and of the country, with no number that is not for
        everybody."""
        rows = self.filter(Q(regio=None) | Q(regio=regio)).order_by("volgorde", "pk")
        return rows.values(*ADDRESS, getal=_PUBLIC_NUMBER)
