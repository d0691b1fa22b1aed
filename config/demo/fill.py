"""The demo world: one region with its sociale kaart, one traject, two closed rounds and one
that is open.

Everything is made up and the same each time. Accounts have one password; it is said at the
start and nowhere else. Rows are made straight, as the owner with the purpose `proefdata`:
services would write today's date on what happened two years ago. What happens today
(reactie.py) goes through them.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from django.contrib.auth.hashers import make_password
from django.db import transaction

from allauth.account.models import EmailAddress

from kompas.choices import Domein, Ring, Rol as Kompasrol, Stapstand, ToonAls
from kompas.models import Begeleider, Kerngroeplid, Traject, Trajectstap
from toegang.choices import Soort
from toegang.models import Gebruiker, Gemeente, Organisatie, Regio, Rol, Wijk

from . import hulp, knelpunten, reactie, rounds
from .clienten import Clienten
from .kaart import Kaart
from .people import names

PASSWORD = "welkom-in-lindestroom"  # noqa: S105 - the demo's only secret is none
SEED = "lindestroom"
GEMEENTEN = {
    "Lindehoven": ["Centrum", "Molenkwartier", "De Akkers"],
    "Wilgenrade": ["Dorp", "Waterkant"],
    "Oosterlaak": ["Oost", "Laakpark", "Stationskwartier"],
    "Brugveen": ["Brugveen", "Turfhoek"],
    "Zandermeer": ["Oude Haven", "Zandrand", "Nieuwland"],
    "Hooglaak": ["Kerkbuurt", "De Hoogt"],
    "Noorderveld": ["Veldzicht", "Noorderpark"],
}
ORGANISATIES = {
    "Ggz Lindestroom": Domein.GGZ,
    "Novum Verslavingszorg": Domein.VERSLAVINGSZORG,
    "Huisartsen Lindehoven": Domein.HUISARTSENZORG,
    "Wijkteam Molenkwartier": Domein.SOCIAAL_WIJKTEAM,
    "Beschermd wonen De Linde": Domein.BESCHERMD_WONEN,
    "Woonstichting Lindewoon": Domein.WONINGCORPORATIE,
    "Welzijn Wilgenrade": Domein.WELZIJN,
    "Cliëntenbelang Lindestroom": Domein.ORGANISATIE_VAN_CLIENTEN,
    "Gemeente Lindehoven": Domein.GEMEENTE,
    "Politie Lindestroom": Domein.VEILIGHEID,
}


@dataclass(frozen=True)
class Zetel:
    """A place at the table; `account` is its key in var/demo.json, where it has one."""

    rol: Kompasrol
    ring: Ring
    domein: Domein | str = ""
    organisatie: str = ""
    toon_als: ToonAls = ToonAls.GROEP
    betaald: bool = False
    account: str = ""


BINNEN, BUITEN = Ring.BINNENRING, Ring.BUITENRING
ZETELS = [
    Zetel(Kompasrol.ERVARINGSDESKUNDIGE, BINNEN, Domein.GGZ, "Ggz Lindestroom",
          ToonAls.ROL, betaald=True, account="kerngroeplid"),
    Zetel(Kompasrol.NAASTE, BINNEN, toon_als=ToonAls.ROL, account="kerngroep_naaste"),
    Zetel(Kompasrol.CLIENT, BINNEN, account="kerngroep_client"),
    Zetel(Kompasrol.UITVOERDER, BINNEN, Domein.GGZ, "Ggz Lindestroom",
          account="kerngroep_uitvoerder"),
    Zetel(Kompasrol.UITVOERDER, BINNEN, Domein.SOCIAAL_WIJKTEAM, "Wijkteam Molenkwartier"),
    Zetel(Kompasrol.BELEIDSMAKER, BINNEN, Domein.GEMEENTE, "Gemeente Lindehoven",
          account="kerngroep_beleid"),
    Zetel(Kompasrol.BESTUURDER, BINNEN, Domein.GGZ, "Ggz Lindestroom"),
    Zetel(Kompasrol.FAMILIE_ERVARINGSDESKUNDIGE, BUITEN,
          Domein.ORGANISATIE_VAN_CLIENTEN, "Cliëntenbelang Lindestroom", ToonAls.ROL),
    Zetel(Kompasrol.UITVOERDER, BUITEN, Domein.HUISARTSENZORG, "Huisartsen Lindehoven"),
    Zetel(Kompasrol.UITVOERDER, BUITEN, Domein.WONINGCORPORATIE, "Woonstichting Lindewoon"),
    Zetel(Kompasrol.BESTUURDER, BUITEN, Domein.WONINGCORPORATIE, "Woonstichting Lindewoon"),
    Zetel(Kompasrol.VRIJWILLIGER, BUITEN, Domein.WELZIJN, "Welzijn Wilgenrade"),
    Zetel(Kompasrol.UITVOERDER, BUITEN, Domein.VEILIGHEID, "Politie Lindestroom"),
]  # fmt: skip


class Fill:
    """Fills an empty database; `accounts` is key -> e-mail, for var/demo.json."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.names = names(SEED)
        self.accounts: dict[str, str] = {}
        self.hash = make_password(PASSWORD)  # one for all: filling stays quick

    @transaction.atomic
    def run(self) -> str:
        """Returns the join code of the open round."""
        self.region()
        Kaart(self.regio, self.today).fill()
        hulp.fill(self.regio, today=self.today)
        self.people()
        self.core_group()
        code = rounds.fill(self.traject, begeleider=self.begeleider, today=self.today)
        knelpunten.fill(self.traject, begeleider=self.begeleider, today=self.today)
        return code

    def region(self) -> None:
        self.regio = Regio.objects.create(naam="Regio Lindestroom", slug="lindestroom")
        self.elders = Regio.objects.create(naam="Regio Heuvelzoom", slug="heuvelzoom")
        for naam, wijken in GEMEENTEN.items():
            gemeente = Gemeente.objects.create(regio=self.regio, naam=naam)
            for wijk in wijken:
                Wijk.objects.create(gemeente=gemeente, naam=wijk)
        Gemeente.objects.create(regio=self.elders, naam="Heuvelzoom")
        for naam in ORGANISATIES:
            Organisatie.objects.create(regio=self.regio, naam=naam)

    def people(self) -> None:
        self.role("platformbeheer", Soort.PLATFORMBEHEER)
        self.role("regiobeheerder", Soort.REGIOBEHEERDER, regio=self.regio)
        self.role(
            "regiobeheerder_andere_regio", Soort.REGIOBEHEERDER, regio=self.elders
        )
        ggz = Organisatie.objects.get(regio=self.regio, naam="Ggz Lindestroom")
        lindehoven = Gemeente.objects.get(regio=self.regio, naam="Lindehoven")
        self.keeper = self.role(
            "organisatiebeheerder", Soort.ORGANISATIEBEHEERDER, organisatie=ggz
        )
        self.professional = self.role(
            "professional", Soort.PROFESSIONAL, organisatie=ggz
        )
        self.role("gemeente", Soort.GEMEENTE, gemeente=lindehoven)
        self.begeleider = self.person("procesbegeleider")

    def person(self, account: str = "") -> Gebruiker:
        naam = next(self.names)
        email = f"{account or _local(naam)}@demo.example"
        user = Gebruiker.objects.create(email=email, naam=naam, password=self.hash)
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
        if account:
            self.accounts[account] = email
        return user

    def role(self, account: str, soort: Soort, **where: object) -> Gebruiker:
        user = self.person(account)
        Rol.objects.create(gebruiker=user, soort=soort, van=self.today, **where)
        return user

    def reactions(self) -> None:
        """In a transaction of its own: what is logged in one is of one region."""
        welzijn = Organisatie.objects.get(regio=self.regio, naam="Welzijn Wilgenrade")
        other = self.role("", Soort.PROFESSIONAL, organisatie=welzijn)
        reactie.fill(self.regio, keeper=self.keeper, other=other, van=welzijn.naam)

    def clients(self) -> None:
        """In a transaction of its own, for the same reason."""
        Clienten(self, self.regio, self.today).fill(self.professional)

    def core_group(self) -> None:
        begin = self.today - timedelta(days=800)
        self.traject = Traject.objects.create(
            regio=self.regio, naam="Lindehoven en Wilgenrade", begonnen_op=begin
        )
        namen = list(islice(GEMEENTEN, 2))
        self.traject.gemeenten.set(Gemeente.objects.filter(naam__in=namen))
        Begeleider.objects.create(
            traject=self.traject,
            gebruiker=self.begeleider,
            naam=self.begeleider.naam,
            van=begin,
        )
        for zetel in ZETELS:
            self.seat(zetel, begin)
        stands = [Stapstand.GEDAAN, Stapstand.GEDAAN, Stapstand.BEZIG]
        for nummer in range(1, 6):
            stand = stands[nummer - 1] if nummer <= len(stands) else Stapstand.NOG_NIET
            Trajectstap.objects.create(traject=self.traject, nummer=nummer, stand=stand)

    def seat(self, zetel: Zetel, van: date) -> None:
        user = self.person(zetel.account)
        Kerngroeplid.objects.create(
            traject=self.traject,
            gebruiker=user,
            naam=user.naam,
            ring=zetel.ring,
            rol=zetel.rol,
            domein=zetel.domein,
            organisatie=Organisatie.objects.filter(naam=zetel.organisatie).first(),
            toon_als=zetel.toon_als,
            betaald=zetel.betaald,
            van=van,
        )


def _local(naam: str) -> str:
    """The part before the @, from a name: letters and dots."""
    ascii_only = naam.lower().replace(" ", ".").encode("ascii", "ignore").decode()
    return "".join(c for c in ascii_only if c.isalnum() or c in ".-").strip(".")
