"""A link with which an owner says without an account that it is still right (N5)."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from netwerk.choices import Controleveld

from .voorziening import Voorziening


class Bevestigingslink(models.Model):
    """The code is in the letter alone; here is its hash. Opened as often as one likes,
    used once. `email` is emptied a month after that, or after it ran out."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    hash = models.CharField(max_length=64, unique=True)
    voorziening = models.ForeignKey(Voorziening, models.CASCADE, related_name="+")
    velden = ArrayField(models.CharField(max_length=14, choices=Controleveld))
    email = models.EmailField()
    tot = models.DateTimeField()
    gemaakt_op = models.DateTimeField(auto_now_add=True)
    gemaakt_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    gebruikt_op = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"bevestigingslink {self.pk}"
