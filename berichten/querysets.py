from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from toegang.models import Gebruiker

    from .models import Bericht, Postbericht  # noqa: F401


class BerichtQuerySet(models.QuerySet["Bericht"]):
    def waiting(self, at: datetime) -> Self:
        return self.filter(volgende_poging_op__lte=at).order_by("volgende_poging_op")

    def parked(self) -> Self:
        return self.filter(volgende_poging_op=None, verstuurd_op=None)


class PostberichtQuerySet(models.QuerySet["Postbericht"]):
    def for_user(self, user: Gebruiker, at: datetime) -> Self:
        """What lies there for them in the role they work in; row policies say the same."""
        rol = user.actieve_rol.soort if user.actieve_rol else ""
        return self.filter(gebruiker=user, rol=rol, zichtbaar_vanaf__lte=at)

    def to_mail(self, at: datetime) -> Self:
        return self.filter(gemaild_op=None, zichtbaar_vanaf__lte=at)
