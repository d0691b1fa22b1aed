"""A database that hangs gives a clear answer in time. PostgreSQL's statement_timeout is the
server's clock: it does not help when the server or the line is silent. A request waits at
most `settings.DB_SILENCE_S`, and its error page once more: together under the 15 s of Q5."""

import os
import select
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings

import psycopg2
from psycopg2 import extensions

_until: ContextVar[float | None] = ContextVar("deadline", default=None)


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """All waiting inside together takes at most so long (/readyz)."""
    token = _until.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _until.reset(token)


def wait_with_deadline(connection: extensions.connection) -> None:
    """psycopg2 calls this whenever it waits. After the deadline the connection is dead."""
    deadline = _until.get() or time.monotonic() + settings.DB_SILENCE_S
    while (state := connection.poll()) != extensions.POLL_OK:
        left = deadline - time.monotonic()
        readers = [connection] if state == extensions.POLL_READ else []
        writers = [connection] if state == extensions.POLL_WRITE else []
        if left <= 0 or not any(select.select(readers, writers, [], left)):
            _shut(connection)
            raise psycopg2.OperationalError("the database is silent")


def _shut(connection: extensions.connection) -> None:
    """`close()` would wait for the lock this call holds; psycopg2 then reads what is left,
    which a line that was shut down ends at once."""
    with socket.socket(fileno=os.dup(connection.fileno())) as line:
        line.shutdown(socket.SHUT_RDWR)


def install() -> None:
    """Once per process, before the first connection (basis/postgres)."""
    extensions.set_wait_callback(wait_with_deadline)
