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
    "eerder",
)
PLAN = Regel("Mijn plan", "plan", prefixes=OVER_MIJ, plaats=10, icoon="home")
CRISISKAART = Regel(
    "Crisiskaart",
    "crisiskaart",
    prefixes=("crisiskaart", "kaart_", "kaartpersoon", "pasje", "scherm"),
    plaats=20,
    icoon="lifebuoy",
)
# what a client decides stands in the menu, and on the first page
MENU = Regel(
    "Menu",
    "plan_menu",
    prefixes=("wie_", "naaste_", "hulpverlener_", "plan_spoor", "noodkeuze"),
    plaats=40,
    icoon="menu",
)
MEELEZEN = Regel("Start", "meelezen", prefixes=("meelezen",), plaats=10, icoon="home")
CLIENTEN = Regel("Cliënten", "clienten", plaats=5)
BERICHTEN = Regel("Berichten", "mijn_berichten", plaats=15, icoon="mail")
NOODTOEGANG = Regel("Noodtoegang", "noodtoegang", prefixes=("noodtoegang",), plaats=50)
NAKIJKEN = Regel("Nakijken", "nakijken", prefixes=("nakijken",), plaats=10)

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
    register(Soort.CLIENT, PLAN, BERICHTEN, CRISISKAART, MENU)
    register(Soort.NAASTE, MEELEZEN, BERICHTEN)
    register(Soort.PROFESSIONAL, CLIENTEN, BERICHTEN, NOODTOEGANG)
    register(Soort.ERVARINGSDESKUNDIGE, CLIENTEN)
    register(Soort.FUNCTIONARIS, NAKIJKEN, BERICHTEN, VRAGEN, LOGBOEK)
