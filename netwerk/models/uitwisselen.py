"""What taking the kaart in and out leaves: files that wait, for a yes or for who asked them,
and rows we have no place for."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from basis.werk import Werk
from netwerk.querysets.uitwisselen import ImportvoorbeeldQuerySet, UitvoerQuerySet
from toegang.models import Regio


class Importvoorbeeld(Werk):
    """A file between its preview and the yes of who sent it; for an hour, and then gone.
    In the database and never on disk; emptied when it was carried out. `wat` is the work
    that was asked for last: looking what it would do, or doing it. `gezien` is what the
    page shows of the first, `nakijken` all that is to be looked at (Fout)."""

    class Wat(models.TextChoices):
        NAKIJKEN = "nakijken", "Nakijken"
        INLEZEN = "inlezen", "Inlezen"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    regio = models.ForeignKey(Regio, models.CASCADE, related_name="+")
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    gemaakt_op = models.DateTimeField(default=timezone.now)
    tot = models.DateTimeField()
    naam = models.CharField(max_length=255)
    inhoud = models.BinaryField()
    bron = models.CharField(max_length=200, blank=True)
    antwoorden = models.JSONField(default=dict, blank=True)
    wat = models.CharField(max_length=10, choices=Wat, default=Wat.NAKIJKEN)
    gezien = models.JSONField(default=dict, blank=True)
    nakijken = models.JSONField(default=list, blank=True)
    afdruk = models.CharField(max_length=64, blank=True)
    uitgevoerd_op = models.DateTimeField(null=True, blank=True)
    uitkomst = models.JSONField(default=dict, blank=True)

    objects = ImportvoorbeeldQuerySet.as_manager()

    class Meta:
        ordering = ["-gemaakt_op", "pk"]
        indexes = [
            models.Index(
                fields=["volgende_poging_op"],
                condition=models.Q(volgende_poging_op__isnull=False),
                name="import_waiting",
            )
        ]

    def __str__(self) -> str:
        return f"importvoorbeeld {self.pk}"


class Uitvoer(Werk):
    """The kaart of a region as a file that a worker made for who asked."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    regio = models.ForeignKey(Regio, models.CASCADE, related_name="+")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    soort = models.CharField(max_length=20)
    tot = models.DateTimeField()
    naam = models.CharField(max_length=255, blank=True)
    inhoud = models.BinaryField(null=True)

    objects = UitvoerQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["volgende_poging_op"],
                condition=models.Q(volgende_poging_op__isnull=False),
                name="uitvoer_waiting",
            )
        ]

    def __str__(self) -> str:
        return f"uitvoer {self.pk}"


class Pakketrij(models.Model):
    """A row of a package that hangs on nothing we know: kept, and given back as it came."""

    regio = models.ForeignKey(Regio, models.CASCADE, related_name="+")
    bron = models.CharField(max_length=200, blank=True)
    tabel = models.CharField(max_length=80)
    sleutel = models.CharField(max_length=200)
    rij = models.JSONField()

    class Meta:
        ordering = ["tabel", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["regio", "bron", "tabel", "sleutel"], name="pakketrij_once"
            )
        ]

    def __str__(self) -> str:
        return f"pakketrij {self.pk}"
