"""Keys of plans: wrapped anew when the ring is turned (Q7)."""

from django.db import transaction

from netwerk.models import Client

BATCH = 2_000
_KEYS = [
    "sleutel_naam",
    "sleutel_box",
    "dagboeksleutel_naam",
    "dagboeksleutel_box",
]


@transaction.atomic
def rewrap_keys(*, after: int = 0) -> tuple[int, int | None]:
    """One batch of plans from `after`: how many were wrapped anew, and from where the next
    batch goes on (None: done). Safe to break off and to run again. No line in the log: it
    is about no person and opens no text."""
    rows = list(
        Client.objects.for_job("sleutels_draaien")
        .filter(pk__gt=after)
        .order_by("pk")
        .select_for_update()[:BATCH]
    )
    changed = [row for row in rows if row.rewrap()]
    Client.objects.for_job("sleutels_draaien").bulk_update(changed, _KEYS)
    return len(changed), rows[-1].pk if len(rows) == BATCH else None
