"""The one way into the log. In the same transaction as the act: no line, no answer."""

from collections.abc import Iterable
from enum import IntEnum, StrEnum
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from basis.actor import memo

PLATFORM = "platform"  # the chain of what happens outside any region


class Actie(StrEnum):
    """After NEN 7513 and DICOM's audit message."""

    CREATE = "C"
    READ = "R"
    UPDATE = "U"
    DELETE = "D"
    EXECUTE = "E"


class Uitkomst(IntEnum):
    """NEN 7513: 0 done, 4 refused or small failure, 8 serious, 12 major failure."""

    GELUKT = 0
    GEWEIGERD = 4
    MISLUKT = 8
    STUK = 12


class TwoRegions(RuntimeError):
    """One transaction would lock the heads of two chains, in an order of its own: two of
    them at once wait for each other for ever."""


def record(
    actie: Actie,
    object_soort: str,
    *,
    object_id: object = "",
    onderdeel: str = "",
    grond: str = "",
    client: str = "",
    regio: object = "",
    uitkomst: Uitkomst = Uitkomst.GELUKT,
    nood: bool = False,
) -> None:
    """Adds one line. Who asks, in which role and on whose behalf, the database knows from
    the transaction (basis/actor.py). Never the text itself: keys and names of kinds only.

    A transaction writes lines for one region only: the chain is tied per region at COMMIT.
    Without `regio` the line joins those that stand there already, else it is the platform's.
    Raises TwoRegions.
    """
    regio = _region(str(regio))
    with connection.cursor() as cursor:
        cursor.execute(
            'SELECT logboek.schrijf(%s, %s::"char", %s, %s, %s, %s, %s, %s, %s)',
            [
                regio,
                actie.value,
                uitkomst.value,
                client,
                object_soort,
                str(object_id),
                onderdeel,
                grond,
                nood,
            ],
        )


class Deel(NamedTuple):
    """A part of a plan, and on which ground it was open."""

    onderdeel: str
    grond: str = ""
    nood: bool = False


def record_parts(
    actie: Actie,
    object_soort: str,
    delen: Iterable[Deel],
    *,
    client: str,
    regio: str,
) -> None:
    """One line for each part, in one question to the database. Raises TwoRegions."""
    rows = list(delen)
    if not rows:
        return
    parts, grounds, emergencies = (list(column) for column in zip(*rows, strict=True))
    sql = """SELECT logboek.schrijf(%s, %s::"char", %s, %s, %s, '', d.deel, d.grond, d.nood)
             FROM unnest(%s::text[], %s::text[], %s::boolean[])
               WITH ORDINALITY AS d (deel, grond, nood, plaats) ORDER BY d.plaats"""
    done = [_region(regio), actie.value, Uitkomst.GELUKT.value, client, object_soort]
    with connection.cursor() as cursor:
        cursor.execute(sql, [*done, parts, grounds, emergencies])


def record_refusal(actie: Actie, adres: str, uuids: Iterable[UUID]) -> None:
    """Somebody asked for what is not there, or not for them. Whose row it was, the database
    finds out and writes down; nothing of it comes back, and it takes one statement whether
    the row exists or not. `adres` is the name of the page, never its path.

    In a transaction of its own: the line goes into the chain of the client's region.
    """
    named = [str(uuid) for uuid in uuids]
    sql = 'SELECT logboek.weigering(%s, %s::"char", %s::uuid[])'
    with connection.cursor() as cursor:
        cursor.execute(sql, [adres, actie.value, named])


def _region(wanted: str) -> str:
    kept = memo()
    regio = str(kept.setdefault("logboek.regio", wanted or PLATFORM))
    if wanted not in {"", regio}:
        raise TwoRegions(f"first {regio}, then {wanted}, in one transaction")
    return regio
