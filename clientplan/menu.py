"""What client and naaste find in their menu, and who starts plans; registered in apps.py."""

from toegang.choices import Soort
from toegang.menu import Regel, register

OVER_MIJ = (
    "plan_beginnen",
    "verhaal",
    "doel",
    "stap_",
    "afspra",
    "signa",
    "hoe_gaat",
    "dagboek",
)
PLAN = Regel("Mijn plan", "plan", prefixes=OVER_MIJ, plaats=10, icoon="home")
CRISISKAART = Regel(
    "Crisiskaart",
    "crisiskaart",
    prefixes=("crisiskaart", "kaart_", "kaartpersoon", "pasje"),
    plaats=20,
    icoon="lifebuoy",
)
WIE = Regel(
    "Wie ziet wat",
    "wie_ziet_wat",
    prefixes=("wie_", "naaste_", "hulpverlener_"),
    plaats=30,
    icoon="eye",
)
MENU = Regel("Menu", "plan_menu", plaats=40, icoon="menu")
MEELEZEN = Regel("Start", "meelezen", prefixes=("meelezen",), plaats=10, icoon="home")
CLIENTEN = Regel("Cliënten", "clienten", plaats=5)

# at 10 comes Nakijken, with noodtoegang
VRAGEN = Regel("Vragen", "functionaris_vragen", ("functionaris_vraag",), plaats=20)
LOGBOEK = Regel(
    "Logboek",
    "functionaris_logboek",
    prefixes=tuple(
        f"functionaris_{name}"
        for name in ("logboek", "signalen", "namen", "afschermen")
    ),
    plaats=30,
)


def register_lines() -> None:
    register(Soort.CLIENT, PLAN, CRISISKAART, WIE, MENU)
    register(Soort.NAASTE, MEELEZEN)
    register(Soort.PROFESSIONAL, CLIENTEN)
    register(Soort.ERVARINGSDESKUNDIGE, CLIENTEN)
    register(Soort.FUNCTIONARIS, VRAGEN, LOGBOEK)
