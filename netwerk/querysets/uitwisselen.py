"""Files that wait: for a yes of who manages the region, or for who asked them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar

from django.db import models
from django.utils import timezone

if TYPE_CHECKING:
    from ..models import Importvoorbeeld, Uitvoer  # noqa: F401

Row = TypeVar("Row", bound=models.Model)


class TotQuerySet(models.QuerySet[Row]):
    def kept(self) -> Self:
        return self.filter(tot__gt=timezone.now())

    def over(self) -> Self:
        return self.filter(tot__lte=timezone.now())


class ImportvoorbeeldQuerySet(TotQuerySet["Importvoorbeeld"]):
    """Those that wait for a yes or for a worker, and those that were carried out."""


class UitvoerQuerySet(TotQuerySet["Uitvoer"]):
    """Those that a worker has to make, and those to be taken along."""
