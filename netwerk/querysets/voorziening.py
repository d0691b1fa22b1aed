"""Language for the sociale kaart: what stands on it, and who keeps what."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from toegang.choices import Soort
from toegang.models import Rol
from toegang.permissions import may

from ..choices import Status

if TYPE_CHECKING:
    from toegang.models import Gebruiker

    from ..models import Voorziening  # noqa: F401


def kept_by(user: Gebruiker, to: str = "") -> Q:
    """What the active role of a person keeps, from `to`, a lookup path to something with
    a regio and an organisatie (ending in "__" or empty). Default is none. One
    query for what the person holds: a join would double the rows of who has a role twice,
    and only of a known key PostgreSQL can tell how many rows there are."""
    rol = user.actieve_rol
    held = Rol.objects.filter(gebruiker=user).on(timezone.localdate())
    match rol and rol.soort:
        case Soort.REGIOBEHEERDER:
            mine = held.filter(soort=Soort.REGIOBEHEERDER)
            return Q(**{f"{to}regio__in": set(mine.values_list("regio", flat=True))})
        case Soort.ORGANISATIEBEHEERDER:
            mine = held.filter(
                soort=Soort.ORGANISATIEBEHEERDER, organisatie=rol.organisatie or 0
            )
            keys = set(mine.values_list("organisatie", flat=True))
            return Q(**{f"{to}organisatie__in": keys})
    return Q(pk__in=[])


class VoorzieningQuerySet(models.QuerySet["Voorziening"]):
    def on_kaart(self) -> Self:
        """What everybody may find."""
        return self.filter(status=Status.ACTIEF)

    def public(self) -> Self:
        """What everybody may know of: on the kaart, or stopped after it was on it, because
        who comes back has to hear that. What was never on it nobody hears of."""
        stopped = Q(status=Status.GESTOPT, eerst_op_kaart__isnull=False)
        return self.filter(Q(status=Status.ACTIEF) | stopped)

    def allowed(self, user: Gebruiker, act: str) -> Self:
        """Those on which the active role of `user` may do `act` (permissions.py)."""
        if not may(user.actieve_rol and user.actieve_rol.soort, act):
            return self.none()
        return self.filter(kept_by(user))

    def proposable_by(self, user: Gebruiker) -> Self:
        """Pages of the own region that somebody else keeps: of one's own organisation who
        keeps it changes it. A regiobeheerder may do both."""
        rol = user.actieve_rol
        if not may(rol and rol.soort, "voorstel.doen"):
            return self.none()
        rows = self.on_kaart()
        if rol.soort == Soort.REGIOBEHEERDER:
            return rows.filter(kept_by(user))
        if rol.soort == Soort.ORGANISATIEBEHEERDER:
            rows = rows.exclude(organisatie=rol.organisatie or 0)
        return rows.filter(regio__organisaties=rol.organisatie or 0)

    def with_closed(self, day: date) -> Self:
        """Adds `nu_dicht`: whether a period of being closed holds on that day."""
        periods: Any = self.model._meta.get_field("sluitingsperiodes").related_model
        runs = periods.objects.filter(
            Q(tot=None) | Q(tot__gte=day), voorziening=OuterRef("pk"), van__lte=day
        )
        return self.annotate(nu_dicht=Exists(runs))
