"""A change of the kaart by who does not keep that page."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from netwerk.choices import Voorstelstatus
from netwerk.querysets import VoorstelQuerySet
from toegang.models import Organisatie, Regio

from .voorziening import Voorziening, Voorzieningplek

NIEUW = "nieuw"  # in the place of a step: a provision that is not there yet
NIEUW_ADRES = "adres-nieuw"  # the step of an address that is not there yet


class Voorstel(models.Model):
    """`velden` are the fields of the step that differ: as they stood (`voor`) and as they
    should be (`na`), as a browser sends them, with the words for both and, once it was
    taken over, whether that one was (`over`). `naam` stays when the page is gone; so do
    `namens`, where the proposer worked, and who keeps it (`organisatie`). `plek` is the
    address that a step of one address is about."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    voorziening = models.ForeignKey(
        Voorziening,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="voorstellen",
    )
    plek = models.ForeignKey(
        Voorzieningplek, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    naam = models.CharField(max_length=255)
    stap = models.CharField(max_length=20)
    velden = models.JSONField(default=list)
    toelichting = models.TextField(blank=True)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    namens = models.CharField(max_length=140, blank=True)
    gedaan_op = models.DateTimeField(auto_now_add=True)
    status = models.CharField(
        max_length=12, choices=Voorstelstatus, default=Voorstelstatus.OPEN
    )
    antwoord = models.TextField(blank=True)
    afgehandeld_op = models.DateTimeField(null=True, blank=True)
    afgehandeld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    objects = VoorstelQuerySet.as_manager()

    class Meta:
        ordering = ["gedaan_op", "pk"]
        constraints = [
            models.CheckConstraint(
                name="voorstel_handled_when",
                condition=Q(status=Voorstelstatus.OPEN, afgehandeld_op=None)
                | (~Q(status=Voorstelstatus.OPEN) & Q(afgehandeld_op__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"voorstel {self.pk}"

    @property
    def is_open(self) -> bool:
        return self.status == Voorstelstatus.OPEN

    @property
    def is_new(self) -> bool:
        return self.stap == NIEUW

    @property
    def is_deels(self) -> bool:
        """A part was taken over."""
        return any(veld.get("over") is False for veld in self.velden)

    @property
    def uitkomst(self) -> str:
        """What became of it, in words: of what is taken over, perhaps a part."""
        if self.is_deels:
            return "Deels overgenomen"
        return str(Voorstelstatus(self.status).label)

    def value(self, naam: str) -> Any:
        """What is proposed for a field of one value."""
        for veld in self.velden:
            if veld["naam"] == naam and veld["na"]:
                return veld["na"][0]
        return ""
