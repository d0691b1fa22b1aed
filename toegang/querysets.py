from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

if TYPE_CHECKING:
    from .models import Gebruiker, Rol, Uitnodiging  # noqa: F401


class GebruikerQuerySet(models.QuerySet["Gebruiker"]):
    def active(self) -> Self:
        return self.filter(is_active=True)


class RolQuerySet(models.QuerySet["Rol"]):
    def on(self, day: date) -> Self:
        """Those that hold on a day: first and last day included."""
        return self.filter(Q(tot=None) | Q(tot__gte=day), van__lte=day)


class UitnodigingQuerySet(models.QuerySet["Uitnodiging"]):
    def usable(self) -> Self:
        """Not used, not withdrawn, not too old."""
        return self.filter(
            gebruikt_op=None, ingetrokken_op=None, tot__gt=timezone.now()
        )
