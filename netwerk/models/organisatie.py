"""What the sociale kaart says of an organisation, and how a region keeps its kaart."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.validators import MinValueValidator
from django.db import models

from basis.history import with_history
from netwerk.choices import Controleveld
from toegang.models import Organisatie, Regio

from .basis import Uitwisselbaar


@with_history()
class Organisatieprofiel(Uitwisselbaar):
    """`uuid` is the organisation's id in HSDS."""

    organisatie = models.OneToOneField(
        Organisatie, models.CASCADE, related_name="profiel"
    )
    bron = models.CharField(max_length=200, blank=True)
    bron_id = models.CharField(max_length=200, blank=True)
    ook_bekend_als = models.CharField(max_length=255, blank=True)
    omschrijving = models.TextField(blank=True)
    website = models.URLField(max_length=500, blank=True)
    email = models.EmailField(blank=True)
    kwaliteitsstatuut = models.URLField(max_length=500, blank=True)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"organisatieprofiel {self.pk}"


@with_history()
class Kaartinstelling(models.Model):
    """How a region keeps its kaart. Without a row the defaults hold (N5)."""

    regio = models.OneToOneField(Regio, models.CASCADE, related_name="kaartinstelling")
    beheerder = models.ForeignKey(
        Organisatie, models.PROTECT, null=True, blank=True, related_name="+"
    )
    maanden_wachttijd = models.PositiveSmallIntegerField(
        default=3, validators=[MinValueValidator(1)]
    )
    maanden_overig = models.PositiveSmallIntegerField(
        default=6, validators=[MinValueValidator(1)]
    )

    def __str__(self) -> str:
        return f"kaartinstelling {self.pk}"

    @staticmethod
    def column_of(veld: str) -> str:
        """Which column holds the months of a field that ages."""
        short = {Controleveld.WACHTTIJD, Controleveld.CAPACITEIT}
        return "maanden_wachttijd" if veld in short else "maanden_overig"

    def months(self, veld: str) -> int:
        found: int = getattr(self, self.column_of(veld))
        return found


@with_history()
class Zoeksynoniem(models.Model):
    """A word people use, and the words it also searches for; without region for all."""

    regio = models.ForeignKey(Regio, models.CASCADE, null=True, blank=True)
    woord = models.CharField(max_length=60)
    ook = ArrayField(models.CharField(max_length=60))

    class Meta:
        ordering = ["woord"]
        constraints = [
            models.UniqueConstraint(
                fields=["regio", "woord"],
                nulls_distinct=False,
                name="zoeksynoniem_once",
            ),
        ]

    def __str__(self) -> str:
        return self.woord


class Zoekwoord(models.Model):
    """Every word that a name or keyword on the kaart uses, without accents: typing errors
    and compounds are looked up here."""

    woord = models.CharField(max_length=80, unique=True)

    class Meta:
        indexes = [
            GinIndex(
                fields=["woord"], opclasses=["gin_trgm_ops"], name="zoekwoord_trgm"
            )
        ]

    def __str__(self) -> str:
        return self.woord
