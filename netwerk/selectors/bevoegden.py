"""Who acts for a client: as the client sees it, as who acts sees it, and as those see it who
work with the client (over the parts that are open to them, and no others)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.utils import timezone

from netwerk.choices import Stuk, Vertegenwoordiging
from netwerk.models import (
    Betrokkenheid,
    Bevoegdheid,
    Client,
    Naastenuitnodiging,
    Toestemming,
)
from netwerk.rules.bevoegdheid import client_may_end, until
from netwerk.rules.onderdelen import ONDERDELEN, Onderdeel, Recht
from netwerk.rules.toestemming import in_a_row, may_sentence
from toegang.models import Gebruiker

ROW = ("betrokkenheid__gebruiker", "organisatie", "gegeven_door", "client__gebruiker")


@dataclass(frozen=True)
class Namens:
    """Somebody acts for the client, now or from a later day on."""

    rij: Bevoegdheid
    tot: date | None

    @property
    def naam(self) -> str:
        return self.rij.betrokkenheid.gebruiker.naam

    @property
    def client(self) -> Client:
        return self.rij.client

    @property
    def delen(self) -> list[Onderdeel]:
        return [ONDERDELEN[deel] for deel in self.rij.zaken if deel in ONDERDELEN]

    @property
    def over(self) -> str:
        """ "doelen en crisiskaart": as others than the client say it."""
        return _in_words(self.delen)

    @property
    def begint_later(self) -> bool:
        return self.rij.van > timezone.localdate()

    @property
    def zelf_stoppen(self) -> bool:
        """Whether the client may end it."""
        return client_may_end(self.rij.soort, recorded=bool(self.rij.organisatie_id))


def acting_for(client: Client, user: Gebruiker) -> list[Namens]:
    """For the client: everybody whose time is not over."""
    today = timezone.localdate()
    rows = Bevoegdheid.objects.visible_to(user).counting().select_related(*ROW)
    current = Betrokkenheid.objects.visible_to(user).current(today)
    found = list(rows.filter(client=client, betrokkenheid__in=current))
    return _not_over(found, today)


def i_act_for(user: Gebruiker) -> list[Namens]:
    """For who acts, in the role of naaste: of whoever it is."""
    today = timezone.localdate()
    rows = Bevoegdheid.objects.of(user).counting().select_related(*ROW)
    current = Betrokkenheid.objects.of(user).current(today)
    return _not_over(list(rows.filter(betrokkenheid__in=current)), today)


def _not_over(rows: list[Bevoegdheid], today: date) -> list[Namens]:
    found = [
        Namens(row, until(row.soort, row.tot, row.client.geboren_op))
        for row in rows
        if row.zaken
    ]
    return [one for one in found if one.tot is None or one.tot >= today]


@dataclass(frozen=True)
class Vertegenwoordiger:
    """The same to who works with the client. `van_ons`: recorded for the organisation they
    work for, which may change and end it."""

    uuid: UUID
    naam: str
    soort: Vertegenwoordiging
    delen: tuple[Onderdeel, ...]
    van: date
    tot: date | None
    stuk: Stuk | None
    stuk_van: date | None
    van_ons: bool

    @property
    def over(self) -> str:
        return _in_words(self.delen)


def _in_words(delen: Iterable[Onderdeel]) -> str:
    return in_a_row(one.naam_voor_anderen.lower() for one in delen)


def who_acts_for(client: Client) -> list[Vertegenwoordiger]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT uuid, naam, soort, zaken, van, tot, stuk, stuk_van, van_ons"
            " FROM poort.vertegenwoordigers(%s)",
            [client.uuid],
        )
        return [
            Vertegenwoordiger(
                uuid,
                naam,
                Vertegenwoordiging(soort),
                tuple(ONDERDELEN[deel] for deel in zaken if deel in ONDERDELEN),
                van,
                until(soort, tot, client.geboren_op),
                Stuk(stuk) if stuk else None,
                stuk_van,
                van_ons,
            )
            for uuid, naam, soort, zaken, van, tot, stuk, stuk_van, van_ons in cursor
        ]


def treats(client: Client, user: Gebruiker) -> Betrokkenheid | None:
    """As what somebody treats this client, in the role and for the organisation they work
    for now."""
    rows = Betrokkenheid.objects.of(user).current(timezone.localdate())
    row = rows.filter(client=client, behandelt=True)
    found = row.select_related("organisatie", "gebruiker").first()
    if found is not None:
        found.client = client  # with its region and its person
    return found


def asked_by_organisation(client: Client, user: Gebruiker) -> list[Naastenuitnodiging]:
    """Of the client: whom an organisation asked to act for them, and who is not in yet."""
    rows = Naastenuitnodiging.objects.visible_to(user).open()
    rows = rows.filter(client=client).exclude(gevraagd_door=None)
    return list(rows.select_related("client", "gevraagd_door", "organisatie"))


def asked_by_us(treating: Betrokkenheid) -> list[Naastenuitnodiging]:
    """The same to the organisation that asked."""
    rows = Naastenuitnodiging.objects.asked_by(treating).open()
    return list(rows.select_related("client", "gevraagd_door", "gebruiker"))


# --- what another gave for the client


@dataclass(frozen=True)
class Gegeven:
    """A consent that counts today and that somebody else gave in the name of the client."""

    wie: Betrokkenheid
    onderdeel: Onderdeel
    recht: Recht
    door: str
    tot: date | None

    @property
    def zin(self) -> str:
        return may_sentence({self.onderdeel.sleutel: self.recht})


def given_for_me(client: Client, user: Gebruiker) -> list[Gegeven]:
    """Per person and part the last word of today, where it is not the client's; one query.
    What the client kept or stopped has a later word of their own, and nobody goes past a no
    of theirs."""
    today = timezone.localdate()
    rows = (
        Toestemming.objects.visible_to(user)
        .filter(client=client, van__lte=today)
        .exclude(tot__lt=today)
        .exclude(betrokkenheid__tot__lt=today)
        .select_related("betrokkenheid__gebruiker", "gegeven_door")
    )
    said: dict[tuple[int, str], list[Toestemming]] = {}
    for row in rows.order_by("pk"):
        said.setdefault((row.betrokkenheid_id, row.onderdeel), []).append(row)
    return [
        Gegeven(
            last.betrokkenheid,
            ONDERDELEN[last.onderdeel],
            Recht(last.recht),
            last.gegeven_door.naam,
            last.tot,
        )
        for last in _by_another(said.values(), client.gebruiker_id)
    ]


def _by_another(said: Iterable[list[Toestemming]], me: int) -> Iterator[Toestemming]:
    for rows in said:
        own = [row for row in rows if row.gegeven_door_id == me]
        counting = [
            row for row in rows if row.gegeven_door_id != row.betrokkenheid.gebruiker_id
        ]
        no = bool(own) and not own[-1].recht
        if not counting or no or counting[-1].gegeven_door_id == me:
            continue
        last = counting[-1]
        if last.recht and ONDERDELEN[last.onderdeel].in_gebruik:
            yield last
