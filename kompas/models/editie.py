"""An edition of the Kompas: the words, their numbers in the source, and the scale."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from kompas.choices import Aanspreking, Voor
from kompas.querysets import EditieQuerySet, StellingQuerySet
from toegang.models import Gebruiker, Regio


class Kompaseditie(models.Model):
    """One wording. Without a region it is there for all; it never changes once loaded:
    another wording is another version, so that old outcomes stay what they were."""

    regio = models.ForeignKey(Regio, models.PROTECT, null=True, blank=True)
    sleutel = models.SlugField(max_length=60)
    versie = models.PositiveSmallIntegerField()
    naam = models.CharField(max_length=120)
    bron = models.CharField(max_length=200)
    # [{"waarde": 1, "label": "…"}, …] five points, low to high; a label may also be a
    # dict with words for a card that says wij and one that says ik
    schaal = models.JSONField()
    weet_niet = models.CharField(max_length=60)
    past_niet_wij = models.CharField(max_length=60)
    past_niet_ik = models.CharField(max_length=60)
    eens_vanaf = models.FloatField()
    deels_eens_vanaf = models.FloatField()
    inventaris_vraag = models.CharField(max_length=300)
    geladen_op = models.DateTimeField(auto_now_add=True)
    geladen_door = models.ForeignKey(
        Gebruiker, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = EditieQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["regio", "sleutel", "versie"],
                name="editie_once",
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.naam}, versie {self.versie}"

    @property
    def labels(self) -> dict[int, str]:
        """1..5 to its words, said of all of us."""
        return self.labels_for(Aanspreking.WIJ)

    def labels_for(self, aanspreking: str) -> dict[int, str]:
        """1..5 to its words on a card that says wij, or ik."""
        return {
            punt["waarde"]: label if isinstance(label, str) else label[aanspreking]
            for punt in self.schaal
            for label in [punt["label"]]
        }


class Thema(models.Model):
    """One gesprekskaart."""

    editie = models.ForeignKey(Kompaseditie, models.CASCADE, related_name="themas")
    nummer = models.PositiveSmallIntegerField()
    sleutel = models.SlugField(max_length=40)
    naam = models.CharField(max_length=80)
    voor = models.CharField(max_length=20, choices=Voor)
    aanspreking = models.CharField(max_length=5, choices=Aanspreking)
    vraag = models.CharField(max_length=200)
    inleiding = models.TextField()
    # [{"titel": "…", "tekst": "…"}, …]
    verhalen = models.JSONField(default=list)

    class Meta:
        ordering = ["editie", "nummer"]
        constraints = [
            models.UniqueConstraint(fields=["editie", "nummer"], name="thema_number"),
            models.UniqueConstraint(fields=["editie", "sleutel"], name="thema_key"),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def schaal(self) -> tuple[tuple[int, str], ...]:
        """The points with their words on this card."""
        return tuple(self.editie.labels_for(self.aanspreking).items())

    @property
    def past_niet(self) -> str:
        """The words for "niet van toepassing" on this card."""
        editie = self.editie
        ik = self.aanspreking == Aanspreking.IK
        return editie.past_niet_ik if ik else editie.past_niet_wij


class Themadeel(models.Model):
    """A part of a card; a card without parts has one without a name."""

    thema = models.ForeignKey(Thema, models.CASCADE, related_name="delen")
    nummer = models.PositiveSmallIntegerField()
    naam = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["thema", "nummer"]
        constraints = [
            models.UniqueConstraint(
                fields=["thema", "nummer"], name="themadeel_number"
            ),
        ]

    def __str__(self) -> str:
        return self.naam


class Begrip(models.Model):
    """A term of the field, explained once."""

    editie = models.ForeignKey(Kompaseditie, models.CASCADE, related_name="begrippen")
    sleutel = models.SlugField(max_length=60)
    naam = models.CharField(max_length=120)
    uitleg = models.TextField()
    bron = models.CharField(max_length=200)

    class Meta:
        ordering = ["naam"]
        constraints = [
            models.UniqueConstraint(fields=["editie", "sleutel"], name="begrip_key"),
        ]

    def __str__(self) -> str:
        return self.naam


class Stelling(models.Model):
    """`nummer` is the number in the source, within its part."""

    thema = models.ForeignKey(Thema, models.CASCADE, related_name="stellingen")
    deel = models.ForeignKey(Themadeel, models.CASCADE, related_name="stellingen")
    nummer = models.PositiveSmallIntegerField()
    volgorde = (
        models.PositiveSmallIntegerField()
    )  # on the card, from 1, through its parts
    tekst = models.CharField(max_length=400)
    toelichting = models.TextField(blank=True)
    bron = models.CharField(max_length=200)
    begrippen = models.ManyToManyField(Begrip, blank=True, related_name="stellingen")

    objects = StellingQuerySet.as_manager()

    class Meta:
        ordering = ["thema", "volgorde"]
        constraints = [
            models.UniqueConstraint(fields=["deel", "nummer"], name="stelling_number"),
            models.UniqueConstraint(
                fields=["thema", "volgorde"], name="stelling_place"
            ),
        ]

    def __str__(self) -> str:
        return self.tekst


class OpenVraag(models.Model):
    thema = models.ForeignKey(Thema, models.CASCADE, related_name="open_vragen")
    nummer = models.PositiveSmallIntegerField()
    tekst = models.CharField(max_length=400)
    toelichting = models.TextField(blank=True)
    bron = models.CharField(max_length=200)

    class Meta:
        ordering = ["thema", "nummer"]
        constraints = [
            models.UniqueConstraint(
                fields=["thema", "nummer"], name="open_vraag_number"
            ),
        ]

    def __str__(self) -> str:
        return self.tekst


class Werkwijzegroep(models.Model):
    """A group of the inventory: a domain of positieve gezondheid, or another."""

    editie = models.ForeignKey(
        Kompaseditie, models.CASCADE, related_name="werkwijzegroepen"
    )
    nummer = models.PositiveSmallIntegerField()
    sleutel = models.SlugField(max_length=60)
    naam = models.CharField(max_length=120)
    soort = models.CharField(max_length=30)
    vraag = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["editie", "nummer"]
        constraints = [
            models.UniqueConstraint(fields=["editie", "sleutel"], name="groep_key"),
        ]

    def __str__(self) -> str:
        return self.naam


class Werkwijze(models.Model):
    """An intervention or working method by its name in the source."""

    editie = models.ForeignKey(Kompaseditie, models.CASCADE, related_name="werkwijzen")
    groepen = models.ManyToManyField(Werkwijzegroep, related_name="werkwijzen")
    sleutel = models.SlugField(max_length=80)
    naam = models.CharField(max_length=160)
    afkorting = models.CharField(max_length=40, blank=True)
    synoniemen = models.JSONField(default=list, blank=True)  # ["Asset Based …", …]
    uitleg = models.CharField(max_length=300, blank=True)
    onderbouwing = models.CharField(max_length=200, blank=True)
    vorm = models.CharField(max_length=200, blank=True)
    elders = models.BooleanField(default=False)  # found outside the eleven lists
    groep = models.CharField(max_length=120, blank=True)  # and where it then belongs
    bron = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["naam"]
        constraints = [
            models.UniqueConstraint(fields=["editie", "sleutel"], name="werkwijze_key"),
        ]

    def __str__(self) -> str:
        return self.naam


class EigenWerkwijze(models.Model):
    """What a region does that the Kompas does not name (open question 4); kept outside
    the edition, so that a new wording does not lose it."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="eigen_werkwijzen")
    naam = models.CharField(max_length=160)
    ook_genoemd = models.JSONField(default=list)  # other spellings that became this one
    toegevoegd_op = models.DateTimeField(auto_now_add=True)
    toegevoegd_door = models.ForeignKey(
        Gebruiker, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering = ["naam"]
        constraints = [
            models.UniqueConstraint("regio", Lower("naam"), name="eigen_once"),
            models.CheckConstraint(condition=~Q(naam=""), name="eigen_named"),
        ]

    def __str__(self) -> str:
        return self.naam
