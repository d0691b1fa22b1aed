from celery import shared_task

from . import heartbeat


@shared_task
def show_heartbeat() -> None:
    """A worker does what beat sends; beat shows itself (config/scheduler.py)."""
    heartbeat.show(heartbeat.WORKER)
