"""What every row that comes in and goes out through HSDS has."""

import uuid

from django.db import models
from django.db.models import Q


class Uitwisselbaar(models.Model):
    """`uuid` is the id in HSDS. `hsds` keeps what a package said and we have no column for:
    it goes out again as it came in."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    hsds = models.JSONField(default=dict, blank=True)

    class Meta:
        abstract = True


class UitBron(Uitwisselbaar):
    """A thing that a package may bring: its outside id counts only with its source (N7)."""

    bron = models.CharField(max_length=200, blank=True)
    bron_id = models.CharField(max_length=200, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["regio", "bron", "bron_id"],
                condition=~Q(bron_id=""),
                name="%(class)s_bron_once",
            ),
        ]
