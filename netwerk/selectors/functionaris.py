"""What the functionaris of an organisation sees: questions of clients, what its people did,
and what in that is a reason to look (T6). Never a word of a plan, never a client's name: a
client is a code. The database limits it to the organisation of the active role."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.utils import timezone

from basis.opaque import hide, reveal
from netwerk.choices import Afschermreden, Logsignaal
from netwerk.models import Logvraag, Signaalgezien
from netwerk.rules.maand import Maand
from netwerk.rules.onderdelen import ONDERDELEN
from toegang.choices import Soort
from toegang.models import Gebruiker, Organisatie
from toegang.roles import may_now

from .spoor import NO_LINE

ABOUT = "organisatieregel"  # the same line has another address for the client
LINES, MOST = 100, 100_000
VEEL = 20  # plans on one day, from which it is a signal
ZONE = "Europe/Amsterdam"
WAT = {
    "R": "gelezen",
    "C": "gemaakt",
    "U": "veranderd",
    "D": "weggehaald",
    "E": "gedaan",
}


@dataclass(frozen=True)
class Logregel:
    id: int
    op: datetime
    actie: str
    uitkomst: int
    persoon: int | None
    naam: str
    rol: str
    client: str
    namens: str
    oogmerk: str
    object_soort: str
    object_id: str
    onderdeel: str
    grond: str
    nood: bool
    van: str
    ingelogd_met: str
    spoor: str

    @property
    def uuid(self) -> UUID:
        return hide(self.id, ABOUT)

    @property
    def geweigerd(self) -> bool:
        return self.uitkomst != 0

    @property
    def rol_naam(self) -> str:
        return str(Soort(self.rol).label) if self.rol in Soort else self.rol

    @property
    def wat(self) -> str:
        """ "Crisiskaart gelezen": the part, or the kind of thing."""
        deel = ONDERDELEN.get(self.onderdeel)
        about = deel.naam_voor_anderen if deel else self.object_soort.replace("_", " ")
        if self.geweigerd:
            return "Wilde iets openen. Dat mocht niet."
        return f"{about[:1].upper()}{about[1:]}: {WAT[self.actie]}"


@dataclass(frozen=True)
class Logboek:
    regels: list[Logregel]
    ouder: UUID | None


@dataclass(frozen=True)
class Signaal:
    soort: Logsignaal
    persoon: int
    naam: str
    rol: str
    client: str
    dag: date | None
    aantal: int
    eerste: datetime
    laatste: datetime
    gezien: Signaalgezien | None = None

    @property
    def sleutel(self) -> str:
        """Which signal it is, whatever its lines count: for the mark that it was seen."""
        dag = str(self.dag) if self.dag else ""
        return ":".join((self.soort, str(self.persoon), self.client, dag))


@dataclass(frozen=True)
class Afgeschermd:
    uuid: UUID
    naam: str
    client: str
    reden: Afschermreden
    op: datetime
    door: str


def organisation_of(user: Gebruiker, act: str) -> Organisatie | None:
    """Of the active role, when it may do this."""
    rol = user.actieve_rol
    if not may_now(user, act) or not rol or not rol.organisatie:
        return None
    rows = Organisatie.objects.select_related("regio")
    return rows.filter(pk=rol.organisatie).first()


def log(
    maand: Maand,
    *,
    alles: bool = False,
    persoon: int | None = None,
    client: str = "",
    voor: UUID | None = None,
) -> Logboek:
    """A page of a month, newest first: about clients, or all there is."""
    older = reveal(voor, ABOUT) if voor else None
    if voor and older is None:
        return Logboek([], None)
    found = _lines(
        maand,
        alles=alles,
        persoon=persoon,
        client=client,
        voor=older,
        most=LINES + 1,
    )
    shown = found[:LINES]
    return Logboek(shown, shown[-1].uuid if len(found) > LINES else None)


def whole_month(maand: Maand) -> list[Logregel]:
    """All lines, MOST + 1 at most: more do not fit in one file."""
    return _lines(maand, alles=True, most=MOST + 1)


def one_line(uuid: UUID) -> Logregel | None:
    """As `spoor.one`: what is no address of ours is asked for too."""
    return by_number(reveal(uuid, ABOUT) or NO_LINE)


def by_number(number: int) -> Logregel | None:
    """That a question is about."""
    found = _ask(None, None, alles=True, welke=number, most=1)
    return found[0] if found else None


def _lines(
    maand: Maand,
    *,
    alles: bool,
    persoon: int | None = None,
    client: str = "",
    voor: int | None = None,
    most: int,
) -> list[Logregel]:
    van, tot = maand.span(timezone.get_default_timezone())
    return _ask(
        van, tot, alles=alles, persoon=persoon, client=client, voor=voor, most=most
    )


def _ask(
    van: datetime | None,
    tot: datetime | None,
    *,
    alles: bool,
    persoon: int | None = None,
    client: str = "",
    welke: int | None = None,
    voor: int | None = None,
    most: int,
) -> list[Logregel]:
    sql = """SELECT * FROM poort.organisatielog(
               coalesce(%s, '-infinity'::timestamptz), coalesce(%s, 'infinity'::timestamptz),
               %s, %s, %s, %s, %s, %s)"""
    with connection.cursor() as cursor:
        cursor.execute(sql, [van, tot, not alles, persoon, client, welke, voor, most])
        return [Logregel(*row) for row in cursor.fetchall()]


def signals(organisatie: Organisatie, maand: Maand) -> list[Signaal]:
    """What to look at, then what was looked at; each with the newest first."""
    van, tot = maand.span(timezone.get_default_timezone())
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM poort.signalen(%s, %s, %s, %s)", [van, tot, ZONE, VEEL]
        )
        found = [Signaal(Logsignaal(soort), *row) for soort, *row in cursor.fetchall()]
    seen = {
        (row.sleutel, row.aantal): row
        for row in Signaalgezien.objects.filter(
            organisatie=organisatie, maand=maand.dag
        ).select_related("gezien_door")
    }
    marked = [_marked(one, seen.get((one.sleutel, one.aantal))) for one in found]
    newest = sorted(marked, key=lambda one: one.laatste, reverse=True)
    return sorted(newest, key=lambda one: one.gezien is not None)


def _marked(one: Signaal, seen: Signaalgezien | None) -> Signaal:
    return Signaal(**{**vars(one), "gezien": seen})


def questions(user: Gebruiker) -> tuple[list[Logvraag], list[Logvraag]]:
    """Open ones, what waits longest first; and the last fifty that were answered."""
    rows = Logvraag.objects.for_functionaris(user).select_related("beantwoord_door")
    answered = rows.exclude(beantwoord_op=None).order_by("-beantwoord_op")[:50]
    return list(rows.open().order_by("tot", "pk")), list(answered)


def kept_back() -> list[Afgeschermd]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM poort.afschermingen()")
        return [
            Afgeschermd(uuid, naam, client, Afschermreden(reden), op, door)
            for uuid, naam, client, reden, op, door in cursor.fetchall()
        ]


COLUMNS = [
    *("Tijdstip", "Actie", "Uitkomst", "Persoon", "Naam", "Rol", "Namens", "Oogmerk"),
    *("Cliënt", "Soort", "Object", "Onderdeel", "Grond", "Noodtoegang", "Vanaf"),
    *("Ingelogd met", "Spoor"),
]


def as_rows(lines: Iterable[Logregel]) -> Iterable[list[str | int | date | None]]:
    """For a file: every field of NEN 7513, and no more."""
    for one in lines:
        yield [
            *(one.op, one.actie, one.uitkomst, one.persoon, one.naam, one.rol_naam),
            *(one.namens, one.oogmerk, one.client, one.object_soort, one.object_id),
            *(one.onderdeel, one.grond, one.nood, one.van, one.ingelogd_met),
            one.spoor,
        ]
