"""A whole plan: every act that writes something of a client, on its pages, with a word of its
own in each text; and where each of these words is read again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client as Browser

from lxml import html

from basis.opaque import hide
from clientplan.models import Afspraak, Doel, Kaartpersoon, Stap, Verhaal
from netwerk.models import Naastenuitnodiging, Noodtoegang
from netwerk.rules.onderdelen import Recht
from netwerk.selectors import spoor
from tests.care import acts_for, drawing
from tests.clientplan.people import as_role, client, naaste
from tests.netwerk.poort.world import Zorg
from tests.toegang.people import app_code, with_app
from toegang.choices import Soort
from toegang.models import Rol

CANARY = "geelvogel"
PLAN = "/plan/"


def text(response: Any) -> str:
    return " ".join(html.fromstring(response.content).text_content().split())


def write(browser: Browser, where: str, **words: Any) -> Any:
    """As a browser does: the form of the page, with these words in it."""
    page = html.fromstring(browser.get(where).content)
    [form] = [one for one in page.forms if set(words) <= set(one.inputs.keys())]
    return browser.post(form.action or where, dict(form.form_values()) | words)


class Whole:
    """anna's plan with everything in it. zus reads and writes along, pro treats her and opened
    her card in an emergency, fg guards privacy where pro works."""

    def __init__(self, zorg: Zorg) -> None:
        self.zorg, self.today = zorg, zorg.today
        self.words: dict[str, str] = {}  # what it is, and the word in it
        cache.clear()
        self.people()
        self.story()
        self.goals()
        self.signals()
        self.card()
        self.diary()
        self.others()
        self.emergency()
        self.log()

    def word(self, what: str) -> str:
        return self.words.setdefault(what, f"{CANARY}-{what}")

    @property
    def van(self) -> str:
        return f"/plan-van/{self.zorg.plan.uuid}/"

    def people(self) -> None:
        zorg = self.zorg
        zorg.ggz.soort = "crisisdienst"
        zorg.ggz.save()
        for who, soort, more in (
            (zorg.anna, Soort.CLIENT, {}),
            (zorg.bram, Soort.CLIENT, {}),
            (zorg.zus, Soort.NAASTE, {}),
            (zorg.verre_pro, Soort.FUNCTIONARIS, {"organisatie": zorg.ggz}),
        ):
            Rol.objects.create(gebruiker=who, soort=soort, van=self.today, **more)
        self.rij = zorg.involve(zorg.zus)
        self.rij.relatie = self.word("relatie")
        self.rij.save()
        for deel in ("verhaal", "doelen", "afspraken", "signaleringsplan"):
            zorg.say(self.rij, deel, Recht.MEDE_EIGENAAR)
        acts_for(self.rij, "gemachtigde", "wonen")
        zorg.treats(zorg.pro)
        self.anna, self.zus = client(zorg.anna), naaste(zorg.zus)
        self.secret, self.codes = with_app(zorg.pro), 0
        self.werk = f"{Soort.PROFESSIONAL}:{zorg.ggz.pk}"
        self.pro = as_role(zorg.pro, self.werk)
        self.waakt = f"{Soort.FUNCTIONARIS}:{zorg.ggz.pk}"
        self.fg = as_role(zorg.verre_pro, self.waakt)

    # --- what stands in the plan

    def story(self) -> None:
        where = f"{PLAN}verhaal/hoop/"
        for what in ("verhaal-eerst", "verhaal"):
            write(self.anna, f"{where}schrijf/", hoop=self.word(what))
        file = SimpleUploadedFile(f"{CANARY}.png", drawing(), "image/png")
        beeld = {"uuid": str(uuid4()), "beeld": file, "_rol": "client"}
        beeld |= {"alt": self.word("beeld-alt"), "bij": self.word("beeld-bij")}
        assert self.anna.post(f"{where}foto/", beeld).status_code == 302

    def goals(self) -> None:
        write(
            self.anna,
            f"{PLAN}doelen/nieuw/",
            doel=self.word("doel-eerst"),
            waarom=self.word("waarom"),
            tegenzit=self.word("tegenzit"),
        )
        self.doel = self.last(Doel)
        here = f"{PLAN}doelen/{self.doel.uuid}/"
        write(self.anna, f"{here}wijzig/", doel=self.word("doel"))
        write(self.anna, f"{here}stap/", stap=self.word("stap"))
        step = self.last(Stap)
        made = f"{PLAN}stappen/{step.uuid}/"
        self.anna.post(f"{made}gezet/", {"gezet": "ja", "_rol": "client"})
        write(self.anna, f"{made}winst/", gewonnen=self.word("winst"))
        write(
            self.anna,
            f"{PLAN}afspraken/nieuw/",
            wat=self.word("afspraak"),
            wie=self.word("afspraak-wie"),
        )
        self.afspraak = self.last(Afspraak)
        # thrown away, and a version is left
        write(self.anna, f"{PLAN}afspraken/nieuw/", wat=self.word("afspraak-weg"))
        self.weg = self.last(Afspraak)
        gone = f"{PLAN}weg/afspraak/{self.weg.uuid}/"
        assert self.anna.post(gone, {"_rol": "client"}).status_code == 302

    def signals(self) -> None:
        where = f"{PLAN}signaleringsplan/1/ik_merk/"
        write(self.anna, where, tekst=self.word("signaal"))

    def card(self) -> None:
        day = f"{self.today + timedelta(days=100):%d-%m-%Y}"
        write(
            self.anna,
            f"{PLAN}crisiskaart/woorden/",
            benaderen=self.word("benaderen"),
            praktisch=self.word("praktisch"),
            nakijken_op=day,
        )
        write(
            self.anna,
            f"{PLAN}crisiskaart/bellen/",
            naam=self.word("beller"),
            telefoon="0612345678",
            wanneer=self.word("wanneer"),
        )
        one = self.last(Kaartpersoon)
        here = f"{PLAN}crisiskaart/bellen/{one.uuid}/gevraagd/"
        asked = {"nummer": "1", "op": f"{self.today:%d-%m-%Y}", "_rol": "client"}
        assert self.anna.post(here, asked).status_code == 302
        mine = {"_rol": "client"}
        assert (
            self.anna.post(f"{PLAN}crisiskaart/pasje/nieuw/", mine).status_code == 302
        )
        assert (
            self.anna.post(f"{PLAN}crisiskaart/scherm/toon/", mine).status_code == 302
        )
        put = self.anna.post(f"{PLAN}crisiskaart/telefoon/zet/", mine)
        self.phone = put.json()["woord"]

    def diary(self) -> None:
        write(self.anna, f"{PLAN}dagboek/nieuw/", tekst=self.word("dagboek"))

    # --- what others write, and what is said about who may

    def others(self) -> None:
        sent = {"uuid": str(self.doel.uuid), "nummer": "2", "_rol": "client"}
        draft = sent | {"doel": self.word("concept"), "pad": "/plan/doelen/"}
        self.anna.post(f"{PLAN}concept/doel/{self.doel.uuid}/", draft)
        write(self.pro, f"{self.van}stem/doelen/", tekst=self.word("stem"))
        both = sent | {"_rol": "naaste", "nummer": "1", "doel": self.word("van-zus")}
        two = self.zus.post(f"{self.van}doelen/{self.doel.uuid}/wijzig/", both)
        assert two.status_code == 409
        assert self.words["van-zus"] in two.content.decode()  # and nowhere else
        for hoe, email in (("brief", ""), ("mail", "bep@example.nl")):
            write(
                self.anna,
                f"{PLAN}wie-ziet-wat/naaste/",
                naam=self.word(f"gevraagd-{hoe}"),
                relatie=self.word("relatie"),
                hoe=hoe,
                email=email,
                wat="kaart",
            )

    def emergency(self) -> None:
        chosen = {"mag": "ja", "wat": ["crisiskaart"], "voor": ["crisisdienst"]}
        self.anna.post(f"{PLAN}noodtoegang/", chosen | {"_rol": "client"})
        later = f"{self.today + timedelta(days=2):%d-%m-%Y}"
        self.opens(reden=self.word("later-geopend"), wanneer="later", later_op=later,
                   later_reden=self.word("later"))  # fmt: skip
        self.opens(reden=self.word("reden"), wanneer="nu")
        self.nood = self.last(Noodtoegang)
        where = f"/noodtoegang/{self.nood.uuid}/verslag/"
        write(self.pro, where, verslag=self.word("verslag"))
        for oordeel in ("vraag", "terecht"):
            said = {"uuid": str(uuid4()), "oordeel": oordeel, "_rol": self.waakt}
            said["uitleg"] = self.word(f"oordeel-{oordeel}")
            answer = self.fg.post(f"/nakijken/{self.nood.uuid}/", said)
            assert answer.status_code == 302, text(answer)

    def opens(self, **more: str) -> None:
        self.codes += 1
        sent = {
            "uuid": str(uuid4()),
            "naam": "anna",
            "geboren_op": "01-05-1980",
            "grond": "keuze",
            "code": app_code(self.secret, self.codes - 1),
            "_rol": self.werk,
        }
        answer = self.pro.post("/noodtoegang/", sent | more)
        assert answer.status_code == 302, text(answer)

    def log(self) -> None:
        """anna asks about a line of pro; fg answers."""
        assert self.pro.get(f"{self.van}doelen/").status_code == 200
        about = hide(self.last_line(self.zorg.pro.pk), spoor.ABOUT)
        sent = {"uuid": str(uuid4()), "soort": "anders", "vraag": self.word("vraag")}
        self.about = f"{PLAN}wie-keek/{about}/"
        asked = self.anna.post(self.about, sent | {"_rol": "client"})
        assert asked.status_code == 302, text(asked)
        self.vraag = UUID(sent["uuid"])
        where = f"/functionaris/vragen/{self.vraag}/"
        write(self.fg, where, antwoord=self.word("antwoord"))

    def last(self, model: Any) -> Any:
        return model.objects.for_job("proefdata").latest("pk")

    def last_line(self, persoon: int) -> int:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT max(id) FROM logboek.regel WHERE persoon = %s AND actie = 'R'"
                " AND organisatie <> ''",
                [str(persoon)],
            )
            return int(cursor.fetchone()[0])

    def read_again(self) -> dict[str, list[Any]]:
        """Every page where something of it stands, for whom it is."""
        doel = self.doel.uuid
        own = [
            PLAN,
            *(f"{PLAN}{one}/" for one in ("verhaal", "doelen", "afspraken")),
            *(
                f"{PLAN}{one}/"
                for one in ("signaleringsplan", "crisiskaart", "dagboek")
            ),
            f"{PLAN}doelen/{doel}/",
            f"{PLAN}doelen/{doel}/wijzig/",
            f"{PLAN}eerder/doel/{doel}/",
            f"{PLAN}eerder/hoop/{self.story_row()}/",
            f"{PLAN}eerder/afspraak/{self.weg.uuid}/",
            f"{PLAN}wie-ziet-wat/",
            f"{PLAN}noodtoegang/",
            f"{PLAN}wie-keek/",
            self.about,
            f"{PLAN}wie-ziet-wat/naaste/{self.last(Naastenuitnodiging).uuid}/",
            "/berichten/",
        ]
        work = [f"{self.van}doelen/", "/noodtoegang/mijn/", "/berichten/"]
        return {
            "anna": [self.anna.get(one) for one in own],
            "pro": [self.pro.get(one) for one in work],
            "fg": [self.fg.get(f"/nakijken/{one.uuid}/") for one in self.opened()],
        }

    def story_row(self) -> UUID:
        return UUID(str(self.last(Verhaal).uuid))

    def opened(self) -> list[Noodtoegang]:
        return list(Noodtoegang.objects.for_job("proefdata").order_by("pk"))
