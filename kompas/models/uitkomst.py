"""A report of the outcomes: asked for by a person, made by a task."""

import uuid

from django.db import models

from kompas.querysets import RapportQuerySet
from toegang.models import Gebruiker

from .ronde import Ronde


class Uitkomstrapport(models.Model):
    """The row is the truth of the work: made, being made, or still to be made.

    `volgende_poging_op` is the moment from which a worker may take it; who takes it moves
    it ahead, and again with each step. A worker that dies no longer does, so that another
    takes over. `pogingen` counts who took it: only the last may write.
    """

    class Stand(models.TextChoices):
        GEVRAAGD = "gevraagd", "Staat klaar om te maken"
        BEZIG = "bezig", "Wordt gemaakt"
        KLAAR = "klaar", "Klaar"
        MISLUKT = "mislukt", "Niet gelukt"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    ronde = models.ForeignKey(Ronde, models.CASCADE, related_name="rapporten")
    gevraagd_op = models.DateTimeField()
    gevraagd_door = models.ForeignKey(Gebruiker, models.CASCADE, related_name="+")
    gevraagd_als = (
        models.JSONField()
    )  # Actor.as_headers(): the task acts as this person
    stand = models.CharField(max_length=10, choices=Stand, default=Stand.GEVRAAGD)
    pogingen = models.PositiveSmallIntegerField(default=0)
    volgende_poging_op = models.DateTimeField(null=True, blank=True)
    deel_klaar = models.PositiveSmallIntegerField(default=0)  # percent, for the page
    inhoud = models.CharField(
        max_length=64, blank=True
    )  # hash of what it was made from
    pdf = models.BinaryField(null=True)
    klaar_op = models.DateTimeField(null=True, blank=True)
    reden = models.CharField(max_length=200, blank=True)  # why not, for who asked

    objects = RapportQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["volgende_poging_op"],
                condition=models.Q(volgende_poging_op__isnull=False),
                name="rapport_waiting",
            )
        ]

    def __str__(self) -> str:
        return f"uitkomstrapport {self.pk}"
