"""Every ten minutes the heads of the chains go to a second place (T6)."""

from pathlib import Path

from django.conf import settings
from django.utils import timezone

from celery import shared_task

from basis.actor import Actor, acting

from . import selectors, witness


@shared_task
def write_witness() -> None:
    """Without a place for it there is nothing to do; docs/beheer.md asks for one."""
    if not settings.LOGBOEK_GETUIGE:
        return
    with acting(Actor.job("logboek").taking_role("nk_loglezer")):
        heads = selectors.heads()
    witness.write(Path(settings.LOGBOEK_GETUIGE), heads, timezone.now())
