"""Language for reports that a page is wrong."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models

from toegang.permissions import may

from ..choices import AFGEHANDELD
from .voorziening import kept_by

if TYPE_CHECKING:
    from toegang.models import Gebruiker

    from ..models import Melding  # noqa: F401


class MeldingQuerySet(models.QuerySet["Melding"]):
    def open(self) -> Self:
        return self.exclude(status__in=AFGEHANDELD)

    def with_address_before(self, day: date) -> Self:
        """Those that still know who sent them, from before this day."""
        return self.filter(gemeld_op__date__lt=day).exclude(email="")

    def visible_to(self, user: Gebruiker) -> Self:
        """Those about what the active role keeps: its own organisation, or the region. A
        regiobeheerder sees them all, also when an organisation has nobody any more."""
        if not may(user.actieve_rol and user.actieve_rol.soort, "melding.behandelen"):
            return self.none()
        return self.filter(kept_by(user, "voorziening__"))
