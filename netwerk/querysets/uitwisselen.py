"""Files that wait for a yes: each for who manages its region."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils import timezone

if TYPE_CHECKING:
    from ..models import Importvoorbeeld  # noqa: F401


class ImportvoorbeeldQuerySet(models.QuerySet["Importvoorbeeld"]):
    def kept(self) -> Self:
        """Those that still wait for a yes or for a worker, and those that were carried
        out."""
        return self.filter(tot__gt=timezone.now())

    def over(self) -> Self:
        return self.filter(tot__lte=timezone.now())
