"""What the roles round a traject find in their menu; registered in apps.py."""

from toegang.choices import Soort
from toegang.menu import Regel, register

GESPREKKEN = Regel("Mijn gesprekken", "mijn_gesprekken")
TRAJECTEN = Regel(
    "Trajecten",
    "trajecten",
    prefixes=("traject", "stap", "kerngroep", "lid", "mijn_plek", "ronde", "uitkomst"),
)
KAARTEN = Regel("Gesprekskaarten", "kaarten", prefixes=("kaart",))

EDITIES = Regel("Edities", "edities", prefixes=("editie_",))


def register_lines() -> None:
    register(Soort.PROCESBEGELEIDER, TRAJECTEN, KAARTEN)
    register(Soort.KERNGROEPLID, GESPREKKEN, TRAJECTEN, KAARTEN)
    register(Soort.REGIOBEHEERDER, TRAJECTEN, KAARTEN, EDITIES)
