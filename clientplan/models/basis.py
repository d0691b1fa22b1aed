"""What every piece of a plan has, and the versions of it (P2, P3).

The words are one sealed JSON per piece; columns are only for what is asked for (dates,
states, which goal). `nummer` goes up with every save: who saves says from which number.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from typing import Any, ClassVar

from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.db.models import F, Value
from django.db.models.functions import Cast, Concat

from basis.crypto import Sealed
from clientplan.querysets import SlotQuerySet
from netwerk.models import Client
from netwerk.models.client import DELEN, VanClient
from netwerk.rules.onderdelen import NOOIT_GEDEELD
from toegang.models import GatedModel, Gebruiker

# columns that are another row: per column by uuid, what it is called and the row
Keuzes = Mapping[str, Mapping[str, tuple[str, models.Model]]]


def slot() -> models.GeneratedField:
    """client:part, for tables that hold several parts (netwerk/sql/poort.sql)."""
    return models.GeneratedField(
        expression=Concat(
            Cast(F("client_id"), models.TextField()), Value(":"), F("onderdeel")
        ),
        output_field=models.TextField(),
        db_persist=True,
    )


def shared() -> models.CheckConstraint:
    """The diary has no version, no second voice and no draft that others could reach."""
    return models.CheckConstraint(
        name="%(class)s_not_of_the_diary",
        condition=~models.Q(onderdeel__in=sorted(NOOIT_GEDEELD)),
    )


class PlanItem(VanClient):
    """One piece of one part: a goal, a signal, a line of the crisis card."""

    ONDERDEEL: ClassVar[str]
    WOORDEN: ClassVar[tuple[str, ...]]  # the keys of `words`
    VELDEN: ClassVar[tuple[str, ...]] = ()  # columns that a version keeps too
    EIGEN: ClassVar[tuple[str, ...]] = ()  # of those: set by the client alone

    client = models.ForeignKey(Client, models.CASCADE, related_name="+")
    nummer = models.PositiveIntegerField(default=1)
    woorden_box = models.BinaryField(default=b"")
    gewijzigd_op = models.DateTimeField()
    gewijzigd_door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")

    woorden = Sealed("woorden_box")

    class Meta:
        abstract = True

    @property
    def words(self) -> dict[str, str]:
        """Every key of WOORDEN; "" where nothing was written."""
        return dict.fromkeys(self.WOORDEN, "") | json.loads(self.woorden or "{}")

    @words.setter
    def words(self, words: dict[str, str]) -> None:
        strange = set(words) - set(self.WOORDEN)
        if strange:
            raise ValueError(f"{type(self).__name__} has no words {sorted(strange)}")
        self.woorden = json.dumps({key: text for key, text in words.items() if text})

    def draft_of(self, words: str) -> uuid.UUID:
        """What a draft of some of its words is kept under, apart from its other words."""
        return uuid.uuid5(self.uuid, words)

    def hangs_on(self, name: str) -> bool:
        """Whether a column points at another row, also at one that who asks may not see."""
        field: Any = self._meta.get_field(name)
        return field.is_relation and getattr(self, field.attname) is not None

    def fields(self) -> dict[str, Any]:
        """The columns that belong to what was written, as JSON can hold them; of a row it
        hangs on the uuid, which stays the same when that row is thrown away and put back."""
        found: dict[str, Any] = {}
        for name in self.VELDEN:
            try:
                value = getattr(self, name)
            except ObjectDoesNotExist:
                value = None  # not of this client: the database refuses the row itself
            if isinstance(value, models.Model):
                value = value.uuid  # type: ignore[attr-defined]
            plain = value is None or isinstance(value, int | str)
            found[name] = value if plain else str(value)
        return found


class Kijk(VanClient):
    """How a naaste or professional sees a piece or a whole part: the second voice, beside
    the client's own words. Only its author writes in it (P2)."""

    client = models.ForeignKey(Client, models.CASCADE, related_name="+")
    onderdeel = models.CharField(max_length=20, choices=DELEN)
    slot = slot()
    object_uuid = models.UUIDField(
        null=True, blank=True
    )  # of a piece; else of the part
    auteur = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    tekst_box = models.BinaryField()
    geschreven_op = models.DateTimeField()

    tekst = Sealed("tekst_box")
    objects = SlotQuerySet.as_manager()

    class Meta:
        constraints = [
            shared(),
            models.UniqueConstraint(
                fields=["client", "onderdeel", "object_uuid", "auteur"],
                nulls_distinct=False,
                name="kijk_once",
            ),
        ]

    def __str__(self) -> str:
        return f"kijk {self.pk}"


class Concept(VanClient):
    """A draft while typing; only its author reads it. Gone once it is saved (P3)."""

    client = models.ForeignKey(Client, models.CASCADE, related_name="+")
    onderdeel = models.CharField(max_length=20, choices=DELEN)
    slot = slot()
    object_uuid = models.UUIDField()
    nummer = (
        models.PositiveIntegerField()
    )  # of the piece that it began from; 0: a new one
    auteur = models.ForeignKey(Gebruiker, models.CASCADE, related_name="+")
    woorden_box = models.BinaryField(default=b"")
    op = models.DateTimeField()

    woorden = Sealed("woorden_box")
    objects = SlotQuerySet.as_manager()

    class Meta:
        constraints = [
            shared(),
            models.UniqueConstraint(
                fields=["object_uuid", "auteur"], name="concept_once"
            ),
        ]

    def __str__(self) -> str:
        return f"concept {self.pk}"

    @property
    def texts(self) -> dict[str, str]:
        """What was typed, by the fields of the form; what is empty is not in it."""
        found: dict[str, str] = json.loads(self.woorden or "{}")
        return found

    @texts.setter
    def texts(self, texts: dict[str, str]) -> None:
        self.woorden = json.dumps({key: text for key, text in texts.items() if text})


class Versie(GatedModel):
    """A piece as it was saved, with who and when. Added, never changed; the words open
    with the key and the uuid of the piece."""

    client = models.ForeignKey(Client, models.CASCADE, related_name="+")
    onderdeel = models.CharField(max_length=20, choices=DELEN)
    slot = slot()
    object_uuid = models.UUIDField()
    nummer = models.PositiveIntegerField()
    woorden_box = models.BinaryField(default=b"")
    velden = models.JSONField(default=dict)
    op = models.DateTimeField()
    door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")

    woorden = Sealed("woorden_box")
    objects = SlotQuerySet.as_manager()

    class Meta:
        ordering = ["object_uuid", "nummer"]
        constraints = [
            shared(),
            models.UniqueConstraint(
                fields=["client", "object_uuid", "nummer"], name="versie_once"
            ),
        ]

    def __str__(self) -> str:
        return f"versie {self.pk}"

    @property
    def uuid(self) -> uuid.UUID:
        """What the words are tied to: the piece, not the version."""
        return self.object_uuid

    def data_key(self) -> bytes:
        return self.client.key

    @property
    def words(self) -> dict[str, str]:
        found: dict[str, str] = json.loads(self.woorden or "{}")
        return found
