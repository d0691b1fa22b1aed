"""Doors for Celery. A task wakes the work up; what there is to do, the database knows."""

from celery import shared_task

from .services import bevestiging, importvoorbeelden, meldingen, vergeefs, zoekwoorden


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
