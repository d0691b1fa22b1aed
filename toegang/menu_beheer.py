"""What those who keep regions, organisations and people find in their menu; registered in
apps.py."""

from . import instellingen
from .choices import Soort
from .instellingen import Deur, Deurenregel
from .menu import Regel, register

MENSEN = Regel("Mensen", "mensen", prefixes=("mens", "rol_", "team"), plaats=60)
REGIOS = Regel("Regio’s", "regios", prefixes=("regio",), plaats=10)
PLATFORM = Regel("Instellingen", "platform", plaats=80)
INSTELLINGEN = Deurenregel("Instellingen", "instellingen", plaats=80)


def register_lines() -> None:
    register(Soort.PLATFORMBEHEER, REGIOS, MENSEN, PLATFORM)
    register(Soort.REGIOBEHEERDER, MENSEN, INSTELLINGEN)
    register(Soort.ORGANISATIEBEHEERDER, MENSEN)
    instellingen.register(
        Deur(
            "Organisaties",
            "Wie er is in de regio, en wie er mist",
            "organisaties",
            "organisatie.bijhouden",
            "building",
            10,
            prefixes=("organisatie",),
        ),
        Deur(
            "Gemeenten en wijken",
            "Waar de regio uit bestaat",
            "gebied",
            "gebied.bijhouden",
            "pin",
            20,
            prefixes=("gemeente", "wijk"),
        ),
        Deur(
            "Plannen van cliënten",
            "Vanaf welke leeftijd iemand een eigen plan begint",
            "regio_plannen",
            "plan.inrichten",
            "users",
            22,
        ),
        Deur(
            "Huisstijl",
            "De naam, de kleuren en het logo van de regio",
            "huisstijl",
            "huisstijl.bijhouden",
            "eye",
            25,
        ),
    )
