"""What the roles round a traject find in their menu; registered in apps.py."""

from toegang import instellingen
from toegang.choices import Soort
from toegang.instellingen import Deur
from toegang.menu import Regel, register

GESPREKKEN = Regel("Mijn gesprekken", "mijn_gesprekken")
TRAJECTEN = Regel(
    "Trajecten",
    "trajecten",
    prefixes=(
        "traject",
        "stap",
        "kerngroep",
        "lid",
        "mijn_plek",
        "ronde",
        "uitkomst",
        "knelpunt",
    ),
)
KAARTEN = Regel("Gesprekskaarten", "kaarten", prefixes=("kaart",))

EDITIES = Deur(
    "Edities van het Kompas",
    "De gesprekskaarten, en welke tekst een ronde gebruikt",
    "edities",
    "editie.laden",
    "book",
    60,
    prefixes=("editie", "kaart"),
)


def register_lines() -> None:
    register(Soort.PROCESBEGELEIDER, TRAJECTEN, KAARTEN)
    register(Soort.KERNGROEPLID, GESPREKKEN, TRAJECTEN, KAARTEN)
    register(Soort.REGIOBEHEERDER, TRAJECTEN)
    instellingen.register(EDITIES)
