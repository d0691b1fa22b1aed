"""A scoring round, and the ballots that nobody can trace (K7).

Two sides that never meet. **Deelname** says who takes part and which cards they finished.
**Stembriefje** and its answers say what was answered. No foreign key, no shared value and
no clock joins them: the only tie is `kenmerk`, an HMAC under the round's key, and closing
the round throws that key away and writes the ballots anew in an order of chance.
docs/adr/0004 says what that protects and what not.
"""

import uuid
from datetime import date

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kompas.choices import Gebruik, Groep, Kaartstand, Keuze, Rol, Weergave
from kompas.querysets import KaartQuerySet, RondeQuerySet
from toegang.models import Gebruiker

from .editie import Kompaseditie, OpenVraag, Stelling, Thema, Werkwijze
from .traject import Traject


class Ronde(models.Model):
    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    traject = models.ForeignKey(Traject, models.CASCADE, related_name="rondes")
    editie = models.ForeignKey(Kompaseditie, models.PROTECT, related_name="rondes")
    nummer = models.PositiveSmallIntegerField()
    naam = models.CharField(max_length=80)
    weergave = models.CharField(max_length=20, choices=Weergave)
    code = models.CharField(max_length=12, blank=True)  # empty once closed
    sleutel_naam = models.CharField(max_length=40, blank=True)
    sleutel_box = models.BinaryField(null=True)  # wrapped; gone once closed
    geopend_op = models.DateTimeField()
    gesloten_op = models.DateTimeField(null=True, blank=True)
    # a day, written at most once a day: a time would tie an answer to who was at it
    laatste_antwoord_dag = models.DateField(null=True, blank=True)
    herinnerd_op = models.DateField(null=True, blank=True)  # those who did not begin
    nagevraagd_op = models.DateField(null=True, blank=True)  # may this round close?

    objects = RondeQuerySet.as_manager()

    class Meta:
        ordering = ["traject", "nummer"]
        constraints = [
            models.UniqueConstraint(fields=["traject", "nummer"], name="ronde_number"),
            models.UniqueConstraint(
                fields=["code"], condition=~Q(code=""), name="ronde_code"
            ),
            models.CheckConstraint(
                condition=Q(gesloten_op=None, sleutel_box__isnull=False)
                | Q(gesloten_op__isnull=False, sleutel_box=None, code=""),
                name="ronde_closed_has_no_key",
            ),
        ]

    def __str__(self) -> str:
        return f"ronde {self.nummer}"

    @property
    def open(self) -> bool:
        return self.gesloten_op is None

    @property
    def stil_sinds(self) -> date:
        """The day of the last answer, or else the day it began."""
        return self.laatste_antwoord_dag or timezone.localdate(self.geopend_op)

    @property
    def nagevraagd(self) -> bool:
        """Whether who leads it was asked to close it in this silence."""
        return self.nagevraagd_op is not None and self.nagevraagd_op > self.stil_sinds


class Rondekaart(models.Model):
    """A card in a round. `voor_groepen`: groups that get it, wider than it is meant for
    when the facilitator opened it to more."""

    ronde = models.ForeignKey(Ronde, models.CASCADE, related_name="kaarten")
    thema = models.ForeignKey(Thema, models.PROTECT, related_name="+")
    voor_groepen = models.JSONField()  # [Groep, …]
    weergave = models.CharField(max_length=20, choices=Weergave)
    stand = models.CharField(
        max_length=10, choices=Kaartstand, default=Kaartstand.DICHT
    )
    geopend_op = models.DateTimeField(null=True, blank=True)

    objects = KaartQuerySet.as_manager()

    class Meta:
        ordering = ["ronde", "thema__nummer"]
        constraints = [
            models.UniqueConstraint(fields=["ronde", "thema"], name="kaart_once"),
        ]

    def __str__(self) -> str:
        return f"kaart {self.pk}"


class Deelname(models.Model):
    """Who takes part: an account, or a guest without a name. No clock."""

    ronde = models.ForeignKey(Ronde, models.CASCADE, related_name="deelnames")
    gebruiker = models.ForeignKey(
        Gebruiker, models.PROTECT, null=True, blank=True, related_name="+"
    )
    # sha256 of the secret in a guest's cookie; emptied when the round closes
    gast_hash = models.CharField(max_length=64, blank=True)
    groep = models.CharField(max_length=12, choices=Groep)
    rol = models.CharField(max_length=40, choices=Rol)
    betaald = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["ronde", "gebruiker"],
                condition=Q(gebruiker__isnull=False),
                name="deelname_once",
            ),
            models.UniqueConstraint(
                fields=["gast_hash"], condition=~Q(gast_hash=""), name="deelname_guest"
            ),
        ]

    def __str__(self) -> str:
        return f"deelname {self.pk}"


class Kaartklaar(models.Model):
    """This participant finished this card: all that the facilitator's counts come from."""

    deelname = models.ForeignKey(Deelname, models.CASCADE, related_name="klaar")
    kaart = models.ForeignKey(Rondekaart, models.CASCADE, related_name="klaar")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["deelname", "kaart"], name="klaar_once"),
        ]

    def __str__(self) -> str:
        return f"klaar {self.pk}"


class Stembriefje(models.Model):
    """What one participant answers. Broad group only, and no clock."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    ronde = models.ForeignKey(Ronde, models.CASCADE, related_name="stembriefjes")
    groep = models.CharField(max_length=12, choices=Groep, blank=True)
    kenmerk = models.BinaryField(null=True, unique=True)  # gone once closed

    def __str__(self) -> str:
        return "stembriefje"


class _Antwoord(models.Model):
    """`versie` is counted by the device: the highest wins, a repeat changes nothing."""

    stembriefje = models.ForeignKey(Stembriefje, models.CASCADE, related_name="+")
    versie = models.BigIntegerField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return "antwoord"


class Stellingantwoord(_Antwoord):
    """One per ballot, statement and turn: turn 2 is the second scoring after the talk."""

    pk = models.CompositePrimaryKey("stembriefje_id", "stelling_id", "beurt")
    stelling = models.ForeignKey(Stelling, models.PROTECT, related_name="+")
    beurt = models.PositiveSmallIntegerField(default=1)
    keuze = models.CharField(max_length=10, choices=Keuze, blank=True)
    opmerking = models.TextField(blank=True, max_length=2_000)
    # a remark hidden by the facilitator, with a trace (K8)
    verborgen_op = models.DateTimeField(null=True, blank=True)
    verborgen_door = models.ForeignKey(
        Gebruiker, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    verborgen_reden = models.CharField(max_length=200, blank=True)


class OpenAntwoord(_Antwoord):
    pk = models.CompositePrimaryKey("stembriefje_id", "vraag_id")
    vraag = models.ForeignKey(OpenVraag, models.PROTECT, related_name="+")
    tekst = models.TextField(blank=True, max_length=4_000)


class Inventarisantwoord(_Antwoord):
    pk = models.CompositePrimaryKey("stembriefje_id", "werkwijze_id")
    werkwijze = models.ForeignKey(Werkwijze, models.PROTECT, related_name="+")
    gebruik = models.CharField(max_length=10, choices=Gebruik, blank=True)


class Groepsscore(models.Model):
    """What the group agreed on after the talk, beside the individual scores (K7)."""

    ronde = models.ForeignKey(Ronde, models.CASCADE, related_name="groepsscores")
    stelling = models.ForeignKey(Stelling, models.PROTECT, related_name="+")
    score = models.PositiveSmallIntegerField(null=True, blank=True)
    notitie = models.TextField(blank=True, max_length=2_000)
    vastgelegd_op = models.DateTimeField()
    vastgelegd_door = models.ForeignKey(
        Gebruiker, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["ronde", "stelling"], name="groepsscore_once"
            ),
            models.CheckConstraint(
                condition=Q(score=None) | Q(score__gte=1, score__lte=5),
                name="groepsscore_on_scale",
            ),
        ]

    def __str__(self) -> str:
        return f"groepsscore {self.pk}"
