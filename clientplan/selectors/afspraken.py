"""What was agreed: what is open first, by date; then what was done."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F

from clientplan.models import Afspraak, Doel, Keuzes
from clientplan.selectors.blik import Blik
from clientplan.selectors.mensen import by_uuid, known_people
from netwerk.selectors.kiezen import with_a_page
from toegang.models import Gebruiker

LABEL = 80  # signs of a goal in a list to choose from


@dataclass(frozen=True)
class AfspraakMetWie:
    """`uitvoerder`: who does it, where the reader may know; `doel`: for which goal, where
    that part is open; `adres`: of the provision, as long as that has a page."""

    afspraak: Afspraak
    uitvoerder: str
    doel: Doel | None
    voorbij: bool
    adres: str = ""


def agreements(blik: Blik, user: Gebruiker, today: date) -> list[AfspraakMetWie]:
    rows = Afspraak.objects.visible_to(user).filter(client=blik.client)
    order = F("voor_op").asc(nulls_last=True)
    found = list(rows.select_related("client", "gewijzigd_door").order_by(order, "pk"))
    found.sort(
        key=lambda one: (one.gedaan_op is not None, _newest_first(one.gedaan_op))
    )
    who, goals = known_people(blik, user), _goals(blik, user)
    where = {one.pk: one.words["plek_adres"] for one in found}
    there = with_a_page(slug for slug in where.values() if slug)
    return [
        AfspraakMetWie(
            one,
            who[one.uitvoerder_id][1] if one.uitvoerder_id in who else "",
            goals.get(one.doel_id) if one.doel_id else None,
            bool(one.voor_op and one.voor_op < today and not one.gedaan_op),
            where[one.pk] if where[one.pk] in there else "",
        )
        for one in found
    ]


def _newest_first(day: date | None) -> int:
    return -day.toordinal() if day else 0


def agreement(blik: Blik, user: Gebruiker, uuid: UUID) -> Afspraak | None:
    rows = Afspraak.objects.visible_to(user).filter(client=blik.client, uuid=uuid)
    return rows.select_related("client", "gewijzigd_door", "doel", "uitvoerder").first()


def _goals(blik: Blik, user: Gebruiker) -> dict[int, Doel]:
    if not blik.may_read("doelen"):
        return {}
    rows = Doel.objects.visible_to(user).filter(client=blik.client)
    return {one.pk: one for one in rows.select_related("client")}


def to_choose(blik: Blik, user: Gebruiker) -> Keuzes:
    """For the form: goals and people by their uuid."""
    goals = {
        str(one.uuid): (one.words["doel"][:LABEL], one)
        for one in _goals(blik, user).values()
    }
    return {"doel": goals, "uitvoerder": by_uuid(known_people(blik, user))}
