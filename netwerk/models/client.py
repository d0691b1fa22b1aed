"""The client, and who is round them with whose consent.

Every row here stands behind the decision of `poort.rechten` (netwerk/sql/bevoegd.sql).
"""

import uuid
from datetime import timedelta
from math import ceil
from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils import timezone
from django.utils.functional import cached_property

from basis.crypto import Sealed, key_ring, new_key
from netwerk.choices import (
    BEHANDELT,
    Hoedanigheid,
    Noodgrond,
    Noodsoort,
    Oogmerk,
    Oordeel,
    Stuk,
    Vertegenwoordiging,
    Werkt,
)
from netwerk.querysets import (
    BetrokkenheidQuerySet,
    BevoegdheidQuerySet,
    ClientQuerySet,
    NoodoordeelQuerySet,
    NoodtoegangQuerySet,
    VanClientQuerySet,
)
from netwerk.rules.onderdelen import NOOIT_GEDEELD, ONDERDELEN, Recht
from toegang.models import GatedModel, Gebruiker, Organisatie, Regio

DELEN = [(key, one.naam) for key, one in ONDERDELEN.items()]
RECHTEN = [
    (Recht.GEEN, "niets"),
    (Recht.LEZEN, "lezen"),
    (Recht.BIJDRAGEN, "bijdragen"),
    (Recht.MEDE_EIGENAAR, "zelf schrijven"),
]


def _delen() -> Any:
    return ArrayField(
        models.CharField(max_length=20, choices=DELEN), default=list, blank=True
    )


class Client(GatedModel):
    """Somebody who said yes to a plan; it is theirs."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    gebruiker = models.OneToOneField(Gebruiker, models.PROTECT, related_name="+")
    geboren_op = models.DateField()
    begonnen_op = models.DateField()
    gesloten_op = models.DateField(null=True, blank=True)
    # the day on which what a parent or voogd gave was put to the client again (T1)
    voorgelegd_op = models.DateField(null=True, blank=True)
    sleutel_naam = models.CharField(max_length=20)  # which key of the ring wraps ours
    sleutel_box = models.BinaryField()

    objects = ClientQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="client_period",
                condition=Q(gesloten_op=None) | Q(gesloten_op__gte=F("begonnen_op")),
            )
        ]

    def __str__(self) -> str:
        return f"client {self.uuid}"

    @cached_property
    def key(self) -> bytes:
        """Opens the words of this one plan (Q7)."""
        about = str(self.uuid)
        return key_ring().unwrap(self.sleutel_naam, bytes(self.sleutel_box), about)

    @cached_property
    def diary_key(self) -> bytes:
        """Opens the diary; only where the process has its ring."""
        return self.dagboeksleutel.key

    def wrap(self, key: bytes) -> None:
        """With the first key of the ring: a new key once, before the first word is
        written; the same key when the ring is turned, and every text opens as before."""
        self.sleutel_naam, self.sleutel_box = key_ring().wrap(key, str(self.uuid))

    def begin(self) -> None:
        """Stores a plan that begins, with both of its keys."""
        self.wrap(new_key())
        self.save(force_insert=True)
        diary = Dagboeksleutel(client=self)
        diary.wrap(new_key())
        diary.save(force_insert=True)

    def data_key(self) -> bytes:
        return self.key


class Dagboeksleutel(GatedModel):
    """The key of the diary, apart from the plan: whoever may see something of the plan
    reads its row, and nobody but the client reads this one."""

    client = models.OneToOneField(Client, models.CASCADE, related_name="dagboeksleutel")
    naam = models.CharField(max_length=20)  # which key of the diary's own ring wraps it
    box = models.BinaryField()

    objects = VanClientQuerySet.as_manager()

    def __str__(self) -> str:
        return f"dagboeksleutel {self.pk}"

    @property
    def key(self) -> bytes:
        ring = key_ring("DIARY_KEYS")
        return ring.unwrap(self.naam, bytes(self.box), self._about)

    def wrap(self, key: bytes) -> None:
        self.naam, self.box = key_ring("DIARY_KEYS").wrap(key, self._about)

    @property
    def _about(self) -> str:
        return f"{self.client.uuid}:dagboek"


class VanClient(GatedModel):
    """A row about a client, with words that only the client's key opens."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True

    def data_key(self) -> bytes:
        client: Client = self.client  # type: ignore[attr-defined]
        return client.key


class Betrokkenheid(VanClient):
    """Somebody is involved with a client, in one capacity, from when until when.

    Added by the client. `behandelt` is the ground of the Wgbo: by name, for an
    organisation. Who acts for the client has a Bevoegdheid beside this row.
    """

    client = models.ForeignKey(Client, models.CASCADE, related_name="betrokkenen")
    gebruiker = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    rol = models.CharField(max_length=20, choices=Hoedanigheid)
    organisatie = models.ForeignKey(
        Organisatie, models.PROTECT, null=True, blank=True, related_name="+"
    )
    werkt = models.CharField(max_length=30, choices=Werkt, blank=True)
    relatie_box = models.BinaryField(default=b"", blank=True)
    behandelt = models.BooleanField(default=False)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    relatie = Sealed("relatie_box")  # "mijn zus"
    objects = BetrokkenheidQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["id", "client"], name="betrokkenheid_with_client"
            ),
            models.CheckConstraint(
                name="betrokkenheid_period",
                condition=Q(tot=None) | Q(tot__gte=F("van")),
            ),
            models.CheckConstraint(
                name="betrokkenheid_naaste_alone",
                condition=Q(rol=Hoedanigheid.NAASTE, organisatie=None, behandelt=False)
                | (~Q(rol=Hoedanigheid.NAASTE) & Q(organisatie__isnull=False)),
            ),
            models.CheckConstraint(
                name="betrokkenheid_treats_as_professional",
                condition=Q(behandelt=False)
                | Q(rol=Hoedanigheid.PROFESSIONAL, werkt__in=BEHANDELT),
            ),
            # one capacity at a time: else a "no" to one leaves the other open
            ExclusionConstraint(
                name="betrokkenheid_no_overlap",
                expressions=[
                    ("client", RangeOperators.EQUAL),
                    ("gebruiker", RangeOperators.EQUAL),
                    ("rol", RangeOperators.EQUAL),
                    (
                        Func(F("organisatie"), 0, function="COALESCE"),
                        RangeOperators.EQUAL,
                    ),
                    (
                        Func(
                            F("van"), F("tot"), models.Value("[]"), function="daterange"
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]
        indexes = [
            models.Index(fields=["gebruiker", "van"], name="betrokkenheid_poort"),
        ]

    def __str__(self) -> str:
        return f"betrokkenheid {self.pk}"


class Bevoegdheid(GatedModel):
    """Somebody who is involved acts for the client: of which kind, in which matters, from
    when until when, and what it rests on (T1).

    Added, never changed: of one person the last added row counts, and it alone. One without
    matters ends it. The client says it, or an organisation that treats them and saw the
    paper (`organisatie`); who acts for the client can lay it down.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    client = models.ForeignKey(Client, models.CASCADE, related_name="bevoegdheden")
    betrokkenheid = models.ForeignKey(
        Betrokkenheid, models.CASCADE, related_name="bevoegdheden"
    )
    soort = models.CharField(max_length=20, choices=Vertegenwoordiging)
    zaken = _delen()
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    stuk = models.CharField(max_length=20, choices=Stuk, blank=True)
    stuk_van = models.DateField(null=True, blank=True)
    organisatie = models.ForeignKey(
        Organisatie, models.PROTECT, null=True, blank=True, related_name="+"
    )
    gegeven_op = models.DateTimeField(auto_now_add=True)
    gegeven_door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")

    objects = BevoegdheidQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="bevoegdheid_period", condition=Q(tot=None) | Q(tot__gte=F("van"))
            ),
            models.CheckConstraint(
                name="bevoegdheid_soort",
                condition=Q(soort__in=Vertegenwoordiging.values),
            ),
            models.CheckConstraint(
                name="bevoegdheid_paper",
                condition=Q(organisatie=None) | ~Q(stuk=""),
            ),
        ]
        indexes = [
            models.Index(fields=["betrokkenheid", "-id"], name="bevoegdheid_poort"),
        ]

    def __str__(self) -> str:
        return f"bevoegdheid {self.pk}"


class Toestemming(GatedModel):
    """Added, never changed. Withdrawing is a new row that says GEEN from today; of the
    rows that cover a day the last added counts (T4)."""

    client = models.ForeignKey(Client, models.CASCADE, related_name="toestemmingen")
    betrokkenheid = models.ForeignKey(
        Betrokkenheid, models.CASCADE, related_name="toestemmingen"
    )
    onderdeel = models.CharField(max_length=20, choices=DELEN)
    recht = models.SmallIntegerField(choices=RECHTEN)
    oogmerk = models.CharField(
        max_length=20, choices=Oogmerk, default=Oogmerk.ONDERSTEUNING
    )
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    gegeven_op = models.DateTimeField(auto_now_add=True)
    gegeven_door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")

    objects = VanClientQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="toestemming_period", condition=Q(tot=None) | Q(tot__gte=F("van"))
            ),
            models.CheckConstraint(
                name="toestemming_never_shared",
                condition=~Q(onderdeel__in=sorted(NOOIT_GEDEELD)),
            ),
            models.CheckConstraint(
                name="toestemming_recht",
                condition=Q(recht__in=[value for value, _ in RECHTEN]),
            ),
        ]
        indexes = [
            models.Index(
                fields=["betrokkenheid", "onderdeel", "-id"], name="toestemming_poort"
            ),
        ]

    def __str__(self) -> str:
        return f"toestemming {self.pk}"


class Noodkeuze(GatedModel):
    """What is open in an emergency and to whom, as the client chose; rows are added, the
    last counts. Nothing is open before the question was answered (T5)."""

    client = models.ForeignKey(Client, models.CASCADE, related_name="noodkeuzes")
    onderdelen = _delen()
    voor = ArrayField(
        models.CharField(max_length=20, choices=Noodsoort), default=list, blank=True
    )
    gekozen_op = models.DateTimeField(auto_now_add=True)

    objects = VanClientQuerySet.as_manager()

    def __str__(self) -> str:
        return f"noodkeuze {self.pk}"


class Noodtoegang(VanClient):
    """A professional opened parts of a plan in an emergency, for an hour at most. Added by
    one function in the database and by nothing else (netwerk/sql/nood.sql).

    Its words have a key of their own: the client, who opened and the functionaris read them,
    and the functionaris has no way to the key of the client (docs/adr/0015). `vertel_op` is
    from when the client sees it; empty: at once. `herinnerd_op`: the functionaris was told a
    second time that it waits.
    """

    client = models.ForeignKey(Client, models.CASCADE, related_name="noodtoegangen")
    gebruiker = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    grond = models.CharField(max_length=20, choices=Noodgrond)
    reden_box = models.BinaryField()
    onderdelen = _delen()
    begonnen_op = models.DateTimeField()
    tot = models.DateTimeField()
    beeindigd_op = models.DateTimeField(null=True, blank=True)
    vertel_op = models.DateTimeField(null=True, blank=True)
    later_reden_box = models.BinaryField(default=b"", blank=True)
    verslag_box = models.BinaryField(default=b"", blank=True)
    verslag_op = models.DateTimeField(null=True, blank=True)
    herinnerd_op = models.DateTimeField(null=True, blank=True)
    sleutel_naam = models.CharField(max_length=20)
    sleutel_box = models.BinaryField()

    reden = Sealed("reden_box")
    later_reden = Sealed("later_reden_box")
    verslag = Sealed("verslag_box")
    objects = NoodtoegangQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="noodtoegang_hour",
                condition=Q(tot__gt=F("begonnen_op"))
                & Q(tot__lte=F("begonnen_op") + timedelta(hours=1)),
            ),
            models.CheckConstraint(
                name="noodtoegang_grond", condition=Q(grond__in=Noodgrond.values)
            ),
            models.CheckConstraint(
                name="noodtoegang_reason", condition=~Q(reden_box=b"")
            ),
        ]
        indexes = [
            models.Index(fields=["gebruiker", "tot"], name="noodtoegang_poort"),
        ]

    def __str__(self) -> str:
        return f"noodtoegang {self.pk}"

    def data_key(self) -> bytes:
        """Made with the first word."""
        if not self.sleutel_box:
            self.wrap(new_key())
        return key_ring().unwrap(
            self.sleutel_naam, bytes(self.sleutel_box), str(self.uuid)
        )

    def wrap(self, key: bytes) -> None:
        self.sleutel_naam, self.sleutel_box = key_ring().wrap(key, str(self.uuid))

    @property
    def is_told(self) -> bool:
        return self.vertel_op is None or self.vertel_op <= timezone.now()

    @property
    def minutes_left(self) -> int:
        """Of the hour; 0 when it is over."""
        until = min(self.tot, self.beeindigd_op or self.tot)
        return max(0, ceil((until - timezone.now()).total_seconds() / 60))

    @property
    def deelnamen(self) -> list[str]:
        return [ONDERDELEN[deel].naam for deel in self.onderdelen if deel in ONDERDELEN]


class Noodoordeel(GatedModel):
    """What the functionaris of the organisation said of it; the last row counts. Added by a
    function in the database only."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    noodtoegang = models.ForeignKey(
        Noodtoegang, models.CASCADE, related_name="oordelen"
    )
    oordeel = models.CharField(max_length=20, choices=Oordeel)
    uitleg_box = models.BinaryField(default=b"", blank=True)
    door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    op = models.DateTimeField()

    uitleg = Sealed("uitleg_box")
    objects = NoodoordeelQuerySet.as_manager()

    class Meta:
        ordering = ["op", "pk"]

    def __str__(self) -> str:
        return f"noodoordeel {self.pk}"

    def data_key(self) -> bytes:
        return self.noodtoegang.data_key()
