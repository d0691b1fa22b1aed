"""Work for later, by name, after commit. The row in the database is the truth: a broker
that is away at that moment costs a retry by the dispatcher, never the answer."""

from typing import Any

from django.db import transaction
from django.utils.module_loading import import_string

from .actor import Actor, current


def enqueue(name: str, *args: Any, namens: Actor | None = None) -> None:
    """The task acts as `namens`, or else as whoever asks now (T3).

    `name` is the path of the task: an app can wake one above it. It is imported, because
    Celery's own registry is filled in workers only.
    """
    headers = {"namens": (namens or current()).as_headers()}
    task = import_string(name)
    transaction.on_commit(
        lambda: task.apply_async(args, headers=headers, retry=False), robust=True
    )
