"""A name that one client does not see, in an exceptional case of threat (T6): decided and
ended by the functionaris, in functions of the database that know whose plan it is."""

from uuid import UUID

from django.db import connection, transaction

from netwerk.choices import Afschermreden


class NotHere(Exception):
    """No line, or no decision, of this organisation."""


@transaction.atomic
def keep_back(*, regel: int, reden: Afschermreden, uuid: UUID) -> None:
    """The client of this line sees role and organisation of who acted, from now on, in all
    lines. Said twice, done once. Raises NotHere."""
    _do("SELECT poort.scherm_af(%s, %s, %s)", regel, reden.value, uuid)


@transaction.atomic
def show_again(*, uuid: UUID) -> None:
    """Raises NotHere."""
    _do("SELECT poort.toon_weer(%s)", uuid)


def _do(sql: str, *params: int | str | UUID) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        [done] = cursor.fetchone()
    if not done:
        raise NotHere
