"""Django's PostgreSQL, with two things of the house.

A connection that logs in as superuser or with BYPASSRLS is refused: row-level security
would be silent for it. And a database that says nothing any more gives an error within
`settings.DB_SILENCE_S`, where statement_timeout (the server's clock) would not.
"""

from django.core.exceptions import ImproperlyConfigured
from django.db.backends.postgresql import base

from basis import deadline

_TOO_STRONG = """
    SELECT rolname FROM pg_roles
    WHERE rolname = session_user AND (rolsuper OR rolbypassrls)
"""

deadline.install()


class DatabaseWrapper(base.DatabaseWrapper):
    def init_connection_state(self) -> None:
        super().init_connection_state()
        with self.connection.cursor() as cursor:
            cursor.execute(_TOO_STRONG)
            strong = cursor.fetchone()
        if strong:
            raise ImproperlyConfigured(
                f"The database role {strong[0]} goes round row-level security. Log in as"
                " nk_web, nk_worker or nk_owner (docs/beheer.md)."
            )
