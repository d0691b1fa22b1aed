"""Where places and postcodes lie, to reckon distances from. Facts from a file, loaded by
`services.plaatsen`; nothing points at these rows, so that a newer file can replace them."""

from django.db import models
from django.db.models import Q

from netwerk.choices import Plaatssoort
from netwerk.rules.afstand import NEDERLAND


def _in_nederland(table: str) -> models.CheckConstraint:
    box = NEDERLAND
    return models.CheckConstraint(
        condition=Q(lat__range=(box.zuid, box.noord), lon__range=(box.west, box.oost)),
        name=f"{table}_in_nederland",
    )


class Plaats(models.Model):
    """A place, or a gemeente that no place is named after. One name can be there twice:
    Hengelo in Overijssel and in Gelderland."""

    soort = models.CharField(
        max_length=10, choices=Plaatssoort, default=Plaatssoort.PLAATS
    )
    naam = models.CharField(max_length=80)
    # as it is compared: rules.plaats.search_name
    zoeknaam = models.CharField(max_length=80, db_index=True)
    gemeente = models.CharField(max_length=80, blank=True)  # the source has not all
    provincie = models.CharField(max_length=20)
    lat = models.FloatField()
    lon = models.FloatField()
    bron = models.CharField(max_length=100)

    class Meta:
        ordering = ["naam", "provincie", "gemeente"]
        constraints = [
            models.UniqueConstraint(
                fields=["naam", "gemeente", "provincie", "soort"], name="plaats_once"
            ),
            models.CheckConstraint(condition=~Q(zoeknaam=""), name="plaats_named"),
            models.CheckConstraint(
                condition=Q(soort__in=Plaatssoort.values), name="plaats_soort"
            ),
            _in_nederland("plaats"),
        ]

    def __str__(self) -> str:
        return f"{self.naam} ({self.provincie})"


class Plaatsnaam(models.Model):
    """Another name of a place: Den Bosch, 's-Gravenhage, Ljouwert."""

    plaats = models.ForeignKey(Plaats, models.CASCADE, related_name="aliassen")
    naam = models.CharField(max_length=80)
    zoeknaam = models.CharField(max_length=80, db_index=True)

    class Meta:
        ordering = ["naam"]
        constraints = [
            models.UniqueConstraint(
                fields=["plaats", "zoeknaam"], name="plaatsnaam_once"
            ),
            models.CheckConstraint(condition=~Q(zoeknaam=""), name="plaatsnaam_named"),
        ]

    def __str__(self) -> str:
        return self.naam


class Postcodegebied(models.Model):
    """The four digits of a postcode. Its coordinates are those of the area where the
    source has them, and of its place otherwise: a distance from it is about right."""

    code = models.CharField(max_length=4, unique=True)
    plaats = models.CharField(max_length=80)
    gemeente = models.CharField(max_length=80, blank=True)
    provincie = models.CharField(max_length=20, blank=True)
    lat = models.FloatField()
    lon = models.FloatField()
    bron = models.CharField(max_length=100)

    class Meta:
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^[1-9][0-9]{3}$"), name="postcode_digits"
            ),
            _in_nederland("postcode"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.plaats}"
