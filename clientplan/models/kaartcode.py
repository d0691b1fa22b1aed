"""The ways by which a crisiskaart is read outside the product: the code on a wallet card, a
QR code on the client's own screen, and a phone (P1)."""

from datetime import timedelta

from django.db import models
from django.db.models import Q

from basis.crypto import Sealed
from netwerk.models import Client
from netwerk.models.client import VanClient
from netwerk.querysets import VanClientQuerySet


class Kaartcode(VanClient):
    """What is on one wallet card: the address in its QR code and the code beside it, which
    together open the crisiskaart until the client withdraws them. Found by their hash; the
    client alone opens them again, to print the same card anew."""

    client = models.ForeignKey(Client, models.CASCADE, related_name="+")
    hash = models.CharField(max_length=64, unique=True)
    adres_box = models.BinaryField()
    code_box = models.BinaryField()
    gemaakt_op = models.DateTimeField(auto_now_add=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    adres = Sealed("adres_box")
    code = Sealed("code_box")
    objects = VanClientQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client"],
                condition=Q(ingetrokken_op=None),
                name="kaartcode_one_in_use",
            )
        ]

    def __str__(self) -> str:
        return f"kaartcode {self.pk}"


class Schermkaart(VanClient):
    """The crisiskaart is shown on the client's own screen for some minutes: whoever scans the
    QR code meanwhile reads it. One at a time; gone by a press, and worth nothing after
    `tot`. Found by its hash; the client alone opens the address again, to show it anew."""

    client = models.ForeignKey(Client, models.CASCADE, related_name="+")
    hash = models.CharField(max_length=64, unique=True)
    adres_box = models.BinaryField()
    gemaakt_op = models.DateTimeField(auto_now_add=True)
    tot = models.DateTimeField()

    adres = Sealed("adres_box")
    objects = VanClientQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["client"], name="schermkaart_one"),
            models.CheckConstraint(
                name="schermkaart_short",
                condition=Q(tot__lte=models.F("gemaakt_op") + timedelta(minutes=15)),
            ),
        ]

    def __str__(self) -> str:
        return f"schermkaart {self.pk}"


class Telefoonkaart(VanClient):
    """The crisiskaart was put on a phone. What is there is locked with a code that only the
    client knows; this row says whether it may stay. The phone asks by a word of which we
    keep the hash, and forgets the card once it was withdrawn."""

    client = models.ForeignKey(Client, models.CASCADE, related_name="+")
    hash = models.CharField(max_length=64, unique=True)
    gezet_op = models.DateTimeField(auto_now_add=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    objects = VanClientQuerySet.as_manager()

    def __str__(self) -> str:
        return f"telefoonkaart {self.pk}"
