"""What the client chose for an emergency, and what was opened: each sees their own part of it,
which the row policies decide too."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.utils import timezone

from netwerk.choices import GEOORDEELD, Noodsoort
from netwerk.models import Client, Noodkeuze, Noodoordeel, Noodtoegang
from netwerk.rules.noodtoegang import deadline
from toegang.choices import Soort
from toegang.models import Gebruiker

MOST = 50


@dataclass(frozen=True)
class Opening:
    """One emergency access, with what was said of it. `code` is how a functionaris names the
    client, as in the log; "" for others."""

    rij: Noodtoegang
    oordelen: tuple[Noodoordeel, ...]
    code: str = ""

    @property
    def oordeel(self) -> Noodoordeel | None:
        """The judgement; a question is none."""
        said = [one for one in self.oordelen if one.oordeel in GEOORDEELD]
        return said[-1] if said else None

    @property
    def vraag(self) -> Noodoordeel | None:
        asked = [one for one in self.oordelen if one.oordeel not in GEOORDEELD]
        return asked[-1] if asked else None

    @property
    def uiterlijk(self) -> date:
        return deadline(timezone.localdate(self.rij.begonnen_op))

    @property
    def te_laat(self) -> bool:
        return self.oordeel is None and timezone.localdate() > self.uiterlijk

    @property
    def tot(self) -> datetime:
        """Until when it was open."""
        return min(self.rij.tot, self.rij.beeindigd_op or self.rij.tot)


def choice_of(client: Client, user: Gebruiker) -> Noodkeuze | None:
    """The last answer; None: the question was not answered, and nothing is open."""
    rows = Noodkeuze.objects.visible_to(user).filter(client=client)
    return rows.order_by("pk").last()


def kinds_of(choice: Noodkeuze | None) -> list[str]:
    return [Noodsoort(one).label for one in choice.voor] if choice else []


def of_client(client: Client, user: Gebruiker) -> list[Opening]:
    """What was opened of the own plan, newest first; what may be told later is not there."""
    rows = Noodtoegang.objects.visible_to(user).filter(client=client)
    return _with_words(rows.select_related("gebruiker", "organisatie"))


def mine(user: Gebruiker) -> list[Opening]:
    """What somebody opened in the role, and for the organisation, they work in now."""
    rol = user.actieve_rol
    rows = Noodtoegang.objects.of(user).filter(organisatie=rol.organisatie or 0)
    return _with_words(rows.select_related("gebruiker", "organisatie"))


def open_now(client: Client, user: Gebruiker) -> Noodtoegang | None:
    """The one that holds longest, of who asks."""
    return (
        Noodtoegang.objects.of(user).open().filter(client=client).order_by("tot").last()
    )


def all_open(user: Gebruiker) -> list[Noodtoegang]:
    """Of who asks, in the role and for the organisation they work in now; of one plan the
    one that holds longest. No query for who opens nothing."""
    rol = user.actieve_rol
    if not rol or rol.soort != Soort.PROFESSIONAL:
        return []
    rows = Noodtoegang.objects.of(user).open().filter(organisatie=rol.organisatie or 0)
    found = rows.select_related("client__gebruiker").order_by("tot", "pk")
    return list({one.client_id: one for one in found}.values())


def was_open(plan: UUID) -> bool:
    """Whether who asks once had this plan open in an emergency."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT poort.nood_voorbij(%s)", [plan])
        [found] = cursor.fetchone()
    return bool(found)


def to_review(user: Gebruiker) -> tuple[list[Opening], list[Opening]]:
    """What waits for the functionaris, oldest first, and what was judged, newest first."""
    rows = Noodtoegang.objects.to_review(user)
    found = _with_words(
        rows.select_related("gebruiker", "organisatie"), most=None, codes=_codes()
    )
    waiting = [one for one in found if one.oordeel is None]
    judged = [one for one in found if one.oordeel is not None]
    return waiting[::-1], judged[:MOST]


def _codes() -> dict[int, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT noodtoegang, code FROM poort.nood_codes()")
        return dict(cursor.fetchall())


def _with_words(
    rows: Iterable[Noodtoegang],
    most: int | None = MOST,
    codes: Mapping[int, str] | None = None,
) -> list[Opening]:
    found = list(rows.order_by("-begonnen_op", "-pk")[:most])  # type: ignore[attr-defined]
    said: dict[int, list[Noodoordeel]] = {}
    for one in Noodoordeel.objects.about(found).select_related("noodtoegang", "door"):
        said.setdefault(one.noodtoegang_id, []).append(one)
    codes = codes or {}
    return [
        Opening(row, tuple(said.get(row.pk, [])), codes.get(row.pk, ""))
        for row in found
    ]
