"""Who to call now, and whom to call about somebody else: data of the region.

A number that is for verwijzers only never leaves the database on its way to the public:
`selectors.hulp` puts the way in (`weg`) in its place there.
"""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from netwerk.choices import MagBellen
from netwerk.choices_hulp import Adres, Rubriek, Taal, Zorg
from netwerk.querysets.hulp import HulpnummerQuerySet, ZorgenadresQuerySet
from toegang.models import Gebruiker, Gemeente, Regio, Wijk


class Nummer(models.Model):
    """What both kinds of number have. `regio` None is the country: these come from
    content/hulp and have a `sleutel`, by which loading finds them again."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    regio = models.ForeignKey(
        Regio, models.PROTECT, null=True, blank=True, related_name="+"
    )
    sleutel = models.SlugField(max_length=40, blank=True)
    nummer = models.CharField(max_length=30, blank=True)  # as people read it
    mag_bellen = models.CharField(
        max_length=12, choices=MagBellen, default=MagBellen.IEDEREEN
    )
    weg = models.CharField(max_length=200, blank=True)  # the way in, without the number
    wanneer = models.CharField(max_length=120, blank=True)
    kosten = models.CharField(max_length=80, blank=True)
    volgorde = models.PositiveSmallIntegerField(default=50)
    gecontroleerd_op = models.DateField()

    class Meta:
        abstract = True


class Hulpnummer(Nummer):
    """One line of "Hulp nu": the situation first, then the number."""

    taal = models.CharField(max_length=5, choices=Taal, default=Taal.NL)
    rubriek = models.CharField(max_length=10, choices=Rubriek)
    situatie = models.CharField(max_length=120)
    uitleg = models.CharField(max_length=240, blank=True)
    kort = models.CharField(max_length=40, blank=True)  # in the strip; empty: not there

    objects = HulpnummerQuerySet.as_manager()

    class Meta:
        ordering = ["volgorde", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sleutel", "taal"],
                condition=~Q(sleutel=""),
                name="hulpnummer_once",
            ),
            models.CheckConstraint(
                condition=~Q(mag_bellen=MagBellen.VERWIJZERS) | ~Q(weg=""),
                name="hulpnummer_way_in",
            ),
        ]

    def __str__(self) -> str:
        return self.situatie


class Zorgenadres(Nummer):
    """Who to call about somebody in the neighbourhood, and what happens then; for a wijk,
    a gemeente, a region or the country."""

    gemeente = models.ForeignKey(
        Gemeente, models.PROTECT, null=True, blank=True, related_name="+"
    )
    wijk = models.ForeignKey(
        Wijk, models.PROTECT, null=True, blank=True, related_name="+"
    )
    adres = models.CharField(max_length=20, choices=Adres)
    soorten = ArrayField(models.CharField(max_length=30, choices=Zorg))
    naam = models.CharField(max_length=120)
    wat_dan = models.CharField(max_length=400)

    objects = ZorgenadresQuerySet.as_manager()

    class Meta:
        ordering = ["volgorde", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sleutel"],
                condition=~Q(sleutel=""),
                name="zorgenadres_once",
            ),
            models.CheckConstraint(
                condition=~Q(mag_bellen=MagBellen.VERWIJZERS) | ~Q(weg=""),
                name="zorgenadres_way_in",
            ),
            models.CheckConstraint(
                condition=Q(gemeente=None) | Q(regio__isnull=False),
                name="zorgenadres_gemeente_in_regio",
            ),
            models.CheckConstraint(
                condition=Q(wijk=None) | Q(gemeente__isnull=False),
                name="zorgenadres_wijk_in_gemeente",
            ),
        ]

    def __str__(self) -> str:
        return self.naam


class Nummerwijziging(models.Model):
    """A number of a region that was another one until then: paper and telephones may
    still have it. `wat` is the name of the line, also when that is gone since."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    regio = models.ForeignKey(Regio, models.CASCADE, related_name="+")
    soort = models.CharField(max_length=20)  # hulpnummer or zorgenadres
    wat = models.CharField(max_length=120)
    openbaar = models.BooleanField()  # whether the public ever saw the old one
    gemeente = models.ForeignKey(
        Gemeente, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    wijk = models.ForeignKey(
        Wijk, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    oud = models.CharField(max_length=30)
    nieuw = models.CharField(max_length=30, blank=True)
    gewijzigd_op = models.DateTimeField()
    gewijzigd_door = models.ForeignKey(
        Gebruiker, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering = ["-gewijzigd_op"]

    def __str__(self) -> str:
        return self.wat
