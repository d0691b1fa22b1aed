"""Whose rows are open to whom: the decision itself stands in netwerk (poort.rechten)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar

from django.db.models import Model
from django.db.models.expressions import RawSQL

from netwerk.querysets import OnderdeelQuerySet, slots
from netwerk.rules.onderdelen import Recht
from toegang.gate import GatedQuerySet

if TYPE_CHECKING:
    from clientplan.models import (  # noqa: F401
        Afspraak,
        Crisiskaart,
        Dagboekblad,
        Doel,
        Kaartpersoon,
        Signaal,
        Stap,
        Verhaal,
        Verhaalbeeld,
    )
    from toegang.models import Gebruiker

_Row = TypeVar("_Row", bound=Model, covariant=True)


class VerhaalQuerySet(OnderdeelQuerySet["Verhaal"]):
    onderdeel = "verhaal"


class VerhaalbeeldQuerySet(OnderdeelQuerySet["Verhaalbeeld"]):
    onderdeel = "verhaal"

    def light(self) -> Self:
        """Without the picture itself."""
        return self.defer("beeld_box")


class DoelQuerySet(OnderdeelQuerySet["Doel"]):
    onderdeel = "doelen"


class StapQuerySet(OnderdeelQuerySet["Stap"]):
    onderdeel = "doelen"


class AfspraakQuerySet(OnderdeelQuerySet["Afspraak"]):
    onderdeel = "afspraken"


class SignaalQuerySet(OnderdeelQuerySet["Signaal"]):
    onderdeel = "signaleringsplan"


class CrisiskaartQuerySet(OnderdeelQuerySet["Crisiskaart"]):
    onderdeel = "crisiskaart"


class KaartpersoonQuerySet(OnderdeelQuerySet["Kaartpersoon"]):
    onderdeel = "crisiskaart"

    def about(self, user: Gebruiker) -> Self:
        """The lines of cards that name this person, who asks; nothing of the card itself."""
        mine = RawSQL("SELECT g.uuid FROM poort.kaart_genoemd() g", [])
        return self.filter(betrokkenheid__gebruiker=user, uuid__in=mine).opened()


class DagboekbladQuerySet(OnderdeelQuerySet["Dagboekblad"]):
    onderdeel = "dagboek"


class SlotQuerySet(GatedQuerySet[_Row]):
    """Rows of several parts in one table, each with its slot."""

    def visible_to(self, user: Gebruiker) -> Self:
        return self.filter(slot__in=slots(user, Recht.LEZEN)).opened()

    def by(self, user: Gebruiker) -> Self:
        """What somebody wrote themselves, as far as the part is still open to them."""
        return self.visible_to(user).filter(auteur=user)
