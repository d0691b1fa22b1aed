"""Who is round a client, and what each may: the client's own view of it.

What somebody may is not worked out here: it is asked of `poort.rechten`, in the role that
person works in, the same as every page of theirs asks (T4: preview and enforcement are one).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils import timezone

from netwerk.choices import Hoedanigheid
from netwerk.models import (
    Betrokkenheid,
    Bevoegdheid,
    Client,
    Naastenuitnodiging,
    Toestemming,
)
from netwerk.rules.bevoegdheid import until
from netwerk.rules.onderdelen import ONDERDELEN, Onderdeel, Recht
from netwerk.rules.toestemming import may_sentence
from toegang.choices import Soort
from toegang.models import Gebruiker, Organisatie, Regio, Rol

MOST = 10
AT_WORK = [Soort.PROFESSIONAL, Soort.ERVARINGSDESKUNDIGE]


@dataclass(frozen=True)
class Mag:
    """What one part is open for, on which ground, and until when (None: no day set)."""

    onderdeel: Onderdeel
    recht: Recht
    grond: str
    tot: date | None


@dataclass(frozen=True)
class Straks:
    """What was said already and begins on a later day, for as long."""

    van: date
    tot: date | None
    rechten: Mapping[str, Recht]

    @property
    def zin(self) -> str:
        return may_sentence(self.rechten)


@dataclass(frozen=True)
class Betrokkene:
    """One person in one capacity, with everything they may today, and what begins later.
    `bevoegd`: by what they act for the client, where they do."""

    rij: Betrokkenheid
    mag: tuple[Mag, ...]
    straks: tuple[Straks, ...] = ()
    bevoegd: Bevoegdheid | None = None

    @property
    def naam(self) -> str:
        return self.rij.gebruiker.naam

    @property
    def is_naaste(self) -> bool:
        return self.rij.rol == Hoedanigheid.NAASTE

    @property
    def wie(self) -> str:
        """ "mijn zus", or work and organisation."""
        if self.is_naaste:
            return self.rij.relatie
        work = self.rij.get_werkt_display() if self.rij.werkt else ""
        return ", ".join(word for word in (work, str(self.rij.organisatie)) if word)

    def with_right(self, recht: Recht) -> list[Onderdeel]:
        """Exactly this right."""
        return [one.onderdeel for one in self.mag if one.recht == recht]

    @property
    def zin(self) -> str:
        """What they may: "Leest je crisiskaart. Denkt mee over je doelen." """
        return may_sentence({one.onderdeel.sleutel: one.recht for one in self.mag})

    @property
    def tot(self) -> date | None:
        """The first day on which something ends by itself; None where nothing does."""
        days = [one.tot for one in self.mag if one.tot]
        return min(days, default=None)

    @property
    def toestemming_tot(self) -> date | None:
        """The same of what was said alone; what treating and acting for somebody give ends
        with those."""
        days = [one.tot for one in self.mag if one.tot and one.grond == "toestemming"]
        return min(days, default=None)

    @property
    def by_treating(self) -> list[Onderdeel]:
        """Open because this person treats, without having been asked."""
        return [one.onderdeel for one in self.mag if one.grond == "behandeling"]


def round_client(client: Client, user: Gebruiker) -> list[Betrokkene]:
    """Everybody of today, naasten first; three queries however many there are, four where
    somebody acts for the client."""
    today = timezone.localdate()
    rows = (
        Betrokkenheid.objects.visible_to(user)
        .filter(client=client)
        .current(today)
        .select_related("gebruiker", "organisatie", "client")
        .order_by("rol", "van", "pk")
    )
    found = list(rows)
    may = _rights(found, today)
    said = _said(found, user, today)
    acts = _acting(may, user)
    until_day = {("toestemming", row.pk): row.tot for row in said} | {
        ("vertegenwoordiging", row.pk): until(row.soort, row.tot, client.geboren_op)
        for row in acts.values()
    }
    everybody = [
        Betrokkene(
            row,
            tuple(
                Mag(
                    ONDERDELEN[deel],
                    Recht(recht),
                    grond,
                    row.tot if grond == "behandeling" else until_day.get((grond, bron)),
                )
                for deel, recht, grond, bron in may.get(row.pk, [])
            ),
            _later(client, row, said, today),
            acts.get(row.pk),
        )
        for row in found
    ]
    return sorted(everybody, key=lambda one: not one.is_naaste)


_Right = tuple[str, int, str, int]  # part, right, ground, row it comes from


def _rights(rows: Iterable[Betrokkenheid], day: date) -> dict[int, list[_Right]]:
    """Per row of who is involved, as the one function decides for that role."""
    asked = [(r.pk, r.gebruiker_id, r.rol, str(r.organisatie_id or "")) for r in rows]
    if not asked:
        return {}
    sql = """SELECT w.rij, r.onderdeel, r.recht, r.grond, r.bron
             FROM unnest(%s::bigint[], %s::bigint[], %s::text[], %s::text[])
               AS w (rij, persoon, rol, voor)
             CROSS JOIN LATERAL poort.rechten(w.persoon, %s, w.rol, w.voor) r"""
    columns = [list(column) for column in zip(*asked, strict=True)]
    found: dict[int, list[_Right]] = {}
    with connection.cursor() as cursor:
        cursor.execute(sql, [*columns, day])
        for rij, *right in cursor.fetchall():
            found.setdefault(rij, []).append(tuple(right))
    order = list(ONDERDELEN)
    return {
        rij: sorted(rights, key=lambda right: order.index(right[0]))
        for rij, rights in found.items()
    }


def _said(rows: list[Betrokkenheid], user: Gebruiker, day: date) -> list[Toestemming]:
    """What was said of them and is not over, in the order in which it was said."""
    found = Toestemming.objects.visible_to(user).filter(
        Q(tot=None) | Q(tot__gte=day), betrokkenheid__in=[row.pk for row in rows]
    )
    return list(found.order_by("pk"))


def _later(
    client: Client, row: Betrokkenheid, said: list[Toestemming], day: date
) -> tuple[Straks, ...]:
    """What begins on a later day, as far as nothing that was said after it covers that day,
    and no no of the client goes before it."""
    mine = [one for one in said if one.betrokkenheid_id == row.pk]
    found: dict[tuple[date, date | None], dict[str, Recht]] = {}
    for one in mine:
        over_it = [
            other
            for other in mine
            if other.onderdeel == one.onderdeel
            and other.van <= one.van
            and (other.tot is None or other.tot >= one.van)
        ]
        own = [x for x in over_it if x.gegeven_door_id == client.gebruiker_id]
        counts = own[-1] if own and not own[-1].recht else over_it[-1]
        if one.van > day and one.recht and counts is one:
            parts = found.setdefault((one.van, one.tot), {})
            parts[one.onderdeel] = Recht(one.recht)
    later = [Straks(van, tot, parts) for (van, tot), parts in found.items()]
    return tuple(sorted(later, key=lambda one: one.van))


def _acting(may: dict[int, list[_Right]], user: Gebruiker) -> dict[int, Bevoegdheid]:
    """By what somebody acts for the client, per row of who is involved."""
    rows = [
        bron
        for rights in may.values()
        for _, _, grond, bron in rights
        if grond == "vertegenwoordiging"
    ]
    if not rows:
        return {}
    found = Bevoegdheid.objects.visible_to(user).filter(pk__in=rows)
    return {row.betrokkenheid_id: row for row in found}


def waiting(client: Client, user: Gebruiker) -> list[Naastenuitnodiging]:
    """Whom the client asked and who is not in yet; whoever said yes first."""
    rows = (
        Naastenuitnodiging.objects.visible_to(user)
        .open()
        .filter(client=client, gevraagd_door=None)
        .select_related("client", "gebruiker")
    )
    return sorted(rows, key=lambda row: row.ja_op is None)


def at_work(organisatie: Organisatie, naam: str) -> list[Rol]:
    """Who works there today as professional or ervaringsdeskundige and has this in their
    name; ten at most, so that nobody leafs through who works where."""
    rows = _working().filter(organisatie=organisatie, gebruiker__naam__icontains=naam)
    return list(rows.order_by("gebruiker__naam", "pk")[:MOST])


def one_at_work(regio: Regio, uuid: UUID) -> Rol | None:
    return _working().filter(organisatie__regio=regio, uuid=uuid).first()


def _working() -> QuerySet[Rol]:
    today = timezone.localdate()
    return (
        Rol.objects.held_from(today)
        .filter(
            van__lte=today,
            soort__in=AT_WORK,
            gebruiker__is_active=True,
            organisatie__gestopt_op=None,
        )
        .select_related("gebruiker", "organisatie")
    )
