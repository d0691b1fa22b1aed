"""How and when it can be reached. Each row hangs on one thing: HSDS lets a phone, contact
or schedule belong to a service, a service at a location, a location or an organisation."""

from django.db import models
from django.db.models import Q

from basis.history import with_history
from netwerk.choices import Herhaling, MagBellen, Zichtbaar

from .basis import Uitwisselbaar
from .locatie import Locatie
from .organisatie import Organisatieprofiel
from .voorziening import Voorziening, Voorzieningplek

OWNERS = ["voorziening", "plek", "locatie", "organisatie"]


def _of_one(name: str, *owners: str) -> models.CheckConstraint:
    """Exactly one of these foreign keys is filled."""
    condition = Q()
    for owner in owners:
        condition |= Q(**{f"{other}__isnull": other != owner for other in owners})
    return models.CheckConstraint(name=name, condition=condition)


class VanIets(Uitwisselbaar):
    voorziening = models.ForeignKey(
        Voorziening, models.CASCADE, null=True, blank=True, related_name="%(class)s_set"
    )
    plek = models.ForeignKey(
        Voorzieningplek,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="%(class)s_set",
    )
    locatie = models.ForeignKey(
        Locatie, models.CASCADE, null=True, blank=True, related_name="%(class)s_set"
    )

    class Meta:
        abstract = True


class VanIetsOfIemand(VanIets):
    organisatie = models.ForeignKey(
        Organisatieprofiel,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="%(class)s_set",
    )

    class Meta:
        abstract = True


@with_history()
class Contact(VanIetsOfIemand):
    """Who to ask for: a function, with a name where the organisation gives one."""

    naam = models.CharField(max_length=255, blank=True)
    functie = models.CharField(max_length=255, blank=True)
    afdeling = models.CharField(max_length=255, blank=True)
    email = models.EmailField(blank=True)
    zichtbaar = models.CharField(
        max_length=10,
        choices=Zichtbaar,
        default=Zichtbaar.IEDEREEN,
        db_default=Zichtbaar.IEDEREEN,
    )

    class Meta:
        constraints = [_of_one("contact_of_one", *OWNERS)]

    def __str__(self) -> str:
        return f"contact {self.pk}"


@with_history()
class Telefoon(VanIetsOfIemand):
    """`nummer` as people dial it (netwerk/rules/telefoon.py), never as a number."""

    contact = models.ForeignKey(
        Contact, models.CASCADE, null=True, blank=True, related_name="telefoon_set"
    )
    nummer = models.CharField(max_length=40)
    toelichting = models.CharField(max_length=500, blank=True)
    mag_bellen = models.CharField(
        max_length=12, choices=MagBellen, default=MagBellen.IEDEREEN
    )
    kosten = models.CharField(max_length=120, blank=True)
    volgorde = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["volgorde", "pk"]
        constraints = [_of_one("telefoon_of_one", *OWNERS, "contact")]

    def __str__(self) -> str:
        return f"telefoon {self.pk}"


@with_history()
class Openingstijd(VanIets):
    """One block of HSDS schedule (RFC 5545); `closes_at` before `opens_at` is past
    midnight. `byday` and the other lists are text as the RFC writes them."""

    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)
    begint_op = models.DateField(null=True, blank=True)
    herhaal_tot = models.DateField(null=True, blank=True)
    aantal = models.PositiveSmallIntegerField(null=True, blank=True)
    herhaling = models.CharField(max_length=10, choices=Herhaling, blank=True)
    interval = models.PositiveSmallIntegerField(null=True, blank=True)
    weekbegin = models.CharField(max_length=2, blank=True)
    dagen = models.CharField(max_length=120, blank=True)
    weken = models.CharField(max_length=255, blank=True)
    dagen_van_maand = models.CharField(max_length=120, blank=True)
    dagen_van_jaar = models.CharField(max_length=255, blank=True)
    opent_om = models.TimeField(null=True, blank=True)
    sluit_om = models.TimeField(null=True, blank=True)
    op_afspraak = models.BooleanField(default=False)
    dicht = models.BooleanField(default=False)
    tekst = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [_of_one("openingstijd_of_one", "voorziening", "plek", "locatie")]

    def __str__(self) -> str:
        return f"openingstijd {self.pk}"


@with_history()
class Taal(Uitwisselbaar):
    voorziening = models.ForeignKey(
        Voorziening, models.CASCADE, null=True, blank=True, related_name="talen"
    )
    locatie = models.ForeignKey(
        Locatie, models.CASCADE, null=True, blank=True, related_name="talen"
    )
    telefoon = models.ForeignKey(
        Telefoon, models.CASCADE, null=True, blank=True, related_name="talen"
    )
    naam = models.CharField(max_length=120, blank=True)
    code = models.CharField(max_length=12, blank=True)
    toelichting = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [_of_one("taal_of_one", "voorziening", "locatie", "telefoon")]

    def __str__(self) -> str:
        return self.naam or self.code
