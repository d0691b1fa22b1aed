"""What ages: how long the wait is, and when somebody last looked."""

import uuid
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from basis.history import with_history
from netwerk.choices import Controleveld, Eindereden, Fase, Methode

from .voorziening import Voorziening


class Wachteinde(models.Model):
    """Somebody said that people do not wait for this, here and of this group: it was never
    so, or it is not there any more. What was measured of it before counts no longer."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    voorziening = models.ForeignKey(
        Voorziening, models.CASCADE, related_name="wachteinden"
    )
    fase = models.CharField(max_length=12, choices=Fase)
    doelgroep = models.CharField(max_length=120, blank=True)
    reden = models.CharField(max_length=12, choices=Eindereden)
    door = models.CharField(max_length=140)  # who, in words that stay when people leave
    gezegd_op = models.DateTimeField(auto_now_add=True)
    gezegd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    def __str__(self) -> str:
        return f"wachteinde {self.pk}"

    @property
    def dag(self) -> date:
        """The day on which it was said."""
        return timezone.localdate(self.gezegd_op)


class _Geldend(models.Manager["Wachttijd"]):
    def get_queryset(self) -> models.QuerySet["Wachttijd"]:
        return super().get_queryset().filter(einde=None)


class Wachttijd(models.Model):
    """A measurement; rows are added, the newest per phase and target group counts. Never
    without a date (N2). `door` is who measured, in words that stay when people leave.

    One with an `einde` was taken away: `objects` leaves it out, and so do the waits of a
    provision; `alles` is for its history. SQL has to say it itself."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    voorziening = models.ForeignKey(
        Voorziening, models.CASCADE, related_name="wachttijden"
    )
    fase = models.CharField(max_length=12, choices=Fase)
    doelgroep = models.CharField(max_length=120, blank=True)
    weken_van = models.DecimalField(max_digits=4, decimal_places=1)
    weken_tot = models.DecimalField(max_digits=4, decimal_places=1)
    gemeten_op = models.DateField()
    geldig_tot = models.DateField()
    methode = models.CharField(max_length=14, choices=Methode)
    toelichting = models.CharField(max_length=255, blank=True)
    door = models.CharField(max_length=140)
    ingevoerd_op = models.DateTimeField(auto_now_add=True)
    ingevoerd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    einde = models.ForeignKey(
        Wachteinde, models.CASCADE, null=True, related_name="metingen"
    )

    objects = _Geldend()
    alles = models.Manager["Wachttijd"]()

    class Meta:
        indexes = [
            models.Index(
                fields=["voorziening", "fase", "doelgroep", "-gemeten_op", "-id"],
                name="wachttijd_geldend",
                condition=Q(einde=None),
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="wachttijd_range",
                condition=Q(weken_van__gte=0) & Q(weken_tot__gte=F("weken_van")),
            ),
            models.CheckConstraint(
                name="wachttijd_valid_after",
                condition=Q(geldig_tot__gte=F("gemeten_op")),
            ),
        ]

    def __str__(self) -> str:
        return f"wachttijd {self.pk}"


@with_history()
class Controle(models.Model):
    """When a field that ages was last looked at; changing another field leaves it (N5)."""

    voorziening = models.ForeignKey(
        Voorziening, models.CASCADE, related_name="controles"
    )
    veld = models.CharField(max_length=14, choices=Controleveld)
    gecontroleerd_op = models.DateField()
    gecontroleerd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["voorziening", "veld"], name="controle_once"
            )
        ]

    def __str__(self) -> str:
        return f"controle {self.pk}"
