"""What a ring of keys is known by: whether a process was given the right one."""

from django.db import models

from cryptography.exceptions import InvalidTag

from basis.crypto import NAME, KeyRing, open_, seal


class Ringproef(models.Model):
    """A known word, sealed with one key of one ring. A ring that does not open it is not the
    one that the data were sealed with (docs/adr/0018)."""

    ring = models.CharField(max_length=20)  # the name of its setting
    naam = models.CharField(max_length=NAME)
    box = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ring", "naam"], name="ringproef_once")
        ]

    def __str__(self) -> str:
        return f"ringproef {self.ring}:{self.naam}"

    @classmethod
    def of(cls, ring: str, keys: KeyRing) -> "Ringproef":
        """Of its current key; not saved."""
        made = cls(ring=ring, naam=keys.current)
        made.box = seal(keys.keys[made.naam], ring.encode(), made.naam)
        return made

    def opens_with(self, keys: KeyRing) -> bool:
        try:
            open_(keys.keys[self.naam], bytes(self.box), self.naam)
        except InvalidTag:
            return False
        return True
