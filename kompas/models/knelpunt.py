"""What is missing, noted with a traject (N6); the talk about it comes with K12."""

import uuid

from django.db import models
from django.db.models import Q

from kompas.choices import Knelpuntsoort
from kompas.models.traject import Traject
from toegang.models import Gebruiker, Gemeente


class Knelpunt(models.Model):
    """A cell of the white spots, or words looked for in vain, with the figures of the day
    on which it was noted: what is there now stands in the white spots. Without a gemeente
    it is about the whole region."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    traject = models.ForeignKey(Traject, models.CASCADE, related_name="knelpunten")
    soort = models.CharField(max_length=10, choices=Knelpuntsoort)
    sleutel = models.CharField(max_length=120)
    naam = models.CharField(max_length=200)  # as it was called then
    gemeente = models.ForeignKey(
        Gemeente, models.PROTECT, null=True, blank=True, related_name="+"
    )
    aantal = models.PositiveIntegerField(null=True, blank=True)
    informeel = models.PositiveIntegerField(null=True, blank=True)
    weken = models.DecimalField(max_digits=6, decimal_places=2, null=True, blank=True)
    nagekeken = models.DateField(null=True, blank=True)
    bezoeken = models.PositiveIntegerField(null=True, blank=True)  # this quarter
    bezoeken_vorig = models.PositiveIntegerField(null=True, blank=True)
    genoteerd_op = models.DateField()
    genoteerd_door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-genoteerd_op", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["traject", "soort", "sleutel", "gemeente"],
                name="knelpunt_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(soort=Knelpuntsoort.WOORD, aantal=None, gemeente=None)
                | (~Q(soort=Knelpuntsoort.WOORD) & Q(aantal__isnull=False)),
                name="knelpunt_figures",
            ),
        ]

    def __str__(self) -> str:
        return f"knelpunt {self.pk}"
