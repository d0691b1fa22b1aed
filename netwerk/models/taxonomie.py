"""Words of others: taxonomies that came with a package. Our own stand in choices.py."""

from django.db import models

from basis.history import with_history
from toegang.models import Regio

from .basis import UitBron, Uitwisselbaar
from .locatie import Locatie
from .organisatie import Organisatieprofiel
from .voorziening import Voorziening, Voorzieningplek


@with_history()
class Taxonomie(UitBron):
    regio = models.ForeignKey(Regio, models.CASCADE, related_name="+")
    naam = models.CharField(max_length=255)
    omschrijving = models.TextField(blank=True)
    uri = models.CharField(max_length=500, blank=True)

    def __str__(self) -> str:
        return self.naam


@with_history()
class Term(UitBron):
    regio = models.ForeignKey(Regio, models.CASCADE, related_name="+")
    taxonomie = models.ForeignKey(
        Taxonomie, models.CASCADE, null=True, blank=True, related_name="termen"
    )
    boven = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="onder"
    )
    code = models.CharField(max_length=120, blank=True)
    naam = models.CharField(max_length=255)
    omschrijving = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.naam


@with_history()
class Kenmerk(Uitwisselbaar):
    """HSDS attribute on one of the four things people look for; those on smaller rows stay
    in that row's `hsds`."""

    voorziening = models.ForeignKey(
        Voorziening, models.CASCADE, null=True, blank=True, related_name="kenmerken"
    )
    plek = models.ForeignKey(
        Voorzieningplek, models.CASCADE, null=True, blank=True, related_name="kenmerken"
    )
    locatie = models.ForeignKey(
        Locatie, models.CASCADE, null=True, blank=True, related_name="kenmerken"
    )
    organisatie = models.ForeignKey(
        Organisatieprofiel,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="kenmerken",
    )
    term = models.ForeignKey(Term, models.PROTECT, related_name="+")
    waarde = models.CharField(max_length=500, blank=True)

    def __str__(self) -> str:
        return f"kenmerk {self.pk}"
