"""What a process checks before it begins."""

from django.db import OperationalError, connection

import structlog


def refuse_strong_roles() -> None:
    """Raises ImproperlyConfigured for a superuser or BYPASSRLS (basis/postgres).

    A database that is away is no reason to stay down: /readyz says so, and each new
    connection asks again.
    """
    try:
        connection.ensure_connection()
    except OperationalError:
        structlog.get_logger("start").warning("de database antwoordt nog niet")
    finally:
        connection.close()
