from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from basis.history import with_history
from netwerk.choices import LANDEN, Locatiesoort
from toegang.models import Gemeente, Organisatie, Regio

from .basis import UitBron


@with_history()
class Locatie(UitBron):
    """A place: where people come, or where only post goes (`soort`). Of a secret one
    (vrouwenopvang) the address is not kept at all, and not in which country it is: what is
    not here cannot leak (docs/adr/0006)."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="locaties")
    organisatie = models.ForeignKey(
        Organisatie, models.PROTECT, null=True, blank=True, related_name="locaties"
    )
    soort = models.CharField(
        max_length=10, choices=Locatiesoort, default=Locatiesoort.FYSIEK
    )
    geheim = models.BooleanField(default=False)
    naam = models.CharField(max_length=255, blank=True)
    omschrijving = models.TextField(blank=True)
    adres = models.CharField(max_length=255, blank=True)
    adres_2 = models.CharField(max_length=255, blank=True)
    postcode = models.CharField(max_length=20, blank=True)
    plaats = models.CharField(max_length=120, blank=True)
    land = models.CharField(max_length=2, default="NL")
    gemeente = models.ForeignKey(
        Gemeente, models.PROTECT, null=True, blank=True, related_name="+"
    )
    lat = models.FloatField(null=True, blank=True)
    lon = models.FloatField(null=True, blank=True)
    vervoer = models.TextField(blank=True)
    website = models.URLField(max_length=500, blank=True)
    toegankelijk = ArrayField(
        models.CharField(max_length=200), default=list, blank=True
    )
    gewijzigd_op = models.DateTimeField(auto_now=True)

    class Meta(UitBron.Meta):
        indexes = [models.Index(fields=["lat", "lon"], name="locatie_lat_lon")]
        constraints = [
            *UitBron.Meta.constraints,
            models.CheckConstraint(
                name="locatie_lat_lon_both",
                condition=Q(lat=None, lon=None)
                | Q(lat__range=(-90, 90), lon__range=(-180, 180)),
            ),
            models.CheckConstraint(
                name="locatie_secret_is_empty",
                condition=Q(geheim=False)
                | Q(
                    lat=None,
                    lon=None,
                    adres="",
                    adres_2="",
                    postcode="",
                    plaats="",
                    land="NL",
                    naam="",
                    omschrijving="",
                    vervoer="",
                    website="",
                    toegankelijk=[],
                    gemeente=None,
                    hsds={},
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"locatie {self.pk}"

    @property
    def kort(self) -> str:
        """What who keeps it calls it by."""
        if self.geheim:
            return "Geheim adres"
        what = self.naam or self.adres or self.plaats or "Adres zonder gegevens"
        return f"{what} (postadres)" if self.soort == Locatiesoort.POST else what

    @property
    def in_land(self) -> str:
        """Said only where it is not obvious."""
        return "" if self.land in {"", "NL"} else LANDEN.get(self.land, self.land)
