"""The kaart of a region as a file: made at once when it is small, else by a worker as the
person who asked (basis/werk.py), and then kept for an hour, for that person alone."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from basis import werk
from basis.queue import enqueue
from basis.werk import Stand
from logboek import services as logboek
from netwerk.models import Uitvoer, Voorziening
from toegang.models import Gebruiker, Regio
from toegang.roles import who_asked

ACT = "kaart.uitwisselen"
MAKE = "netwerk.tasks.make_uitvoer"
SMALL = 500  # provisions: made in about a second
LEASE = timedelta(minutes=1)  # between taking the row and holding it
KEPT = timedelta(hours=1)  # once it is there
KEPT_ASKED = timedelta(days=1)  # while a worker has to come to it
NIET_GELUKT = "Het bestand is nu niet gemaakt. Vraag het later nog een keer."
NIET_MEER = "Het bestand is niet gemaakt: wie erom vroeg, mag dit nu niet meer."


def is_small(regio: Regio) -> bool:
    return not Voorziening.objects.filter(regio=regio)[SMALL : SMALL + 1].exists()


@transaction.atomic
def ask(*, regio: Regio, soort: str, door: Gebruiker) -> Uitvoer:
    """One that is being made for this person, or a new one. Older ones go."""
    forget()
    Gebruiker.objects.select_for_update(no_key=True).get(pk=door.pk)  # one at a time
    mine = Uitvoer.objects.filter(regio=regio, soort=soort, door=door)
    there = mine.exclude(volgende_poging_op=None).first()
    if there is not None:
        return there
    mine.delete()
    row = Uitvoer.objects.create(
        regio=regio,
        soort=soort,
        door=door,
        tot=timezone.now() + KEPT_ASKED,
        **werk.asked(),
    )
    enqueue(MAKE, str(row.uuid))
    return row


@transaction.atomic
def take(*, uuid: UUID) -> Uitvoer | None:
    """None when it is made, given up, or in other hands."""
    rows = Uitvoer.objects.kept().filter(uuid=uuid)
    row = werk.take(rows, lease=LEASE, te_vaak=NIET_GELUKT)
    return None if row is None or row.stand == Stand.MISLUKT else row


def hold(row: Uitvoer) -> Uitvoer | None:
    """In the transaction in which it is made, as who asked, whose right is looked at
    again: nobody else takes it meanwhile. None when it is in other hands by now."""
    rows = werk.mine(row).select_related("regio")
    mine = rows.select_for_update(of=("self",), no_key=True).first()
    if mine is None:
        return None
    user = who_asked(mine.gevraagd_als)
    if user is None or not Regio.objects.allowed(user, ACT).filter(pk=mine.regio_id):
        werk.close(mine, NIET_MEER)
        return None
    return mine


def finish(row: Uitvoer, *, naam: str, inhoud: bytes) -> None:
    now = timezone.now()
    row.naam, row.inhoud = naam, inhoud
    row.stand, row.volgende_poging_op, row.klaar_op = Stand.KLAAR, None, now
    row.tot = now + KEPT
    row.save()


@transaction.atomic
def put_back(row: Uitvoer) -> None:
    """Something broke: somebody tries again in a while, or it was enough."""
    if not werk.put_back(row) and werk.mine(row).exists():
        werk.close(row, NIET_GELUKT)


def wake_waiting() -> None:
    """Each minute: what a worker that died, or a broker that was away, left behind."""
    waiting = werk.waiting(Uitvoer.objects.kept(), timezone.now())
    for uuid in waiting.values_list("uuid", flat=True):
        enqueue(MAKE, str(uuid))


def record_download(regio: Regio, soort: str) -> None:
    what, _, form = soort.rpartition("-")
    logboek.record(
        logboek.Actie.READ,
        "sociale_kaart",
        object_id=what,
        onderdeel=form,
        regio=regio.slug,
    )


def forget() -> None:
    """Each night too: files that were not taken along."""
    Uitvoer.objects.over().delete()
