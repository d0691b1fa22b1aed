"""A report of the outcomes: asked for by a person, made by a task."""

import uuid

from django.db import models

from basis.werk import Werk
from kompas.querysets import RapportQuerySet
from toegang.models import Gebruiker

from .ronde import Ronde


class Uitkomstrapport(Werk):
    """Made, being made, or still to be made."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    ronde = models.ForeignKey(Ronde, models.CASCADE, related_name="rapporten")
    gevraagd_door = models.ForeignKey(Gebruiker, models.CASCADE, related_name="+")
    deel_klaar = models.PositiveSmallIntegerField(default=0)  # percent, for the page
    inhoud = models.CharField(
        max_length=64, blank=True
    )  # hash of what it was made from
    pdf = models.BinaryField(null=True)

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
