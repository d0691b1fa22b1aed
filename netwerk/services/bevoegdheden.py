"""Who acts for a client (T1, T4): said by the client, or recorded by an organisation that
treats them and saw the paper; laid down by who acts.

Rows are added, never changed: of one person the last row counts. What organisations do goes
through functions in the database (netwerk/sql/bevoegd.sql).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Self
from uuid import UUID, uuid5

from django.db import connection, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from basis import codes
from basis.actor import asker
from basis.constraints import insert_once
from berichten import services as berichten
from berichten.choices import Postsoort
from logboek import services as logboek
from logboek.services import Actie
from netwerk.choices import Stuk, Vertegenwoordiging
from netwerk.models import (
    Betrokkenheid,
    Bevoegdheid,
    Client,
    Naastenuitnodiging,
    Toestemming,
)
from netwerk.rules.onderdelen import ONDERDELEN, Recht
from netwerk.rules.toestemming import JOUW, in_a_row
from toegang.choices import Soort
from toegang.services import withdraw

from . import toestemmingen
from .naasten import MEELEZEN
from .spoor import trace_own
from .starten import DAYS, LENGTH, hash_of

SOORT = "bevoegdheid"


@dataclass(frozen=True)
class Volmacht:
    """Of which kind, in which matters, from when until when, and the paper that was seen."""

    soort: Vertegenwoordiging
    zaken: tuple[str, ...]
    van: date
    tot: date | None = None
    stuk: Stuk | None = None
    stuk_van: date | None = None

    def as_json(self) -> dict[str, Any]:
        """As a letter keeps it, until it is answered."""
        return {
            "soort": str(self.soort),
            "zaken": list(self.zaken),
            "van": self.van.isoformat(),
            "tot": self.tot.isoformat() if self.tot else None,
            "stuk": str(self.stuk) if self.stuk else "",
            "stuk_van": self.stuk_van.isoformat() if self.stuk_van else None,
        }

    @classmethod
    def from_json(cls, said: dict[str, Any]) -> Self:
        day = date.fromisoformat
        return cls(
            soort=Vertegenwoordiging(said["soort"]),
            zaken=tuple(one for one in said["zaken"] if one in ONDERDELEN),
            van=day(said["van"]),
            tot=day(said["tot"]) if said["tot"] else None,
            stuk=Stuk(said["stuk"]) if said["stuk"] else None,
            stuk_van=day(said["stuk_van"]) if said["stuk_van"] else None,
        )


# --- the client


@transaction.atomic
def say(*, uuid: UUID, betrokkenheid: Betrokkenheid, volmacht: Volmacht) -> None:
    """The client says that somebody they know acts for them, or says it anew: in these
    matters an older no is over. Sent twice, added once."""
    client = betrokkenheid.client
    rows = Bevoegdheid.objects.visible_to(client.gebruiker)
    there = rows.filter(betrokkenheid=betrokkenheid).order_by("-id").first()
    if _add(uuid, betrokkenheid, volmacht):
        trace_own(
            Actie.UPDATE if there else Actie.CREATE, client, soort=SOORT, object_id=uuid
        )
        if there:
            _shut(betrokkenheid, set(there.zaken) - set(volmacht.zaken))
        no = [deel for deel, last in _last_said(betrokkenheid) if last == Recht.GEEN]
        again = {deel: Recht.LEZEN for deel in no if deel in volmacht.zaken}
        toestemmingen.give(
            betrokkenheid=betrokkenheid,
            rechten=again,
            van=volmacht.van,
            tot=volmacht.tot,
        )
        _tell_who_acts(uuid, betrokkenheid)


def _shut(betrokkenheid: Betrokkenheid, delen: Iterable[str]) -> None:
    """What they decide about no more, they see no more: the yes that once undid a no in such
    a part is no consent to go on reading."""
    yes = {deel for deel, last in _last_said(betrokkenheid) if last}
    said = {deel: Recht.GEEN for deel in delen if deel in yes}
    toestemmingen.give(betrokkenheid=betrokkenheid, rechten=said)


def _last_said(betrokkenheid: Betrokkenheid) -> list[tuple[str, int]]:
    """Of each part the last word about somebody that covers today."""
    today = timezone.localdate()
    rows = Toestemming.objects.visible_to(betrokkenheid.client.gebruiker)
    rows = rows.filter(Q(tot=None) | Q(tot__gte=today), van__lte=today)
    rows = rows.filter(betrokkenheid=betrokkenheid).order_by("onderdeel", "-id")
    return list(rows.distinct("onderdeel").values_list("onderdeel", "recht"))


@transaction.atomic
def stop(
    *, uuid: UUID, betrokkenheid: Betrokkenheid, soort: Vertegenwoordiging
) -> None:
    """Bites at the next question."""
    rows = Bevoegdheid.objects.visible_to(betrokkenheid.client.gebruiker)
    last = rows.filter(betrokkenheid=betrokkenheid).order_by("-id").first()
    if _add(uuid, betrokkenheid, Volmacht(soort, (), timezone.localdate())):
        _shut(betrokkenheid, last.zaken if last else [])
        trace_own(Actie.DELETE, betrokkenheid.client, soort=SOORT, object_id=uuid)


def _tell_who_acts(uuid: UUID, betrokkenheid: Betrokkenheid) -> None:
    """A message in the product; the mail says that there is one."""
    berichten.leave(
        uuid=uuid5(uuid, "bericht"),
        gebruiker=betrokkenheid.gebruiker_id,
        rol=Soort.NAASTE,
        soort=Postsoort.VERTEGENWOORDIGING,
        kop=f"Je mag iets doen namens {betrokkenheid.client.gebruiker.naam}",
        tekst="Lees waarover het gaat en tot wanneer. Wil je dit niet? Dan stop je er zelf"
        " mee, wanneer je wilt.",
        link=reverse("meelezen"),
    )


# --- who acts


@transaction.atomic
def lay_down(*, uuid: UUID, row: Bevoegdheid) -> None:
    """Who acts for somebody stops, and writes that down themselves."""
    soort = Vertegenwoordiging(row.soort)
    volmacht = Volmacht(soort, (), timezone.localdate())
    if _add(uuid, row.betrokkenheid, volmacht):
        _record(Actie.DELETE, row.client, uuid, grond=f"vertegenwoordiging:{row.pk}")


def _add(uuid: UUID, betrokkenheid: Betrokkenheid, said: Volmacht) -> bool:
    return insert_once(
        Bevoegdheid(
            uuid=uuid,
            client=betrokkenheid.client,
            betrokkenheid=betrokkenheid,
            soort=said.soort,
            zaken=list(said.zaken),
            van=said.van,
            tot=said.tot,
            gegeven_door_id=asker(),
        )
    )


# --- an organisation that treats the client


@transaction.atomic
def ask(
    *,
    uuid: UUID,
    treats: Betrokkenheid,
    naam: str,
    volmacht: Volmacht,
) -> str:
    """A letter to who acts for the client, after the paper was seen; returns its code, which
    cannot be read back. Asked for twice, made once: then there is none. The client hears it."""
    client, code = treats.client, codes.new_code(LENGTH)
    asked = Naastenuitnodiging(
        uuid=uuid,
        client=client,
        hash=hash_of(code),
        tot=timezone.now() + timedelta(days=DAYS),
        gevraagd_door=treats.gebruiker,
        organisatie=treats.organisatie,
        bevoegd=volmacht.as_json(),
    )
    asked.naam, asked.relatie = naam, volmacht.soort.label.lower()
    if not insert_once(asked):
        return ""
    _record_treating(Actie.CREATE, treats, "naastenuitnodiging", uuid)
    _tell_client(
        uuid5(uuid, "gevraagd"),
        treats,
        f"{treats.gebruiker.naam} vroeg iemand om namens jou te beslissen",
        f"Het gaat om {naam}, als {volmacht.soort.label.lower()}, over"
        f" {_matters(volmacht.zaken)}. Er is nog niets open.",
    )
    return code


@transaction.atomic
def take_back(*, asked: Naastenuitnodiging, treats: Betrokkenheid) -> None:
    rows = Naastenuitnodiging.objects.asked_by(treats).open()
    if rows.filter(pk=asked.pk).update(ingetrokken_op=timezone.now()):
        regio = treats.client.regio.slug
        withdraw(soort=MEELEZEN, sleutel=asked.hash, regio=regio, silent=True)
        _record_treating(Actie.DELETE, treats, "naastenuitnodiging", asked.uuid)


@transaction.atomic
def admit(*, asked: Naastenuitnodiging, treats: Betrokkenheid) -> bool:
    """Who treats saw that it is the right person: from now on they act for the client. False
    when it was taken back, not answered, or is about who treats themselves."""
    new = uuid5(asked.uuid, "bevoegd")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT poort.bevoegd_toelaten(%s, %s, %s)",
            [asked.uuid, uuid5(asked.uuid, "betrokken"), new],
        )
        [done] = cursor.fetchone()
    if done:
        said = Volmacht.from_json(asked.bevoegd)
        _record_treating(Actie.CREATE, treats, SOORT, new)
        _tell_client(
            uuid5(asked.uuid, "toegelaten"),
            treats,
            f"{asked.naam} mag nu namens jou beslissen",
            f"{treats.gebruiker.naam} van {treats.organisatie} legde dat vast, over"
            f" {_matters(said.zaken)}. Jij kunt elk deel zelf uitzetten.",
        )
    return bool(done)


@transaction.atomic
def change(
    *, uuid: UUID, welke: UUID, naam: str, treats: Betrokkenheid, volmacht: Volmacht
) -> bool:
    """Another period, other matters, or (without matters) the end: a new row of the same
    organisation. False when that row does not count any more."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT poort.bevoegd_wijzigen(%s, %s, %s::text[], %s, %s, %s, %s)",
            [
                *(welke, uuid, list(volmacht.zaken), volmacht.van, volmacht.tot),
                *(volmacht.stuk or "", volmacht.stuk_van),
            ],
        )
        [done] = cursor.fetchone()
    if done:
        ends = not volmacht.zaken
        _record_treating(Actie.DELETE if ends else Actie.UPDATE, treats, SOORT, uuid)
        about = "niets meer" if ends else "iets anders"
        _tell_client(
            uuid5(uuid, "bericht"),
            treats,
            f"{naam} doet {about} namens jou",
            f"{treats.gebruiker.naam} van {treats.organisatie} legde dat vast.",
        )
    return bool(done)


def record_reading(treats: Betrokkenheid) -> None:
    """Who treats a client looked who acts for them."""
    _record_treating(Actie.READ, treats, SOORT, "")


def _matters(zaken: Iterable[str]) -> str:
    return in_a_row(JOUW.get(one) or f"“{ONDERDELEN[one].naam}”" for one in zaken)


def _tell_client(uuid: UUID, treats: Betrokkenheid, kop: str, tekst: str) -> None:
    """Once: its number follows from what was sent."""
    berichten.leave(
        uuid=uuid,
        gebruiker=treats.client.gebruiker_id,
        rol=Soort.CLIENT,
        soort=Postsoort.VERTEGENWOORDIGING,
        kop=kop,
        tekst=tekst,
        link=reverse("wie_namens_mij"),
    )


def _record_treating(
    actie: Actie, treats: Betrokkenheid, soort: str, uuid: object
) -> None:
    logboek.record(
        actie,
        soort,
        object_id=uuid,
        grond=f"behandeling:{treats.pk}",
        client=str(treats.client.uuid),
        regio=treats.client.regio.slug,
    )


def _record(actie: Actie, client: Client, uuid: UUID, *, grond: str) -> None:
    logboek.record(
        actie,
        SOORT,
        object_id=uuid,
        grond=grond,
        client=str(client.uuid),
        regio=client.regio.slug,
    )
