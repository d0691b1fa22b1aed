"""Language for who is who, and for what a beheerder reaches in the role of now."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from .choices import Soort
from .permissions import MAY_GIVE, may

if TYPE_CHECKING:
    from .models import (  # noqa: F401
        Gebruiker,
        Gemeente,
        Organisatie,
        Regio,
        Rol,
        Uitnodiging,
    )


def held(user: Gebruiker, soort: Soort, path: str) -> Q:
    """Whether `user` holds such a role today, at the end of `path` (a lookup to Rol)."""
    today = timezone.localdate()
    runs = Q(**{f"{path}__tot": None}) | Q(**{f"{path}__tot__gte": today})
    return runs & Q(
        **{
            f"{path}__gebruiker": user,
            f"{path}__soort": soort,
            f"{path}__van__lte": today,
        }
    )


def acts_as(user: Gebruiker, act: str) -> str:
    """The kind of the role of now when it may do `act` (permissions.py), else nothing."""
    soort = user.actieve_rol.soort if user.actieve_rol else ""
    return soort if may(soort, act) else ""


class RegioQuerySet(models.QuerySet["Regio"]):
    def allowed(self, user: Gebruiker, act: str) -> Self:
        match acts_as(user, act):
            case Soort.PLATFORMBEHEER:
                return self
            case Soort.REGIOBEHEERDER:
                return self.filter(held(user, Soort.REGIOBEHEERDER, "rol")).distinct()
            case Soort.ORGANISATIEBEHEERDER:
                own = user.actieve_rol.organisatie or 0
                return self.filter(organisaties=own)
        return self.none()


class GebiedQuerySet(models.QuerySet["Gemeente"]):
    def allowed(self, user: Gebruiker, act: str) -> Self:
        regios: Any = self.model._meta.get_field("regio").related_model
        return self.filter(regio__in=regios.objects.allowed(user, act))


class OrganisatieQuerySet(models.QuerySet["Organisatie"]):
    def allowed(self, user: Gebruiker, act: str) -> Self:
        match acts_as(user, act):
            case Soort.REGIOBEHEERDER:
                mine = held(user, Soort.REGIOBEHEERDER, "regio__rol")
                return self.filter(mine).distinct()
            case Soort.ORGANISATIEBEHEERDER:
                return self.filter(pk=user.actieve_rol.organisatie or 0)
        return self.none()

    def at_work(self) -> Self:
        """Those that did not stop."""
        return self.filter(gestopt_op=None)


class GebruikerQuerySet(models.QuerySet["Gebruiker"]):
    def active(self) -> Self:
        return self.filter(is_active=True)


class RolQuerySet(models.QuerySet["Rol"]):
    def on(self, day: date) -> Self:
        """Those that hold on a day: first and last day included."""
        return self.filter(Q(tot=None) | Q(tot__gte=day), van__lte=day)

    def kept_by(self, user: Gebruiker) -> Self:
        """Those that the role of now may give and end."""
        soort = acts_as(user, "mensen.bijhouden")
        rows = self.filter(soort__in=MAY_GIVE.get(Soort(soort), [])) if soort else self
        match soort:
            case Soort.PLATFORMBEHEER:
                return rows
            case Soort.REGIOBEHEERDER:
                regio: Any = self.model._meta.get_field("regio").related_model
                mine = regio.objects.allowed(user, "mensen.bijhouden")
                return rows.filter(
                    Q(regio__in=mine)
                    | Q(organisatie__regio__in=mine)
                    | Q(team__organisatie__regio__in=mine)
                    | Q(gemeente__regio__in=mine)
                )
            case Soort.ORGANISATIEBEHEERDER:
                own = user.actieve_rol.organisatie or 0
                return rows.filter(Q(organisatie=own) | Q(team__organisatie=own))
        return self.none()

    def offered(self) -> Self:
        """Nobody took them up yet."""
        return self.filter(gebruiker=None)

    def held_from(self, day: date) -> Self:
        """Those that somebody has on that day or will have."""
        return self.exclude(gebruiker=None).filter(Q(tot=None) | Q(tot__gte=day))

    def over(self, day: date) -> Self:
        return self.exclude(gebruiker=None).filter(tot__lt=day)


class UitnodigingQuerySet(models.QuerySet["Uitnodiging"]):
    def usable(self) -> Self:
        """Not used, not withdrawn, not too old."""
        return self.filter(
            gebruikt_op=None, ingetrokken_op=None, tot__gt=timezone.now()
        )
