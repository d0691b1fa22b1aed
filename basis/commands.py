"""What commands in the terminal have in common."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.management.base import CommandError


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """What cannot be read is said in one line."""
    try:
        yield
    except OSError as error:
        raise CommandError(
            f"{path} kan niet gelezen worden: {error.strerror}."
        ) from None
