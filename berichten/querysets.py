from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from .models import Bericht  # noqa: F401


class BerichtQuerySet(models.QuerySet["Bericht"]):
    def waiting(self, at: datetime) -> Self:
        return self.filter(volgende_poging_op__lte=at).order_by("volgende_poging_op")

    def parked(self) -> Self:
        return self.filter(volgende_poging_op=None, verstuurd_op=None)
