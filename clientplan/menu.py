"""What client and naaste find in their menu, and who starts plans; registered in apps.py."""

from toegang.choices import Soort
from toegang.menu import Regel, register

PLAN = Regel("Mijn plan", "plan", prefixes=("plan",), plaats=10)
WIE = Regel(
    "Wie ziet wat",
    "wie_ziet_wat",
    prefixes=("wie_", "naaste_", "hulpverlener_"),
    plaats=20,
)
MEELEZEN = Regel("Meelezen", "meelezen", prefixes=("meelezen",), plaats=10)


def register_lines() -> None:
    register(Soort.CLIENT, PLAN, WIE)
    register(Soort.NAASTE, MEELEZEN)
