"""What is sent. One row holds what happened to it; what it says is sealed until it left."""

import uuid

from django.db import models

from basis.crypto import Sealed, key_ring, new_key

from .querysets import BerichtQuerySet


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
