"""Doors for Celery. A task wakes the work up; what there is to do, the database knows."""

from uuid import UUID

import structlog
from celery import Task, shared_task

from basis.actor import Actor, acting

from .documents import uitvoer as documents
from .services import (
    achttien,
    bevestiging,
    importvoorbeelden,
    meldingen,
    naasten,
    uitvoer,
    vergeefs,
    wachtrij,
    zoekwoorden,
)

logger = structlog.get_logger("uitwisselen")
READER = Actor.job("inlezen")
WRITER = Actor.job("uitvoer")
ADULTS = Actor.job("achttien")


@shared_task
def wake_imports() -> None:
    """Beat: what a worker that died, or a broker that was away, left behind."""
    importvoorbeelden.wake_waiting()


@shared_task(base=Task)
def do_import(uuid: str) -> None:
    """Looks what a file would do, or takes it in: as who asked, in one transaction. Safe
    to run twice: who holds the row is the one that does it."""
    with acting(READER):
        row = importvoorbeelden.take(uuid=UUID(uuid))
    if row is None:
        return
    try:
        with acting(Actor.from_headers(row.gevraagd_als)):
            importvoorbeelden.perform(row)
    except Exception as error:
        logger.error("stuk", fout=type(error).__name__, rij=uuid)  # noqa: TRY400
        with acting(READER):
            importvoorbeelden.put_back(row)


@shared_task
def wake_uitvoer() -> None:
    """Beat: as for what comes in."""
    uitvoer.wake_waiting()


@shared_task(base=Task)
def make_uitvoer(uuid: str) -> None:
    """The kaart as a file: as who asked, in one transaction. Safe to run twice."""
    with acting(WRITER):
        row = uitvoer.take(uuid=UUID(uuid))
    if row is None:
        return
    try:
        with acting(Actor.from_headers(row.gevraagd_als)):
            mine = uitvoer.hold(row)
            if mine is not None:
                made = documents.export(mine.regio, mine.soort)
                uitvoer.finish(mine, naam=made.naam, inhoud=made.inhoud)
    except Exception as error:
        logger.error("stuk", fout=type(error).__name__, rij=uuid)  # noqa: TRY400
        with acting(WRITER):
            uitvoer.put_back(row)


@shared_task
def forget_uitvoer() -> None:
    """Beat, each night: files that were made and not taken along."""
    uitvoer.forget()


@shared_task
def rebuild_words() -> None:
    """Beat: words that no provision uses any more leave the list."""
    zoekwoorden.rebuild_words()


@shared_task
def forget_visits() -> None:
    """Beat, each night: nobody can tell any more who searched for what (N6)."""
    vergeefs.forget_visits()


@shared_task
def forget_imports() -> None:
    """Beat, each night: files that nobody said yes to."""
    importvoorbeelden.forget()


@shared_task
def forget_reporters() -> None:
    """Beat, each night: addresses of reports that nobody answered."""
    meldingen.forget_reporters()


@shared_task
def forget_asked() -> None:
    """Beat, each night: addresses that a link to confirm went to."""
    bevestiging.forget_addresses()


@shared_task
def forget_letters() -> None:
    """Beat, each night: letters with a code that are over, and whom they were for."""
    naasten.forget_letters()


@shared_task
def remind_reviews() -> None:
    """Beat, each morning: emergencies that nobody looked at, before their last day."""
    wachtrij.remind()


@shared_task(base=Task)
def put_again() -> None:
    """Beat, each morning: who became eighteen chooses again what a parent or voogd gave. A
    transaction per client: one that fails leaves the others done."""
    for _ in range(achttien.MOST):
        with acting(ADULTS):
            if not achttien.put_again():
                return
