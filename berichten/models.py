"""What is sent. One row holds what happened to it; what it says is sealed until it left."""

import uuid

from django.conf import settings
from django.db import models

from basis.crypto import Sealed, key_ring, new_key

from .choices import Postsoort
from .querysets import BerichtQuerySet, PostberichtQuerySet


class Bericht(models.Model):
    """A letter by mail to one address. Its words carry codes (an invitation, a new
    password), so they are sealed with a key of their own and erased once sent."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    aan = models.EmailField()
    onderwerp = models.CharField(max_length=200)
    sleutel_naam = models.CharField(max_length=40)
    sleutel_box = models.BinaryField(null=True)  # erased with the words
    tekst_box = models.BinaryField(null=True)
    gemaakt_op = models.DateTimeField(auto_now_add=True)
    pogingen = models.PositiveSmallIntegerField(default=0)
    volgende_poging_op = models.DateTimeField(null=True)  # empty: sent, or parked
    verstuurd_op = models.DateTimeField(null=True, blank=True)

    tekst = Sealed("tekst_box")

    objects = BerichtQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["volgende_poging_op"],
                condition=models.Q(volgende_poging_op__isnull=False),
                name="bericht_waiting",
            )
        ]

    def __str__(self) -> str:
        return f"bericht {self.uuid}"

    def give_key(self) -> None:
        self.sleutel_naam, self.sleutel_box = key_ring().wrap(new_key(), str(self.uuid))

    def data_key(self) -> bytes:
        return key_ring().unwrap(
            self.sleutel_naam, bytes(self.sleutel_box or b""), str(self.uuid)
        )


class Postbericht(models.Model):
    """A message inside the product, to one person in one role: mail only says that there is
    one. Before `zichtbaar_vanaf` it is not there, for its reader neither (T5: telling at
    once can be dangerous)."""

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gebruiker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+"
    )
    rol = models.CharField(max_length=40)  # roles do not know of each other (T1)
    soort = models.CharField(max_length=20, choices=Postsoort)
    woorden_box = models.BinaryField()
    sleutel_naam = models.CharField(max_length=20)
    sleutel_box = models.BinaryField()
    link = models.CharField(max_length=200, blank=True)  # a path of ours
    gemaakt_op = models.DateTimeField()
    zichtbaar_vanaf = models.DateTimeField()
    gelezen_op = models.DateTimeField(null=True, blank=True)
    gemaild_op = models.DateTimeField(null=True, blank=True)

    woorden = Sealed("woorden_box")  # its heading, a line end, and the rest

    objects = PostberichtQuerySet.as_manager()

    class Meta:
        ordering = ["-zichtbaar_vanaf", "-gemaakt_op"]
        indexes = [
            models.Index(
                fields=["zichtbaar_vanaf"],
                condition=models.Q(gemaild_op=None),
                name="postbericht_to_mail",
            ),
        ]

    def __str__(self) -> str:
        return f"postbericht {self.pk}"

    @property
    def kop(self) -> str:
        return self.woorden.partition("\n")[0]

    @property
    def tekst(self) -> str:
        return self.woorden.partition("\n")[2]

    def wrap(self, key: bytes) -> None:
        self.sleutel_naam, self.sleutel_box = key_ring().wrap(key, str(self.uuid))

    def data_key(self) -> bytes:
        return key_ring().unwrap(
            self.sleutel_naam, bytes(self.sleutel_box), str(self.uuid)
        )
