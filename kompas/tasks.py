"""Doors for Celery. A task wakes the work up; what there is to do, the database knows."""

from uuid import UUID

from django.utils import timezone

from celery import shared_task

from basis.queue import enqueue

from .services import rondes


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
