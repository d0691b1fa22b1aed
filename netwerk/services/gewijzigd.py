"""When a provision changed last, for who keeps a copy of the kaart (`modified_after`)."""

from typing import Any

from django.utils import timezone

from netwerk.models import Voorziening


def touch(**which: Any) -> None:
    """What is said with these provisions changed, though no column of theirs did: a number,
    an hour, a place, the name of the organisation. A trigger makes their search vector
    anew, which holds that name."""
    Voorziening.objects.filter(**which).update(gewijzigd_op=timezone.now())
