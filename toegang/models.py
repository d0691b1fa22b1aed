"""Parties and identity: regions and who works there, accounts and what they may be."""

import uuid
from collections.abc import Collection
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone

from basis.email import normalise_email
from logboek.services import PLATFORM

from .choices import Organisatiesoort, Planleeftijd, Soort, Werkveld
from .gate import GatedQuerySet
from .querysets import (
    GebiedQuerySet,
    GebruikerQuerySet,
    OrganisatieQuerySet,
    RegioQuerySet,
    RolQuerySet,
    UitnodigingQuerySet,
)


class Genummerd(models.Model):
    """The address of a row on pages; a form that creates brings it, so that sent twice is
    made once (basis.constraints.insert_once)."""

    uuid = models.UUIDField(
        default=uuid.uuid4, db_default=RandomUUID(), unique=True, editable=False
    )

    class Meta:
        abstract = True


class Regio(Genummerd):
    naam = models.CharField(max_length=80)
    slug = models.SlugField(unique=True)
    plan_vanaf = models.PositiveSmallIntegerField(  # T1: a region may begin at eighteen
        choices=Planleeftijd, default=Planleeftijd.ZESTIEN
    )

    objects = RegioQuerySet.as_manager()

    class Meta:
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam

    @property
    def wijken(self) -> models.QuerySet["Wijk"]:
        """Of all its gemeenten, each with its own."""
        return Wijk.objects.filter(gemeente__regio=self).select_related("gemeente")


class Gemeente(Genummerd):
    regio = models.ForeignKey(Regio, models.PROTECT, related_name="gemeenten")
    naam = models.CharField(max_length=80)

    objects = GebiedQuerySet.as_manager()

    class Meta:
        ordering = ["naam"]
        constraints = [
            models.UniqueConstraint(fields=["regio", "naam"], name="gemeente_once"),
        ]

    def __str__(self) -> str:
        return self.naam


class Wijk(Genummerd):
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="wijken")
    naam = models.CharField(max_length=80)

    class Meta:
        ordering = ["naam"]
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "naam"], name="wijk_once"),
        ]

    def __str__(self) -> str:
        return f"{self.naam} ({self.gemeente})"


class Huisstijl(models.Model):
    """How the pages of a region look to everybody; what is empty is as Netwerkkompas
    looks itself. Colours are kept as #0b5d5b, and only those that can be read."""

    regio = models.OneToOneField(Regio, models.CASCADE, related_name="huisstijl")
    naam = models.CharField(max_length=40, blank=True)
    kleur = models.CharField(max_length=7, blank=True)
    tweede_kleur = models.CharField(max_length=7, blank=True)
    logo = models.BinaryField(null=True)  # a PNG that we drew (basis.pictures)
    logo_uuid = models.UUIDField(null=True, unique=True)  # its address
    logo_breedte = models.PositiveSmallIntegerField(null=True)
    logo_hoogte = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="huisstijl_kleuren",
                condition=Q(kleur__regex=r"^(#[0-9a-f]{6})?$")
                & Q(tweede_kleur__regex=r"^(#[0-9a-f]{6})?$"),
            ),
            models.CheckConstraint(
                name="huisstijl_logo_whole",
                condition=Q(
                    logo=None, logo_uuid=None, logo_breedte=None, logo_hoogte=None
                )
                | Q(
                    logo__isnull=False,
                    logo_uuid__isnull=False,
                    logo_breedte__isnull=False,
                    logo_hoogte__isnull=False,
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"huisstijl {self.pk}"


class Organisatie(Genummerd):
    """`soort` is what it is first of all; `ook_soorten` what else is under its roof, as a
    crisisdienst in a ggz organisation (services.organisaties keeps the first out of it)."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="organisaties")
    naam = models.CharField(max_length=140)
    soort = models.CharField(
        max_length=20, choices=Organisatiesoort, default=Organisatiesoort.ANDERS
    )
    ook_soorten = ArrayField(
        models.CharField(max_length=20, choices=Organisatiesoort),
        default=list,
        db_default=[],
        blank=True,
    )
    werkveld = models.CharField(
        max_length=20, choices=Werkveld, default=Werkveld.ANDERS
    )
    gestopt_op = models.DateField(null=True, blank=True)
    gestopt_reden = models.CharField(max_length=255, blank=True)
    opvolger = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = OrganisatieQuerySet.as_manager()

    class Meta:
        ordering = ["naam"]
        constraints = [
            models.UniqueConstraint(fields=["regio", "naam"], name="organisatie_once"),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def soorten(self) -> list[str]:
        """All that it is, in words; what it is first of all stands first."""
        kinds = (self.soort, *self.ook_soorten)
        return [str(Organisatiesoort(kind).label) for kind in kinds]


class Team(Genummerd):
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="teams")
    naam = models.CharField(max_length=80)

    class Meta:
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam


class GebruikerManager(BaseUserManager["Gebruiker"]):
    def get_queryset(self) -> GebruikerQuerySet:
        return GebruikerQuerySet(self.model, using=self._db)

    def create_user(
        self, email: str, password: str | None = None, **more: Any
    ) -> "Gebruiker":
        user = self.model(email=normalise_email(email), **more)
        user.set_password(password)
        user.save()
        return user

    def get_by_natural_key(self, email: str | None) -> "Gebruiker":
        return self.get(email=normalise_email(email or ""))


class Gebruiker(AbstractBaseUser):
    """One account per person, any number of roles."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(unique=True)
    naam = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    sinds = models.DateTimeField(auto_now_add=True)

    objects = GebruikerManager()
    actieve_rol: Any = None  # roles.ActieveRol; set per request (middleware.py)

    USERNAME_FIELD = EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["naam"]

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(email=Lower("email")),
                name="gebruiker_email_lower",
            ),
        ]

    def __str__(self) -> str:
        return f"gebruiker {self.pk}"

    def get_full_name(self) -> str:
        return self.naam


class Rol(Genummerd):
    """What someone may be, where, and from when until when (both days included).

    Without `gebruiker` it is an offer: `uitnodiging` waits for who it is for.
    """

    gebruiker = models.ForeignKey(
        Gebruiker, models.CASCADE, null=True, blank=True, related_name="rollen"
    )
    uitnodiging = models.OneToOneField(
        "Uitnodiging", models.SET_NULL, null=True, blank=True, related_name="rol"
    )
    soort = models.CharField(max_length=40, choices=Soort)
    regio = models.ForeignKey(Regio, models.PROTECT, null=True, blank=True)
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, null=True, blank=True)
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, null=True, blank=True)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    objects = RolQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(tot=None) | Q(tot__gte=models.F("van")), name="rol_period"
            ),
            models.CheckConstraint(
                name="rol_scope",
                condition=(
                    Q(soort__in=[Soort.PLATFORMBEHEER, Soort.CLIENT, Soort.NAASTE])
                    & Q(regio=None, organisatie=None, team=None, gemeente=None)
                )
                | (
                    Q(soort=Soort.REGIOBEHEERDER, regio__isnull=False)
                    & Q(organisatie=None, team=None, gemeente=None)
                )
                | (
                    Q(
                        soort__in=[
                            Soort.ORGANISATIEBEHEERDER,
                            Soort.PROFESSIONAL,
                            Soort.ERVARINGSDESKUNDIGE,
                            Soort.FUNCTIONARIS,
                        ]
                    )
                    & Q(organisatie__isnull=False)
                    & Q(regio=None, team=None, gemeente=None)
                )
                | (
                    Q(soort=Soort.TEAMLEIDER, team__isnull=False)
                    & Q(regio=None, organisatie=None, gemeente=None)
                )
                | (
                    Q(soort=Soort.GEMEENTE, gemeente__isnull=False)
                    & Q(regio=None, organisatie=None, team=None)
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.soort

    @property
    def plek(self) -> "Regio | Organisatie | Team | Gemeente | None":
        """Where it holds; None is the whole platform."""
        return self.regio or self.organisatie or self.team or self.gemeente

    @property
    def van_regio(self) -> Regio | None:
        """The region whose log it belongs to; None is the platform's."""
        if self.team:
            return self.team.organisatie.regio
        holder = self.organisatie or self.gemeente
        return holder.regio if holder else self.regio


class Uitnodiging(models.Model):
    """The code itself is in the letter alone; here is its hash.

    What it leads to, the app says that made it: `soort` is a registered kind
    (toegang/invitations.py), `sleutel` the key of its subject as text, `regio` the slug of
    the chain in the log that it belongs to.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    hash = models.CharField(max_length=64, unique=True)
    soort = models.CharField(max_length=40)
    sleutel = models.CharField(max_length=80)
    email = models.EmailField()
    naam = models.CharField(max_length=120)
    regio = models.CharField(max_length=50, default=PLATFORM)
    gemaakt_op = models.DateTimeField(auto_now_add=True)
    gemaakt_door = models.ForeignKey(
        Gebruiker, models.SET_NULL, null=True, related_name="+"
    )
    tot = models.DateTimeField()
    gebruikt_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    objects = UitnodigingQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["soort", "sleutel"], name="uitnodiging_subject")
        ]

    def __str__(self) -> str:
        return f"uitnodiging {self.pk}"

    @property
    def is_usable(self) -> bool:
        """As the queryset says it."""
        ended = self.gebruikt_op or self.ingetrokken_op
        return ended is None and self.tot > timezone.now()


class GatedModel(models.Model):
    """Rows about a client. Uniqueness checks of Django itself go round the gate."""

    class Meta:
        abstract = True

    def validate_unique(self, exclude: Collection[str] | None = None) -> None:
        with GatedQuerySet.left_open():
            super().validate_unique(exclude)

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        with GatedQuerySet.left_open():
            super().validate_constraints(exclude)
