"""Doors for Celery. A task wakes the work up; what there is to do, the database knows."""

from uuid import UUID

from django.utils import timezone

import structlog
from celery import Task, shared_task

from basis.actor import Actor, acting
from basis.pdf import NoPango
from basis.queue import enqueue

from .documents import rapport as documents
from .models import Uitkomstrapport
from .services import rapporten, rondes

logger = structlog.get_logger("rapport")
MAKER = Actor.job("rapporten")


@shared_task
def find_forgotten_rondes() -> None:
    """Beat: rounds that are left open. One task each, because a transaction writes into
    the log of one region only."""
    for uuid in rondes.forgotten(timezone.localdate()):
        enqueue("kompas.tasks.follow_up_ronde", str(uuid))


@shared_task
def follow_up_ronde(uuid: str) -> None:
    """Asks who leads it, or closes it; a second time on the same day does nothing."""
    rondes.ask_or_close_forgotten(uuid=UUID(uuid), today=timezone.localdate())


@shared_task
def wake_rapporten() -> None:
    """Beat: what a worker that died, or a broker that was away, left behind."""
    rapporten.wake_waiting()


@shared_task(base=Task)
def make_rapport(uuid: str) -> None:
    """Makes a report that was asked for. Not one transaction but one per step, each as
    somebody: who waits sees how far it is, and nothing is held while the pages are laid
    out. Safe to run twice: whoever took it last is the one that writes."""
    with acting(MAKER):
        rapport = rapporten.take(uuid=UUID(uuid))
    if rapport is None:
        return
    try:
        _make(rapport)
    except NoPango:
        with acting(MAKER):
            rapporten.give_up(rapport, rapporten.GEEN_PDF)
    except Exception as error:
        logger.error("stuk", fout=type(error).__name__, rapport=uuid)  # noqa: TRY400
        with acting(MAKER):
            rapporten.put_back(rapport)


def _make(rapport: Uitkomstrapport) -> None:
    """As the person who asked, whose right is looked at again."""
    person = Actor.from_headers(rapport.gevraagd_als)
    with acting(person):
        ronde = rapporten.ronde_of(rapport)
        if ronde is None:
            rapporten.give_up(rapport, rapporten.NIET_MEER)
            return
        page = documents.uitkomstrapport(ronde)

    def tell(percent: int) -> None:
        with acting(MAKER):
            rapporten.tell(rapport, percent)

    made = documents.as_pdf(page, progress=tell)
    with acting(person):
        if rapporten.ronde_of(rapport) is None:
            rapporten.give_up(rapport, rapporten.NIET_MEER)
            return
        rapporten.finish(rapport=rapport, inhoud=page.inhoud, content=made.content)
