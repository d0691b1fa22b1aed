"""Language for proposals: who made one, and whose it is to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q

from toegang.permissions import may

from ..choices import Voorstelstatus
from .voorziening import kept_by

if TYPE_CHECKING:
    from toegang.models import Gebruiker

    from ..models import Voorstel  # noqa: F401


class VoorstelQuerySet(models.QuerySet["Voorstel"]):
    def open(self) -> Self:
        return self.filter(status=Voorstelstatus.OPEN)

    def to_answer(self, user: Gebruiker) -> Self:
        """About what the active role keeps now; nobody answers their own. Of a page that
        is gone, or not there yet, it is the organisation of then."""
        return self.filter(self._kept(user)).exclude(door=user)

    def by(self, user: Gebruiker) -> Self:
        return self.filter(_made(user))

    def visible_to(self, user: Gebruiker) -> Self:
        return self.filter(_made(user) | self._kept(user))

    def _kept(self, user: Gebruiker) -> Q:
        rol = user.actieve_rol
        if not may(rol and rol.soort, "voorstel.behandelen"):
            return Q(pk__in=[])
        pages: Any = self.model._meta.get_field("voorziening").related_model
        kept = kept_by(user)
        # a set of keys: an OR over a join would be looked up in all pages of the country
        now = Q(voorziening__in=pages.objects.filter(kept).order_by().values("pk"))
        return now | (Q(voorziening=None) & kept)


def _made(user: Gebruiker) -> Q:
    rol = user.actieve_rol
    made = may(rol and rol.soort, "voorstel.doen")
    return Q(door=user) if made else Q(pk__in=[])
