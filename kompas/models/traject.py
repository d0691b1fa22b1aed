"""The route of a core group through its region, year after year (K2, K3)."""

import uuid

from django.db import models
from django.db.models import Q

from kompas.choices import GROEP_VAN, Domein, Groep, Ring, Rol, Stapstand, ToonAls
from kompas.querysets import LidQuerySet, TrajectQuerySet
from toegang.models import Gebruiker, Gemeente, Organisatie, Regio, Uitnodiging, Wijk


class Traject(models.Model):
    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    regio = models.ForeignKey(Regio, models.PROTECT, related_name="trajecten")
    naam = models.CharField(max_length=120)
    gemeenten = models.ManyToManyField(Gemeente, blank=True, related_name="trajecten")
    wijken = models.ManyToManyField(Wijk, blank=True, related_name="trajecten")
    begonnen_op = models.DateField()

    objects = TrajectQuerySet.as_manager()

    class Meta:
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam


class Trajectstap(models.Model):
    """Where the group stands with one of the five steps; in any order, and again."""

    traject = models.ForeignKey(Traject, models.CASCADE, related_name="stappen")
    nummer = models.PositiveSmallIntegerField()
    stand = models.CharField(
        max_length=10, choices=Stapstand, default=Stapstand.NOG_NIET
    )
    wie = models.CharField(max_length=120, blank=True)
    notitie = models.TextField(max_length=2_000, blank=True)

    class Meta:
        ordering = ["traject", "nummer"]
        constraints = [
            models.UniqueConstraint(fields=["traject", "nummer"], name="stap_once"),
            models.CheckConstraint(
                condition=Q(nummer__gte=1, nummer__lte=5), name="stap_one_to_five"
            ),
        ]

    def __str__(self) -> str:
        return f"stap {self.nummer}"


class Begeleider(models.Model):
    """The procesbegeleider of a traject: runs it, and never sees who gave which score."""

    traject = models.ForeignKey(Traject, models.CASCADE, related_name="begeleiders")
    gebruiker = models.ForeignKey(
        Gebruiker, models.PROTECT, related_name="begeleidt", null=True, blank=True
    )
    naam = models.CharField(max_length=120)
    uitnodiging = models.OneToOneField(
        Uitnodiging, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["traject", "gebruiker"],
                condition=Q(tot=None, gebruiker__isnull=False),
                name="begeleider_once",
            ),
        ]

    def __str__(self) -> str:
        return f"begeleider {self.pk}"


class Kerngroeplid(models.Model):
    """Someone at the table, before and after the invitation is taken up."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    traject = models.ForeignKey(Traject, models.CASCADE, related_name="leden")
    gebruiker = models.ForeignKey(
        Gebruiker, models.PROTECT, related_name="lidmaatschappen", null=True, blank=True
    )
    naam = models.CharField(max_length=120)
    ring = models.CharField(max_length=12, choices=Ring)
    rol = models.CharField(max_length=40, choices=Rol)
    domein = models.CharField(max_length=40, choices=Domein, blank=True)
    organisatie = models.ForeignKey(
        Organisatie, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    betaald = models.BooleanField(default=False)  # ervaringsdeskundige in paid service
    toon_als = models.CharField(max_length=10, choices=ToonAls, default=ToonAls.GROEP)
    uitnodiging = models.OneToOneField(
        Uitnodiging, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    objects = LidQuerySet.as_manager()

    class Meta:
        ordering = ["naam"]
        constraints = [
            models.UniqueConstraint(
                fields=["traject", "gebruiker"],
                condition=Q(tot=None, gebruiker__isnull=False),
                name="lid_once",
            ),
        ]

    def __str__(self) -> str:
        return f"lid {self.pk}"

    @property
    def groep(self) -> Groep:
        return GROEP_VAN[Rol(self.rol)]
