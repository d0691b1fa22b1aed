"""Goals with their small steps and what was agreed about them."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from clientplan.choices import Stand
from clientplan.models import Afspraak, Doel, Stap
from clientplan.selectors.blik import Blik
from toegang.models import Gebruiker


@dataclass(frozen=True)
class DoelMetStappen:
    doel: Doel
    stappen: tuple[Stap, ...]

    @property
    def gezet(self) -> int:
        return sum(1 for step in self.stappen if step.gedaan_op)

    @property
    def blaadjes(self) -> list[bool]:
        """One leaf per step, those that were made first; ten at most."""
        return [number < self.gezet for number in range(min(len(self.stappen), 10))]

    @property
    def nu(self) -> Stap | None:
        """The first step that is still to come."""
        return next((step for step in self.stappen if not step.gedaan_op), None)


def goals(blik: Blik, user: Gebruiker) -> list[DoelMetStappen]:
    """Those that are worked on first, then what was reached, then what was let go."""
    rows = Doel.objects.visible_to(user).filter(client=blik.client)
    found = list(rows.select_related("client"))
    steps = _steps(found, blik, user)
    order = list(Stand)
    found.sort(key=lambda one: order.index(Stand(one.stand)))
    return [DoelMetStappen(one, tuple(steps.get(one.pk, []))) for one in found]


def goal(blik: Blik, user: Gebruiker, uuid: UUID) -> DoelMetStappen | None:
    rows = Doel.objects.visible_to(user).filter(client=blik.client, uuid=uuid)
    found = rows.select_related("client", "gewijzigd_door").first()
    if found is None:
        return None
    return DoelMetStappen(found, tuple(_steps([found], blik, user).get(found.pk, [])))


def _steps(
    doelen: Iterable[Doel], blik: Blik, user: Gebruiker
) -> dict[int, list[Stap]]:
    rows = Stap.objects.visible_to(user).filter(client=blik.client, doel__in=doelen)
    found: dict[int, list[Stap]] = {}
    for step in rows.select_related("client"):
        found.setdefault(step.doel_id, []).append(step)
    return found


def agreed(blik: Blik, user: Gebruiker, doel: Doel) -> list[Afspraak]:
    """About this goal; nothing where that part is not open."""
    if not blik.may_read("afspraken"):
        return []
    rows = Afspraak.objects.visible_to(user).filter(client=blik.client, doel=doel)
    return list(rows.select_related("client", "gewijzigd_door"))
