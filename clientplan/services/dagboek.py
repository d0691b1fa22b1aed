"""The diary: written, changed and thrown away by the client alone. It leaves no line in the
trace, no version and no draft (P3); nothing here may be logged."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from basis.constraints import insert_once
from clientplan.models import Dagboekblad
from clientplan.services.actor import who_acts
from netwerk.models import Client


class Anders(Exception):
    """It was changed or thrown away in between; nothing was written."""


@transaction.atomic
def write(*, client: Client, uuid: UUID, tekst: str) -> None:
    """A second click adds nothing. Raises Anders where the page is there with other words."""
    blad = Dagboekblad(client=client, uuid=uuid, geschreven_op=timezone.now())
    blad.tekst = tekst
    if insert_once(blad):
        return
    there = Dagboekblad.objects.visible_to(who_acts()).filter(client=client, uuid=uuid)
    found = there.select_related("client__dagboeksleutel").first()
    if found is None or found.tekst != tekst:
        raise Anders


@transaction.atomic
def change(blad: Dagboekblad, *, tekst: str) -> None:
    """From the words that `blad` was read with. Raises Anders."""
    before = bytes(blad.tekst_box)
    blad.tekst = tekst
    rows = Dagboekblad.objects.writable_by(who_acts()).filter(
        pk=blad.pk, tekst_box=before
    )
    if not rows.update(tekst_box=blad.tekst_box):
        raise Anders


@transaction.atomic
def throw_away(blad: Dagboekblad) -> None:
    """For good: there is no version to put back."""
    Dagboekblad.objects.writable_by(who_acts()).filter(pk=blad.pk).delete()
