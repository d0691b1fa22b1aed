"""The crisiskaart of a plan, and what of it waits for somebody's yes."""

from dataclasses import dataclass

from django.utils import timezone

from clientplan.models import Crisiskaart, Kaartpersoon, Keuzes
from clientplan.rules.kaart import Kaart, make_card
from clientplan.selectors.blik import Blik
from clientplan.selectors.mensen import by_uuid, known_people
from toegang.models import Gebruiker


@dataclass(frozen=True)
class Kaartmap:
    """The card as others see it (None: not made yet), and what it is made of. `mensen`:
    everybody on it, in the order to call, for who may write; for others who agreed."""

    rij: Crisiskaart | None
    mensen: tuple[Kaartpersoon, ...]
    kaart: Kaart | None

    @property
    def wachten(self) -> list[Kaartpersoon]:
        return [one for one in self.mensen if not one.akkoord]


def card(blik: Blik, user: Gebruiker) -> Kaartmap:
    """Two queries."""
    rij = (
        Crisiskaart.objects.visible_to(user)
        .filter(client=blik.client)
        .select_related("client")
        .first()
    )
    rows = (
        Kaartpersoon.objects.visible_to(user)
        .filter(client=blik.client)
        .select_related("client")
    )
    mensen = tuple(rows if blik.may_write("crisiskaart") else rows.filter(akkoord=True))
    if rij is None and not any(one.akkoord for one in mensen):
        return Kaartmap(None, mensen, None)
    today = timezone.localdate()
    changed = [one.gewijzigd_op for one in mensen if one.akkoord]
    if rij is not None:
        changed.append(rij.gewijzigd_op)
    kaart = make_card(
        blik.naam,
        rij.words if rij else {},
        [one.words for one in mensen if one.akkoord],
        veranderd_op=timezone.localdate(max(changed)),
        nakijken_op=rij.nakijken_op if rij else today,
        today=today,
    )
    return Kaartmap(rij, mensen, kaart)


def is_made(blik: Blik, user: Gebruiker) -> bool:
    """Whether there is a card to show; nothing of it is read."""
    return Crisiskaart.objects.visible_to(user).filter(client=blik.client).exists()


def to_name(blik: Blik, user: Gebruiker) -> Keuzes:
    """For the form: whether somebody in the list of the client is meant only the client
    says."""
    if not blik.eigen:
        return {}
    return {"betrokkenheid": by_uuid(known_people(blik, user))}
