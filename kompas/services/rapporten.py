"""Reports of outcomes: asked for, taken by a worker, made, kept (rapportage R2).

What makes the PDF itself is kompas/documents.py; kompas/tasks.py brings the two together.
Between the steps the database is written, so that who waits sees how far it is.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from basis import werk
from basis.queue import enqueue
from basis.werk import Stand
from kompas.models import Ronde, Uitkomstrapport
from kompas.selectors.uitkomsten import read_round
from logboek import services as logboek
from toegang.models import Gebruiker
from toegang.roles import who_asked

LEASE = timedelta(minutes=3)  # longer than the longest step of making a PDF
MAKE = "kompas.tasks.make_rapport"
NIET_GELUKT = "Het rapport is nu niet gemaakt. Vraag het later nog een keer."
GEEN_PDF = "Het rapport kan hier nu niet gemaakt worden. Je leest alles op het scherm."
NIET_MEER = "Het rapport is niet gemaakt. Vraag het opnieuw als je het nodig hebt."


@transaction.atomic
def ask_rapport(*, ronde: Ronde, door: Gebruiker) -> Uitkomstrapport:
    """The report of this round as it is now: one that is there, one that is being made
    for this person, or a new one that a worker makes."""
    Ronde.objects.select_for_update(no_key=True).get(pk=ronde.pk)  # one at a time
    for usable in (
        {"stand": Stand.KLAAR, "inhoud": read_round(ronde).inhoud},
        {"gevraagd_door": door, "volgende_poging_op__isnull": False},
    ):
        there = ronde.rapporten.filter(**usable).first()
        if there is not None:
            return there
    rapport = Uitkomstrapport.objects.create(
        ronde=ronde, gevraagd_door=door, **werk.asked()
    )
    enqueue(MAKE, str(rapport.uuid))
    return rapport


@transaction.atomic
def take(*, uuid: UUID, now: datetime | None = None) -> Uitkomstrapport | None:
    """Takes a report to make it; None when it is made, given up, or in other hands."""
    rows = Uitkomstrapport.objects.filter(uuid=uuid)
    rapport = werk.take(rows, lease=LEASE, te_vaak=NIET_GELUKT, now=now)
    if rapport is not None and rapport.stand == Stand.MISLUKT:
        _log(logboek.Actie.CREATE, rapport, logboek.Uitkomst.MISLUKT)
        return None
    return rapport


def ronde_of(rapport: Uitkomstrapport) -> Ronde | None:
    """The round, when who asked may still see its outcomes in the role they asked in."""
    user = who_asked(rapport.gevraagd_als)
    if user is None:
        return None
    allowed = Ronde.objects.allowed(user, "uitkomst.bekijken")
    return allowed.filter(pk=rapport.ronde_id).first()


def tell(rapport: Uitkomstrapport, percent: int) -> None:
    """How far it is; also says that this worker still lives."""
    werk.mine(rapport).update(
        deel_klaar=percent, volgende_poging_op=timezone.now() + LEASE
    )


@transaction.atomic
def finish(*, rapport: Uitkomstrapport, inhoud: str, content: bytes) -> bool:
    """Keeps the PDF; False when somebody else took the report over. Older reports of
    this round let theirs go: they say something else than the page does."""
    done = werk.mine(rapport).update(
        stand=Stand.KLAAR,
        deel_klaar=100,
        pdf=content,
        inhoud=inhoud,
        klaar_op=timezone.now(),
        volgende_poging_op=None,
    )
    if not done:
        return False
    others = Uitkomstrapport.objects.filter(ronde=rapport.ronde_id, stand=Stand.KLAAR)
    others.exclude(inhoud=inhoud).update(pdf=None)
    _log(logboek.Actie.CREATE, rapport)
    return True


@transaction.atomic
def give_up(rapport: Uitkomstrapport, reden: str) -> None:
    """It will not be made; `reden` is for who asked."""
    if werk.mine(rapport).exists():
        werk.close(rapport, reden)
        _log(logboek.Actie.CREATE, rapport, logboek.Uitkomst.MISLUKT)


def put_back(rapport: Uitkomstrapport) -> None:
    """Something broke: somebody tries again in a while, or it was enough."""
    if not werk.put_back(rapport):
        give_up(rapport, NIET_GELUKT)


def wake_waiting(*, now: datetime | None = None) -> int:
    """Wakes the making of every report that was left behind; returns how many."""
    waiting = werk.waiting(Uitkomstrapport.objects.all(), now or timezone.now())
    uuids = list(waiting.values_list("uuid", flat=True))
    for uuid in uuids:
        enqueue(MAKE, str(uuid))
    return len(uuids)


def record_download(rapport: Uitkomstrapport) -> None:
    _log(logboek.Actie.READ, rapport)


def record_csv(ronde: Ronde, soort: str) -> None:
    """Figures or words of a round went out as a file."""
    logboek.record(
        logboek.Actie.READ,
        "uitkomsten als csv",
        object_id=ronde.uuid,
        onderdeel=soort,
        regio=ronde.traject.regio.slug,
    )


def _log(
    actie: logboek.Actie,
    rapport: Uitkomstrapport,
    uitkomst: logboek.Uitkomst = logboek.Uitkomst.GELUKT,
) -> None:
    logboek.record(
        actie,
        "uitkomstrapport",
        object_id=rapport.uuid,
        onderdeel=f"ronde {rapport.ronde.uuid}",
        regio=rapport.ronde.traject.regio.slug,
        uitkomst=uitkomst,
    )
