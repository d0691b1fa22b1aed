"""The first five parts of a plan (P1), and the diary."""

import json
from uuid import uuid5

from django.db import models
from django.db.models import Q

from basis.crypto import Sealed, SealedBytes
from clientplan.choices import (
    Herstelfase,
    Herstelsoort,
    Signaalfase,
    Signaalsoort,
    Stand,
)
from clientplan.querysets import (
    AfspraakQuerySet,
    CrisiskaartQuerySet,
    DagboekbladQuerySet,
    DoelQuerySet,
    KaartpersoonQuerySet,
    SignaalQuerySet,
    StapQuerySet,
    VerhaalbeeldQuerySet,
    VerhaalQuerySet,
)
from netwerk.choices import Gezondheidsdomein
from netwerk.models import Betrokkenheid, Client
from netwerk.models.client import VanClient
from toegang.models import Gebruiker

from .basis import PlanItem


class Verhaal(PlanItem):
    """Mijn verhaal: one per client, in the client's own words; its uuid follows from whose
    it is, so that two first words of the same moment are words of one row."""

    ONDERDEEL = "verhaal"
    WOORDEN = (
        "wie_ik_ben",
        "wat_er_gebeurde",
        "hoop",
        "wat_hielp",
        "krachten",
        "spanning",
    )
    VELDEN = ("fase",)
    EIGEN = ("fase",)

    fase = models.CharField(max_length=12, choices=Herstelfase, blank=True)

    objects = VerhaalQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["client"], name="verhaal_one_per_client")
        ]

    def __str__(self) -> str:
        return f"verhaal {self.pk}"

    @classmethod
    def new(cls, client: Client) -> "Verhaal":
        """Not saved."""
        return cls(client=client, uuid=uuid5(client.uuid, "verhaal"))


VRAGEN = [(key, key) for key in Verhaal.WOORDEN]


class Verhaalbeeld(VanClient):
    """A photo or a drawing with one of the texts, or in its place. One that was replaced or
    taken away stays, for who wants it back; who owns the part can wipe it for good."""

    client = models.ForeignKey(Client, models.CASCADE, related_name="+")
    vraag = models.CharField(max_length=20, choices=VRAGEN)
    beeld_box = models.BinaryField()
    woorden_box = models.BinaryField(default=b"")
    breedte = models.PositiveSmallIntegerField()
    hoogte = models.PositiveSmallIntegerField()
    geplaatst_op = models.DateTimeField()
    geplaatst_door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    weg_op = models.DateTimeField(null=True, blank=True)

    beeld = SealedBytes("beeld_box")  # a JPEG that was drawn anew
    woorden = Sealed("woorden_box")
    objects = VerhaalbeeldQuerySet.as_manager()

    class Meta:
        ordering = ["-geplaatst_op", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["client", "vraag"],
                condition=Q(weg_op=None),
                name="verhaalbeeld_one_per_text",
            )
        ]

    def __str__(self) -> str:
        return f"verhaalbeeld {self.pk}"

    @property
    def words(self) -> dict[str, str]:
        """`alt`: what there is to see, read aloud; `bij`: what stands under it."""
        return {"alt": "", "bij": ""} | json.loads(self.woorden or "{}")

    @words.setter
    def words(self, words: dict[str, str]) -> None:
        self.woorden = json.dumps(words)


class Doel(PlanItem):
    ONDERDEEL = "doelen"
    WOORDEN = ("doel", "waarom", "tegenzit")
    VELDEN = ("domein", "herstel", "stand", "stand_op")

    domein = models.CharField(max_length=30, choices=Gezondheidsdomein, blank=True)
    herstel = models.CharField(max_length=12, choices=Herstelsoort, blank=True)
    stand = models.CharField(max_length=12, choices=Stand, default=Stand.BEZIG)
    stand_op = models.DateField(null=True, blank=True)

    objects = DoelQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["id", "client"], name="doel_with_client")
        ]

    def __str__(self) -> str:
        return f"doel {self.pk}"


class Stap(PlanItem):
    """A small step towards a goal: a small win once it is done."""

    ONDERDEEL = "doelen"
    WOORDEN = ("stap", "wanneer", "gewonnen")
    VELDEN = ("doel", "gedaan_op", "volgorde")

    doel = models.ForeignKey(Doel, models.CASCADE, related_name="stappen")
    gedaan_op = models.DateField(null=True, blank=True)
    volgorde = models.PositiveSmallIntegerField(default=0)

    objects = StapQuerySet.as_manager()

    class Meta:
        ordering = ["volgorde", "pk"]

    def __str__(self) -> str:
        return f"stap {self.pk}"


class Afspraak(PlanItem):
    """Who does what until when, for which goal, and where or with what: a provision of the
    kaart by its name and address, a way of working by its name. Those are sealed as words
    are: to which help somebody goes is nobody's business, and the name stays when the
    provision is gone."""

    ONDERDEEL = "afspraken"
    WOORDEN = ("wat", "wie", "plek", "plek_adres", "aanpak")
    VELDEN = ("doel", "uitvoerder", "voor_op", "gedaan_op")

    doel = models.ForeignKey(
        Doel, models.SET_NULL, null=True, blank=True, related_name="afspraken"
    )
    uitvoerder = models.ForeignKey(
        Betrokkenheid, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    voor_op = models.DateField(null=True, blank=True)
    gedaan_op = models.DateField(null=True, blank=True)

    objects = AfspraakQuerySet.as_manager()

    class Meta:
        ordering = ["voor_op", "pk"]

    def __str__(self) -> str:
        return f"afspraak {self.pk}"


class Signaal(PlanItem):
    """One line of the signaleringsplan."""

    ONDERDEEL = "signaleringsplan"
    WOORDEN = ("tekst",)
    VELDEN = ("fase", "soort", "volgorde")

    fase = models.PositiveSmallIntegerField(choices=Signaalfase)
    soort = models.CharField(max_length=16, choices=Signaalsoort)
    volgorde = models.PositiveSmallIntegerField(default=0)

    objects = SignaalQuerySet.as_manager()

    class Meta:
        ordering = ["fase", "soort", "volgorde", "pk"]
        constraints = [
            models.CheckConstraint(
                name="signaal_fase", condition=Q(fase__in=Signaalfase.values)
            )
        ]

    def __str__(self) -> str:
        return f"signaal {self.pk}"


class Crisiskaart(PlanItem):
    """One per client, made by the client; who stands on it is a row of its own."""

    ONDERDEEL = "crisiskaart"
    WOORDEN = (
        "benaderen",
        "wel_doen",
        "niet_doen",
        "wens",
        "liever_niet",
        "praktisch",
        "regie",
    )
    VELDEN = ("nakijken_op",)

    nakijken_op = models.DateField()

    objects = CrisiskaartQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client"], name="crisiskaart_one_per_client"
            )
        ]

    def __str__(self) -> str:
        return f"crisiskaart {self.pk}"


class Kaartpersoon(PlanItem):
    """Somebody to call, in this order; only once they agreed to being named. `akkoord` is
    their word: no version keeps it, and none puts it back."""

    ONDERDEEL = "crisiskaart"
    WOORDEN = ("naam", "wie", "telefoon", "wanneer")
    VELDEN = ("volgorde", "betrokkenheid")

    betrokkenheid = models.ForeignKey(
        Betrokkenheid, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    akkoord = models.BooleanField(null=True, blank=True)
    akkoord_op = models.DateField(null=True, blank=True)
    volgorde = models.PositiveSmallIntegerField(default=0)

    objects = KaartpersoonQuerySet.as_manager()

    class Meta:
        ordering = ["volgorde", "pk"]

    def __str__(self) -> str:
        return f"kaartpersoon {self.pk}"


class Dagboekblad(VanClient):
    """Something for the client alone: a key of its own ring, no line in the trace, no
    version, no way in for anybody else (P3, T6)."""

    client = models.ForeignKey(Client, models.CASCADE, related_name="+")
    tekst_box = models.BinaryField()
    geschreven_op = models.DateTimeField()

    tekst = Sealed("tekst_box")
    objects = DagboekbladQuerySet.as_manager()

    class Meta:
        ordering = ["-geschreven_op", "-pk"]

    def __str__(self) -> str:
        return f"dagboekblad {self.pk}"

    def data_key(self) -> bytes:
        return self.client.diary_key
