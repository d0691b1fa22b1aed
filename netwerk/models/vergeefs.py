from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from netwerk.rules.vergeefs import LONGEST, VANAF
from toegang.models import Regio


class Vergeefs(models.Model):
    """Words that people looked for and found nothing, in one quarter (N6; adr/0007).

    Until so many different visits typed them nothing here says which words they are:
    `sleutel` is a keyed hash, `woorden` is empty. `vandaag` holds a hash per visit of
    today, with a salt that is gone tonight; then only their number goes on, in `keer`."""

    regio = models.ForeignKey(Regio, models.CASCADE, related_name="+")
    kwartaal = models.DateField()
    sleutel = models.CharField(max_length=64)
    woorden = models.CharField(max_length=LONGEST, blank=True)
    keer = models.PositiveIntegerField(default=0)
    vandaag = ArrayField(models.CharField(max_length=64), default=list, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["regio", "kwartaal", "sleutel"], name="vergeefs_once"
            ),
            models.CheckConstraint(
                name="vergeefs_words_from_five",
                condition=(Q(woorden="") & Q(keer__lt=VANAF))
                | (~Q(woorden="") & Q(keer__gte=VANAF)),
            ),
            models.CheckConstraint(
                name="vergeefs_no_visits_once_shown",
                condition=Q(woorden="") | Q(vandaag=[]),
            ),
        ]

    def __str__(self) -> str:
        return f"vergeefs {self.pk}"
