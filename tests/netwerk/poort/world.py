"""Two clients in one region, and the people round them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.utils import timezone

from basis.actor import Actor, acting
from netwerk.choices import Hoedanigheid, Noodgrond, Werkt
from netwerk.models import (
    Betrokkenheid,
    Bevoegdheid,
    Client,
    Noodtoegang,
    Toestemming,
)
from netwerk.rules.onderdelen import Recht
from toegang.choices import Soort
from toegang.models import Gebruiker, Organisatie, Regio, Rol

Rechten = dict[tuple[int, str], tuple[int, str]]  # (client, part) -> (right, ground)
PEOPLE = ("anna", "bram", "zus", "pro", "verre_pro", "weg")


class Zorg:
    """anna and bram are clients; zus is anna's sister; pro treats in their region, and is
    a naaste of anna as well; verre_pro works elsewhere; weg has a disabled account. Nobody
    was given anything yet."""

    anna: Gebruiker
    bram: Gebruiker
    zus: Gebruiker
    pro: Gebruiker
    verre_pro: Gebruiker
    weg: Gebruiker

    def __init__(self, today: date) -> None:
        self.today = today
        self.peel = Regio.objects.create(naam="Peel", slug="peel")
        self.kempen = Regio.objects.create(naam="Kempen", slug="kempen")
        for naam in PEOPLE:
            person = Gebruiker.objects.create_user(
                f"{naam}@example.nl", naam=naam, is_active=naam != "weg"
            )
            setattr(self, naam, person)
        self.ggz = Organisatie.objects.create(naam="Ggz", regio=self.peel)
        self.verre = Organisatie.objects.create(naam="Verre ggz", regio=self.kempen)
        self.role(self.pro, self.ggz)
        self.role(self.verre_pro, self.verre)
        self.plan = self.new_plan(self.anna)
        self.ander = self.new_plan(self.bram)

    def role(self, who: Gebruiker, organisatie: Organisatie, **more: Any) -> Rol:
        given = {"soort": Soort.PROFESSIONAL, "van": self.today - timedelta(days=99)}
        return Rol.objects.create(
            gebruiker=who, organisatie=organisatie, **given | more
        )

    def new_plan(self, owner: Gebruiker, **more: Any) -> Client:
        given = {
            "geboren_op": date(1980, 5, 1),
            "begonnen_op": self.today - timedelta(days=99),
        }
        client = Client(regio=self.peel, gebruiker=owner, **given | more)
        client.begin()
        return client

    def involve(
        self, who: Gebruiker, client: Client | None = None, **more: Any
    ) -> Betrokkenheid:
        given = {
            "rol": Hoedanigheid.PROFESSIONAL
            if more.get("organisatie")
            else Hoedanigheid.NAASTE,
            "van": self.today - timedelta(days=30),
            "werkt": Werkt.BEHANDELAAR if more.get("behandelt") else "",
        }
        acts = {
            key: more.pop(key) for key in ("vertegenwoordigt", "zaken") if key in more
        }
        row = Betrokkenheid(client=client or self.plan, gebruiker=who, **given | more)
        row.save()
        if acts:
            self.acts(row, acts["vertegenwoordigt"], *acts["zaken"])
        return row

    def acts(
        self, betrokkenheid: Betrokkenheid, soort: str, *zaken: str, **more: Any
    ) -> Bevoegdheid:
        """They act for the client, as that client says."""
        given = {
            "van": betrokkenheid.van,
            "gegeven_door": betrokkenheid.client.gebruiker,
        }
        return Bevoegdheid.objects.create(
            client=betrokkenheid.client,
            betrokkenheid=betrokkenheid,
            soort=soort,
            zaken=list(zaken),
            **given | more,
        )

    def treats(self, who: Gebruiker, **more: Any) -> Betrokkenheid:
        return self.involve(who, **{"organisatie": self.ggz, "behandelt": True} | more)

    def say(
        self, betrokkenheid: Betrokkenheid, onderdeel: str, recht: Recht, **more: Any
    ) -> Toestemming:
        given = {"van": self.today, "gegeven_door": betrokkenheid.client.gebruiker}
        return Toestemming.objects.create(
            client=betrokkenheid.client,
            betrokkenheid=betrokkenheid,
            onderdeel=onderdeel,
            recht=recht,
            **given | more,
        )

    def nood(self, who: Gebruiker, *onderdelen: str, **more: Any) -> Noodtoegang:
        now = timezone.now()
        given = {
            "client": self.plan,
            "organisatie": self.ggz,
            "grond": Noodgrond.VITAAL,
            "begonnen_op": now - timedelta(minutes=1),
            "tot": now + timedelta(minutes=59),
        }
        reden = more.pop("reden", "Geen antwoord, deur op slot.")
        row = Noodtoegang(gebruiker=who, onderdelen=list(onderdelen), **given | more)
        row.reden = reden
        row.save()
        return row

    def actor(self, who: Gebruiker, rol: str = "", **more: Any) -> Actor:
        """In the role that fits: client for who has a plan, professional for who treats."""
        if not rol:
            own = who in (self.anna, self.bram)
            works = who in (self.pro, self.verre_pro)
            rol = "client" if own else "professional" if works else "naaste"
        if rol == "professional":
            org = self.verre if who == self.verre_pro else self.ggz
            more.setdefault("organisatie", str(org.pk))
        return Actor.person(who.pk, rol=rol, **more)

    @contextmanager
    def as_(self, who: Gebruiker, rol: str = "", **more: Any) -> Iterator[None]:
        with acting(self.actor(who, rol, **more)):
            yield

    def rechten(
        self, who: Gebruiker, dag: date | None = None, als: str = ""
    ) -> Rechten:
        """As the database decides, for who acts now: of oneself, or of another in the
        role `als`, as the client looks through their eyes."""
        asked, params = "%s, %s", [who.pk, dag or self.today]
        if als:
            actor = self.actor(who, als)
            asked, params = "%s, %s, %s, %s", [*params, als, actor.organisatie]
        sql = "SELECT client_id, onderdeel, recht, grond FROM poort.rechten"
        with connection.cursor() as cursor:
            cursor.execute(f"{sql}({asked})", params)
            return {(c, part): (r, g) for c, part, r, g in cursor.fetchall()}

    def parts(self, who: Gebruiker, rol: str = "", **more: Any) -> dict[str, int]:
        """What somebody may of anna's plan, asked by themselves."""
        with self.as_(who, rol, **more):
            found = self.rechten(who)
        return {part: r for (c, part), (r, _) in found.items() if c == self.plan.pk}
