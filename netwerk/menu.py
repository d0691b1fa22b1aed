"""What the roles round the sociale kaart, and naasten, find in their menu; registered in
apps.py."""

from toegang import instellingen
from toegang.choices import Soort
from toegang.instellingen import Deur
from toegang.menu import Regel, register

PLEKKEN = Regel(
    "Onze plekken",
    "aanbod",
    prefixes=("aanbod", "voorstel", "organisatieprofiel", "organisatiemensen"),
    plaats=10,
)
KAART = Regel(
    "Sociale kaart",
    "aanbod",
    prefixes=("aanbod", "wachttijden", "melding", "voorstel", "dubbel_zoeken"),
    plaats=52,
)
WACHTTIJDEN = Regel("Wachttijden", "wachttijden", plaats=20)
MELDINGEN = Regel("Meldingen", "meldingen", prefixes=("melding",), plaats=55)
VOORSTELLEN = Regel("Voorstellen", "voorstellen", prefixes=("voorstel",), plaats=54)
NAASTEN = Regel("Voor jou", "voor_naasten", plaats=70, icoon="heart-hand")
WITTE_VLEKKEN = Regel(
    "Witte vlekken", "witte_vlekken", prefixes=("witte_vlekken",), plaats=58
)
ZOEKEN = Regel(
    "Zoek hulp of steun",
    "sociale_kaart",
    prefixes=("voorziening",),
    plaats=80,
    icoon="search",
)
OPZOEKEN = Regel("Sociale kaart", "sociale_kaart", prefixes=("voorziening",), plaats=52)
PROPOSING = (Soort.PROFESSIONAL, Soort.ERVARINGSDESKUNDIGE, Soort.TEAMLEIDER)
AT_WORK = (
    *PROPOSING,
    Soort.PROCESBEGELEIDER,
    Soort.KERNGROEPLID,
    Soort.GEMEENTE,
)


def register_lines() -> None:
    register(Soort.ORGANISATIEBEHEERDER, PLEKKEN, WACHTTIJDEN, MELDINGEN)
    register(Soort.REGIOBEHEERDER, KAART, WITTE_VLEKKEN)
    register(Soort.NAASTE, NAASTEN, ZOEKEN)
    register(Soort.GEMEENTE, WITTE_VLEKKEN)
    for soort in AT_WORK:
        register(soort, OPZOEKEN)
    for soort in PROPOSING:
        register(soort, VOORSTELLEN)
    instellingen.register(
        Deur(
            "Hulpnummers",
            "Wie bezoekers nu kunnen bellen",
            "hulpnummers",
            "hulpnummer.bijhouden",
            "phone",
            25,
            prefixes=("hulpnummer", "zorgenadres", "nummer"),
        ),
        Deur(
            "De kaart bijhouden",
            "Wie dat doet, en wanneer iets te oud is",
            "kaartinstelling",
            "kaart.inrichten",
            "clock",
            30,
        ),
        Deur(
            "Andere woorden",
            "Wat mensen typen, en wat ze bedoelen",
            "synoniemen",
            "kaart.inrichten",
            "letters",
            40,
            prefixes=("synoniem",),
        ),
        Deur(
            "Dubbele plekken",
            "Twee pagina’s over hetzelfde worden er één",
            "dubbelen",
            "voorziening.samenvoegen",
            "copy",
            45,
            prefixes=("dubbel_samen", "dubbel_twee"),
        ),
        Deur(
            "In- en uitvoeren",
            "De sociale kaart uit een bestand halen, of meenemen",
            "uitwisselen",
            "kaart.uitwisselen",
            "upload",
            70,
            prefixes=("inlezen",),
        ),
    )
