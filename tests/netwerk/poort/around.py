"""The same twice: rows in the database, and the facts that the model (model.py) reads."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from basis.actor import Actor
from clientplan.choices import Signaalfase, Signaalsoort
from clientplan.models import (
    Afspraak,
    Concept,
    Crisiskaart,
    Dagboekblad,
    Doel,
    Kaartcode,
    Kaartpersoon,
    Kijk,
    PlanItem,
    Schermkaart,
    Signaal,
    Stap,
    Telefoonkaart,
    Verhaal,
    Verhaalbeeld,
    Versie,
)
from netwerk.choices import Oordeel, Werkt
from netwerk.models import (
    Betrokkenheid,
    Client,
    Naastenuitnodiging,
    Noodkeuze,
    Noodoordeel,
    Noodtoegang,
)
from netwerk.rules import rechten as rule
from netwerk.rules.rechten import (
    Betrokken,
    Bevoegd,
    Feiten,
    InRol,
    Nood,
    Periode,
    Plan,
    Toegekend,
)
from tests.care import acts_for
from tests.netwerk.poort.model import (
    CLIENT,
    NAASTE,
    PROFESSIONAL,
    Facts,
    Who,
    holds,
    nothing_known,
    say,
)
from tests.netwerk.poort.world import Zorg
from toegang.choices import Soort
from toegang.models import Gebruiker, Organisatie, Rol

DAY = date(2027, 3, 26)  # two days before the clock is put forward
NOON = datetime(2027, 3, 26, 12, tzinfo=UTC)
FUNCTIONARIS, ERVARING = Soort.FUNCTIONARIS.value, "ervaringsdeskundige"
MORE_PEOPLE = ("moeder", "col", "fg", "verhuisd", "klaar")
ASKERS = (
    Who("anna", CLIENT),
    Who("anna", NAASTE),
    Who("bram", CLIENT),
    Who("bram", NAASTE),
    Who("klaar", CLIENT),
    Who("weg", CLIENT),
    Who("weg", NAASTE),
    Who("zus", NAASTE),
    Who("moeder", NAASTE),
    Who("pro", PROFESSIONAL, "ggz"),
    Who("pro", PROFESSIONAL, "verre"),
    Who("pro", ERVARING, "ggz"),
    Who("pro", NAASTE),
    Who("col", PROFESSIONAL, "ggz"),
    Who("verhuisd", PROFESSIONAL, "ggz"),
    Who("verhuisd", PROFESSIONAL, "verre"),
    Who("verre_pro", PROFESSIONAL, "verre"),
    Who("fg", FUNCTIONARIS, "ggz"),
    Who("fg", FUNCTIONARIS, "verre"),
    Who("moeder", FUNCTIONARIS, "ggz"),
    Who("fg", NAASTE),
    Who("col", NAASTE),
)


class Around:
    """Plans of anna, bram, klaar and weg (whose account is disabled), with something in each
    part; and everybody round them, with nothing given yet. `turns_18`: of anna, in days from
    now."""

    def __init__(self, *, turns_18: int = 0) -> None:
        self.zorg = Zorg(DAY)
        self.facts: Facts = nothing_known(DAY)
        self.facts["nu"] = NOON
        self.facts["uit"].add("weg")
        self.rows: dict[str, Betrokkenheid] = {}
        self.people: dict[str, Gebruiker] = {}
        self.orgs: dict[str, Organisatie] = {
            "ggz": self.zorg.ggz,
            "verre": self.zorg.verre,
        }
        self.zorg.ggz.soort = "crisisdienst"
        self.zorg.ggz.save()
        self.org_facts = {
            "ggz": {"soort": "crisisdienst", "regio": "peel"},
            "verre": {"soort": self.zorg.verre.soort, "regio": "kempen"},
        }
        for naam in MORE_PEOPLE:
            person = Gebruiker.objects.create_user(f"{naam}@example.nl", naam=naam)
            setattr(self.zorg, naam, person)
        for naam in ("anna", "bram", "zus", "pro", "verre_pro", "weg", *MORE_PEOPLE):
            self.people[naam] = getattr(self.zorg, naam)
        self.plans: dict[str, Client] = {
            "anna": self.zorg.plan,
            "bram": self.zorg.ander,
            "klaar": self.zorg.new_plan(self.people["klaar"]),
            "weg": self.zorg.new_plan(self.people["weg"]),
        }
        for naam in self.plans:
            self.born(naam, date(1980, 5, 1))
        adult = DAY + timedelta(days=turns_18)
        self.born("anna", adult.replace(year=adult.year - 18))
        self.knows_role("pro", PROFESSIONAL, "ggz")
        self.knows_role("verre_pro", PROFESSIONAL, "verre")
        self.pieces: dict[str, PlanItem] = {}
        for naam in self.plans:
            self.write(naam)

    # --- who there is

    def born(self, plan: str, born: date, closed: date | None = None) -> None:
        rows = Client.objects.for_job("proefdata").filter(pk=self.plans[plan].pk)
        rows.update(geboren_op=born, gesloten_op=closed)
        kept = {"geboren": born, "gesloten": closed, "regio": "peel"}
        self.facts["plannen"][plan] = kept

    def knows_role(
        self, wie: str, soort: str, waar: str, *, van: int = -99, tot: int | None = None
    ) -> None:
        kept = {"wie": wie, "soort": soort, "waar": waar}
        self.facts["rollen"].append(kept | _period(van, tot))

    def role(
        self, wie: str, soort: str, waar: str, *, van: int = -99, tot: int | None = None
    ) -> None:
        self.zorg.role(
            self.people[wie], self.orgs[waar], soort=soort, **_period(van, tot)
        )
        self.knows_role(wie, soort, waar, van=van, tot=tot)

    def role_ends(self, wie: str, tot: date | None) -> None:
        """All that somebody works as (None: goes on again)."""
        Rol.objects.filter(gebruiker=self.people[wie]).update(tot=tot)
        for row in self.facts["rollen"]:
            if row["wie"] == wie:
                row["tot"] = tot

    def account(self, wie: str, *, on: bool) -> None:
        Gebruiker.objects.filter(pk=self.people[wie].pk).update(is_active=on)
        (set.discard if on else set.add)(self.facts["uit"], wie)

    def involve(
        self,
        key: str,
        who: Who,
        *,
        plan: str = "anna",
        van: int = -30,
        tot: int | None = None,
        treats: bool = False,
        namens: str = "",
        zaken: tuple[str, ...] = (),
    ) -> None:
        works = Werkt.BEHANDELAAR if treats else Werkt.ANDERS
        row = Betrokkenheid(
            client=self.plans[plan],
            gebruiker=self.people[who.wie],
            rol=who.rol,
            organisatie=self.orgs.get(who.waar),
            werkt=works if who.waar else "",
            behandelt=treats,
            **_period(van, tot),
        )
        row.save()
        if namens:
            acts_for(row, namens, *zaken, tot=row.tot)
        self.rows[key] = row
        self.facts["rond"][key] = {
            "wie": who.wie,
            "rol": who.rol,
            "waar": who.waar,
            "plan": plan,
            "behandelt": treats,
            "namens": namens,
            "zaken": zaken,
            **_period(van, tot),
        }

    def said(
        self,
        key: str,
        part: str,
        recht: int,
        *,
        by: str = "",
        van: int = 0,
        tot: int | None = None,
    ) -> None:
        """A row and nothing more: without the no after a last day that the service adds."""
        by = by or self.facts["rond"][key]["plan"]
        when = _period(van, tot)
        self.zorg.say(self.rows[key], part, recht, gegeven_door=self.people[by], **when)
        say(self.facts, key, part, recht, by=by, bare=True, **when)

    def emergency(
        self,
        wie: str,
        *delen: str,
        minutes: tuple[int, int] = (-5, 55),
        told: int | None = None,
        ended: int | None = None,
        plan: str = "anna",
    ) -> Noodtoegang:
        """`minutes`: from when until when; `told`: after how many days."""
        van, tot = (NOON + timedelta(minutes=one) for one in minutes)
        end = None if ended is None else NOON + timedelta(minutes=ended)
        vertel = None if told is None else NOON + timedelta(days=told)
        row = self.zorg.nood(
            self.people[wie],
            *delen,
            client=self.plans[plan],
            begonnen_op=van,
            tot=tot,
            beeindigd_op=end,
            vertel_op=vertel,
        )
        self.knows_emergency(
            wie, delen, row.pk, van, tot=end or tot, told=vertel, plan=plan
        )
        self.facts["nood"][-1]["klaar"] = ended is not None
        return row

    def knows_emergency(
        self,
        wie: str,
        delen: tuple[str, ...],
        pk: int,
        van: datetime,
        *,
        tot: datetime,
        told: datetime | None,
        plan: str = "anna",
    ) -> None:
        kept = {"wie": wie, "waar": "ggz", "plan": plan, "delen": delen, "id": pk}
        more = {"van": van, "tot": tot, "verteld": told, "klaar": False}
        self.facts["nood"].append(kept | more)

    # --- what is written

    def write(self, plan: str) -> None:
        """Of each part something, for anna twice on the crisiskaart."""
        client = self.plans[plan]
        goal = self.piece(Doel(client=client), doel="Beter slapen")
        self.piece(Stap(client=client, doel=goal), stap="Telefoon weg")
        self.piece(Verhaal.new(client), hoop="Dat het lente wordt")
        self.piece(Afspraak(client=client, doel=goal), wat="Een rooster maken")
        line = {"fase": Signaalfase.GOED, "soort": Signaalsoort.IK_MERK}
        self.piece(Signaal(client=client, **line), tekst="Ik slaap")
        later = DAY + timedelta(days=100)
        self.piece(Crisiskaart(client=client, nakijken_op=later), wel_doen="Licht aan")
        for naam, more in (
            ("Mirjam", {"akkoord": True, "akkoord_op": DAY}),
            ("Joost", {}),
        ):
            self.piece(Kaartpersoon(client=client, **more), naam=naam)
        page = Dagboekblad(client=client, geschreven_op=NOON)
        page.tekst = "Vandaag was het stil."
        page.save()
        picture = Verhaalbeeld(client=client, vraag="hoop", breedte=1, hoogte=1)
        picture.geplaatst_op, picture.geplaatst_door = NOON, self.people[plan]
        picture.beeld = b"beeld"
        picture.save()
        Versie(
            client=client,
            onderdeel="doelen",
            object_uuid=goal.uuid,
            nummer=1,
            woorden_box=goal.woorden_box,
            op=NOON,
            door=self.people[plan],
        ).save()
        if plan == "anna":
            self.goal = goal
        self.voices(client, goal)
        Noodkeuze(client=client).save()
        Telefoonkaart(client=client, hash=f"telefoon van {plan}").save()
        Kaartcode(client=client, hash=f"pasje van {plan}").save()
        soon = timezone.now() + timedelta(minutes=9)
        Schermkaart(client=client, hash=f"scherm van {plan}", tot=soon).save()
        letter = {"hash": f"brief van {plan}", "tot": NOON + timedelta(days=9)}
        Naastenuitnodiging(client=client, naam_box=b"", **letter).save()

    def piece(self, item: Any, **words: str) -> Any:
        item.gewijzigd_op, item.gewijzigd_door = NOON, item.client.gebruiker
        item.words = words
        item.save()
        if item.client == self.plans["anna"]:
            self.pieces.setdefault(item.ONDERDEEL, item)
        return item

    def voices(self, client: Client, goal: Doel) -> None:
        """A second voice and a draft of pro, with the goal and with the story."""
        for part in ("doelen", "verhaal"):
            about = {"client": client, "onderdeel": part, "object_uuid": goal.uuid}
            if part == "verhaal":
                about["object_uuid"] = uuid4()
            voice = Kijk(auteur=self.people["pro"], geschreven_op=NOON, **about)
            voice.tekst = "Ik zie vooruitgang."
            voice.save()
            draft = Concept(auteur=self.people["pro"], nummer=0, op=NOON, **about)
            draft.texts = {"doel": "Half"}
            draft.save()

    def judged(self, row: Noodtoegang) -> None:
        said = Noodoordeel(
            noodtoegang=row,
            oordeel=Oordeel.TERECHT,
            door=self.people["fg"],
            op=timezone.now(),
        )
        said.uitleg = "Het was nodig."
        said.save()

    # --- who asks

    def actor(self, who: Who) -> Actor:
        org = str(self.orgs[who.waar].pk) if who.waar else ""
        return Actor.person(
            self.people[who.wie].pk,
            rol=who.rol,
            organisatie=org,
            vanaf="192.0.2.1",
            ingelogd_met="password+mfa",
            spoor="s1",
        )

    # --- the same facts, for the rule of the product (netwerk/rules/rechten.py)

    def in_rol(self, who: Who) -> InRol:
        org = self.orgs[who.waar].pk if who.waar else None
        return InRol(self.people[who.wie].pk, who.rol, org)

    def by_the_rule(self, asker: Who) -> dict[Who, dict[tuple[str, str], tuple]]:
        found: dict[Who, dict[tuple[str, str], tuple]] = {who: {} for who in ASKERS}
        for plan in self.plans:
            feiten = self.feiten(plan)
            for who in ASKERS:
                given = rule.rechten(
                    feiten,
                    self.in_rol(who),
                    self.in_rol(asker),
                    dag=self.facts["dag"],
                    nu=self.facts["nu"],
                )
                found[who] |= {
                    (plan, deel): (int(recht), str(grond))
                    for deel, (recht, grond) in given.items()
                }
        return found

    def feiten(self, plan: str) -> Feiten:
        facts = self.facts
        pk = {naam: person.pk for naam, person in self.people.items()}
        kept = facts["plannen"][plan]
        keys = list(facts["rond"])
        rond = [
            (keys.index(key), row)
            for key, row in facts["rond"].items()
            if row["plan"] == plan
        ]
        return Feiten(
            plan=Plan(self.plans[plan].pk, pk[plan], kept["geboren"], kept["gesloten"]),
            actief=frozenset(pk[naam] for naam in pk if naam not in facts["uit"]),
            rollen=frozenset(
                (pk[row["wie"]], row["soort"], self.orgs[row["waar"]].pk)
                for row in facts["rollen"]
                if holds(row, facts["dag"])
            ),
            betrokken=tuple(
                Betrokken(
                    nr,
                    pk[row["wie"]],
                    self.plans[plan].pk,
                    row["rol"],
                    self.orgs[row["waar"]].pk if row["waar"] else None,
                    Periode(row["van"], row["tot"]),
                    row["behandelt"],
                )
                for nr, row in rond
            ),
            bevoegd=tuple(
                Bevoegd(
                    nr,
                    nr,
                    row["namens"],
                    frozenset(row["zaken"]),
                    Periode(row["van"], row["tot"]),
                )
                for nr, row in rond
                if row["namens"]
            ),
            toegekend=tuple(
                Toegekend(
                    nr,
                    keys.index(row["over"]),
                    row["deel"],
                    row["recht"],
                    Periode(row["van"], row["tot"]),
                    pk[row["door"]],
                )
                for nr, row in enumerate(facts["gezegd"])
            ),
            nood=tuple(
                Nood(
                    pk[row["wie"]],
                    self.plans[row["plan"]].pk,
                    self.orgs[row["waar"]].pk,
                    frozenset(row["delen"]),
                    row["van"],
                    row["tot"],
                    row["verteld"],
                )
                for row in facts["nood"]
            ),
        )


def _period(van: int, tot: int | None) -> dict[str, Any]:
    day = timezone.localdate()
    until = None if tot is None else day + timedelta(days=tot)
    return {"van": day + timedelta(days=van), "tot": until}
