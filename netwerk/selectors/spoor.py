""" "Wie keek in mijn plan": what the log says about the plan of who asks (T6). The database
gives the lines (poort.wie_keek); nobody else's come out of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from django.db import connection
from django.utils import timezone

from basis.opaque import hide, reveal
from netwerk.choices import Blik
from netwerk.models import Betrokkenheid, Client, Logvraag, Noodtoegang
from netwerk.rules import spoor as rules
from toegang.choices import Soort

ABOUT = "logregel"
NO_LINE = 0
LINES = 60
NOOD = "noodtoegang"  # the ground


@dataclass(frozen=True)
class Regel:
    """One line about the plan of who asks, as the database gives it."""

    id: int
    op: datetime
    actie: str
    uitkomst: int
    zelf: bool
    persoon: int | None
    naam: str
    rol: str
    organisatie: int | None
    organisatie_naam: str
    object_soort: str
    object_id: str
    onderdeel: str
    grond: str
    bron: int | None
    door_mij: bool
    nood: bool
    spoor: str

    @property
    def same(self) -> tuple[object, ...]:
        """Lines that belong to one look: of one request, and the same but for the part."""
        alone = () if self.spoor else (self.id,)
        return (
            *(self.spoor, self.persoon, self.rol, self.organisatie, self.actie),
            *(self.uitkomst, self.nood, self.grond, self.object_soort, *alone),
        )


@dataclass(frozen=True)
class Keer:
    """One look or act, of one line or of several that belong together."""

    uuid: UUID
    op: datetime
    zin: str
    waarom: str
    beeld: str
    naam: str
    zelf: bool
    geweigerd: bool
    nood: Noodtoegang | None
    vraag: Logvraag | None
    organisatie: int | None
    organisatie_naam: str
    naaste: bool


@dataclass(frozen=True)
class Bladzij:
    dagen: list[tuple[date, list[Keer]]]
    ouder: UUID | None  # the last line, where there are older ones
    van: str  # of whom, when it is one person's

    @property
    def keren(self) -> list[Keer]:
        return [keer for _, keren in self.dagen for keer in keren]


def look(
    client: Client,
    blik: Blik,
    *,
    van: UUID | None = None,
    voor: UUID | None = None,
) -> Bladzij:
    """A page of looks, newest first; of the person of the line `van`, older than the line
    `voor`. A fixed number of queries, and one more where there was an emergency."""
    own = reveal(van, ABOUT) if van else None
    older = reveal(voor, ABOUT) if voor else None
    if (van and own is None) or (voor and older is None):
        return Bladzij([], None, "")
    found = _lines(blik, van=own, voor=older, hoeveel=LINES + 1)
    shown = found[:LINES]
    keren = _keren(client, shown)
    dagen = [
        (day, list(each))
        for day, each in groupby(
            keren, key=lambda keer: timezone.localtime(keer.op).date()
        )
    ]
    ouder = hide(shown[-1].id, ABOUT) if len(found) > LINES else None
    return Bladzij(dagen, ouder, keren[0].naam if van and keren else "")


def one(client: Client, uuid: UUID) -> tuple[Regel, Keer] | None:
    """One line about the plan of who asks. An address that we did not make is asked for as
    well, as a number that no line has: it takes as long as one of another plan."""
    number = reveal(uuid, ABOUT) or NO_LINE
    found = _lines("alles", welke=number, hoeveel=1)
    return (found[0], _keren(client, found)[0]) if found else None


def _lines(
    wat: str,
    *,
    welke: int | None = None,
    van: int | None = None,
    voor: int | None = None,
    hoeveel: int,
) -> list[Regel]:
    sql = "SELECT * FROM poort.wie_keek(%s, %s, %s, %s, %s)"
    with connection.cursor() as cursor:
        cursor.execute(sql, [str(wat), welke, van, voor, hoeveel])
        return [Regel(*row) for row in cursor.fetchall()]


def _keren(client: Client, lines: list[Regel]) -> list[Keer]:
    known = _known(client)
    asked = _asked(client, lines)
    emergencies = _emergencies(client, lines)
    return [
        _keer(list(each), known, asked, emergencies)
        for _, each in groupby(lines, key=lambda line: line.same)
    ]


def _keer(
    lines: list[Regel],
    known: dict[tuple[int, str, int | None], Betrokkenheid],
    asked: dict[int, Logvraag],
    emergencies: dict[int, Noodtoegang],
) -> Keer:
    first = lines[0]
    row = known.get((first.persoon or 0, first.rol, first.organisatie))
    delen = [line.onderdeel for line in reversed(lines) if line.onderdeel]
    feit = rules.Feit(
        actie=first.actie,
        soort=first.object_soort,
        delen=list(dict.fromkeys(delen)),
        geweigerd=first.uitkomst != 0,
        zelf=first.zelf,
        naam=first.naam,
        rol=Soort(first.rol).label if first.rol in Soort else "",
        organisatie=first.organisatie_naam,
        wie=_known_as(row),
        grond=first.grond,
        door_mij=first.door_mij,
        nood=first.nood,
        taak=first.persoon is None and not first.rol and not first.zelf,
    )
    return Keer(
        uuid=hide(first.id, ABOUT),
        op=first.op,
        zin=rules.sentence(feit),
        waarom=rules.why(feit),
        beeld=rules.picture(feit),
        naam=first.naam,
        zelf=first.zelf,
        geweigerd=feit.geweigerd,
        nood=emergencies.get(first.bron or 0) if first.grond == NOOD else None,
        vraag=next((asked[line.id] for line in lines if line.id in asked), None),
        organisatie=first.organisatie,
        organisatie_naam=first.organisatie_naam,
        naaste=first.rol == Soort.NAASTE,
    )


def _known_as(row: Betrokkenheid | None) -> str:
    """How the client knows them: in the client's own words, or by their work."""
    if row is None:
        return ""
    return row.relatie or (row.get_werkt_display() if row.werkt else "")


def _known(client: Client) -> dict[tuple[int, str, int | None], Betrokkenheid]:
    """Everybody who is or was involved."""
    rows = Betrokkenheid.objects.visible_to(client.gebruiker).filter(client=client)
    found = {}
    for row in rows.order_by("van", "pk"):
        row.client = client
        found[row.gebruiker_id, row.rol, row.organisatie_id] = row
    return found


def _asked(client: Client, lines: Iterable[Regel]) -> dict[int, Logvraag]:
    rows = Logvraag.objects.visible_to(client.gebruiker).filter(
        client=client, regel__in=[line.id for line in lines]
    )
    return {row.regel: row for row in rows.select_related("organisatie")}


def _emergencies(client: Client, lines: Iterable[Regel]) -> dict[int, Noodtoegang]:
    keys = {line.bron or 0 for line in lines if line.grond == NOOD}
    if not keys:
        return {}
    rows = Noodtoegang.objects.visible_to(client.gebruiker)
    found = rows.filter(client=client, pk__in=keys).select_related("client")
    return {row.pk: row for row in found}
