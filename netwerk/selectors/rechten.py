"""What who asks may in one plan: asked of the one function that decides (poort.rechten)."""

from django.db import connection

from netwerk.models import Client
from netwerk.rules.onderdelen import Recht

_SQL = """SELECT onderdeel, recht FROM poort.rechten(poort.persoon(), poort.dag())
          WHERE client_id = %s"""


def rights_in(client: Client) -> dict[str, Recht]:
    """Per part that is open: what the asker may, today, in the role they work in."""
    with connection.cursor() as cursor:
        cursor.execute(_SQL, [client.pk])
        return {deel: Recht(recht) for deel, recht in cursor.fetchall()}
