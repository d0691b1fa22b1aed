"""Who sees which traject, round and card; language for reading."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from toegang.choices import Soort
from toegang.permissions import may

if TYPE_CHECKING:
    from toegang.models import Gebruiker, Regio

    from .models import (  # noqa: F401
        Kerngroeplid,
        Kompaseditie,
        Ronde,
        Rondekaart,
        Stelling,
        Traject,
        Uitkomstrapport,
    )


def _in_scope(user: Gebruiker, to: str = "") -> Q:
    """The trajecten that the active role of a person reaches, from `to` (a lookup path
    ending in "__"). Default is none."""
    today = timezone.localdate()

    def holds(path: str) -> Q:
        runs = Q(**{f"{path}__tot": None}) | Q(**{f"{path}__tot__gte": today})
        return runs & Q(**{f"{path}__gebruiker": user, f"{path}__van__lte": today})

    match user.actieve_rol and user.actieve_rol.soort:
        case Soort.PROCESBEGELEIDER:
            return holds(f"{to}begeleiders")
        case Soort.KERNGROEPLID:
            return holds(f"{to}leden")
        case Soort.REGIOBEHEERDER:
            path = f"{to}regio__rol"
            return holds(path) & Q(**{f"{path}__soort": Soort.REGIOBEHEERDER})
    return Q(pk__in=[])


def _may(user: Gebruiker, act: str) -> bool:
    return may(user.actieve_rol and user.actieve_rol.soort, act)


class TrajectQuerySet(models.QuerySet["Traject"]):
    def allowed(self, user: Gebruiker, act: str) -> Self:
        """Those on which the active role of `user` may do `act` (permissions.py)."""
        if not _may(user, act):
            return self.none()
        return self.filter(_in_scope(user)).distinct()

    def visible_to(self, user: Gebruiker) -> Self:
        return self.allowed(user, "traject.bekijken")

    def led_by(self, user: Gebruiker) -> Self:
        return self.allowed(user, "traject.begeleiden")


class RondeQuerySet(models.QuerySet["Ronde"]):
    def allowed(self, user: Gebruiker, act: str) -> Self:
        if not _may(user, act):
            return self.none()
        return self.filter(_in_scope(user, "traject__")).distinct()

    def visible_to(self, user: Gebruiker) -> Self:
        return self.allowed(user, "ronde.bekijken")

    def led_by(self, user: Gebruiker) -> Self:
        return self.allowed(user, "ronde.begeleiden")

    def running(self) -> Self:
        return self.filter(gesloten_op=None)

    def silent_since(self, day: date) -> Self:
        """Last answered on `day` or before; never answered, begun on `day` or before."""
        never = Q(laatste_antwoord_dag=None, geopend_op__date__lte=day)
        return self.filter(Q(laatste_antwoord_dag__lte=day) | never)


class KaartQuerySet(models.QuerySet["Rondekaart"]):
    def led_by(self, user: Gebruiker) -> Self:
        if not _may(user, "ronde.begeleiden"):
            return self.none()
        return self.filter(_in_scope(user, "ronde__traject__")).distinct()


class LidQuerySet(models.QuerySet["Kerngroeplid"]):
    def current(self) -> Self:
        today = timezone.localdate()
        return self.filter(Q(tot=None) | Q(tot__gte=today), van__lte=today)


class EditieQuerySet(models.QuerySet["Kompaseditie"]):
    def for_regio(self, regio: Regio) -> Self:
        """Ours, and the region's own; newest version last."""
        return self.filter(Q(regio=None) | Q(regio=regio)).order_by("sleutel", "versie")

    def visible_to(self, user: Gebruiker) -> Self:
        """Ours, and those of the regions that the active role reaches."""
        if not _may(user, "editie.bekijken"):
            return self.none()
        manages = user.actieve_rol and user.actieve_rol.soort == Soort.REGIOBEHEERDER
        own = _in_scope(user, "" if manages else "regio__trajecten__")
        return self.filter(Q(regio=None) | own).distinct()


class RapportQuerySet(models.QuerySet["Uitkomstrapport"]):
    def visible_to(self, user: Gebruiker) -> Self:
        """Of rounds whose outcomes this person may see: the report says the same."""
        if not _may(user, "uitkomst.bekijken"):
            return self.none()
        return self.filter(_in_scope(user, "ronde__traject__")).distinct()


class StellingQuerySet(models.QuerySet["Stelling"]):
    def on_card(self) -> Self:
        return self.select_related("thema", "deel").order_by(
            "thema__nummer", "volgorde"
        )
