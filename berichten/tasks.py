"""Doors for Celery. A task wakes the work up; what there is to do, the database knows."""

from celery import shared_task

from basis.actor import Actor
from basis.queue import enqueue

from . import services

BATCH = 20
SENDER = Actor.job("versturen")


@shared_task
def dispatch() -> None:
    """One batch a transaction. Beat wakes it every minute, should all else have failed."""
    if services.send_batch(size=BATCH) == BATCH:
        enqueue("berichten.tasks.dispatch", namens=SENDER)


@shared_task
def deliver() -> None:
    """Says by mail that a message waits in the product. Beat wakes it every minute: a
    message that may be told later only is told then, and none is lost."""
    if services.deliver(size=BATCH) == BATCH:
        enqueue("berichten.tasks.deliver", namens=SENDER)
