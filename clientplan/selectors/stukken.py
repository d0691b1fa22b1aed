"""Pieces of a plan, one by one: as it stands, as it was, and what others wrote beside it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from clientplan.models import Concept, Kijk, PlanItem, Versie
from clientplan.selectors.blik import Blik
from netwerk.choices import Hoedanigheid
from netwerk.models import Betrokkenheid
from toegang.http import is_ours
from toegang.models import Gebruiker

PAD = "pad"  # where in the product a draft was written


def piece(
    model: type[PlanItem], blik: Blik, user: Gebruiker, uuid: UUID, *beside: str
) -> PlanItem | None:
    """`beside`: which rows it hangs on come along."""
    rows = model.objects.visible_to(user).filter(client=blik.client, uuid=uuid)  # type: ignore[attr-defined]
    found: PlanItem | None = rows.select_related(
        "client", "gewijzigd_door", *beside
    ).first()
    return found


def versions(blik: Blik, user: Gebruiker, deel: str, uuid: UUID) -> list[Versie]:
    """The newest first."""
    rows = Versie.objects.visible_to(user).filter(
        client=blik.client, onderdeel=deel, object_uuid=uuid
    )
    return list(rows.select_related("client", "door").order_by("-nummer"))


def words_at(item: PlanItem, user: Gebruiker, nummer: int) -> dict[str, str]:
    """What somebody began from; {} for a piece that was not there yet."""
    rows = Versie.objects.visible_to(user).filter(
        client=item.client,
        onderdeel=item.ONDERDEEL,
        object_uuid=item.uuid,
        nummer=nummer,
    )
    there = rows.select_related("client").first()
    return there.words if there else {}


@dataclass(frozen=True)
class Begonnen:
    """Something new that somebody was writing: its first words, and where to go on."""

    woorden: str
    url: str


def drafts(blik: Blik, user: Gebruiker, deel: str) -> list[Begonnen]:
    """New pieces of this part that the reader began and did not save; of a change to a
    piece its own form says so."""
    if blik.ogen is not None or not blik.may_write(deel):
        return []
    rows = Concept.objects.by(user).filter(client=blik.client, onderdeel=deel, nummer=0)
    found = []
    for row in rows.select_related("client").order_by("pk"):
        texts = row.texts
        path = texts.pop(PAD, "")
        if is_ours(path):
            first = next(iter(texts.values()), "")
            found.append(Begonnen(first, f"{path}?concept={row.object_uuid}"))
    return found


@dataclass(frozen=True)
class Stem:
    """How somebody else sees it: never changed by another than who wrote it."""

    uuid: UUID
    naam: str
    wie: str
    tekst: str
    op: datetime
    naaste: bool
    eigen: bool


def voices(
    blik: Blik, user: Gebruiker, deel: str, uuid: UUID | None = None
) -> list[Stem]:
    """Beside a part as a whole, or beside one piece of it; the oldest first."""
    rows = (
        Kijk.objects.visible_to(user)
        .filter(client=blik.client, onderdeel=deel, object_uuid=uuid)
        .select_related("client", "auteur")
        .order_by("pk")
    )
    found = list(rows)
    who = _capacities(blik, user, [row.auteur_id for row in found])
    return [
        Stem(
            uuid=row.uuid,
            naam=row.auteur.naam,
            wie=who.get(row.auteur_id, ("", False))[0],
            tekst=row.tekst,
            op=row.geschreven_op,
            naaste=who.get(row.auteur_id, ("", False))[1],
            eigen=row.auteur_id == user.pk,
        )
        for row in found
    ]


def _capacities(
    blik: Blik, user: Gebruiker, people: list[int]
) -> dict[int, tuple[str, bool]]:
    """Who is who, as far as the reader may know: the client all of them, others themselves."""
    rows = (
        Betrokkenheid.objects.visible_to(user)
        .filter(client=blik.client, gebruiker__in=people)
        .select_related("organisatie", "client")
        .order_by("van", "pk")
    )
    return {
        row.gebruiker_id: (
            row.relatie or row.get_werkt_display() or str(row.organisatie or ""),
            row.rol == Hoedanigheid.NAASTE,
        )
        for row in rows
    }
