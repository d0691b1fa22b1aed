"""Keys of plans: wrapped anew when the ring is turned (Q7)."""

from django.db import transaction

from basis.crypto import key_ring
from netwerk.models import Client, Dagboeksleutel, Noodtoegang, Vraagsleutel

BATCH = 2_000
JOB = "sleutels_draaien"


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
