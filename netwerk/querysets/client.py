"""Whose plans are open to whom: the same database function as the policies ask.

It answers about who asks, in the role of the session. "Kijk door de ogen van" names the
role too (`poort.rechten(person, day, role, organisation)`), and is answered to the client.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar, Self, TypeVar

from django.db.models import Model, Q, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce
from django.utils import timezone

from netwerk.rules.onderdelen import ONDERDELEN, Recht
from toegang.choices import Soort
from toegang.gate import GatedQuerySet

if TYPE_CHECKING:
    from netwerk.models import (  # noqa: F401
        Betrokkenheid,
        Bevoegdheid,
        Client,
        Logvraag,
        Naastenuitnodiging,
        Noodoordeel,
        Noodtoegang,
        Startbrief,
    )
    from toegang.models import Gebruiker

_Row = TypeVar("_Row", bound=Model, covariant=True)


def clients(user: Gebruiker, recht: Recht, *onderdelen: str) -> RawSQL:
    """Whose plans are open to `user` today, in one of these parts (none named: in any)."""
    sql = """SELECT client_id FROM poort.rechten(%s, %s::date)
             WHERE recht >= %s AND onderdeel = ANY (%s)"""
    parts = list(onderdelen or ONDERDELEN)
    params = [user.pk, timezone.localdate(), int(recht), parts]
    # every value is a parameter
    return RawSQL(sql, params)  # noqa: S611  # nosec B611


def slots(user: Gebruiker, recht: Recht) -> RawSQL:
    """The same for a table with several parts, by its slot (client:part)."""
    sql = """SELECT client_id || ':' || onderdeel FROM poort.rechten(%s, %s::date)
             WHERE recht >= %s"""
    params = [user.pk, timezone.localdate(), int(recht)]
    # every value is a parameter
    return RawSQL(sql, params)  # noqa: S611  # nosec B611


class OnderdeelQuerySet(GatedQuerySet[_Row]):
    """Rows of one part of the plan."""

    onderdeel: ClassVar[str]
    client_path: ClassVar[str] = "client"

    def visible_to(self, user: Gebruiker) -> Self:
        return self._open_to(user, Recht.LEZEN)

    def contributable_by(self, user: Gebruiker) -> Self:
        return self._open_to(user, Recht.BIJDRAGEN)

    def writable_by(self, user: Gebruiker) -> Self:
        return self._open_to(user, Recht.MEDE_EIGENAAR)

    def _open_to(self, user: Gebruiker, recht: Recht) -> Self:
        allowed = clients(user, recht, self.onderdeel)
        return self.filter(**{f"{self.client_path}__in": allowed}).opened()


class ClientQuerySet(GatedQuerySet["Client"]):
    def visible_to(self, user: Gebruiker) -> Self:
        """A client shows to whom at least one part is open."""
        return self.filter(pk__in=clients(user, Recht.LEZEN)).opened()

    def own(self, user: Gebruiker) -> Self:
        """The plan of the person, whatever role the session works in."""
        return self.filter(gebruiker=user).opened()


class VanClientQuerySet(GatedQuerySet[_Row]):
    """What only the client reads: who may see what. Others learn their own rights alone."""

    def visible_to(self, user: Gebruiker) -> Self:
        return self.filter(client__gebruiker=user).opened()


class BetrokkenheidQuerySet(VanClientQuerySet["Betrokkenheid"]):
    def current(self, day: date) -> Self:
        """Whose period covers the day."""
        return self.filter(Q(tot=None) | Q(tot__gte=day), van__lte=day)

    def of(self, user: Gebruiker) -> Self:
        """Where somebody is involved themselves."""
        return self.filter(gebruiker=user).opened()


class BevoegdheidQuerySet(VanClientQuerySet["Bevoegdheid"]):
    def of(self, user: Gebruiker) -> Self:
        """By which somebody acts for a client themselves."""
        return self.filter(betrokkenheid__gebruiker=user).opened()

    def counting(self) -> Self:
        """Of each person the row that counts."""
        return self.order_by("betrokkenheid", "-pk").distinct("betrokkenheid")


class NoodtoegangQuerySet(VanClientQuerySet["Noodtoegang"]):
    def of(self, user: Gebruiker) -> Self:
        """What somebody opened themselves."""
        return self.filter(gebruiker=user).opened()

    def open(self) -> Self:
        now = timezone.now()
        return self.filter(begonnen_op__lte=now, tot__gt=now, beeindigd_op=None)

    def to_review(self, user: Gebruiker) -> Self:
        """What was opened for the organisation of which `user` is the functionaris now."""
        rol = user.actieve_rol
        if not rol or rol.soort != Soort.FUNCTIONARIS:
            return self.none()
        return self.filter(organisatie=rol.organisatie or 0).opened()


class NoodoordeelQuerySet(GatedQuerySet["Noodoordeel"]):
    def about(self, rows: Iterable[Noodtoegang]) -> Self:
        """What was said of these, the last one last."""
        return self.filter(noodtoegang__in=[row.pk for row in rows]).opened()


class StartbriefQuerySet(QuerySet["Startbrief"]):
    def open(self) -> Self:
        """Not used, not withdrawn, not too old."""
        return self.filter(
            gebruikt_op=None, ingetrokken_op=None, tot__gt=timezone.now()
        )

    def over_before(self, at: datetime) -> Self:
        ended = Coalesce("gebruikt_op", "ingetrokken_op", "tot")
        return self.alias(ended=ended).filter(ended__lte=at)

    def of(self, user: Gebruiker) -> Self:
        """That somebody handed out for the organisation they work for now."""
        rol = user.actieve_rol
        where = rol.organisatie if rol else ""
        if not where:
            return self.none()
        return self.filter(gemaakt_door=user, organisatie=where)


class NaastenuitnodigingQuerySet(VanClientQuerySet["Naastenuitnodiging"]):
    def open(self) -> Self:
        """Somebody can still come in by it."""
        return self.filter(
            toegelaten_op=None, ingetrokken_op=None, tot__gt=timezone.now()
        )

    def asked_by(self, treats: Betrokkenheid) -> Self:
        """What an organisation asked for a client it treats."""
        return self.filter(
            client=treats.client_id, organisatie=treats.organisatie_id
        ).opened()

    def over_before(self, at: datetime) -> Self:
        ended = Coalesce("toegelaten_op", "ingetrokken_op", "tot")
        return self.alias(ended=ended).filter(ended__lte=at)


class LogvraagQuerySet(VanClientQuerySet["Logvraag"]):
    def for_functionaris(self, user: Gebruiker) -> Self:
        """That the organisation of the active role has to answer."""
        rol = user.actieve_rol
        where = rol.organisatie if rol and rol.soort == Soort.FUNCTIONARIS else ""
        return self.filter(organisatie=where or None).opened()

    def open(self) -> Self:
        return self.filter(beantwoord_op=None)
