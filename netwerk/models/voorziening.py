"""Help and steun on the sociale kaart, after HSDS 3 (service) with what N2 adds."""

import uuid
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q

import pgtrigger

from basis.history import with_history
from netwerk.choices import (
    IS_ONLINE,
    Capaciteit,
    Consultatie,
    Feestdagen,
    Functie,
    Gezondheidsdomein,
    Manier,
    Onafhankelijk,
    Ring,
    Sfeer,
    Status,
    Verwijzer,
    VoorWie,
    Wet,
)
from netwerk.querysets import VoorzieningQuerySet
from toegang.models import Gemeente, Organisatie, Regio, Wijk

from .basis import UitBron, Uitwisselbaar
from .locatie import Locatie


def _some(choices: Any) -> Any:
    return ArrayField(
        models.CharField(max_length=30, choices=choices), default=list, blank=True
    )


# Names as they are written and by their stem; A before B before C. The name of the
# organisation is read when the row is written: renaming one touches its rows. What it is
# for stands in it as lexemes of its own ("functie:kracht"), so that "eigen kracht", "Wmo"
# and "IPS" are words of the same question (selectors/zoekwoorden.py).
ZOEK = """
NEW.zoek :=
  setweight(to_tsvector('nk_woord', concat_ws(' ', NEW.naam, NEW.ook_bekend_als)), 'A')
  || setweight(to_tsvector('nk_taal', concat_ws(' ', NEW.naam, NEW.ook_bekend_als)), 'A')
  || setweight(to_tsvector('nk_woord', concat_ws(' ',
       array_to_string(NEW.trefwoorden, ' '),
       (SELECT naam FROM toegang_organisatie WHERE id = NEW.organisatie_id))), 'B')
  || setweight(to_tsvector('nk_taal', concat_ws(' ',
       array_to_string(NEW.trefwoorden, ' '), NEW.kort)), 'B')
  || setweight(to_tsvector('nk_taal', left(NEW.omschrijving, 20000)), 'C')
  || array_to_tsvector(ARRAY(
       SELECT 'functie:' || x FROM unnest(NEW.functies) x
       UNION SELECT 'domein:' || x FROM unnest(NEW.domeinen) x
       UNION SELECT 'wet:' || x FROM unnest(NEW.wetten) x
       UNION SELECT 'manier:' || x FROM unnest(NEW.manieren) x
       UNION SELECT 'voor:' || x FROM unnest(NEW.voor_wie) x
       UNION SELECT 'werkwijze:' || x FROM unnest(NEW.werkwijzen) x
       UNION SELECT 'onafhankelijk:' || NEW.onafhankelijk WHERE NEW.onafhankelijk <> ''));
RETURN NEW;
"""


# Once it has been on the kaart everybody may know of it, also when it stops; whoever writes
# the row, the database notes it and never forgets it.
EERST_OP_KAART = """
NEW.eerst_op_kaart := COALESCE(
  OLD.eerst_op_kaart, NEW.eerst_op_kaart, CASE WHEN NEW.status = 'actief' THEN now() END);
RETURN NEW;
"""


@with_history("zoek", "gewijzigd_op", "eerst_op_kaart")
class Voorziening(UitBron):
    """`organisatie` owns it and keeps it true. None of these fields holds a waiting time:
    that is a measurement (Wachttijd). `werkwijzen` are keys of the Kompas inventory."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="voorzieningen")
    organisatie = models.ForeignKey(
        Organisatie, models.PROTECT, related_name="voorzieningen"
    )
    slug = models.SlugField(max_length=140, unique=True)
    naam = models.CharField(max_length=255)
    ook_bekend_als = models.CharField(max_length=255, blank=True)
    kort = models.CharField(max_length=300, blank=True)
    omschrijving = models.TextField(blank=True)
    trefwoorden = ArrayField(models.CharField(max_length=60), default=list, blank=True)

    status = models.CharField(max_length=10, choices=Status, default=Status.ACTIEF)
    eerst_op_kaart = models.DateTimeField(null=True, editable=False)
    gestopt_op = models.DateField(null=True, blank=True)
    gestopt_reden = models.TextField(blank=True)
    vervolg = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    vervolg_tekst = models.TextField(blank=True)

    informeel = models.BooleanField(default=False)
    laagdrempelig = models.BooleanField(default=False)
    ervaringsdeskundig = models.BooleanField(default=False)
    outreachend = models.BooleanField(default=False)
    altijd_bereikbaar = models.BooleanField(default=False)
    indicatie_nodig = models.BooleanField(null=True, blank=True)
    zelf_aanmelden = models.BooleanField(null=True, blank=True)
    onafhankelijk = models.CharField(max_length=20, choices=Onafhankelijk, blank=True)
    ring = models.CharField(max_length=20, choices=Ring, blank=True)
    sfeer = models.CharField(max_length=20, choices=Sfeer, blank=True)
    functies = _some(Functie)
    domeinen = _some(Gezondheidsdomein)
    wetten = _some(Wet)
    manieren = _some(Manier)
    voor_wie = _some(VoorWie)
    verwijzers = _some(Verwijzer)
    consultatie_door = _some(Consultatie)
    werkwijzen = ArrayField(models.CharField(max_length=80), default=list, blank=True)

    aanmelden = models.TextField(blank=True)
    toelating = models.TextField(blank=True)
    min_leeftijd = models.PositiveSmallIntegerField(null=True, blank=True)
    max_leeftijd = models.PositiveSmallIntegerField(null=True, blank=True)
    kosten = models.TextField(blank=True)
    tolk = models.TextField(blank=True)
    erkenningen = models.TextField(blank=True)
    mededeling = models.TextField(blank=True)
    website = models.URLField(max_length=500, blank=True)
    email = models.EmailField(blank=True)
    kwaliteitsstatuut = models.URLField(max_length=500, blank=True)
    feestdagen = models.CharField(
        max_length=10, choices=Feestdagen, default=Feestdagen.ONBEKEND
    )

    capaciteit = models.CharField(
        max_length=10, choices=Capaciteit, default=Capaciteit.ONBEKEND
    )
    overbrugging = models.TextField(blank=True)
    overbrugging_geen = models.BooleanField(default=False)

    gemaakt_op = models.DateTimeField(auto_now_add=True)
    gewijzigd_op = models.DateTimeField(auto_now=True)
    zoek = SearchVectorField(null=True, editable=False)

    objects = VoorzieningQuerySet.as_manager()

    class Meta(UitBron.Meta):
        ordering = ["naam", "pk"]
        indexes = [
            GinIndex(fields=["regio", "zoek"], name="voorziening_zoek"),
            models.Index(fields=["gewijzigd_op", "id"], name="voorziening_gewijzigd"),
            models.Index(fields=["regio", "naam", "id"], name="voorziening_naam"),
        ]
        constraints = [
            *UitBron.Meta.constraints,
            models.CheckConstraint(
                name="voorziening_bridging",
                condition=Q(overbrugging_geen=False) | Q(overbrugging=""),
            ),
            models.CheckConstraint(
                name="voorziening_ages",
                condition=Q(min_leeftijd=None)
                | Q(max_leeftijd=None)
                | Q(max_leeftijd__gte=F("min_leeftijd")),
            ),
            models.CheckConstraint(
                name="voorziening_stopped",
                condition=Q(status=Status.GESTOPT, gestopt_op__isnull=False)
                | (~Q(status=Status.GESTOPT) & Q(gestopt_op=None)),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="zoek",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=ZOEK,
            ),
            pgtrigger.Trigger(
                name="eerst_op_kaart",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=EERST_OP_KAART,
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def comes(self) -> dict[str, bool]:
        """How it reaches people without a door of its own, and whether it does. A search
        asks the same of the columns (selectors/facetten.py)."""
        return {
            "Komt bij je thuis": Manier.THUIS in self.manieren or self.outreachend,
            "Online": any(way in self.manieren for way in IS_ONLINE),
            "Per telefoon": Manier.TELEFOON in self.manieren,
        }

    @property
    def is_public(self) -> bool:
        """`VoorzieningQuerySet.public` says the same in SQL."""
        stopped = self.status == Status.GESTOPT and self.eerst_op_kaart is not None
        return self.status == Status.ACTIEF or stopped


@with_history()
class Voorzieningplek(UitBron):
    """HSDS service_at_location: this help, at this place."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    voorziening = models.ForeignKey(Voorziening, models.CASCADE, related_name="plekken")
    locatie = models.ForeignKey(Locatie, models.PROTECT, related_name="plekken")
    omschrijving = models.TextField(blank=True)

    class Meta(UitBron.Meta):
        constraints = [
            *UitBron.Meta.constraints,
            models.UniqueConstraint(
                fields=["voorziening", "locatie"], name="voorzieningplek_once"
            ),
        ]

    def __str__(self) -> str:
        return f"voorzieningplek {self.pk}"


@with_history()
class Werkgebied(Uitwisselbaar):
    """Where people have to live: the whole region, a gemeente or a wijk; else only a name
    that a package brought, which nothing can be judged by."""

    voorziening = models.ForeignKey(
        Voorziening, models.CASCADE, related_name="werkgebieden"
    )
    hele_regio = models.BooleanField(default=False)
    gemeente = models.ForeignKey(
        Gemeente, models.PROTECT, null=True, blank=True, related_name="+"
    )
    wijk = models.ForeignKey(
        Wijk, models.PROTECT, null=True, blank=True, related_name="+"
    )
    naam = models.CharField(max_length=255, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="werkgebied_one_kind",
                condition=Q(hele_regio=True, gemeente=None, wijk=None)
                | Q(hele_regio=False, gemeente__isnull=False, wijk=None)
                | Q(hele_regio=False, gemeente=None, wijk__isnull=False)
                | (Q(hele_regio=False, gemeente=None, wijk=None) & ~Q(naam="")),
            ),
        ]

    def __str__(self) -> str:
        return f"werkgebied {self.pk}"


@with_history()
class Doelgroepvraag(models.Model):
    """For whom it is (`past`) and is not, as a short yes/no question in plain words."""

    voorziening = models.ForeignKey(
        Voorziening, models.CASCADE, related_name="doelgroepvragen"
    )
    past = models.BooleanField(default=True)
    tekst = models.CharField(max_length=200)
    volgorde = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["-past", "volgorde", "pk"]

    def __str__(self) -> str:
        return self.tekst


@with_history()
class Kostenregel(Uitwisselbaar):
    """HSDS cost_option. `voorziening.kosten` says it in words."""

    voorziening = models.ForeignKey(
        Voorziening, models.CASCADE, related_name="kostenregels"
    )
    wat = models.CharField(max_length=255, blank=True)
    bedrag = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    munt = models.CharField(max_length=3, default="EUR")
    toelichting = models.CharField(max_length=255, blank=True)
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"kostenregel {self.pk}"


@with_history()
class Startmoment(models.Model):
    """When a group or course begins."""

    voorziening = models.ForeignKey(
        Voorziening, models.CASCADE, related_name="startmomenten"
    )
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    begint_op = models.DateField()
    bijeenkomsten = models.PositiveSmallIntegerField(null=True, blank=True)
    plaatsen_vrij = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["begint_op"]

    def __str__(self) -> str:
        return f"startmoment {self.pk}"


@with_history()
class Sluitingsperiode(models.Model):
    """Closed for a while, both days included: found and shown, not in "Wat kan vandaag",
    open again by itself."""

    voorziening = models.ForeignKey(
        Voorziening, models.CASCADE, related_name="sluitingsperiodes"
    )
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    reden = models.CharField(max_length=255, blank=True)
    alternatief = models.ForeignKey(
        Voorziening, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    alternatief_tekst = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["van"]
        constraints = [
            models.CheckConstraint(
                name="sluitingsperiode_period",
                condition=Q(tot=None) | Q(tot__gte=F("van")),
            ),
        ]

    def __str__(self) -> str:
        return f"sluitingsperiode {self.pk}"
