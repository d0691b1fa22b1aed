"""What stands beside the log: questions about a line, names that are kept back, and which
signals were looked at. The log itself is no model (logboek/)."""

from django.db import models
from django.db.models import Q

from basis.crypto import Sealed, key_ring, new_key
from netwerk.choices import Afschermreden, Logvraagsoort
from netwerk.querysets import LogvraagQuerySet, VanClientQuerySet
from toegang.models import GatedModel, Gebruiker, Organisatie

from .client import Client, VanClient


class Logvraag(VanClient):
    """A client asks about one line of the log; the organisation of who acted answers.

    Its words have a key of their own: who answers reads them, and has no way to the key of
    the plan.
    """

    client = models.ForeignKey(Client, models.CASCADE, related_name="+")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    regel = models.BigIntegerField()  # the id of the line; the log has no foreign keys
    soort = models.CharField(max_length=12, choices=Logvraagsoort)
    mag_horen = models.BooleanField(default=False)  # who the line is about may hear it
    vraag_box = models.BinaryField(default=b"", blank=True)
    gevraagd_op = models.DateTimeField()
    tot = models.DateField()  # the day before which the answer was promised
    antwoord_box = models.BinaryField(default=b"", blank=True)
    beantwoord_op = models.DateTimeField(null=True, blank=True)
    beantwoord_door = models.ForeignKey(
        Gebruiker, models.PROTECT, null=True, blank=True, related_name="+"
    )

    vraag = Sealed("vraag_box")
    antwoord = Sealed("antwoord_box")
    objects = LogvraagQuerySet.as_manager()

    class Meta:
        ordering = ["gevraagd_op", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["client", "regel"], name="logvraag_once"),
            models.CheckConstraint(
                name="logvraag_answer_whole",
                condition=Q(antwoord_box=b"", beantwoord_op=None, beantwoord_door=None)
                | (
                    ~Q(antwoord_box=b"")
                    & Q(beantwoord_op__isnull=False, beantwoord_door__isnull=False)
                ),
            ),
        ]
        indexes = [
            models.Index(fields=["organisatie", "tot"], name="logvraag_van"),
        ]

    def __str__(self) -> str:
        return f"logvraag {self.pk}"

    def data_key(self) -> bytes:
        return self.sleutel.key


class Vraagsleutel(GatedModel):
    """The key of one question, apart from its words: the job that turns the ring reads this
    table and no table with words (docs/adr/0010)."""

    vraag = models.OneToOneField(Logvraag, models.CASCADE, related_name="sleutel")
    client = models.ForeignKey(Client, models.CASCADE, related_name="+")
    naam = models.CharField(max_length=20)  # which key of the ring wraps it
    box = models.BinaryField()
    kenmerk = models.UUIDField()  # of the question: what the wrapping is tied to

    objects = VanClientQuerySet.as_manager()

    def __str__(self) -> str:
        return f"vraagsleutel {self.pk}"

    @classmethod
    def of(cls, vraag: Logvraag) -> "Vraagsleutel":
        made = cls(vraag=vraag, client=vraag.client, kenmerk=vraag.uuid)
        made.wrap(new_key())
        return made

    @property
    def key(self) -> bytes:
        return key_ring().unwrap(self.naam, bytes(self.box), str(self.kenmerk))

    def wrap(self, key: bytes) -> None:
        self.naam, self.box = key_ring().wrap(key, str(self.kenmerk))


class Naamafscherming(VanClient):
    """The functionaris decided, in a case of threat, that one client does not see the name of
    one employee: role and organisation instead. Made by poort.scherm_af alone."""

    client = models.ForeignKey(Client, models.CASCADE, related_name="+")
    gebruiker = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    reden = models.CharField(max_length=12, choices=Afschermreden)
    besloten_op = models.DateTimeField()
    besloten_door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_door = models.ForeignKey(
        Gebruiker, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = VanClientQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "gebruiker", "organisatie"],
                condition=Q(ingetrokken_op=None),
                name="naamafscherming_once",
            ),
            models.CheckConstraint(
                name="naamafscherming_ended_by",
                condition=Q(ingetrokken_op=None, ingetrokken_door=None)
                | Q(ingetrokken_op__isnull=False, ingetrokken_door__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"naamafscherming {self.pk}"


class Signaalgezien(models.Model):
    """The functionaris looked at a signal of a month, when it counted so many lines. More
    lines later make it new again."""

    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    maand = models.DateField()  # its first day
    sleutel = models.CharField(max_length=80)  # kind, person and code of the client
    aantal = models.PositiveIntegerField()
    gezien_op = models.DateTimeField()
    gezien_door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisatie", "maand", "sleutel", "aantal"],
                name="signaalgezien_once",
            ),
        ]

    def __str__(self) -> str:
        return f"signaalgezien {self.pk}"
