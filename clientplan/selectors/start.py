"""Where people begin: the client, and who was let in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import connection

from clientplan.choices import Signaalfase, Signaalsoort
from clientplan.models import Afspraak, Signaal
from clientplan.selectors.blik import Blik
from netwerk.models import Client
from netwerk.rules.onderdelen import ONDERDELEN, Onderdeel, Recht
from toegang.models import Gebruiker

_SQL = """SELECT client_id, onderdeel, recht
          FROM poort.rechten(poort.persoon(), poort.dag())"""


@dataclass(frozen=True)
class Gedeeld:
    """A plan of another, with the parts of it that are open to the reader."""

    client: Client
    delen: tuple[tuple[Onderdeel, Recht], ...]

    @property
    def naam(self) -> str:
        return self.client.gebruiker.naam

    @property
    def blik(self) -> Blik:
        return Blik(self.client, {one.sleutel: recht for one, recht in self.delen})


def shared_with(user: Gebruiker) -> list[Gedeeld]:
    """By name; two questions to the database, however many there are. A plan of which
    nothing is open that has pages is not in it."""
    with connection.cursor() as cursor:
        cursor.execute(_SQL)
        found: dict[int, dict[str, Recht]] = {}
        for pk, deel, recht in cursor.fetchall():
            found.setdefault(pk, {})[deel] = Recht(recht)
    rows = Client.objects.visible_to(user).exclude(gebruiker=user)
    plans = [
        Gedeeld(client, tuple(_in_use(found.get(client.pk, {}))))
        for client in rows.select_related("gebruiker", "regio")
    ]
    return sorted(
        (one for one in plans if one.delen), key=lambda one: one.naam.casefold()
    )


def _in_use(rechten: dict[str, Recht]) -> Iterable[tuple[Onderdeel, Recht]]:
    for one in ONDERDELEN.values():
        if one.in_gebruik and rechten.get(one.sleutel):
            yield one, rechten[one.sleutel]


def next_agreement(blik: Blik, user: Gebruiker, today: date) -> Afspraak | None:
    """The first that has a day and was not done yet."""
    rows = Afspraak.objects.visible_to(user).filter(
        client=blik.client, gedaan_op=None, voor_op__gte=today
    )
    return rows.select_related("client").order_by("voor_op", "pk").first()


def when_less(blik: Blik, user: Gebruiker) -> Signaal | None:
    """What the client does first when it goes less well, in their own words."""
    rows = Signaal.objects.visible_to(user).filter(
        client=blik.client, fase=Signaalfase.MINDER, soort=Signaalsoort.IK_DOE
    )
    return rows.select_related("client").order_by("volgorde", "pk").first()
