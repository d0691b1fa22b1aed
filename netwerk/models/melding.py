"""Somebody says that a page is wrong (N5). No history by trigger: a version would keep the
address of who reported it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from netwerk.choices import AFGEHANDELD, Meldstatus, Meldveld
from netwerk.querysets.melding import MeldingQuerySet

from .voorziening import Voorziening


class Melding(models.Model):
    """`uuid` comes from the form: sent twice, kept once. `nummer` is what the reporter
    follows it by. `email` is there for an answer only: gone after it, and gone when none
    came for long (rules/melding.py)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    nummer = models.CharField(max_length=6, unique=True)
    voorziening = models.ForeignKey(
        Voorziening, models.CASCADE, related_name="meldingen"
    )
    veld = models.CharField(max_length=14, choices=Meldveld)
    tekst = models.TextField()
    email = models.EmailField(blank=True)
    gemeld_op = models.DateTimeField(auto_now_add=True)
    status = models.CharField(
        max_length=16, choices=Meldstatus, default=Meldstatus.ONTVANGEN
    )
    antwoord = models.TextField(blank=True)
    afgehandeld_op = models.DateTimeField(null=True, blank=True)
    afgehandeld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    objects = MeldingQuerySet.as_manager()

    class Meta:
        ordering = ["gemeld_op", "pk"]
        constraints = [
            models.CheckConstraint(
                name="melding_handled_has_no_email",
                condition=~Q(status__in=AFGEHANDELD) | Q(email=""),
            ),
            models.CheckConstraint(
                name="melding_handled_when",
                condition=Q(status__in=AFGEHANDELD, afgehandeld_op__isnull=False)
                | (~Q(status__in=AFGEHANDELD) & Q(afgehandeld_op=None)),
            ),
        ]

    def __str__(self) -> str:
        return f"melding {self.nummer}"

    @property
    def is_open(self) -> bool:
        return self.status not in AFGEHANDELD
