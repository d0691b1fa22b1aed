from celery import shared_task

from . import heartbeat


@shared_task
def show_heartbeat() -> None:
    """Sent by beat and done by a worker: both are alive."""
    heartbeat.show(heartbeat.BEAT, heartbeat.WORKER)
