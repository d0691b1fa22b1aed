"""Letters with a code: with one a plan begins, with the other a naaste is asked to read along.

Of a code only its hash is kept. Who a letter was for is not written down until somebody said
yes: no plan exists about someone who did not, and a naaste who does not answer left no trace.
"""

from django.db import models
from django.db.models import Q

from basis.crypto import Sealed
from netwerk.querysets import NaastenuitnodigingQuerySet, StartbriefQuerySet
from netwerk.rules.onderdelen import ONDERDELEN
from toegang.models import Gebruiker, Genummerd, Organisatie, Regio

from .client import Client, VanClient


class Startbrief(Genummerd):
    """Somebody who works with people gave one of them a letter, or showed the code at a desk.
    Whoever types it may begin a plan of their own; the letter does not know who that is."""

    hash = models.CharField(max_length=64, unique=True)
    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    gemaakt_door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField(auto_now_add=True)
    tot = models.DateTimeField()
    gebruikt_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    objects = StartbriefQuerySet.as_manager()

    class Meta:
        ordering = ["-gemaakt_op", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="startbrief_one_end",
                condition=Q(gebruikt_op=None) | Q(ingetrokken_op=None),
            )
        ]

    def __str__(self) -> str:
        return f"startbrief {self.pk}"


class Naastenuitnodiging(VanClient):
    """A client asks a naaste to read along: by e-mail, or by a letter with a code.

    Three steps, so that a letter that somebody else opens opens nothing: an account comes by
    it (`gebruiker`), that person says yes, and the client, who sees who it is, lets them in.
    `rechten` is what the client had in mind: part -> right.
    """

    client = models.ForeignKey(Client, models.CASCADE, related_name="uitnodigingen")
    hash = models.CharField(max_length=64, unique=True)
    naam_box = models.BinaryField()
    relatie_box = models.BinaryField(default=b"", blank=True)
    rechten = models.JSONField(default=dict)
    gemaakt_op = models.DateTimeField(auto_now_add=True)
    tot = models.DateTimeField()
    gebruiker = models.ForeignKey(
        Gebruiker, models.PROTECT, null=True, blank=True, related_name="+"
    )
    ja_op = models.DateTimeField(null=True, blank=True)
    toegelaten_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    # an organisation that treats the client asks who acts for them, and saw on what paper
    gevraagd_door = models.ForeignKey(
        Gebruiker, models.PROTECT, null=True, blank=True, related_name="+"
    )
    organisatie = models.ForeignKey(
        Organisatie, models.PROTECT, null=True, blank=True, related_name="+"
    )
    bevoegd = models.JSONField(default=dict, blank=True)

    naam = Sealed("naam_box")  # as the client calls them
    relatie = Sealed("relatie_box")  # "mijn zus"
    objects = NaastenuitnodigingQuerySet.as_manager()

    class Meta:
        ordering = ["-gemaakt_op", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="naastenuitnodiging_in_order",
                condition=(Q(ja_op=None) | Q(gebruiker__isnull=False))
                & (Q(toegelaten_op=None) | Q(ja_op__isnull=False))
                & (Q(toegelaten_op=None) | Q(ingetrokken_op=None)),
            ),
            models.CheckConstraint(
                name="naastenuitnodiging_of_whom",
                condition=Q(gevraagd_door=None, organisatie=None, bevoegd={})
                | (
                    Q(gevraagd_door__isnull=False, organisatie__isnull=False)
                    & ~Q(bevoegd={})
                ),
            ),
        ]
        indexes = [models.Index(fields=["gebruiker"], name="naastenuitnodiging_voor")]

    def __str__(self) -> str:
        return f"naastenuitnodiging {self.pk}"

    @property
    def wensen(self) -> dict[str, int]:
        """Part -> right, of parts that (still) exist."""
        return {
            deel: recht for deel, recht in self.rechten.items() if deel in ONDERDELEN
        }
