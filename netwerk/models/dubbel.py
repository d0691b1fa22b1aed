"""Pages about the same help: those that became one, and those that really are two."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from toegang.models import Regio

from .voorziening import Voorziening


class Samenvoeging(models.Model):
    """A page that went up in `blijft`: its address, its ids and those of its source lead
    there from then on. `oud_id` is the key that its versions hang on."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    blijft = models.ForeignKey(
        Voorziening, models.CASCADE, related_name="samenvoegingen"
    )
    oud_id = models.BigIntegerField()
    oud_uuid = models.UUIDField(unique=True)
    oud_slug = models.SlugField(max_length=140, unique=True)
    oud_naam = models.CharField(max_length=255)
    bron = models.CharField(max_length=200, blank=True)
    bron_id = models.CharField(max_length=200, blank=True)
    op = models.DateTimeField(auto_now_add=True)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering = ["op", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["regio", "bron", "bron_id"],
                condition=~Q(bron_id=""),
                name="samenvoeging_bron_once",
            ),
        ]

    def __str__(self) -> str:
        return f"samenvoeging {self.pk}"


class Geendubbel(models.Model):
    """Somebody looked: these two are not the same. Kept as the lower key and the higher."""

    een = models.ForeignKey(Voorziening, models.CASCADE, related_name="+")
    ander = models.ForeignKey(Voorziening, models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["een", "ander"], name="geendubbel_once"),
            models.CheckConstraint(
                name="geendubbel_in_order", condition=Q(een__lt=F("ander"))
            ),
        ]

    def __str__(self) -> str:
        return f"geendubbel {self.pk}"
