"""Worker and beat. They log in as nk_worker, and refuse to start as a stronger role, or
with a wrong ring of keys."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured

from celery import Celery
from celery.signals import beat_init, setup_logging, worker_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
app = Celery("config", task_cls="toegang.tasks:ActorTask")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@setup_logging.connect
def keep_django_logging(**_: object) -> None:
    """Celery would put its own in the place of Django's."""


@worker_init.connect
@beat_init.connect
def refuse_wrong_start(**_: object) -> None:
    """Celery goes on after any other error in a signal."""
    from .start import refuse_wrong_start  # noqa: PLC0415 - when Django is set up

    try:
        refuse_wrong_start()
    except ImproperlyConfigured as error:
        sys.exit(str(error))
