"""Keys of plans: wrapped anew when the ring is turned (Q7); and whether a ring is the one that
the data were sealed with."""

from collections.abc import Mapping

from django.db import transaction

from basis.crypto import KeyRing, WrongRing, key_ring
from netwerk.models import Client, Dagboeksleutel, Noodtoegang, Ringproef, Vraagsleutel

BATCH = 2_000
JOB = "sleutels_draaien"


@transaction.atomic
def prove(rings: Mapping[str, KeyRing]) -> None:
    """Each ring opens what was sealed with it before. A key that wraps from now on is known
    the next time. Raises WrongRing."""
    for row in Ringproef.objects.filter(ring__in=list(rings)):
        keys = rings[row.ring]
        if row.naam not in keys.keys:
            raise WrongRing(
                f"{row.ring} misses the key {row.naam}, with which data were sealed. Put it"
                " back behind the others, until draai_sleutels has run."
            )
        if not row.opens_with(keys):
            raise WrongRing(
                f"The key {row.naam} in {row.ring} is another than the one that the data"
                " were sealed with. Put that one in its place; give a new key a new name."
            )
    new = [Ringproef.of(name, keys) for name, keys in rings.items()]
    Ringproef.objects.bulk_create(new, ignore_conflicts=True)


@transaction.atomic
def forget_turned(name: str) -> None:
    """Of a ring that was turned only its current key is asked for."""
    rows = Ringproef.objects.filter(ring=name)
    rows.exclude(naam=key_ring(name).current).delete()


@transaction.atomic
def rewrap_keys(*, after: int = 0) -> tuple[int, int | None]:
    """One batch of plans from `after`: how many were wrapped anew, and from where the next
    batch goes on (None: done). Safe to break off and to run again. No line in the log: it
    is about no person and opens no text."""
    rows = list(
        Client.objects.for_job(JOB)
        .filter(pk__gt=after)
        .order_by("pk")
        .select_for_update()[:BATCH]
    )
    plans = [row for row in rows if row.sleutel_naam != key_ring().current]
    for row in plans:
        row.wrap(row.key)
    Client.objects.for_job(JOB).bulk_update(plans, ["sleutel_naam", "sleutel_box"])
    diaries = list(
        Dagboeksleutel.objects.for_job(JOB)
        .filter(client__in=[row.pk for row in rows])
        .exclude(naam=key_ring("DIARY_KEYS").current)
        .select_related("client")
        .select_for_update(of=("self",))
    )
    for diary in diaries:
        diary.wrap(diary.key)
    Dagboeksleutel.objects.for_job(JOB).bulk_update(diaries, ["naam", "box"])
    questions = list(
        Vraagsleutel.objects.for_job(JOB)
        .filter(client__in=[row.pk for row in rows])
        .exclude(naam=key_ring().current)
        .select_for_update()
    )
    for question in questions:
        question.wrap(question.key)
    Vraagsleutel.objects.for_job(JOB).bulk_update(questions, ["naam", "box"])
    emergencies = list(
        Noodtoegang.objects.for_job(JOB)
        .filter(client__in=[row.pk for row in rows])
        .exclude(sleutel_naam=key_ring().current)
        .only("uuid", "client", "sleutel_naam", "sleutel_box")  # and no words
        .select_for_update(of=("self",))
    )
    for one in emergencies:
        one.wrap(one.data_key())
    Noodtoegang.objects.for_job(JOB).bulk_update(
        emergencies, ["sleutel_naam", "sleutel_box"]
    )
    changed = {row.pk for row in plans}
    for about in (diaries, questions, emergencies):
        changed |= {row.client_id for row in about}
    return len(changed), rows[-1].pk if len(rows) == BATCH else None
